import VectorMath

/// The slopes that lead from a road's outer edge down into the ground.
enum Verge {
  private static let width = 1.5
  /// A drop beyond this is a bridge's: there only a narrow rim hangs down, metres.
  private static let bridge = 4.0

  static func facets(_ edges: [SectionStrips.OuterEdge], over field: TerrainField) -> [Facet] {
    edges.flatMap { edge -> [Facet] in
      let (a, b) = (outer(edge.from, edge.fromOutward, field), outer(edge.to, edge.toOutward, field))
      var corners = [edge.to, edge.from, a, b]
      let n = cross(corners[1].position - corners[0].position, corners[2].position - corners[0].position)
      let normal = normalized(n)
      guard normal.z > 0.01 else { return [] }
      for i in corners.indices { corners[i].normal = normal }
      return Facet.quad(
        corners[0], corners[1], corners[2], corners[3], kind: .terrain, priority: 10, road: edge.road,
        raise: 0)
    }
  }

  private static func outer(_ edge: SurfaceVertex, _ outward: Vector2, _ field: TerrainField) -> SurfaceVertex
  {
    var p = edge.plan + outward * width
    var z = min(edge.position.z - 0.5, field.height(at: p) - 0.25)
    if z < edge.position.z - bridge {
      p = edge.plan + outward * 0.3
      z = edge.position.z - 0.6
    }
    return SurfaceVertex(position: Vector3(p.x, p.y, z), normal: edge.normal, uv: edge.uv + Vector2(0, width))
  }
}

/// Vertical faces where a raised surface was cut off by another road.
enum CutFaces {
  static func add(_ polygon: CutPolygon, _ facet: Facet, to builder: inout SurfaceMeshBuilder) {
    for i in polygon.corners.indices where polygon.cuts[i] {
      let (a, b) = (polygon.corners[i], polygon.corners[(i + 1) % polygon.corners.count])
      let along = b.plan - a.plan
      guard length(along) > 0.01 else { continue }
      let outward = normalized(Vector2(along.y, -along.x))
      let normal = Vector3(outward.x, outward.y, 0)
      func vertex(_ v: SurfaceVertex, _ drop: Double) -> SurfaceVertex {
        SurfaceVertex(
          position: v.position - Vector3(0, 0, drop), normal: normal, uv: v.uv + Vector2(0, drop))
      }
      let drop = facet.raise + 0.01
      builder.add([vertex(a, drop), vertex(b, drop), vertex(b, 0), vertex(a, 0)], .kerb)
    }
  }
}
