package import VectorMath
package import WorldModel

/// How a person's joints are bent. Angles in radians: flexion brings a limb forward, abduction away from the
/// body, both 0 when standing straight with hanging arms.
package struct PersonPose: Sendable, Hashable {
  package struct Leg: Sendable, Hashable {
    package var hip = 0.0
    package var knee = 0.0
    /// Of the foot against the shank; positive lifts the toes.
    package var ankle = 0.0
    package var spread = 0.0
    /// Turn of the whole leg about the upright axis through the hip, positive outward.
    package var turn = 0.0

    package init(
      hip: Double = 0, knee: Double = 0, ankle: Double = 0, spread: Double = 0, turn: Double = 0
    ) {
      self.hip = hip
      self.knee = knee
      self.ankle = ankle
      self.spread = spread
      self.turn = turn
    }
  }

  package struct Arm: Sendable, Hashable {
    package var shoulder = 0.0
    package var elbow = 0.0
    package var abduction = 0.0
    /// Turn of the upper arm about its own axis, positive inward.
    package var twist = 0.0
    /// Bend of the hand towards the palm's side of the forearm, for hands that hold a bar.
    package var wrist = 0.0
    /// How the hand is turned against the forearm, instead of by `wrist`.
    package var hand: Quaternion?

    package init(
      shoulder: Double = 0, elbow: Double = 0, abduction: Double = 0, twist: Double = 0, wrist: Double = 0
    ) {
      self.shoulder = shoulder
      self.elbow = elbow
      self.abduction = abduction
      self.twist = twist
      self.wrist = wrist
    }
  }

  /// Of the pelvis relative to standing.
  package var shift: Vector3
  /// Of the pelvis: forward lean.
  package var pelvisPitch: Double
  /// Of the trunk against the pelvis: lean forward, turn to the left.
  package var spinePitch: Double
  package var spineYaw: Double
  package var headPitch: Double
  package var headYaw: Double
  package var legs: (left: Leg, right: Leg) {
    get { (leftLeg, rightLeg) }
    set { (leftLeg, rightLeg) = newValue }
  }
  package var leftLeg: Leg
  package var rightLeg: Leg
  package var leftArm: Arm
  package var rightArm: Arm

  package init(
    shift: Vector3 = .zero, pelvisPitch: Double = 0, spinePitch: Double = 0, spineYaw: Double = 0,
    headPitch: Double = 0, headYaw: Double = 0, leftLeg: Leg = Leg(), rightLeg: Leg = Leg(),
    leftArm: Arm = Arm(),
    rightArm: Arm = Arm()
  ) {
    self.shift = shift
    self.pelvisPitch = pelvisPitch
    self.spinePitch = spinePitch
    self.spineYaw = spineYaw
    self.headPitch = headPitch
    self.headYaw = headYaw
    self.leftLeg = leftLeg
    self.rightLeg = rightLeg
    self.leftArm = leftArm
    self.rightArm = rightArm
  }

  /// Standing at ease.
  package static let standing = PersonPose(
    leftArm: Arm(shoulder: 0.04, elbow: 0.16, abduction: 0.1),
    rightArm: Arm(shoulder: 0.0, elbow: 0.12, abduction: 0.09))

  /// The local rotation of each of a person's nodes.
  func rotation(of node: PersonNode) -> Quaternion {
    func pitch(_ a: Double) -> Quaternion { Quaternion(axis: Vector3(0, 1, 0), angle: a) }
    func roll(_ a: Double) -> Quaternion { Quaternion(axis: Vector3(1, 0, 0), angle: a) }
    func yaw(_ a: Double) -> Quaternion { Quaternion(axis: Vector3(0, 0, 1), angle: a) }
    switch node {
    case .pelvis: return pitch(pelvisPitch)
    case .spine: return yaw(spineYaw) * pitch(spinePitch)
    case .head: return yaw(headYaw) * pitch(headPitch)
    case .thighLeft: return yaw(leftLeg.turn) * pitch(-leftLeg.hip) * roll(leftLeg.spread)
    case .thighRight: return yaw(-rightLeg.turn) * pitch(-rightLeg.hip) * roll(-rightLeg.spread)
    case .shankLeft: return pitch(leftLeg.knee)
    case .shankRight: return pitch(rightLeg.knee)
    case .footLeft: return pitch(-leftLeg.ankle) * roll(-leftLeg.spread)
    case .footRight: return pitch(-rightLeg.ankle) * roll(rightLeg.spread)
    case .upperArmLeft: return pitch(-leftArm.shoulder) * roll(leftArm.abduction) * yaw(-leftArm.twist)
    case .upperArmRight: return pitch(-rightArm.shoulder) * roll(-rightArm.abduction) * yaw(rightArm.twist)
    case .forearmLeft: return pitch(-leftArm.elbow)
    case .forearmRight: return pitch(-rightArm.elbow)
    case .handLeft: return leftArm.hand ?? pitch(leftArm.wrist)
    case .handRight: return rightArm.hand ?? pitch(rightArm.wrist)
    }
  }

  /// The poses of all nodes of a person's asset; nodes that are no person's keep their rest.
  package func articulation(of asset: Asset) -> Articulation {
    var poses = asset.restPoses
    for (i, node) in asset.nodes.enumerated() {
      guard let joint = PersonNode(rawValue: node.name) else { continue }
      poses[i].rotation = rotation(of: joint)
      if joint == .pelvis { poses[i].translation = node.rest.translation + shift }
    }
    return Articulation(poses: poses)
  }
}

