import Geometry
import RandomStreams
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
    for name in ["laundry_basket", "waste_bin", "scale"] where wants(0.6) {
      if let thing = thing(name) { requests.append(cornerThing(thing, name)) }
    }
    return requests
  }

  /// Runs of cabinets come from `KitchenPlan`; here what stands free of them.
  mutating func kitchen() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    if space.area > 9, wants(0.8) { requests.append(dining(seats: space.area > 13 ? [4, 2] : [2])) }
    if wants(0.7), let bin = thing("waste_bin") { requests.append(cornerThing(bin, "waste_bin")) }
    if wants(0.4), let plant = thing("potted_plant_large", look: stream.integer(in: 0..<8)) {
      requests.append(cornerThing(plant, "plant"))
    }
    return requests
  }
}
