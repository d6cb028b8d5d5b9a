import VectorMath

/// A convex piece of surface, counter-clockwise in plan.
struct Facet {
  var corners: [SurfaceVertex]
  var kind: SurfaceKind
  /// Lower numbers keep their place where facets of two roads overlap.
  var priority: Int
  var road: Int
  /// Height above the road, metres; the length of the face where it is cut.
  var raise: Double

  var box: (min: Vector2, max: Vector2) {
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for c in corners {
      low = Vector2(min(low.x, c.position.x), min(low.y, c.position.y))
      high = Vector2(max(high.x, c.position.x), max(high.y, c.position.y))
    }
    return (low, high)
  }

  /// Height of the plane through the first three corners at a plan point.
  func height(at p: Vector2) -> Double {
    guard corners.count >= 3 else { return corners.first?.position.z ?? 0 }
    let a = corners[0].position
    let n = cross(corners[1].position - a, corners[2].position - a)
    guard n.z.magnitude > 1e-12 else { return a.z }
    return a.z - (n.x * (p.x - a.x) + n.y * (p.y - a.y)) / n.z
  }

  /// The quad as convex pieces: itself when it is convex in plan, else those of its halves that face up.
  static func quad(
    _ a: SurfaceVertex, _ b: SurfaceVertex, _ c: SurfaceVertex, _ d: SurfaceVertex, kind: SurfaceKind,
    priority: Int,
    road: Int, raise: Double
  ) -> [Facet] {
    let points = [a.plan, b.plan, c.plan, d.plan]
    let isConvex = (0..<4).allSatisfy {
      let (p, q, r) = (points[$0], points[($0 + 1) % 4], points[($0 + 2) % 4])
      return cross(q - p, r - q) > 1e-9
    }
    if isConvex {
      return [Facet(corners: [a, b, c, d], kind: kind, priority: priority, road: road, raise: raise)]
    }
    let halves = [[a, b, c], [a, c, d]]
    return halves.compactMap { t -> Facet? in
      let area = cross(t[1].plan - t[0].plan, t[2].plan - t[0].plan)
      guard area > 1e-8 else { return nil }
      return Facet(corners: t, kind: kind, priority: priority, road: road, raise: raise)
    }
  }
}

/// A convex polygon in the midst of being cut; `cuts[i]` marks the edge from corner i as made by a cut.
struct CutPolygon {
  var corners: [SurfaceVertex]
  var cuts: [Bool]

  init(_ corners: [SurfaceVertex]) {
    self.corners = corners
    cuts = [Bool](repeating: false, count: corners.count)
  }

  private init() {
    corners = []
    cuts = []
  }

  var planArea: Double {
    var sum = 0.0
    for i in corners.indices.dropFirst().dropLast() {
      sum += cross(corners[i].plan - corners[0].plan, corners[i + 1].plan - corners[0].plan)
    }
    return sum / 2
  }

  /// Narrower than about 8 cm, or smaller than a paving stone.
  var isSliver: Bool {
    var around = 0.0
    for i in corners.indices { around += length(corners[(i + 1) % corners.count].plan - corners[i].plan) }
    let area = planArea
    return area < 0.02 || 2 * area < 0.08 * around / 2
  }

  var planCentre: Vector2 {
    corners.reduce(.zero) { $0 + $1.plan } / Double(max(1, corners.count))
  }

  /// The parts to the left and to the right of the line from `a` to `b`.
  func split(_ a: Vector2, _ b: Vector2) -> (left: CutPolygon, right: CutPolygon) {
    var (left, right) = (CutPolygon(), CutPolygon())
    let direction = normalized(b - a)
    let sides = corners.map { corner -> Double in
      let d = cross(direction, corner.plan - a)
      // Corners within a hundredth of a millimetre lie on the line: no slivers.
      return d.magnitude < 1e-5 ? 0 : d
    }
    for i in corners.indices {
      let j = (i + 1) % corners.count
      let (p, q) = (sides[i], sides[j])
      if p >= 0 { left.append(corners[i], cut: p == 0 && q < 0 ? true : cuts[i]) }
      if p <= 0 { right.append(corners[i], cut: p == 0 && q > 0 ? true : cuts[i]) }
      if (p > 0 && q < 0) || (p < 0 && q > 0) {
        // Always from the left end, so that neighbours compute the same point.
        let on =
          p > 0
          ? SurfaceVertex.mix(corners[i], corners[j], p / (p - q))
          : SurfaceVertex.mix(corners[j], corners[i], q / (q - p))
        left.append(on, cut: p > 0 ? true : cuts[i])
        right.append(on, cut: p < 0 ? true : cuts[i])
      }
    }
    return (left, right)
  }

  private mutating func append(_ corner: SurfaceVertex, cut: Bool) {
    corners.append(corner)
    cuts.append(cut)
  }

  /// What is left of the polygon outside of a convex counter-clockwise one.
  func subtracting(_ other: [SurfaceVertex]) -> [CutPolygon] {
    var rest = self
    var outside: [CutPolygon] = []
    for i in other.indices {
      let (inside, beyond) = rest.split(other[i].plan, other[(i + 1) % other.count].plan)
      if beyond.corners.count >= 3, beyond.planArea > Self.leastArea { outside.append(beyond) }
      rest = inside
      if rest.corners.count < 3 { break }
    }
    return outside
  }

  /// The common part with a convex counter-clockwise polygon.
  func intersection(_ other: [SurfaceVertex]) -> CutPolygon? {
    var rest = self
    for i in other.indices {
      rest = rest.split(other[i].plan, other[(i + 1) % other.count].plan).left
      if rest.corners.count < 3 { return nil }
    }
    return rest
  }

  /// Smaller pieces are not worth a triangle, m².
  static let leastArea = 1e-4
}
