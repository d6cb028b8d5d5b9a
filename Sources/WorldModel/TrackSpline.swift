package import VectorMath

/// A pose with its derivatives in time.
package struct Motion: Sendable {
  package var worldFromObject: RigidTransform<WorldSpace, ObjectSpace>
  /// Of the origin, world frame, m/s.
  package var velocity: Vector3
  /// Of the origin, world frame, m/s².
  package var acceleration: Vector3
  /// Rate of turning, in the object's own axes, rad/s.
  package var turn: Vector3

  package init(
    worldFromObject: RigidTransform<WorldSpace, ObjectSpace>, velocity: Vector3 = .zero,
    acceleration: Vector3 = .zero, turn: Vector3 = .zero
  ) {
    self.worldFromObject = worldFromObject
    self.velocity = velocity
    self.acceleration = acceleration
    self.turn = turn
  }
}

/// Cumulative cubic B-splines over evenly spaced poses (S. Lovegrove et al., "Spline Fusion", 2013), with the recursion
/// for the derivatives by C. Sommer et al., "Efficient derivative computation for cumulative B-splines on Lie groups",
/// 2020: twice continuously differentiable in position and rotation, everything in closed form.
///
/// The keys are control poses: the curve passes near them, not through them. Before the first and after the last key it
/// comes to rest there within two spacings, without a jump.
enum TrackSpline {
  static func motion(of keys: [Track.Key], spacing h: Double, at t: Double) -> Motion {
    let u = (t - keys[0].time) / h
    let last = keys.count - 1
    if u <= -2 { return Motion(worldFromObject: keys[0].worldFromObject) }
    if u >= Double(last) + 2 { return Motion(worldFromObject: keys[last].worldFromObject) }
    let floor = u.rounded(.down)
    let s = u - floor
    let i = Int(floor)
    func key(_ k: Int) -> RigidTransform<WorldSpace, ObjectSpace> {
      keys[max(0, min(last, k))].worldFromObject
    }
    let poses = [key(i - 1), key(i), key(i + 1), key(i + 2)]
    // Cumulative basis functions, and their first and second derivatives in s.
    let b = [
      (5 + 3 * s - 3 * s * s + s * s * s) / 6, (1 + 3 * s + 3 * s * s - 2 * s * s * s) / 6, s * s * s / 6,
    ]
    let db = [(1 - s) * (1 - s) / 2, (1 + 2 * s - 2 * s * s) / 2, s * s / 2]
    let ddb = [s - 1, 1 - 2 * s, s]
    var position = poses[0].translation
    var velocity = Vector3.zero
    var acceleration = Vector3.zero
    var rotation = poses[0].rotation
    var turn = Vector3.zero
    for j in 0..<3 {
      let step = poses[j + 1].translation - poses[j].translation
      position += step * b[j]
      velocity += step * (db[j] / h)
      acceleration += step * (ddb[j] / (h * h))
      let arc = (poses[j].rotation.conjugate * poses[j + 1].rotation).rotationVector
      let part = Quaternion(rotationVector: arc * b[j])
      rotation = rotation * part
      turn = part.conjugate * turn + arc * (db[j] / h)
    }
    return Motion(
      worldFromObject: RigidTransform(rotation: rotation.normalized, translation: position),
      velocity: velocity, acceleration: acceleration, turn: turn)
  }
}

extension Quaternion {
  /// The rotation about `v` by its length in radians.
  package init(rotationVector v: Vector3) {
    let angle = length(v)
    // sin(a/2)/a, by its series where the quotient would lose digits.
    let k = angle < 1e-4 ? 0.5 - angle * angle / 48 : DeterministicMath.sin(angle / 2) / angle
    self.init(w: DeterministicMath.cos(angle / 2), x: v.x * k, y: v.y * k, z: v.z * k)
  }

  /// The axis times the angle, radians, the shorter way round.
  package var rotationVector: Vector3 {
    let sign: Double = w < 0 ? -1 : 1
    let v = Vector3(x, y, z) * sign
    let s = length(v)
    let k = s < 1e-6 ? 2.0 : 2 * DeterministicMath.atan2(s, w.magnitude) / s
    return v * k
  }
}
