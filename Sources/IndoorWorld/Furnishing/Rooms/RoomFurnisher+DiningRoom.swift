import Geometry
import RandomStreams
import RoomGeometry
import VectorMath

extension RoomFurnisher {
  /// The table in the middle, a sideboard, a cabinet for what is good.
  mutating func diningRoom() -> [GroupRequest] {
    var requests = [dining(seats: [6, 4, 2], isNeeded: true)]
    if wants(0.8), let board = any(["sideboard", "display_cabinet"]) {
      requests.append(wallThing(board, "sideboard", front: 0.55))
    }
    if wants(0.4), let cabinet = thing("display_cabinet", look: 1) {
      requests.append(wallThing(cabinet, "display_cabinet", front: 0.55))
    }
    if wants(0.8), let plant = thing("potted_plant_large", look: stream.integer(in: 0..<8)) {
      requests.append(cornerThing(plant, "plant"))
    }
    if wants(0.4), let shelf = any(["bookshelf", "console_table", "ladder_shelf"], look: 1) {
      requests.append(wallThing(shelf, "shelf", front: 0.5))
    }
    if wants(0.2), let chair = thing("high_chair") {
      requests.append(wallThing(chair, "high_chair", front: 0.3))
    }
    return requests
  }

  /// A table with chairs pushed half in and a lamp above it, for as many as fit.
  mutating func dining(
    seats: [Int], isNeeded: Bool = false, table: String = "dining_table", chair: String = "dining_chair"
  ) -> GroupRequest {
    let look = stream.integer(in: 0..<3)
    var groups: [FurnitureGroup] = []
    for count in seats {
      for shape in 0..<3 {
        guard let table = thing(table, look: look + shape), let chair = thing(chair, look: look)
        else { continue }
        if let group = dining(table, chair, seats: count, isInMiddle: true) { groups.append(group) }
      }
    }
    return GroupRequest(groups, isNeeded: isNeeded) { group, pose, space in
      // In the middle of what is free, square to the walls, towards the window.
      let away = space.distanceToWall(pose.position)
      return max(0, 1.6 - away) + Self.nearDoor(pose, group, space) * 0.5
        + Self.farFromWindow(pose, group, space) * 0.4
    }
  }

  /// - Returns: `nil` where the table has no room for so many.
  private mutating func dining(
    _ table: Thing, _ chair: Thing, seats: Int, isInMiddle: Bool
  ) -> FurnitureGroup? {
    var group = FurnitureGroup("dining", anchor: .middle)
    group.add(table, at: Vector2(-table.bounds.center.x, -table.bounds.center.y))
    // Chairs along the longer side, which is the table's width (y); the head ends get one each from six on.
    let (d, w) = (table.depth, table.width)
    let isRound = (d - w).magnitude < 0.05
    let tucked = 0.5 * chair.depth
    var places: [(Vector2, Vector2)] = []
    if isRound {
      guard seats <= max(2, Int(3.14 * w / 0.62)) else { return nil }
      for k in 0..<seats {
        let (s, c) = DeterministicMath.sincos(2 * .pi * Double(k) / Double(seats) + .pi / 4)
        let out = Vector2(c, s)
        places.append((out * (w / 2 + chair.depth / 2 - tucked + 0.08), -out))
      }
    } else {
      let heads = seats >= 6 && w > 1.5 ? 2 : 0
      let aSide = (seats - heads) / 2
      guard aSide > 0, w / Double(aSide) > 0.56 else { return nil }
      for k in 0..<aSide {
        let y = (Double(k) + 0.5) / Double(aSide) * w - w / 2
        for side in [-1.0, 1] {
          places.append((Vector2(side * (d / 2 + chair.depth / 2 - tucked), y), Vector2(-side, 0)))
        }
      }
      if heads == 2 {
        for side in [-1.0, 1] {
          places.append((Vector2(0, side * (w / 2 + chair.depth / 2 - tucked)), Vector2(0, -side)))
        }
      }
    }
    let room = KneeRoom(below: table)
    var taken: [FloorRectangle] = []
    for (at, facing) in places {
      // Where nobody tidies up, some stand as they were left.
      let isLeft = stream.bool(probability: 0.7 * clutter)
      let back = stream.uniform(0, isLeft ? 0.22 : 0.05)
      let turn = stream.uniform(-1, 1) * (isLeft ? 0.3 : 0.02)
      let forward = normalized(facing + Vector2(-facing.y, facing.x) * turn)
      var pose = FloorPose(position: at - facing * back - forward * chair.bounds.center.x, forward: forward)
      // The table's middle is the group's origin.
      let inTable = FloorPose(
        position: pose.position + Vector2(table.bounds.center.x, table.bounds.center.y), forward: forward)
      pose.position -= forward * room.retreat(of: chair, at: inTable)
      func area() -> FloorRectangle {
        FurnitureGroup.Member(
          thing: chair, pose: pose, elevation: 0, support: nil, isHung: false, isOverhead: false
        ).solid.area
      }
      // Round corners chairs would meet.
      for _ in 0..<24 where taken.contains(where: { $0.overlaps(area().grown(0.015)) }) {
        pose.position -= facing * 0.02
      }
      guard !taken.contains(where: { $0.overlaps(area()) }) else { return nil }
      taken.append(area())
      group.add(chair, at: pose.position, forward: forward)
    }
    let corners = taken.flatMap(\.corners)
    let reach = Vector2(
      corners.map { $0.x.magnitude }.reduce(d / 2, max), corners.map { $0.y.magnitude }.reduce(w / 2, max))
    group.keepClear(-reach.x - 0.35...reach.x + 0.35, -reach.y - 0.35...reach.y + 0.35)
    if let lamp = thing("pendant_lamp") { group.add(lamp, at: .zero, isOverhead: true) }
    return group
  }
}
