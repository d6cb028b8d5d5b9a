import VectorMath

/// The plane of one wall: `u` metres to the right seen from outside, `z` metres up, `depth` metres into the house.
struct WallFrame: Sendable {
  /// Plan position of u = 0, asset frame.
  var origin: Vector2
  /// Unit, to the right seen from outside.
  var along: Vector2
  /// Metres.
  var width: Double

  /// The wall from `a` to `b`, with the house on the left of that way.
  init(from a: Vector2, to b: Vector2) {
    origin = a
    width = length(b - a)
    along = width > 0 ? (b - a) / width : Vector2(0, 1)
  }

  var outward: Vector2 { Vector2(along.y, -along.x) }

  func point(_ u: Double, _ z: Double, depth: Double = 0) -> Vector3 {
    let p = origin + along * u - outward * depth
    return Vector3(p.x, p.y, z)
  }

  /// Object-from-wall: x outward, y to the right, z up, its origin at (`u`, `z`) on the plane.
  func transform(u: Double, z: Double) -> AffineTransform {
    let n = outward
    let linear = Matrix3(
      columns: Vector3(n.x, n.y, 0), Vector3(along.x, along.y, 0), Vector3(0, 0, 1))
    return AffineTransform(linear: linear, translation: point(u, z))
  }
}
