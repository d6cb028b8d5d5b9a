package import VectorMath

/// Where a bicycle's points are: what the machine and its rider must agree on. Object frame, metres.
package struct BicycleGeometry: Sendable, Hashable {
  /// To the outside of the tyre.
  package var wheelRadius = 0.34
  /// Half the tyre's thickness.
  package var tyreRadius = 0.019
  package var wheelbase = 1.06
  /// Turns of the rear wheel for one turn of the cranks.
  package var gear = 2.3
  package var crankLength = 0.17
  /// Half the distance of the pedals' middles.
  package var pedalY = 0.125
  package var gripY = 0.26
  package var saddleHeight: Double

  /// A frame that fits a rider.
  package init(riderStature: Double = 1.75) { saddleHeight = 0.525 * riderStature }

  package var rearAxle: Vector3 { Vector3(-wheelbase / 2, 0, wheelRadius) }
  package var frontAxle: Vector3 { Vector3(wheelbase / 2, 0, wheelRadius) }
  package var bottomBracket: Vector3 { Vector3(-wheelbase / 2 + 0.44, 0, 0.285) }
  /// The top of the saddle where one sits.
  package var saddle: Vector3 {
    Vector3(bottomBracket.x - 0.3 * (saddleHeight - bottomBracket.z), 0, saddleHeight)
  }
  package var headTop: Vector3 { Vector3(frontAxle.x - 0.26, 0, 0.86) }
  package var headBottom: Vector3 { Vector3(frontAxle.x - 0.185, 0, 0.7) }
  /// The direction about which the fork turns, upwards, a unit vector; the axis passes through `headBottom`.
  package var steeringAxis: Vector3 { normalized(headTop - headBottom) }
  /// The middle of a grip; `side` +1 left, −1 right.
  package func grip(_ side: Double) -> Vector3 { Vector3(frontAxle.x - 0.33, side * gripY, 1.06) }

  /// The crank's angle after `distance` metres, radians about +y; 0 = the right pedal is forward.
  package func crankAngle(after distance: Double) -> Double { distance / (wheelRadius * gear) }

  /// A pedal's axle at a crank angle.
  package func pedal(_ side: Double, angle: Double) -> Vector3 {
    let (s, c) = DeterministicMath.sincos(angle)
    // Turning about +y carries forward down.
    return bottomBracket + Vector3(-side * crankLength * c, side * pedalY, side * crankLength * s)
  }
}
