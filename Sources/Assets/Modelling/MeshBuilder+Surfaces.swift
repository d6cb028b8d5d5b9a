package import VectorMath

/// Solids described by functions over the unit square.
extension MeshBuilder {
  /// A plate between a front and a back surface, both functions of (u, v) in 0...1, closed around the rim.
  /// The front carries the unit square as texture coordinates: u to the right, v down.
  package static func slab(
    columns: Int, rows: Int, front: (Double, Double) -> Vector3, back: (Double, Double) -> Vector3
  ) -> MeshBuilder {
    var b = MeshBuilder()
    guard columns > 0, rows > 0 else { return b }
    func grid(_ f: (Double, Double) -> Vector3) -> [[Int]] {
      (0...rows).map { j in
        (0...columns).map { i in b.point(f(Double(i) / Double(columns), Double(j) / Double(rows))) }
      }
    }
    let near = grid(front)
    let far = grid(back)
    func uv(_ i: Int, _ j: Int) -> Vector2 {
      Vector2(Double(i) / Double(columns), Double(j) / Double(rows))
    }
    for j in 0..<rows {
      for i in 0..<columns {
        b.quad(
          near[j][i], near[j + 1][i], near[j + 1][i + 1], near[j][i + 1],
          uv: (uv(i, j), uv(i, j + 1), uv(i + 1, j + 1), uv(i + 1, j)))
        b.quad(
          far[j][i], far[j][i + 1], far[j + 1][i + 1], far[j + 1][i],
          uv: (uv(i, j), uv(i + 1, j), uv(i + 1, j + 1), uv(i, j + 1)))
      }
    }
    // The rim, once around: along the top, down the right, back along the bottom, up the left.
    var rim: [(Int, Int)] = []
    for i in 0..<columns { rim.append((i, 0)) }
    for j in 0..<rows { rim.append((columns, j)) }
    for i in stride(from: columns, to: 0, by: -1) { rim.append((i, rows)) }
    for j in stride(from: rows, to: 0, by: -1) { rim.append((0, j)) }
    for k in rim.indices {
      let (a, c) = (rim[k], rim[(k + 1) % rim.count])
      let edge = (uv(a.0, a.1), uv(c.0, c.1), uv(c.0, c.1), uv(a.0, a.1))
      b.quad(near[a.1][a.0], near[c.1][c.0], far[c.1][c.0], far[a.1][a.0], uv: edge)
    }
    b.orientOutward()
    return b
  }

  /// A slab over a quadrilateral of a curved surface: `corners` in the surface's own coordinates (top left,
  /// top right, bottom right, bottom left), raised `height` above it and sunk `depth` below along `normal`.
  package static func patch(
    _ corners: (Vector2, Vector2, Vector2, Vector2), columns: Int = 6, rows: Int = 2, height: Double,
    depth: Double, normal: Vector3, surface: (Vector2) -> Vector3
  ) -> MeshBuilder {
    func at(_ u: Double, _ v: Double) -> Vector3 {
      let top = corners.0 + (corners.1 - corners.0) * u
      let bottom = corners.3 + (corners.2 - corners.3) * u
      return surface(top + (bottom - top) * v)
    }
    return slab(
      columns: columns, rows: rows, front: { at($0, $1) + normal * height },
      back: { at($0, $1) - normal * depth })
  }
}
