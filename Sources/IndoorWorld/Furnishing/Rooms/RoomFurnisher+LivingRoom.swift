import Furniture
import Geometry
import RandomStreams
import RoomGeometry
import VectorMath
import WorldModel

extension RoomFurnisher {
  /// A place to sit before the television, a dining table where no other room has one, shelves, a corner to read in.
  mutating func livingRoom() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    requests.append(
      GroupRequest(conversations(), isNeeded: true) { group, pose, space in
        Self.nearDoor(pose, group, space) * 0.8 + Self.beforeWindow(pose, group, space) * 0.8
      })
    if space.area > 19, wants(0.9) { requests.append(dining(seats: space.area > 26 ? [6, 4] : [4, 2])) }
    if wants(0.9), let shelf = any(["bookshelf", "bookshelf", "ladder_shelf"]) {
      requests.append(wallThing(shelf, "bookshelf", front: 0.5))
    }
    if wants(0.6), let board = any(["sideboard", "display_cabinet"]) {
      requests.append(wallThing(board, "sideboard", front: 0.6))
    }
    if wants(0.6) { requests += readingCorner() }
    if wants(0.9), let plant = thing("potted_plant_large", look: stream.integer(in: 0..<4)) {
      requests.append(cornerThing(plant, "plant"))
    }
    if space.area > 22, wants(0.25), let piano = thing("piano") {
      requests.append(wallThing(piano, "piano", front: 0.9))
    }
    if wants(0.4), let plant = thing("potted_plant_large", look: 4 + stream.integer(in: 0..<4)) {
      requests.append(cornerThing(plant, "plant"))
    }
    if space.area > 18, wants(0.5), let shelf = thing("bookshelf", look: 1) {
      requests.append(wallThing(shelf, "bookshelf_2", front: 0.5))
    }
    if wants(0.45), let table = any(["console_table", "sideboard"], look: 1) {
      requests.append(wallThing(table, "console", front: 0.5))
    }
    if wants(0.5), let lamp = thing("floor_lamp", look: 1) {
      requests.append(cornerThing(lamp, "floor_lamp", gap: 0.15))
    }
    if wants(0.22), let seat = any(["bean_bag", "ottoman", "rocking_chair"]) {
      requests.append(cornerThing(seat, "seat", gap: 0.2))
    }
    if wants(0.16), let more = any(["aquarium", "fan", "guitar", "basket"]) {
      requests.append(wallThing(more, more.name, front: 0.3, gap: 0.06))
    }
    if wants(0.16), let pet = any(["pet_bed", "cat_lying", "dog_sitting"]) {
      requests.append(wallThing(pet, "pet", front: 0.2, gap: 0.08))
    }
    return requests
  }

  /// Sofa and television facing each other, with all that stands between, the roomiest first: against opposite walls
  /// where these are at a good distance (1.9 to 3.6 m from screen to seat), else the sofa stands free.
  private mutating func conversations() -> [FurnitureGroup] {
    guard let stand = thing("tv_stand") else { return [] }
    let isHung = stream.bool(probability: 0.3)
    let screen =
      isHung
      ? widest("television_wall", upTo: stand.width * 0.95) : widest("television", upTo: stand.width * 0.95)
    let corner = wants(0.3) && space.area > 20 ? thing("sofa_corner") : nil
    var depths: [Double] = []
    let (low, high) = space.bounds
    for across in [high.x - low.x, high.y - low.y] { depths.append(across - 0.05) }
    depths += [4.1, 3.8, 3.5, 3.2]
    var groups: [FurnitureGroup] = []
    let sofas = [corner, thing("sofa"), thing("sofa_two_seater"), thing("armchair")].compactMap { $0 }
    for sofa in sofas {
      // No television rather than no sofa.
      if sofa.name == "armchair" { groups += lounge() }
      for depth in depths {
        let view = depth - stand.depth - sofa.depth
        guard (1.5...3.6).contains(view) else { continue }
        for hasMore in [true, false] {
          groups.append(conversation(stand, screen, sofa, depth: depth, hasMore: hasMore))
        }
      }
    }
    return groups
  }

  private mutating func conversation(
    _ stand: Thing, _ screen: Thing?, _ sofa: Thing, depth: Double, hasMore: Bool
  ) -> FurnitureGroup {
    var group = FurnitureGroup("conversation", anchor: .wall(gap: 0.03))
    let board = group.addBacked(stand, x: 0, y: 0)
    if let screen, let top = stand.top {
      if screen.asset.fittings.mount == .wall {
        group.add(
          screen, at: Vector2(0, -screen.bounds.center.y), elevation: top + 0.16 - screen.bounds.min.z,
          isHung: true)
      } else {
        group.add(screen, at: Vector2(stand.depth * 0.45, 0), elevation: top - screen.bounds.min.z, on: board)
      }
    }
    let back = Vector2(-1, 0)
    // A thing that looks back at the wall: its box's back lies at `depth`.
    group.add(sofa, at: Vector2(depth + sofa.bounds.min.x, sofa.bounds.center.y), forward: back)
    let seat = depth - sofa.depth
    let isCorner = sofa.name == "sofa_corner"
    var raised = 0.0
    let span = max(1.2, min(sofa.width, 2.4))
    // No wider than the sofa, so that nothing beside it stands on its edge.
    if let rug = rug(upTo: Vector2(seat - 0.1 - stand.depth, isCorner ? 2.2 : sofa.width + 0.02)) {
      group.add(rug, at: Vector2(seat - 0.03 - rug.depth / 2, 0))
      raised = rug.bounds.max.z
    }
    if !isCorner, let table = any(["coffee_table"]) {
      let x = seat - 0.4 - table.depth / 2
      if x - table.depth / 2 > stand.depth + 0.55 {
        group.add(table, at: Vector2(x, 0), elevation: raised)
      }
    }
    if hasMore {
      let beside = sofa.width / 2 + 0.04
      if let table = thing("side_table") {
        let y = beside + table.width / 2
        let i = group.add(table, at: Vector2(depth - 0.08 - table.depth / 2, y))
        if let lamp = thing("table_lamp") {
          group.add(
            lamp, at: Vector2(depth - 0.08 - table.depth / 2, y),
            elevation: (table.top ?? table.bounds.max.z) - lamp.bounds.min.z,
            on: i)
        }
      }
      if let chair = thing("armchair"), !isCorner, seat - stand.depth > 1.9 {
        let y = -(sofa.width / 2 + 0.1 + chair.depth / 2)
        let x = seat - 0.15 - chair.width / 2
        let facing = normalized(Vector2(-0.25, 1))
        group.add(chair, at: Vector2(x, y), forward: facing)
      } else if let lamp = thing("floor_lamp") {
        group.add(lamp, at: Vector2(depth - lamp.depth / 2 - 0.1, -beside - lamp.width / 2))
      }
      if let speaker = thing("loudspeaker"), speaker.height > 0.6 {
        for side in [-1.0, 1] {
          group.add(
            speaker, at: Vector2(speaker.depth / 2 + 0.05, side * (stand.width / 2 + 0.1 + speaker.width / 2))
          )
        }
      }
    }
    group.keepClear(stand.depth + 0.02...max(stand.depth + 0.1, seat - 0.02), -span / 2...span / 2)
    return group
  }

  /// The largest of a home's rugs within a depth and a width, metres; `nil` where all are larger.
  private func rug(upTo limit: Vector2) -> Thing? {
    let looks = (0..<6).filter { number in
      let rug = Rug(library.look("rug", number, palette: palette))
      // Tassels hang out at both ends.
      let width = rug.size.y + (rug.hasFringe ? 0.16 : 0)
      return rug.size.x <= limit.x && width <= limit.y
    }
    return looks.compactMap { thing("rug", look: $0) }.max { $0.width * $0.depth < $1.width * $1.depth }
  }

  /// A sofa at a wall with its table, for rooms where no television finds a place across from it.
  private func lounge() -> [FurnitureGroup] {
    [thing("sofa"), thing("sofa_two_seater")].compactMap { $0 }.map { sofa in
      var group = FurnitureGroup("conversation", anchor: .wall(gap: 0.03))
      group.addBacked(sofa, x: 0, y: 0)
      var raised = 0.0
      if let rug = rug(upTo: Vector2(1.8, sofa.width + 0.02)) {
        group.add(rug, at: Vector2(sofa.depth + 0.05 + rug.depth / 2, 0))
        raised = rug.bounds.max.z
      }
      if let table = thing("coffee_table") {
        group.add(
          table,
          at: Vector2(sofa.depth + 0.42 + table.depth / 2 - table.bounds.center.x, -table.bounds.center.y),
          elevation: raised)
      }
      group.keepClear(sofa.depth + 0.02...sofa.depth + 0.4, -sofa.width / 2...sofa.width / 2)
      return group
    }
  }

  /// An armchair in a corner with a lamp and a little table.
  private mutating func readingCorner() -> [GroupRequest] {
    guard let chair = thing("armchair", look: 1) else { return [] }
    var group = FurnitureGroup("reading_corner", anchor: .wall(gap: 0.08))
    group.addBacked(chair, x: 0.1, y: 0)
    if let table = thing("side_table", look: 1) {
      group.addBacked(table, x: 0.1, y: chair.width / 2 + 0.05 + table.width / 2)
    }
    if let lamp = thing("floor_lamp") {
      group.addBacked(lamp, x: 0, y: -(chair.width / 2 + 0.05 + lamp.width / 2))
    }
    group.keepClear(chair.depth + 0.1...chair.depth + 0.6, -chair.width / 2...chair.width / 2)
    return [
      GroupRequest([group]) { group, pose, space in
        Self.outOfCorner(pose, group, space) + Self.farFromWindow(pose, group, space) * 0.6
      }
    ]
  }

  // MARK: for all rooms

  /// One thing with its back to a wall and free floor before it.
  func wallThing(_ thing: Thing, _ name: String, front: Double, gap: Double = 0.02) -> GroupRequest {
    var group = FurnitureGroup(name, anchor: .wall(gap: gap))
    group.addBacked(thing, x: 0, y: 0)
    group.keepClear(thing.depth...thing.depth + front, -thing.width / 2...thing.width / 2)
    return GroupRequest([group]) { group, pose, space in
      Self.nearDoor(pose, group, space) * 0.3 + Self.beforeWindow(pose, group, space)
    }
  }

  /// One thing in a corner.
  func cornerThing(_ thing: Thing, _ name: String, gap: Double = 0.1) -> GroupRequest {
    var group = FurnitureGroup(name, anchor: .corner(gap: gap))
    group.addBacked(thing, x: 0, y: 0)
    return GroupRequest([group]) { group, pose, space in
      Self.farFromWindow(pose, group, space) * 0.8 + Self.nearDoor(pose, group, space) * 0.5
    }
  }
}
