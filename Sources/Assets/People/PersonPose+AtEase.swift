package import VectorMath

extension PersonPose {
  /// What somebody who stands does with the hands.
  package enum Hands: String, Sendable, CaseIterable { case hanging, folded, phone, hips }

  /// Standing as people do: the weight on one leg, the other knee bent, the head somewhere else. Both soles are on the
  /// ground.
  ///
  /// - Parameter chance: chooses leg, hands and how far all goes.
  package static func atEase(_ body: PersonBody, _ chance: AssetVariation) -> PersonPose {
    let side: Double = chance.unit("leg") < 0.5 ? 1 : -1
    let h = body.stature
    let hands = chance.choice("hands", of: Hands.allCases.count)
    var pose = PersonPose()
    // The hips go over the standing foot, and down as the free leg gives way.
    pose.shift = Vector3(0, side * 0.016 * h, -0.006 * h)
    let free = Vector3(
      chance.number("step", in: 0.01...0.07) * h,
      -side * chance.number("width", in: 1.15...1.6) * body.hipHalfWidth,
      body.ankleHeight)
    let firm = Vector3(-0.008 * h, side * 0.8 * body.hipHalfWidth, body.ankleHeight)
    let feet = side > 0 ? (left: firm, right: free) : (left: free, right: firm)
    pose.leftLeg = leg(
      1, ankle: feet.left, body, pose.shift, turn: chance.number("toes left", in: 0.08...0.3))
    pose.rightLeg = leg(
      -1, ankle: feet.right, body, pose.shift, turn: chance.number("toes right", in: 0.08...0.3))
    pose.spinePitch = chance.number("stoop", in: 0.0...0.06)
    pose.spineYaw = chance.number("turn", in: -0.12...0.12)
    pose.headYaw = chance.number("look", in: -0.55...0.55)
    pose.headPitch = chance.number("nod", in: -0.08...0.12)
    func hanging(_ name: StaticString) -> Arm {
      Arm(
        shoulder: chance.number(name, 0, in: -0.06...0.12), elbow: chance.number(name, 1, in: 0.15...0.4),
        abduction: chance.number(name, 2, in: 0.09...0.15), twist: chance.number(name, 3, in: 0.1...0.4),
        wrist: 0.12)
    }
    pose.leftArm = hanging("left arm")
    pose.rightArm = hanging("right arm")
    switch Hands.allCases[hands] {
    case .hanging: break
    case .folded:
      pose.leftArm = Arm(shoulder: 0.2, elbow: 1.15, abduction: 0.12, twist: 0.85, wrist: 0.1)
      pose.rightArm = Arm(shoulder: 0.24, elbow: 1.2, abduction: 0.12, twist: 0.85, wrist: 0.1)
    case .phone:
      let arm = Arm(shoulder: 0.4, elbow: 1.75, abduction: 0.1, twist: 0.4, wrist: -0.2)
      if side > 0 { pose.rightArm = arm } else { pose.leftArm = arm }
      (pose.headPitch, pose.headYaw) = (0.38, pose.headYaw * 0.3)
    case .hips:
      let arm = Arm(shoulder: -0.45, elbow: 1.45, abduction: 0.5, twist: 0.8, wrist: 0)
      if side > 0 { pose.leftArm = arm } else { pose.rightArm = arm }
    }
    return pose
  }

  /// A leg that puts the ankle at a place, the sole level and the toes turned out.
  /// - Parameter ankle: relative to the ground between the feet.
  private static func leg(
    _ side: Double, ankle: Vector3, _ body: PersonBody, _ shift: Vector3, turn: Double
  ) -> Leg {
    let hip = Vector3(0, side * body.hipHalfWidth, body.hipHeight) + shift
    let way = Quaternion(axis: Vector3(0, 0, 1), angle: -side * turn) * (ankle - hip)
    let (a, b) = (body.thighLength, body.shankLength)
    let knee = twoLinks(a, b, dx: length(way), dz: 0).bend
    let (s, c) = DeterministicMath.sincos(knee)
    let (back, down) = (-b * s, a + b * c)
    let spread = DeterministicMath.asin(max(-1, min(1, side * way.y / down)))
    let rest = DeterministicMath.atan2(back, down * DeterministicMath.cos(spread))
    let flexion = DeterministicMath.atan2(way.x, -way.z) - rest
    return Leg(hip: flexion, knee: knee, ankle: knee - flexion, spread: spread, turn: turn)
  }
}
