import VectorMath
package import WorldModel

/// How a rider sits: hips over the saddle, hands on the grips, wherever they are turned, feet on pedals at a crank
/// angle.
package struct CyclingPose: Sendable, Hashable {
  package var body: PersonBody
  package var geometry: BicycleGeometry

  package init(body: PersonBody, geometry: BicycleGeometry) {
    self.body = body
    self.geometry = geometry
  }

  /// - Parameters:
  ///   - angle: of the cranks, radians.
  ///   - steering: `nil` = straight ahead.
  package func pose(crank angle: Double, steering: BicycleSteering? = nil) -> PersonPose {
    let steering = steering ?? BicycleSteering(geometry: geometry)
    var pose = PersonPose()
    // The hip joints lie above the saddle by the depth of the seat.
    let hip = geometry.saddle + Vector3(-0.045, 0, 0.046 * body.stature)
    pose.shift = hip - Vector3(0, 0, body.hipHeight)
    pose.pelvisPitch = 0.3
    pose.spinePitch = 0.24
    pose.headPitch = -0.42
    pose.leftLeg = leg(1, hip: hip, pelvis: pose.pelvisPitch, crank: angle)
    pose.rightLeg = leg(-1, hip: hip, pelvis: pose.pelvisPitch, crank: angle)
    let lean = pose.pelvisPitch + pose.spinePitch
    pose.leftArm = arm(1, hip: hip, pelvis: pose.pelvisPitch, lean: lean, steering)
    pose.rightArm = arm(-1, hip: hip, pelvis: pose.pelvisPitch, lean: lean, steering)
    return pose
  }

  private func leg(_ side: Double, hip: Vector3, pelvis: Double, crank: Double) -> PersonPose.Leg {
    let pedal = geometry.pedal(side, angle: crank)
    // Toes point down a little, more at the bottom of the stroke's end; the ball of the foot is on the pedal.
    let (s, c) = DeterministicMath.sincos(crank)
    let pitch = 0.22 + 0.14 * (side * s) - 0.06 * side * c
    let (sp, cp) = DeterministicMath.sincos(pitch)
    let ball = Vector2(0.4 * body.footLength, -body.ankleHeight)
    let x = pedal.x - (ball.x * cp + ball.y * sp)
    let z = pedal.z + 0.013 - (-ball.x * sp + ball.y * cp)
    let solved = twoLinks(body.thighLength, body.shankLength, dx: x - hip.x, dz: z - hip.z)
    let flexion = solved.toTarget + solved.offset
    // A pelvis that leans forward lifts the thigh's zero with it.
    return PersonPose.Leg(
      hip: flexion + pelvis, knee: solved.bend, ankle: solved.bend - flexion - pitch,
      spread: DeterministicMath.atan2(
        geometry.pedalY - body.hipHalfWidth, body.thighLength + body.shankLength))
  }

  private func arm(
    _ side: Double, hip: Vector3, pelvis: Double, lean: Double, _ steering: BicycleSteering
  ) -> PersonPose.Arm {
    // The shoulder by forward kinematics through pelvis and trunk.
    func turned(_ p: Vector3, _ a: Double) -> Vector3 { Quaternion(axis: Vector3(0, 1, 0), angle: a) * p }
    let spine = PersonNode.spine.offset(body)
    let joint: PersonNode = side > 0 ? .upperArmLeft : .upperArmRight
    let shoulder = hip + turned(spine, pelvis) + turned(joint.offset(body), lean)
    let way = steering.carried(geometry.grip(side) + Vector3(-0.06, 0, 0.06)) - shoulder
    // The arm bends in one plane, which leans outwards by the abduction.
    let (a, b) = (body.upperArmLength, body.forearmLength)
    let elbow = twoLinks(a, b, dx: length(way), dz: 0).bend
    let (s, c) = DeterministicMath.sincos(elbow)
    let (forward, down) = (b * s, a + b * c)
    let abduction = DeterministicMath.asin(max(-1, min(1, side * way.y / down)))
    let rest = DeterministicMath.atan2(forward, down * DeterministicMath.cos(abduction))
    return PersonPose.Arm(
      shoulder: DeterministicMath.atan2(way.x, -way.z) - rest + lean, elbow: elbow, abduction: abduction,
      twist: 0, wrist: 0.75)
  }
}

/// Two links from the origin to (dx, dz): the direction to the target from straight down (forward positive),
/// the first link's angle off it, and the joint's bend. A target out of reach is approached.
func twoLinks(_ a: Double, _ b: Double, dx: Double, dz: Double) -> (
  toTarget: Double, offset: Double, bend: Double
) {
  let d = max((a - b).magnitude + 1e-6, min((dx * dx + dz * dz).squareRoot(), (a + b) * 0.9995))
  let inner = DeterministicMath.acos(max(-1, min(1, (a * a + b * b - d * d) / (2 * a * b))))
  let offset = DeterministicMath.acos(max(-1, min(1, (a * a + d * d - b * b) / (2 * a * d))))
  return (DeterministicMath.atan2(dx, -dz), offset, Double.pi - inner)
}

/// Turns a bicycle's wheels, cranks and pedals by the distance gone and its fork as the path bends, and moves a
/// cyclist's legs and arms: the same rule for both assets keeps feet on pedals and hands on grips.
package struct Pedalling: Articulating {
  package var travel: TravelledDistance
  package var cycling: CyclingPose
  /// The crank's angle at distance 0, radians.
  package var phase: Double

  package init(travel: TravelledDistance, body: PersonBody, geometry: BicycleGeometry, phase: Double = 0) {
    self.travel = travel
    cycling = CyclingPose(body: body, geometry: geometry)
    self.phase = phase
  }

  package init(track: Track, body: PersonBody, geometry: BicycleGeometry, phase: Double = 0) {
    self.init(travel: TravelledDistance(track: track), body: body, geometry: geometry, phase: phase)
  }

  package func articulation(of asset: Asset, at t: Double) -> Articulation {
    let distance = travel.distance(at: t)
    let crank = phase + cycling.geometry.crankAngle(after: distance)
    let steering = BicycleSteering(geometry: cycling.geometry, curvature: travel.curvature(at: t))
    if asset.nodes.contains(where: { $0.name == PersonNode.pelvis.rawValue }) {
      var pose = cycling.pose(crank: crank, steering: steering)
      // The asset rests in the riding pose already, so only the difference moves the pelvis.
      pose.shift -= cycling.pose(crank: 0).shift
      return pose.articulation(of: asset)
    }
    var poses = asset.restPoses
    let axis = Vector3(0, 1, 0)
    for (i, node) in asset.nodes.enumerated() {
      switch node.name {
      case "wheel_front", "wheel_rear":
        poses[i].rotation = Quaternion(axis: axis, angle: distance / cycling.geometry.wheelRadius)
      case "steering":
        poses[i].rotation = steering.rotation
        poses[i].translation = node.rest.translation + cycling.geometry.steeringAxis * steering.slide
      case "crank": poses[i].rotation = Quaternion(axis: axis, angle: crank)
      case "pedal_left", "pedal_right": poses[i].rotation = Quaternion(axis: axis, angle: -crank)
      default: break
      }
    }
    return Articulation(poses: poses)
  }
}
