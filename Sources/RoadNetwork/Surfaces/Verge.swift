import VectorMath

/// The slopes that lead from a road's outer edge down into the ground, and the sides of bridges.
enum Verge {
  private static let width = 1.5

  static func facets(_ rim: [SurfaceWeave.RimEdge], over field: TerrainField) -> [Facet] {
    // Neighbours along the rim share the line on which they meet.
    var outwards: [Int32: Vector2] = [:]
    for edge in rim {
      let along = edge.to.plan - edge.from.plan
      let out = normalized(Vector2(along.y, -along.x))
      outwards[edge.fromNode, default: .zero] += out
      outwards[edge.toNode, default: .zero] += out
    }
    return rim.flatMap { edge -> [Facet] in
      let out = [edge.fromNode, edge.toNode].map { normalized(outwards[$0] ?? .zero) }
      let (a, b) = (outer(edge.from, out[0], field), outer(edge.to, out[1], field))
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

  static func add(_ weave: SurfaceWeave, over field: TerrainField, to builder: inout SurfaceMeshBuilder) {
    for face in weave.faces {
      let corners = face.corners.indices.map { weave.vertex(face, corner: $0) }
      guard corners.contains(where: { $0.position.z - field.height(at: $0.plan) > clearance }) else {
        continue
      }
      let below = corners.map {
        SurfaceVertex(position: $0.position - Vector3(0, 0, thickness), normal: -$0.normal, uv: $0.uv)
      }
      for t in face.triangles { builder.add(below[t.z], below[t.y], below[t.x], .bridge) }
    }
  }
}
