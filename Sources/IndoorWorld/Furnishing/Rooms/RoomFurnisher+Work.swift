import Geometry
import RandomStreams
import RoomGeometry
import VectorMath

/// Rooms in which people work, learn, shop or are looked after.
extension RoomFurnisher {
  /// Islands of desks with their chairs, cabinets along the walls.
  mutating func openOffice() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    for _ in 0..<max(1, Int(space.area / 13)) { requests.append(GroupRequest(deskIslands())) }
    for i in 0..<3 where wants(0.9) {
      if let cabinet = any(["filing_cabinet", "bookshelf", "locker", "sideboard"], look: i % 2) {
        requests.append(wallThing(cabinet, "cabinet", front: 0.6))
      }
    }
    if wants(0.8), let bin = thing("waste_bin") { requests.append(cornerThing(bin, "waste_bin")) }
    for _ in 0..<2 where wants(0.8) {
      if let plant = thing("potted_plant_large", look: stream.integer(in: 0..<8)) {
        requests.append(cornerThing(plant, "plant"))
      }
    }
    return requests
  }

  /// Desks back to back, as many as fit: 2 × 3, 2 × 2, 2 × 1, then one at a wall.
  private mutating func deskIslands() -> [FurnitureGroup] {
    guard let desk = thing("desk"), let chair = thing("office_chair") else { return [] }
    var groups: [FurnitureGroup] = []
    let knees = KneeRoom(below: desk)
    for columns in [3, 2, 1] {
      var group = FurnitureGroup("desks", anchor: .middle)
      for k in 0..<columns {
        let y = (Double(k) - Double(columns - 1) / 2) * (desk.width + 0.02)
        for side in [1.0, -1] {
          let place = Vector2(side * (0.01 - desk.bounds.min.x), y - side * desk.bounds.center.y)
          group.add(desk, at: place, forward: Vector2(side, 0))
          let facing = normalized(Vector2(-side, stream.uniform(-0.3, 0.3)))
          let at = Vector2(side * (desk.depth + 0.3), y) - facing * chair.bounds.center.x
          let inDesk = FloorPose(position: (at - place) * side, forward: facing * side)
          group.add(chair, at: at - facing * knees.retreat(of: chair, at: inDesk), forward: facing)
        }
      }
      let half = Double(columns) * (desk.width + 0.02) / 2
      group.keepClear(-desk.depth - 1.0...desk.depth + 1.0, -half...half)
      groups.append(group)
    }
    return groups
  }

  /// A long table, chairs around it, a board or a screen.
  mutating func meetingRoom() -> [GroupRequest] {
    var requests = [
      dining(seats: [10, 8, 6, 4], isNeeded: true, table: "meeting_table", chair: "office_chair")
    ]
    if wants(0.7), let board = any(["sideboard", "filing_cabinet"]) {
      requests.append(wallThing(board, "sideboard", front: 0.6))
    }
    if wants(0.7), let plant = thing("potted_plant_large", look: stream.integer(in: 0..<8)) {
      requests.append(cornerThing(plant, "plant"))
    }
    return requests
  }

  /// Rows of desks that face the board, the teacher's desk before it.
  mutating func classroom() -> [GroupRequest] {
    var groups: [FurnitureGroup] = []
    guard let desk = thing("school_desk"), let chair = any(["dining_chair"], look: 1) else { return [] }
    for rows in [5, 4, 3, 2] {
      for columns in [5, 4, 3, 2] { groups.append(lesson(desk, chair, rows: rows, columns: columns)) }
    }
    groups.sort { $0.members.count > $1.members.count }
    var requests = [
      GroupRequest(groups, isNeeded: true) { group, pose, space in Self.beforeWindow(pose, group, space) * 3 }
    ]
    for i in 0..<2 where wants(0.8) {
      if let shelf = any(["bookshelf", "locker", "sideboard"], look: i) {
        requests.append(wallThing(shelf, "shelf", front: 0.55))
      }
    }
    if let bin = thing("waste_bin") { requests.append(cornerThing(bin, "waste_bin")) }
    return requests
  }

  private mutating func lesson(_ desk: Thing, _ chair: Thing, rows: Int, columns: Int) -> FurnitureGroup {
    var group = FurnitureGroup("lesson", anchor: .wall(gap: 0))
    if let board = thing("whiteboard") {
      group.add(
        board, at: Vector2(0, -board.bounds.center.y), elevation: 1.5 - board.bounds.center.z, isHung: true)
    }
    if let table = thing("desk"), let seat = thing("office_chair") {
      // The teacher looks at the class.
      let place = FloorPose(
        position: Vector2(1.5, 0.9) + Vector2(table.bounds.center.x, table.bounds.center.y),
        forward: Vector2(-1, 0))
      group.add(table, at: place.position, forward: place.forward)
      let at = Vector2(1.5 - table.depth / 2 - 0.32, 0.9)
      let inTable = FloorPose(position: place.position - at, forward: Vector2(-1, 0))
      group.add(seat, at: at - Vector2(KneeRoom(below: table).retreat(of: seat, at: inTable), 0))
    }
    let knees = KneeRoom(below: desk)
    let first = 2.9
    let pitch = (x: desk.depth + chair.depth + 0.25, y: desk.width + 0.55)
    for i in 0..<rows {
      for j in 0..<columns {
        let x = first + Double(i) * pitch.x
        let y = (Double(j) - Double(columns - 1) / 2) * pitch.y
        let place = Vector2(x - desk.bounds.min.x, y - desk.bounds.center.y)
        group.add(desk, at: place)
        for k in desk.width > 0.95 ? [-0.25, 0.25] : [0.0] {
          let back = stream.uniform(0, 0.06)
          var at = Vector2(
            x + desk.depth + 0.5 * chair.depth - 0.22 + back + chair.bounds.center.x, y + k * desk.width)
          let inDesk = FloorPose(position: at - place, forward: Vector2(-1, 0))
          at.x += knees.retreat(of: chair, at: inDesk)
          group.add(chair, at: at, forward: inDesk.forward)
        }
      }
    }
    group.keepClear(0.02...first - 0.1, -Double(columns) * pitch.y / 2...Double(columns) * pitch.y / 2)
    return group
  }

  /// Racks and cabinets along the walls, rails with clothes and tables with goods in the middle, a counter.
  mutating func shop() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    if let counter = thing("reception_desk") {
      var group = FurnitureGroup("counter", anchor: .wall(gap: 0.9))
      group.addBacked(counter, x: 0, y: 0)
      group.keepClear(counter.depth...counter.depth + 0.8, -counter.width / 2...counter.width / 2)
      requests.append(GroupRequest([group]))
    }
    for i in 0..<6 {
      if let shelf = any(["bookshelf", "display_cabinet"], look: i % 3) {
        requests.append(wallThing(shelf, "shelf", front: 0.7))
      }
    }
    for _ in 0..<max(1, Int(space.area / 12)) {
      guard let rail = any(["clothes_rack", "console_table", "clothes_rack", "dining_table"]) else {
        continue
      }
      var group = FurnitureGroup("display", anchor: .middle)
      group.add(rail, at: Vector2(-rail.bounds.center.x, -rail.bounds.center.y))
      group.keepClear(
        -rail.depth / 2 - 0.6...rail.depth / 2 + 0.6, -rail.width / 2 - 0.4...rail.width / 2 + 0.4)
      requests.append(GroupRequest([group]))
    }
    if let mirror = thing("mirror_standing") { requests.append(wallThing(mirror, "mirror", front: 0.7)) }
    return requests
  }

  /// A couch to lie on, a desk, cabinets, a basin.
  mutating func clinic() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    if let bed = thing("hospital_bed") {
      var group = FurnitureGroup("hospital_bed", anchor: .wall(gap: 0.02))
      group.addBacked(bed, x: 0, y: 0)
      group.keepClear(0.4...bed.depth, bed.width / 2 + 0.01...bed.width / 2 + 0.7)
      requests.append(GroupRequest([group], isNeeded: true))
    }
    requests += desk()
    for name in ["washbasin", "locker", "filing_cabinet", "display_cabinet", "waste_bin", "stool", "scale"]
    where wants(0.9) {
      if let thing = thing(name) { requests.append(wallThing(thing, name, front: 0.5)) }
    }
    return requests
  }

  /// Rows of racks with aisles, pallets on the floor.
  mutating func warehouse() -> [GroupRequest] {
    guard let rack = thing("warehouse_rack") else { return [] }
    var groups: [FurnitureGroup] = []
    for rows in [4, 3, 2, 1] {
      for bays in [4, 3, 2] {
        var group = FurnitureGroup("racks", anchor: .middle)
        let pitch = rack.depth + 2.2
        for i in 0..<rows {
          for j in 0..<bays {
            group.add(
              rack,
              at: Vector2(
                (Double(i) - Double(rows - 1) / 2) * pitch - rack.bounds.center.x,
                (Double(j) - Double(bays - 1) / 2) * (rack.width + 0.03) - rack.bounds.center.y))
          }
        }
        let (x, y) = (Double(rows - 1) / 2 * pitch + rack.depth / 2 + 1, Double(bays) / 2 * rack.width + 0.8)
        group.keepClear(-x...x, -y...y)
        groups.append(group)
      }
    }
    groups.sort { $0.members.count > $1.members.count }
    var requests = [GroupRequest(groups, isNeeded: true)]
    for _ in 0..<4 {
      if let pallet = thing("pallet") { requests.append(wallThing(pallet, "pallet", front: 0.8, gap: 0.2)) }
    }
    return requests
  }
}
