import VectorMath

/// The slopes that lead from a road's outer edge down into the ground, and the sides of bridges.
enum Verge {
  private static let width = 1.5

  static func facets(_ edges: [SectionStrips.OuterEdge], over field: TerrainField) -> [Facet] {
    edges.flatMap { edge -> [Facet] in
      let (a, b) = (outer(edge.from, edge.fromOutward, field), outer(edge.to, edge.toOutward, field))
      var corners = [edge.to, edge.from, a.vertex, b.vertex]
      let n = cross(corners[1].position - corners[0].position, corners[2].position - corners[0].position)
      let normal = normalized(n)
      guard normal.z > 0.01 else { return [] }
      for i in corners.indices { corners[i].normal = normal }
      return Facet.quad(
        corners[0], corners[1], corners[2], corners[3], kind: a.isBridge && b.isBridge ? .bridge : .terrain,
        priority: 10, road: edge.road, raise: 0)
    }
  }

  private static func outer(
    _ edge: SurfaceVertex, _ outward: Vector2, _ field: TerrainField
  ) -> (vertex: SurfaceVertex, isBridge: Bool) {
    var p = edge.plan + outward * width
    var z = min(edge.position.z - 0.5, field.height(at: p) - 0.25)
    let isBridge = z < edge.position.z - BridgeDeck.clearance
    if isBridge {
      // Nearly upright: a wall that leans out by a twentieth still faces up, as the layers need it.
      p = edge.plan + outward * (BridgeDeck.thickness / 20)
      z = edge.position.z - BridgeDeck.thickness
    }
    return (
      SurfaceVertex(position: Vector3(p.x, p.y, z), normal: edge.normal, uv: edge.uv + Vector2(0, width)),
      isBridge
    )
  }
}

/// Undersides of roads that cross high above the ground.
enum BridgeDeck {
  /// Higher above the ground than this a road is a bridge, metres.
  static let clearance = 4.0
  /// From the road to the underside, metres.
  static let thickness = 0.9

  static func add(_ polygon: CutPolygon, over field: TerrainField, to builder: inout SurfaceMeshBuilder) {
    let isHigh = polygon.corners.contains { $0.position.z - field.height(at: $0.plan) > clearance }
    guard isHigh else { return }
    builder.add(
      polygon.corners.reversed().map {
        SurfaceVertex(
          position: $0.position - Vector3(0, 0, thickness), normal: -$0.normal, uv: $0.uv)
      }, .bridge)
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
