import Geometry
import RandomStreams
import RoomGeometry
import VectorMath

extension RoomFurnisher {
  /// Basin, toilet, tub or shower, then what hangs and stands about.
  mutating func bathroom() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    if let toilet = any(["toilet", "toilet", "toilet_wall_hung"]) {
      var group = FurnitureGroup("toilet", anchor: .wall(gap: 0))
      group.addBacked(toilet, x: 0, y: 0)
      if let paper = thing("toilet_paper_holder") {
        group.add(paper, at: Vector2(0, -0.42), elevation: 0.72, isHung: true)
      }
      if wants(0.9), let brush = thing("toilet_brush") {
        group.addBacked(brush, x: 0.03, y: toilet.width / 2 + 0.14)
      }
      group.keepClear(toilet.depth...toilet.depth + 0.5, -0.32...0.32)
      requests.append(
        GroupRequest([group], isNeeded: true) { group, pose, space in
          Self.nearDoor(pose, group, space) * 0.4 + Self.outOfCorner(pose, group, space) * 0.5
        })
    }
    let basins = (stream.bool(probability: 0.65) ? ["vanity", "washbasin"] : ["washbasin", "vanity"])
      .compactMap { thing($0) }.map { basin -> FurnitureGroup in
        var group = FurnitureGroup("basin", anchor: .wall(gap: 0))
        group.addBacked(basin, x: 0, y: 0)
        if let mirror = any(["mirror_cabinet", "mirror"]) {
          group.add(
            mirror, at: Vector2(0, -mirror.bounds.center.y), elevation: 1.28 - mirror.bounds.min.z,
            isHung: true)
        }
        group.keepClear(basin.depth...basin.depth + 0.55, -0.35...0.35)
        return group
      }
    requests.append(
      GroupRequest(basins, isNeeded: true) { group, pose, space in
        Self.beforeWindow(pose, group, space) * 3 + Self.nearDoor(pose, group, space) * -0.2
      })
    let wet = (space.area > 4.6 && stream.bool() ? ["bathtub", "shower"] : ["shower", "bathtub"])
      .compactMap { thing($0) }.map { wet -> FurnitureGroup in
        var group = FurnitureGroup("wet", anchor: .corner(gap: 0.002))
        group.addBacked(wet, x: 0, y: 0)
        group.keepClear(wet.depth...wet.depth + 0.5, -0.3...0.3)
        return group
      }
    requests.append(
      GroupRequest(wet, isNeeded: true) { group, pose, space in
        Self.nearDoor(pose, group, space) * 0.7
      })
    if wants(0.6), let machine = thing("washing_machine") {
      requests.append(wallThing(machine, "washing_machine", front: 0.5, gap: 0.04))
    }
    for name in ["laundry_basket", "waste_bin", "scale", "stool"] where wants(name == "stool" ? 0.25 : 0.6) {
      if let thing = thing(name) { requests.append(cornerThing(thing, name)) }
    }
    return requests
  }

  /// Runs of cabinets come from `KitchenPlan`; here what stands free of them.
  mutating func kitchen() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    if space.area > 15, wants(0.5) { requests += island() }
    if space.area > 9, wants(0.8) { requests.append(dining(seats: space.area > 13 ? [4, 2] : [2])) }
    if wants(0.7), let bin = thing("waste_bin") { requests.append(cornerThing(bin, "waste_bin")) }
    if wants(0.4), let plant = thing("potted_plant_large", look: stream.integer(in: 0..<8)) {
      requests.append(cornerThing(plant, "plant"))
    }
    return requests
  }

  /// A block of cupboards in the middle with stools along one side.
  private func island() -> [GroupRequest] {
    guard let block = thing("kitchen_island") else { return [] }
    var group = FurnitureGroup("island", anchor: .middle)
    group.add(block, at: Vector2(-block.bounds.center.x, -block.bounds.center.y))
    let (d, w) = (block.depth / 2, block.width / 2)
    var reach = d
    if let stool = thing("bar_stool") {
      let count = max(1, Int(w * 2 / 0.6))
      // One sits on the side away from the drawers.
      let x = -d - 0.04 - stool.depth / 2
      for k in 0..<count {
        let y = (Double(k) - Double(count - 1) / 2) * 0.6
        group.add(stool, at: Vector2(x - stool.bounds.center.x, y - stool.bounds.center.y))
      }
      reach = d + 0.04 + stool.depth
    }
    group.keepClear(-reach - 0.6...d + 0.8, -w - 0.6...w + 0.6)
    for side in [-0.25, 0.25] {
      if let lamp = thing("pendant_lamp"), lamp.width < 0.45 {
        group.add(lamp, at: Vector2(0, side * 2 * w), isOverhead: true)
      }
    }
    return [GroupRequest([group])]
  }
}
