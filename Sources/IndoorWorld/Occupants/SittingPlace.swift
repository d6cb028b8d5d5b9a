import Assets
import Furniture
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

/// Sits a person down on a seat: pelvis on it, back against what is behind, feet on the floor, hands somewhere.
struct SittingPlace {
  let seat: Seat
  let thing: PlacedThing
  /// Table tops before the seat, as rectangles with their height; world.
  let tables: [(area: FloorRectangle, top: Double)]

  /// How far the flesh of the thighs reaches below the hip and knee joints, parts of stature.
  private static let below = (hip: 0.07, knee: 0.036)

  struct Result {
    var figure: ClothedFigure
    var pose: RigidTransform<WorldSpace, ObjectSpace>
    var activity: String
  }

  /// - Returns: `nil` for a body that does not suit the seat.
  func sit(_ resident: Resident, floor: Double, _ chance: inout RandomStream) -> Result? {
    let body = resident.figure.body
    let h = body.stature
    let g = h * body.build
    let height = thing.position.z + seat.edge.z - floor
    // Onto a seat much higher than one's knees one climbs, onto a lower one one does not.
    guard height < body.kneeHeight * 1.35, height > body.kneeHeight * 0.55 else { return nil }
    let way = thing.rotation * Vector3(seat.forward.x, seat.forward.y, 0)
    let forward = normalized(Vector2(way.x, way.y))
    // Where the hips are behind the edge: against the back, but never so far that the knees do not clear the edge.
    let flesh = 0.088 * g
    let farthest = body.thighLength - 0.075 * h
    let wanted = seat.back.map { $0 - flesh } ?? min(0.24, seat.depth - 0.1)
    let behind = max(0.11, min(wanted, farthest))
    let gap = max(0, (seat.back ?? behind + flesh) - flesh - behind)
    // A deep seat: one leans back to its back.
    let lean = seat.back == nil ? 0.02 : min(0.42, 0.06 + gap / (0.33 * h))
    let isSlouched = seat.give > 0.02
    let recline = lean + (isSlouched ? chance.uniform(0.06, 0.16) : chance.uniform(-0.01, 0.05))
    var hip = height + Self.below.hip * g - seat.give
    let knee = min(height + Self.below.knee * g + 0.012, body.ankleHeight + body.shankLength - 0.002)
    let reach = (chance.uniform(0.55, 1), chance.uniform(0.55, 1))
    let turns = (chance.uniform(0.02, 0.2), chance.uniform(0.02, 0.2))
    hip = max(hip, knee - 0.02 * h)
    let place = thing.worldFromThing * Vector3(seat.edge.x, seat.edge.y, 0)
    let origin = Vector2(place.x, place.y) - forward * behind
    let pose = RigidTransform<WorldSpace, ObjectSpace>(
      rotation: Quaternion(yaw: DeterministicMath.atan2(forward.y, forward.x)),
      translation: Vector3(origin.x, origin.y, floor))
    var figure = resident.figure
    figure.pose = .sitting(body, hip: hip, knee: knee, recline: recline, reach: reach, turns: turns)
    var activity = "resting"
    let table = tables.first { reaches($0, from: pose, body, floor: floor) }
    let mood = chance.uniform()
    if let table, mood < 0.75 {
      figure.pose.spinePitch = chance.uniform(0.02, 0.1)
      figure.pose.headPitch = chance.uniform(0.02, 0.22)
      layHands(&figure, on: table.top - floor, edge: distance(to: table, pose, forward), body)
      activity = "at_table"
    } else if mood < 0.3 {
      figure.pose.restHandsOnThighs(body, at: (0.6, 0.6))
      figure.holdPhone(isLeft: chance.bool(probability: 0.2))
      activity = "using_phone"
    } else {
      figure.pose.headYaw = chance.uniform(-0.4, 0.4)
      figure.pose.restHandsOnThighs(body, at: (chance.uniform(0.4, 0.75), chance.uniform(0.4, 0.75)))
    }
    return Result(figure: figure, pose: pose, activity: activity)
  }

  /// Whether a table's edge is near enough to lay one's hands on it.
  private func reaches(
    _ table: (area: FloorRectangle, top: Double), from pose: RigidTransform<WorldSpace, ObjectSpace>,
    _ body: PersonBody, floor: Double
  ) -> Bool {
    let ahead = pose.rotation * Vector3(1, 0, 0)
    let height = table.top - floor
    guard (0.36...0.5).contains(height / body.stature) else { return false }
    guard let edge = distance(to: table, pose, Vector2(ahead.x, ahead.y)) else { return false }
    return edge > 0.11 * body.stature && edge < 0.27 * body.stature
  }

  /// Metres from the hips straight ahead to where a table begins; `nil` where none does within a metre.
  private func distance(
    to table: (area: FloorRectangle, top: Double), _ pose: RigidTransform<WorldSpace, ObjectSpace>,
    _ forward: Vector2
  ) -> Double? {
    let from = Vector2(pose.translation.x, pose.translation.y)
    let side = Vector2(-forward.y, forward.x) * 0.2
    for k in 0...50 {
      let s = Double(k) * 0.02
      let p: Vector2 = from + forward * s
      if table.area.contains(p) && table.area.contains(p + side) && table.area.contains(p - side) { return s }
    }
    return nil
  }

  private func layHands(_ figure: inout ClothedFigure, on top: Double, edge: Double?, _ body: PersonBody) {
    let ahead = max(0.24 * body.stature * 0.9, (edge ?? 0.3) + 0.055 * body.stature)
    for isLeft in [true, false] {
      let side = isLeft ? 1.0 : -1
      figure.pose.place(
        isLeft: isLeft, wrist: Vector3(ahead, side * 0.085 * body.stature, top + 0.0165 * body.stature),
        fingers: Vector3(0.85, -side * 0.5, -0.045), palm: Vector3(0, 0, -1),
        elbow: Vector3(-0.4, side * 0.7, -0.6), body: body)
    }
    figure.curls = (0.12, 0.16)
  }
}
