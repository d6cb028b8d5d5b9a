package import VectorMath

/// A place in the plan and the way one looks there.
package struct PlanPose: Sendable, Hashable {
  /// Metres.
  package var point: Vector2
  /// Radians from +x, counter-clockwise.
  package var heading: Double

  package init(_ point: Vector2, heading: Double) {
    self.point = point
    self.heading = heading
  }

  /// Unit vectors ahead and to the left.
  var axes: (ahead: Vector2, left: Vector2) {
    let (sin, cos) = DeterministicMath.sincos(heading)
    return (Vector2(cos, sin), Vector2(-sin, cos))
  }

  /// The place `ahead` metres on and `left` metres to the left, looking the same way.
  package func moved(ahead: Double = 0, left: Double = 0) -> PlanPose {
    let axes = axes
    return PlanPose(point + ahead * axes.ahead + left * axes.left, heading: heading)
  }

  /// The same place, looking back.
  package var reversed: PlanPose { PlanPose(point, heading: heading + Double.pi) }
}

/// An angle in (−π, π].
package func wrappedAngle(_ angle: Double) -> Double {
  let turn = 2 * Double.pi
  let r = angle - (angle / turn).rounded() * turn
  return r <= -Double.pi ? r + turn : r
}
