import Assets
import Furniture
import Geometry
import RandomStreams
import VectorMath
import WorldModel

/// Finds room on the floor for somebody who stands.
struct StandingPlace {
  let grid: NavigationGrid
  let room: Int
  let floor: Double

  /// - Parameter apart: metres from everything.
  func place(apart: Double, _ chance: inout RandomStream) -> Vector2? {
    let cells = grid.rooms.indices.filter { grid.rooms[$0] == room && grid.clearance[$0] >= apart }
    // Not on thresholds, which are a little higher.
    let outline = Polygon(grid.plan.rooms[room].outline)
    let inside = cells.filter { outline.distanceToBoundary(grid.middle(of: $0)) >= apart }
    return chance.choose(inside).map(grid.middle)
  }

  /// Looks towards the middle of the room, more or less.
  func stand(
    _ resident: Resident, at place: Vector2, towards target: Vector2, _ chance: inout RandomStream
  ) -> (figure: ClothedFigure, pose: RigidTransform<WorldSpace, ObjectSpace>, activity: String) {
    let ahead = target - place
    let yaw = DeterministicMath.atan2(ahead.y, ahead.x) + chance.normal(sd: 0.3)
    var figure = resident.figure
    figure.pose = .standing
    figure.pose.headYaw = chance.uniform(-0.35, 0.35)
    figure.pose.headPitch = chance.uniform(-0.05, 0.12)
    figure.pose.spineYaw = chance.uniform(-0.08, 0.08)
    // Weight on both feet, toes a little outward.
    figure.pose.leftLeg.turn = chance.uniform(0.05, 0.22)
    figure.pose.rightLeg.turn = chance.uniform(0.05, 0.22)
    figure.pose.leftArm.abduction += 0.05
    figure.pose.rightArm.abduction += 0.05
    var activity = "standing"
    if chance.uniform() < 0.35 {
      figure.holdPhone(isLeft: chance.bool(probability: 0.2))
      activity = "using_phone"
    } else {
      figure.pose.leftArm.elbow += chance.uniform(0, 0.25)
      figure.pose.rightArm.elbow += chance.uniform(0, 0.25)
    }
    return (
      figure,
      RigidTransform(rotation: Quaternion(yaw: yaw), translation: Vector3(place.x, place.y, floor)),
      activity
    )
  }
}
