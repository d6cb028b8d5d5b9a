package import VectorMath

extension PersonPose {
  /// Sitting upright or leaning back, both feet flat on the ground where the legs reach it.
  ///
  /// - Parameters:
  ///   - hip: height of the hip joints, metres.
  ///   - knee: height of the knees that is asked for; less where the shanks are too short, metres.
  ///   - recline: of the trunk, backwards, radians.
  ///   - reach: how far the feet are set forward of the knees (or, negative, back) where the height leaves the choice: 1 or −1.
  ///   - turns: of the left and the right leg outward.
  package static func sitting(
    _ body: PersonBody, hip: Double, knee: Double, recline: Double, reach: (Double, Double),
    turns: (Double, Double)
  ) -> PersonPose {
    var pose = PersonPose(shift: Vector3(0, 0, hip - body.hipHeight), spinePitch: -recline)
    // The face stays upright.
    pose.headPitch = recline * 0.8
    func leg(_ reach: Double, _ turn: Double) -> Leg {
      let thigh = DeterministicMath.acos(max(-1, min(1, (hip - knee) / body.thighLength)))
      let shank = DeterministicMath.acos(max(-1, min(1, (knee - body.ankleHeight) / body.shankLength)))
      let forward = shank * reach
      return Leg(hip: thigh, knee: thigh - forward, ankle: -forward, turn: turn)
    }
    pose.leftLeg = leg(reach.0, turns.0)
    pose.rightLeg = leg(reach.1, turns.1)
    return pose
  }

  /// Moves an arm so that its wrist is at a place, and turns the hand: fingers along `fingers`, palm against `palm`.
  ///
  /// - Parameters:
  ///   - isLeft: which arm.
  ///   - wrist, fingers, palm: object frame, metres and directions; the palm faces along `palm`.
  ///   - elbow: the direction in which the elbow points, spine frame.
  package mutating func place(
    isLeft: Bool, wrist: Vector3, fingers: Vector3, palm: Vector3, elbow: Vector3, body: PersonBody
  ) {
    let before = PersonSkeleton(body: body, pose: self)
    let spine = before[.spine]
    let shoulder = before.place(isLeft ? .upperArmLeft : .upperArmRight)
    var arm = Arm.reaching(
      spine.linear.transpose * (wrist - shoulder), elbow: elbow, body: body, isLeft: isLeft)
    if isLeft { leftArm = arm } else { rightArm = arm }
    let fore = PersonSkeleton(body: body, pose: self)[isLeft ? .forearmLeft : .forearmRight].linear
    // The hand hangs along −z, its palm towards −y (left) or y (right).
    let z = -normalized(fingers)
    let facing = palm - z * dot(palm, z)
    let y = normalized(facing) * (isLeft ? -1 : 1)
    let wanted = Matrix3(columns: cross(y, z), y, z)
    arm.hand = Quaternion(fore.transpose * wanted).normalized
    if isLeft { leftArm = arm } else { rightArm = arm }
  }

  /// Both hands on the thighs, so far towards the knees (0...1).
  package mutating func restHandsOnThighs(_ body: PersonBody, at shares: (Double, Double)) {
    for (isLeft, share) in [(true, shares.0), (false, shares.1)] {
      let skeleton = PersonSkeleton(body: body, pose: self)
      let hip = skeleton.place(isLeft ? .thighLeft : .thighRight)
      let knee = skeleton.place(isLeft ? .shankLeft : .shankRight)
      let along = normalized(knee - hip)
      let across = normalized(cross(along, Vector3(0, 0, 1)))
      let up = cross(across, along)
      let thick = (0.05 - 0.013 * share) * body.stature * body.build + 0.02
      let inward = across * ((isLeft ? 1.0 : -1) * 0.008 * body.stature)
      let wrist = hip + (knee - hip) * share + up * thick + inward
      place(
        isLeft: isLeft, wrist: wrist, fingers: along - up * 0.16 + (isLeft ? across : -across) * 0.3,
        palm: -up,
        elbow: Vector3(-0.5, isLeft ? 0.75 : -0.75, -0.6), body: body)
    }
  }

  /// One hand holds something before the body, as a telephone that is looked at.
  package mutating func holdBeforeChest(isLeft: Bool, _ body: PersonBody) {
    let skeleton = PersonSkeleton(body: body, pose: self)
    let spine = skeleton[.spine]
    let side = isLeft ? 1.0 : -1
    let at = Vector3(
      0.19 * body.stature, side * 0.035 * body.stature,
      body.shoulderHeight - body.hipHeight - 0.2 * body.stature)
    place(
      isLeft: isLeft, wrist: spine * at, fingers: spine.linear * Vector3(0.5, -side * 0.25, 0.8),
      palm: spine.linear * Vector3(-0.75, -side * 0.15, 0.5), elbow: Vector3(-0.2, side * 0.55, -0.85),
      body: body)
    headPitch += 0.38
    headYaw -= side * 0.06
  }
}
