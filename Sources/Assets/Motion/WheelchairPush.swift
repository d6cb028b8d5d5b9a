import VectorMath
package import WorldModel

/// How somebody drives a wheelchair by hand: both hands go with the rims for an arc over the top, let go, and come back
/// outside of them. Depends on distance gone: while they push, hands go exactly as far as the rims.
package struct WheelchairPush: Articulating {
  package var body: PersonBody
  package var travel: TravelledDistance

  package init(body: PersonBody, travel: TravelledDistance) {
    self.body = body
    self.travel = travel
  }

  /// Metres from one push to the next, and the part of them that hands are on the rims.
  static let stroke = 1.05
  static let contact = 0.42
  /// Where hands take hold of the rim: from its top, radians, positive forward.
  private static let hold = -0.5

  package func articulation(of asset: Asset, at t: Double) -> Articulation {
    let effort = smoothstep(0.02, 0.3, travel.speed(at: t).magnitude)
    var pose = Self.pose(body, cycle: travel.distance(at: t) / Self.stroke, effort: effort)
    // The asset rests as somebody who sits, so only the difference moves the pelvis.
    pose.shift -= Self.pose(body, cycle: 0, effort: 0).shift
    return pose.articulation(of: asset)
  }

  /// - Parameters:
  ///   - cycle: strokes since hands took hold of the rims.
  ///   - effort: 0 = sits still, hands in the lap.
  static func pose(_ body: PersonBody, cycle: Double, effort: Double) -> PersonPose {
    let hip = Wheelchair.hip(body)
    let low = hip.z - Wheelchair.footrest
    var pose = PersonPose.sitting(
      body, hip: low, knee: min(low + 0.1, body.shankLength + body.ankleHeight - 0.002), recline: 0.08,
      reach: (1, 1), turns: (0.02, 0.02))
    pose.shift.x += hip.x
    pose.shift.z += Wheelchair.footrest
    var rest = pose
    rest.restHandsOnThighs(body, at: (0.5, 0.55))
    guard effort > 0 else { return rest }
    let p = cycle - cycle.rounded(.down)
    let arc = stroke * contact / Wheelchair.wheelRadius
    var (angle, out, lean): (Double, Double, Double)
    if p < contact {
      (angle, out, lean) = (hold + arc * p / contact, 0, 0.1 * DeterministicMath.sin(Double.pi * p / contact))
    } else {
      let q = (p - contact) / (1 - contact)
      let eased = q * q * (3 - 2 * q)
      (angle, out, lean) = (hold + arc * (1 - eased), DeterministicMath.sin(Double.pi * q), 0)
    }
    pose.spinePitch += 0.12 + lean
    pose.headPitch -= 0.1
    let (s, c) = DeterministicMath.sincos(angle)
    let radius = Wheelchair.handRimRadius
    for isLeft in [true, false] {
      let side: Double = isLeft ? 1 : -1
      let outward = Vector3(s, 0, c)
      let rim =
        Vector3(
          0, side * (Wheelchair.halfTrack + Wheelchair.handRim + 0.012 + 0.05 * out), Wheelchair.wheelRadius)
        + outward * (radius + 0.02 + 0.03 * out)
      // Palms lie on the rims from above and outside, fingers down beside them.
      let fingers = normalized(Vector3(0.35 * c, side * 0.15, -0.8))
      let wrist = rim - fingers * (0.45 * body.handLength)
      pose.place(
        isLeft: isLeft, wrist: wrist, fingers: fingers, palm: Vector3(0.1, -side, -0.1),
        elbow: Vector3(-0.75, side * 0.5, -0.2), body: body)
    }
    return effort >= 1 ? pose : .blend(rest, pose, effort)
  }
}
