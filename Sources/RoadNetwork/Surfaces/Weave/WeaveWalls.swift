import VectorMath

/// Upright faces where two surfaces that meet in the plan lie at different heights: kerbs, steps, ends of pavements.
enum WeaveWalls {
  static func add(_ weave: SurfaceWeave, to builder: inout SurfaceMeshBuilder) {
    let levels = WeaveLevels(weave)
    for edge in weave.web.edges.indices where weave.web.isLive[edge] {
      let (l, r) = (weave.left[2 * edge], weave.left[2 * edge + 1])
      guard l >= 0, r >= 0, l != r else { continue }
      let (a, b) = (weave.web.origin(2 * edge), weave.web.origin(2 * edge + 1))
      let (left, right) = (weave.faces[Int(l)], weave.faces[Int(r)])
      guard let la = left.height(at: a), let lb = left.height(at: b), let ra = right.height(at: a),
        let rb = right.height(at: b), la != ra || lb != rb
      else { continue }
      wall(weave, levels, a, b, (la, lb), (ra, rb), left: left, right: right, &builder)
    }
  }

  private static func wall(
    _ weave: SurfaceWeave, _ levels: WeaveLevels, _ a: Int32, _ b: Int32, _ l: (Double, Double),
    _ r: (Double, Double), left: SurfaceWeave.Face, right: SurfaceWeave.Face,
    _ builder: inout SurfaceMeshBuilder
  ) {
    let (p, q) = (weave.web.nodes[Int(a)].plan, weave.web.nodes[Int(b)].plan)
    let along = normalized(q - p)
    let leftIsHigher = (l.0 - r.0) + (l.1 - r.1) > 0
    // The wall faces the lower side.
    let across = Vector2(-along.y, along.x) * (leftIsHigher ? -1 : 1)
    let normal = Vector3(across.x, across.y, 0)
    let station = (leftIsHigher ? weave.vertex(left, a) : weave.vertex(right, a))?.uv.x ?? 0
    let run = length(q - p)
    func vertex(_ node: Int32, _ z: Double, _ s: Double) -> SurfaceVertex {
      let plan = weave.web.nodes[Int(node)].plan
      return SurfaceVertex(
        position: Vector3(plan.x, plan.y, z), normal: normal, uv: Vector2(station + s, z))
    }
    /// From the higher surface down to the lower at one node.
    func side(_ node: Int32, _ x: Double, _ y: Double, _ s: Double) -> [SurfaceVertex] {
      guard x != y else { return [vertex(node, x, s)] }
      let (low, high) = (min(x, y), max(x, y))
      return ([low] + levels.between(node, low, high) + [high]).map { vertex(node, $0, s) }
    }
    let (va, vb) = (side(a, l.0, r.0, 0), side(b, l.1, r.1, run))
    // Seen from the lower side the higher face's edge runs along the wall's top, from right to left.
    if leftIsHigher { strip(va, vb, &builder) } else { strip(vb, va, &builder) }
  }

  /// Triangles between two upright sides, both from below; seen from the lower side `from` lies to the left.
  private static func strip(
    _ from: [SurfaceVertex], _ to: [SurfaceVertex], _ builder: inout SurfaceMeshBuilder
  ) {
    var (i, j) = (0, 0)
    while i + 1 < from.count || j + 1 < to.count {
      let climbsTo =
        i + 1 == from.count || (j + 1 < to.count && to[j + 1].position.z <= from[i + 1].position.z)
      if climbsTo {
        builder.add(from[i], to[j], to[j + 1], .kerb)
        j += 1
      } else {
        builder.add(from[i], to[j], from[i + 1], .kerb)
        i += 1
      }
    }
  }
}
