import VectorMath

/// The slopes that lead from a road's outer edge down into the ground.
enum Verge {
  private static let width = 1.5

  static func facets(_ sides: [RimSide], over field: TerrainField) -> [Facet] {
    sides.filter { !$0.isWall }.flatMap { side -> [Facet] in
      let edge = side.edge
      let a = outer(edge.from, side.outward.from, field)
      let b = outer(edge.to, side.outward.to, field)
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

  private static func outer(
    _ edge: SurfaceVertex, _ outward: Vector2, _ field: TerrainField
  ) -> SurfaceVertex {
    let p = edge.plan + outward * width
    let z = min(edge.position.z - 0.5, field.height(at: p) - 0.25)
    return SurfaceVertex(
      position: Vector3(p.x, p.y, z), normal: edge.normal, uv: edge.uv + Vector2(0, width))
  }
}
