import RandomStreams
import VectorMath
import WorldModel

/// A smooth way through space: a place, slow swings about it on each axis, and a steady turn that sways.
struct ChaosFlight {
  var place: Vector3
  var rotation: Quaternion
  /// Metres, radians a second, radians; one an axis.
  private var swing: [(reach: Double, rate: Double, phase: Double)]
  private var axis: Vector3
  /// Radians a second.
  private var spin: Double

  /// - Parameters:
  ///   - speed: greatest along an axis, metres a second.
  ///   - spin: radians a second.
  init(at place: Vector3, speed: Double, spin: Double, _ stream: inout RandomStream) {
    self.place = place
    rotation = Self.direction(&stream).turn
    axis = Self.direction(&stream).axis
    self.spin = spin
    swing = []
    for _ in 0..<3 {
      let rate = stream.uniform(0.6, 2.2)
      swing.append((speed * stream.uniform(0.2, 1) / rate, rate, stream.uniform(0, 2 * .pi)))
    }
  }

  /// Where its origin is; at `place` for t = 0.
  func position(at t: Double) -> Vector3 {
    var p = place
    for k in 0..<3 {
      let s = swing[k]
      let start = DeterministicMath.sin(s.phase)
      p[k] += s.reach * (DeterministicMath.sin(s.phase + s.rate * t) - start)
    }
    return p
  }

  func rotation(at t: Double) -> Quaternion {
    (Quaternion(axis: axis, angle: spin * t) * rotation).normalized
  }

  /// Evenly over the sphere, and evenly over all rotations about it.
  private static func direction(_ stream: inout RandomStream) -> (axis: Vector3, turn: Quaternion) {
    let z = stream.uniform(-1, 1)
    let (s, c) = DeterministicMath.sincos(stream.uniform(0, 2 * .pi))
    let r = max(0, 1 - z * z).squareRoot()
    let axis = Vector3(r * c, r * s, z)
    return (axis, Quaternion(axis: axis, angle: stream.uniform(-.pi, .pi)))
  }
}
