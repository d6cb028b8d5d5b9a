package import VectorMath

/// Leaves as single sheets seen from both sides, bent along a path.
package enum LeafShape {
  /// A blade along a path, its edges raised by `fold` of its half width, its half width given along the way. Texture
  /// coordinates: u across from 0 to 1, v from the root (1) to the tip (0).
  package static func blade(
    _ path: [Vector3], up: Vector3, fold: Double = 0.25, columns: Int = 4, wave: Double = 0,
    width: (Double) -> Double
  ) -> MeshBuilder {
    var b = MeshBuilder()
    guard path.count >= 2 else { return b }
    var ids: [[Int]] = []
    var coordinates: [[Vector2]] = []
    for i in path.indices {
      let t = Double(i) / Double(path.count - 1)
      let along = normalized(path[min(i + 1, path.count - 1)] - path[max(i - 1, 0)])
      var side = cross(along, up)
      side = length(side) < 1e-6 ? Vector3(0, 1, 0) : normalized(side)
      let raise = normalized(cross(side, along))
      let half = width(t)
      ids.append(
        (0...columns).map { k in
          let s = 2 * Double(k) / Double(columns) - 1
          let ripple = wave * s.magnitude * DeterministicMath.sin(t * 17 + s * 2)
          return b.point(path[i] + side * (s * half) + raise * (half * (fold * s * s + ripple)))
        })
      coordinates.append((0...columns).map { Vector2(Double($0) / Double(columns), 1 - t) })
    }
    for i in 0..<ids.count - 1 {
      for k in 0..<columns {
        b.quad(
          ids[i][k], ids[i][k + 1], ids[i + 1][k + 1], ids[i + 1][k],
          uv: (coordinates[i][k], coordinates[i][k + 1], coordinates[i + 1][k + 1], coordinates[i + 1][k]))
      }
    }
    return b
  }

  /// A path from `root` that starts along `heading` and sinks under its weight.
  package static func drooping(
    _ root: Vector3, _ heading: Vector3, length: Double, droop: Double, steps: Int = 8
  ) -> [Vector3] {
    var out = [root]
    var way = normalized(heading)
    for _ in 0..<steps {
      out.append((out.last ?? root) + way * (length / Double(steps)))
      way = normalized(way + Vector3(0, 0, -droop / Double(steps)))
    }
    return out
  }
}
