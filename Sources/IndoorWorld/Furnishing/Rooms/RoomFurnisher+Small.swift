import Geometry
import RandomStreams
import VectorMath

extension RoomFurnisher {
  /// Shoes, coats, a mirror: nothing deep, the way stays free.
  mutating func hallway() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    let way = 0.75
    if wants(1), let cabinet = any(["shoe_cabinet", "console_table"]) {
      requests.append(wallThing(cabinet, "hall_cabinet", front: way))
    }
    if wants(0.6), let rack = thing("coat_rack") { requests.append(cornerThing(rack, "coat_rack")) }
    if wants(0.4), let bench = thing("indoor_bench", look: 1) {
      requests.append(wallThing(bench, "bench", front: way))
    }
    if wants(0.4), let plant = thing("potted_plant_large", look: stream.integer(in: 0..<8)) {
      requests.append(cornerThing(plant, "plant"))
    }
    for _ in 0..<1 + Int(fullness * 2) + Int(clutter * 2) where wants(0.8) {
      if let shoes = any(["shoe", "shoe", "slipper"], look: stream.integer(in: 0..<4)) {
        requests.append(wallThing(shoes, "shoes", front: 0.1, gap: 0.04))
      }
    }
    if wants(0.3), let mirror = thing("mirror_standing") {
      requests.append(wallThing(mirror, "mirror", front: 0.7))
    }
    if wants(0.3), let umbrella = thing("umbrella") {
      requests.append(cornerThing(umbrella, "umbrella", gap: 0))
    }
    return requests
  }

  /// A desk, books, a chair to think in.
  mutating func study() -> [GroupRequest] {
    var requests = desk()
    for i in 0..<2 where wants(0.9) {
      if let shelf = thing("bookshelf", look: i % 2) {
        requests.append(wallThing(shelf, "bookshelf", front: 0.5))
      }
    }
    if wants(0.6), let chair = thing("armchair") { requests.append(cornerThing(chair, "armchair")) }
    if wants(0.5), let cabinet = any(["filing_cabinet", "sideboard"]) {
      requests.append(wallThing(cabinet, "cabinet", front: 0.6))
    }
    if wants(0.6), let plant = thing("potted_plant_large", look: stream.integer(in: 0..<8)) {
      requests.append(cornerThing(plant, "plant"))
    }
    return requests
  }

  /// Machines, shelves and boxes.
  mutating func storeRoom() -> [GroupRequest] {
    var requests: [GroupRequest] = []
    if let machine = thing("washing_machine") {
      requests.append(wallThing(machine, "washing_machine", front: 0.6, gap: 0.04))
    }
    if let shelf = any(["bookshelf", "wardrobe"]) {
      requests.append(wallThing(shelf, "shelf", front: 0.5))
    }
    if wants(0.5), let shelf = thing("ladder_shelf") {
      requests.append(wallThing(shelf, "shelf_2", front: 0.5))
    }
    for name in [
      "drying_rack", "laundry_basket", "vacuum_cleaner", "storage_box", "broom", "suitcase", "ironing_board",
      "bucket",
      "fan",
    ]
    where wants(0.7) {
      if let thing = thing(name) {
        // Brooms lean on the wall.
        requests.append(cornerThing(thing, name, gap: name == "broom" ? 0 : 0.1))
      }
    }
    return requests
  }
}
