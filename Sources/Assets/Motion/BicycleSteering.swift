package import VectorMath

/// How far a bicycle's fork is turned, and where that carries what is fixed to it. Object frame, metres, radians.
package struct BicycleSteering: Sendable, Hashable {
  package var geometry: BicycleGeometry
  /// About the steering axis, positive to the left.
  package var angle: Double

  package init(geometry: BicycleGeometry, angle: Double = 0) {
    self.geometry = geometry
    self.angle = angle
  }

  /// For a path of the given curvature, 1/m, positive to the left: the line in which the front wheel's plane meets
  /// the ground is square to the line to the turn's centre.
  ///
  /// - Parameter limit: the greatest angle between the wheels on the ground.
  package init(geometry: BicycleGeometry, curvature: Double, limit: Double = 0.65) {
    let onGround = max(-limit, min(limit, DeterministicMath.atan2(geometry.wheelbase * curvature, 1)))
    let (s, c) = DeterministicMath.sincos(onGround)
    // The axis leans back, so the wheel turns by less on the ground than the fork does about the axis.
    self.init(geometry: geometry, angle: DeterministicMath.atan2(s, c * geometry.steeringAxis.z))
  }

  /// Of all that turns with the fork.
  package var rotation: Quaternion { Quaternion(axis: geometry.steeringAxis, angle: angle) }

  /// How far the fork slides along its axis so that the tyre goes on standing on the ground, upwards positive.
  ///
  /// With a leaning axis the wheel's lowest point rises as it turns, by some 3 mm at 20°; on a rigid machine the frame
  /// tips by a sixth of a degree instead.
  package var slide: Double {
    let axle = rotation * Vector3(0, 1, 0)
    let hub = geometry.headBottom + rotation * (geometry.frontAxle - geometry.headBottom)
    let ring = geometry.wheelRadius - geometry.tyreRadius
    let lowest = hub.z - ring * max(0, 1 - axle.z * axle.z).squareRoot() - geometry.tyreRadius
    return -lowest / geometry.steeringAxis.z
  }

  /// Where a point that is fixed to the fork is.
  package func carried(_ p: Vector3) -> Vector3 {
    geometry.headBottom + geometry.steeringAxis * slide + rotation * (p - geometry.headBottom)
  }
}
