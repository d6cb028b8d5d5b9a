import Assets
import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Lays a person down on their back on a bed or a sofa.
struct LyingPlace {
  let thing: PlacedThing

  /// Beds, with the head at their back; and sofas, with the head at one end.
  static let classes: Set<String> = ["bed", "single_bed", "sofa", "hospital_bed"]

  struct Result {
    var figure: ClothedFigure
    var pose: RigidTransform<WorldSpace, ObjectSpace>
  }

  func lie(_ resident: Resident, _ chance: inout RandomStream) -> Result? {
    let asset = thing.thing.asset
    let bounds = thing.thing.bounds
    let body = resident.figure.body
    let h = body.stature
    let isBed = asset.nativeClass.name.hasSuffix("bed")
    // The thing's frame: where the crown of the head points, and a line along which one lies.
    let headward = isBed ? Vector2(-1, 0) : Vector2(0, chance.bool() ? 1 : -1)
    let long = isBed ? bounds.size.x : bounds.size.y
    guard long > h + 0.12 else { return nil }
    let wide = isBed ? bounds.size.y : bounds.size.x
    let across = Vector2(-headward.y, headward.x)
    let isDouble = isBed && wide > 1.3
    let side = isDouble ? (chance.bool() ? 1.0 : -1) * wide * 0.23 : 0
    let middle = Vector2(bounds.center.x, bounds.center.y)
    // On a sofa in front of its back.
    let aside = isBed ? across * side : Vector2(bounds.size.x * 0.16, 0)
    let crown = long / 2 - (isBed ? chance.uniform(0.1, 0.16) : chance.uniform(0.26, 0.34))
    let feet = middle + aside + headward * (crown - h)
    var figure = resident.figure
    figure.pose = PersonPose(
      // Up onto the pillow.
      spinePitch: isBed ? 0.1 : 0.03, headPitch: isBed ? 0.3 : 0.14, headYaw: chance.uniform(-0.25, 0.25),
      leftLeg: .init(hip: 0.04, knee: 0.07, ankle: -0.35, turn: chance.uniform(0.05, 0.25)),
      rightLeg: .init(hip: 0.04, knee: 0.07, ankle: -0.35, turn: chance.uniform(0.05, 0.25)))
    arms(&figure, body, &chance)
    if figure.feet == .shoes || figure.feet == .slippers { figure.feet = .socks }
    // Body axes: forward looks up, up points to the head end.
    let z = Vector3(headward.x, headward.y, 0)
    let x = Vector3(0, 0, 1)
    let thingFromBody = Quaternion(Matrix3(columns: x, cross(z, x), z))
    let rotation = (thing.rotation * thingFromBody).normalized
    let flat = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: rotation,
      translation: thing.worldFromThing * Vector3(feet.x, feet.y, 0))
    // Let down until it sinks in where the trunk and the seat lie heaviest.
    let points = FigureFit.points(figure, flat)
    let felt = SurfaceProbe(asset)
    let thingFromWorld = thing.worldFromThing.inverse
    var gaps: [Double] = []
    for p in points.indices where p % 2 == 0 {
      let q = thingFromWorld * points[p]
      // Trunk and seat, not head and heels.
      let along = dot(Vector2(q.x, q.y) - feet, headward) / h
      guard (0.45...0.8).contains(along), let top = felt.top(q.x, q.y) else { continue }
      gaps.append(q.z - top)
    }
    guard let least = gaps.min() else { return nil }
    let sink = asset.nativeClass.name == "sofa" ? 0.03 : 0.035
    var pose = flat
    pose.translation.z -= least + sink
    return Result(figure: figure, pose: pose)
  }

  private func arms(_ figure: inout ClothedFigure, _ body: PersonBody, _ chance: inout RandomStream) {
    let h = body.stature
    let onBelly = chance.uniform()
    for isLeft in [true, false] {
      let side = isLeft ? 1.0 : -1
      if onBelly < 0.4 || (onBelly < 0.7 && isLeft) {
        figure.pose.place(
          isLeft: isLeft,
          wrist: Vector3(
            0.083 * h * body.build, side * 0.055 * h, body.hipHeight + (isLeft ? 0.1 : 0.125) * h),
          fingers: Vector3(0.05, -side, 0.06), palm: Vector3(-1, 0, 0),
          elbow: Vector3(-0.35, side, -0.2), body: body)
      } else {
        let arm = PersonPose.Arm(
          shoulder: 0.02, elbow: 0.14, abduction: chance.uniform(0.2, 0.32), twist: 0.5)
        if isLeft { figure.pose.leftArm = arm } else { figure.pose.rightArm = arm }
      }
    }
  }
}
