import Geometry
import RandomStreams
import RoomGeometry
import VectorMath

extension RoomFurnisher {
  /// A bed with what stands beside it, a wardrobe, then what there is room for.
  mutating func bedroom() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    let isDouble = space.area > 9.5 && stream.bool(probability: space.area > 12 ? 0.9 : 0.6)
    requests.append(
      GroupRequest(beds(isDouble: isDouble), isNeeded: true) { group, pose, space in
        Self.nearDoor(pose, group, space) * 0.9 + Self.beforeWindow(pose, group, space) * 1.2
      })
    if let wardrobe = thing("wardrobe") {
      var request = wallThing(wardrobe, "wardrobe", front: 0.7)
      request.cost = { group, pose, space in
        Self.outOfCorner(pose, group, space) * 0.9 + Self.beforeWindow(pose, group, space)
          - Self.farFromWindow(pose, group, space) * 0.3
      }
      requests.append(request)
    }
    if wants(isDouble ? 0.45 : 0.9) { requests += desk() }
    if wants(0.7), let dresser = any(["dresser", "dressing_table"]) {
      requests.append(wallThing(dresser, "dresser", front: 0.6))
    }
    if wants(0.5), let shelf = any(["bookshelf", "bookshelf", "ladder_shelf"], look: 1) {
      requests.append(wallThing(shelf, "bookshelf", front: 0.5))
    }
    if wants(0.35), let chair = thing("armchair", look: 2) { requests.append(cornerThing(chair, "armchair")) }
    if wants(0.5), let plant = thing("potted_plant_large", look: stream.integer(in: 0..<8)) {
      requests.append(cornerThing(plant, "plant"))
    }
    if !isDouble && stream.bool(probability: 0.55) {
      for name in ["toy_blocks", "teddy_bear", "ball", "storage_box", "toy_car", "bean_bag"] where wants(0.75)
      {
        if let toy = thing(name, look: stream.integer(in: 0..<2)) {
          requests.append(wallThing(toy, Self.toys, front: 0.15, gap: 0.12))
        }
      }
    } else if wants(0.2),
      let more = any(["guitar", "dumbbell", "treadmill", "fan", "clothes_rack", "rocking_chair"])
    {
      requests.append(wallThing(more, more.name, front: 0.3, gap: 0.08))
    }
    if wants(0.25), let mirror = thing("mirror_standing") {
      requests.append(wallThing(mirror, "mirror", front: 0.6))
    }
    if isDouble, space.area > 14, wants(0.14), let cot = thing("cot") {
      requests.append(wallThing(cot, "cot", front: 0.6))
    }
    if wants(0.2), let shoes = thing("slipper") { requests.append(wallThing(shoes, "slippers", front: 0.1)) }
    if wants(0.3), let basket = thing("laundry_basket") { requests.append(cornerThing(basket, "basket")) }
    return requests
  }

  private mutating func beds(isDouble: Bool) -> [FurnitureGroup] {
    let kinds =
      isDouble
      ? ["double_bed", "single_bed"]
      : stream.bool(probability: 0.15) ? ["bunk_bed", "single_bed"] : ["single_bed"]
    var groups: [FurnitureGroup] = []
    for kind in kinds {
      guard let bed = thing(kind) else { continue }
      let hasBench = wants(0.35)
      for tables in kind == "double_bed" ? [2, 1, 0] : [1, 0] {
        groups.append(self.bed(bed, tables: tables, hasBench: hasBench && tables == 2))
        if hasBench && tables == 2 { groups.append(self.bed(bed, tables: tables, hasBench: false)) }
      }
    }
    return groups
  }

  private mutating func bed(_ bed: Thing, tables: Int, hasBench: Bool) -> FurnitureGroup {
    var group = FurnitureGroup("bed", anchor: .wall(gap: 0.02))
    group.addBacked(bed, x: 0, y: 0)
    let isDouble = bed.width > 1.25
    let side = stream.bool() ? 1.0 : -1
    let sides = tables == 2 ? [1.0, -1] : tables == 1 ? [side] : []
    for s in sides {
      guard let table = thing("nightstand") else { continue }
      let y = s * (bed.width / 2 + 0.05 + table.width / 2)
      let i = group.addBacked(table, x: 0.01, y: y)
      if let lamp = thing("table_lamp", look: 1) {
        group.add(
          lamp, at: Vector2(0.01 + table.depth * 0.45, y + s * 0.04),
          elevation: (table.top ?? table.bounds.max.z) - lamp.bounds.min.z,
          on: i)
      }
    }
    var foot = bed.depth
    if hasBench, let bench = thing("indoor_bench"), bench.width < bed.width {
      group.add(
        bench, at: Vector2(bed.depth + 0.04 + bench.depth / 2 - bench.bounds.center.x, -bench.bounds.center.y)
      )
      foot += 0.04 + bench.depth
    }
    // One gets in from both sides of a double bed, from one side of a single one.
    let way = isDouble ? 0.5 : 0.6
    let table = 0.5
    if isDouble || side > 0 {
      group.keepClear(table...foot, bed.width / 2 + 0.01...bed.width / 2 + way)
    }
    if isDouble || side < 0 {
      group.keepClear(table...foot, -bed.width / 2 - way ... -bed.width / 2 - 0.01)
    }
    group.keepClear(foot + 0.01...foot + 0.5, -bed.width / 2...bed.width / 2)
    if tables == 2, let rug = thing("rug", look: 1), rug.depth < 1.7 {
      group.add(rug, at: Vector2(foot - bed.depth * 0.1 + rug.depth / 2 + 0.15, 0))
    }
    return group
  }

  /// A desk with its chair, the light from the window before or beside it.
  mutating func desk() -> [GroupRequest] {
    guard let desk = thing("desk") else { return [] }
    var group = FurnitureGroup("desk", anchor: .wall(gap: 0.02))
    group.addBacked(desk, x: 0, y: 0)
    if let chair = any(["office_chair", "dining_chair"]) {
      let turn = stream.uniform(-1, 1) * (0.08 + 0.8 * clutter)
      let back = Vector2(-1, 0)
      let forward = normalized(back + Vector2(0, turn))
      var pose = FloorPose(
        position: Vector2(desk.depth - 0.18 + chair.depth / 2, 0) - forward * chair.bounds.center.x,
        forward: forward)
      // The desk's back is at the group's origin.
      let inDesk = FloorPose(
        position: pose.position + Vector2(desk.bounds.min.x, desk.bounds.center.y), forward: forward)
      pose.position -= forward * KneeRoom(below: desk).retreat(of: chair, at: inDesk)
      group.add(chair, at: pose.position, forward: forward)
    }
    group.keepClear(desk.depth...desk.depth + 0.85, -min(desk.width, 1.0) / 2...min(desk.width, 1.0) / 2)
    return [
      GroupRequest([group]) { group, pose, space in
        Self.farFromWindow(pose, group, space) * 0.9 + Self.nearDoor(pose, group, space) * 0.3
      }
    ]
  }
}