/// The nodes of a person, by their names in the asset; parents first.
package enum PersonNode: String, Sendable, CaseIterable {
  case pelvis
  case spine
  case head
  case upperArmLeft = "upper_arm_left"
  case forearmLeft = "forearm_left"
  case handLeft = "hand_left"
  case upperArmRight = "upper_arm_right"
  case forearmRight = "forearm_right"
  case handRight = "hand_right"
  case thighLeft = "thigh_left"
  case shankLeft = "shank_left"
  case footLeft = "foot_left"
  case thighRight = "thigh_right"
  case shankRight = "shank_right"
  case footRight = "foot_right"

  /// Its place among all cases.
  var ordinal: Int {
    switch self {
    case .pelvis: 0
    case .spine: 1
    case .head: 2
    case .upperArmLeft: 3
    case .forearmLeft: 4
    case .handLeft: 5
    case .upperArmRight: 6
    case .forearmRight: 7
    case .handRight: 8
    case .thighLeft: 9
    case .shankLeft: 10
    case .footLeft: 11
    case .thighRight: 12
    case .shankRight: 13
    case .footRight: 14
    }
  }

  var parent: PersonNode? {
    switch self {
    case .pelvis: nil
    case .spine, .thighLeft, .thighRight: .pelvis
    case .head, .upperArmLeft, .upperArmRight: .spine
    case .forearmLeft: .upperArmLeft
    case .forearmRight: .upperArmRight
    case .handLeft: .forearmLeft
    case .handRight: .forearmRight
    case .shankLeft: .thighLeft
    case .shankRight: .thighRight
    case .footLeft: .shankLeft
    case .footRight: .shankRight
    }
  }

  /// Where the joint lies relative to its parent's, standing straight.
  func offset(_ body: PersonBody) -> Vector3 {
    switch self {
    case .pelvis: Vector3(0, 0, body.hipHeight)
    case .spine: Vector3(0, 0, 0.08 * body.stature)
    case .head: Vector3(0.004 * body.stature, 0, body.neckHeight - body.hipHeight - 0.08 * body.stature)
    case .upperArmLeft:
      Vector3(
        -0.008 * body.stature, body.shoulderHalfWidth,
        body.shoulderHeight - body.hipHeight - 0.08 * body.stature)
    case .upperArmRight:
      Vector3(
        -0.008 * body.stature, -body.shoulderHalfWidth,
        body.shoulderHeight - body.hipHeight - 0.08 * body.stature)
    case .forearmLeft, .forearmRight: Vector3(0, 0, -body.upperArmLength)
    case .handLeft, .handRight: Vector3(0, 0, -body.forearmLength)
    case .thighLeft: Vector3(0, body.hipHalfWidth, 0)
    case .thighRight: Vector3(0, -body.hipHalfWidth, 0)
    case .shankLeft, .shankRight: Vector3(0, 0, -body.thighLength)
    case .footLeft, .footRight: Vector3(0, 0, -body.shankLength)
    }
  }
}
