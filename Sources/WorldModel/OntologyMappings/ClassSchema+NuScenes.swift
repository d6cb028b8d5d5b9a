extension ClassSchema {
  /// The 23 categories that nuScenes annotates with boxes; ids are their lidarseg indices (1–23).
  package static let nuScenes = ClassSchema(
    name: "nuscenes", classes: nuScenesObjects, unmapped: .omitted,
    map: [
      "person": "human.pedestrian.adult",
      // A rider is part of the cycle's box, so gets none of its own.
      "rider": nil, "car": "vehicle.car", "van": "vehicle.car", "truck": "vehicle.truck",
      "bus": "vehicle.bus.rigid", "tram": nil, "motorcycle": "vehicle.motorcycle",
      "bicycle": "vehicle.bicycle",
      "trailer": "vehicle.trailer", "dog": "animal", "cat": "animal",
      "deer": "animal", "cow": "animal", "wheelchair": "human.pedestrian.wheelchair",
      "pram": "human.pedestrian.stroller", "traffic_light": nil,
      "traffic_sign": nil,
      "pole": nil, "street_light": nil, "traffic_cone": "movable_object.trafficcone",
      "barrier": "movable_object.barrier", "bench": nil, "bin": "movable_object.pushable_pullable",
      "bollard": nil,
      "building": nil, "tree": nil, "bush": nil, "object": "movable_object.debris", "chair": nil,
      "table": nil,
      "bed": nil, "sofa": nil, "cabinet": nil, "lamp": nil, "book": nil, "bottle": nil, "cup": nil,
      "plant": nil,
      "television": nil, "door": nil, "window": nil, "picture": nil, "cushion": nil,
      "box": "movable_object.debris", "road": nil, "sidewalk": nil, "parking": nil, "road_mark": nil,
      "terrain": nil, "vegetation": nil, "kerb": nil, "wall": nil, "fence": nil, "bridge": nil, "tunnel": nil,
      "rail_track": nil, "ground": nil, "water": nil, "floor": nil, "ceiling": nil, "interior_wall": nil,
      "skirting": nil, "carpet": nil, "curtain": nil, "tabletop": nil,
    ])

  /// nuScenes-lidarseg: 32 point classes, 0–31. Points without counterpart are `noise` (0), which is ignored.
  package static let nuScenesLidarseg = ClassSchema(
    name: "nuscenes-lidarseg",
    classes: [Class(id: 0, name: "noise", isThing: false)] + nuScenesObjects
      + [
        "flat.driveable_surface", "flat.other", "flat.sidewalk", "flat.terrain", "static.manmade",
        "static.other", "static.vegetation", "vehicle.ego",
      ].enumerated().map { Class(id: 24 + $0.offset, name: $0.element, isThing: false) },
    unmapped: .labelled(0),
    map: [
      "person": "human.pedestrian.adult", "rider": "vehicle.bicycle", "car": "vehicle.car",
      "van": "vehicle.car",
      "truck": "vehicle.truck", "bus": "vehicle.bus.rigid", "tram": "static.other",
      "motorcycle": "vehicle.motorcycle", "bicycle": "vehicle.bicycle", "trailer": "vehicle.trailer",
      "dog": "animal", "cat": "animal",
      "deer": "animal", "cow": "animal", "wheelchair": "human.pedestrian.wheelchair",
      "pram": "human.pedestrian.stroller", "traffic_light": "static.manmade",
      "traffic_sign": "static.manmade",
      "pole": "static.manmade", "street_light": "static.manmade",
      "traffic_cone": "movable_object.trafficcone",
      "barrier": "movable_object.barrier", "bench": "static.manmade",
      "bin": "movable_object.pushable_pullable", "bollard": "static.manmade", "building": "static.manmade",
      "tree": "static.vegetation", "bush": "static.vegetation", "object": "movable_object.debris",
      "chair": "static.other", "table": "static.other", "bed": "static.other", "sofa": "static.other",
      "cabinet": "static.other", "lamp": "static.other", "book": "static.other", "bottle": "static.other",
      "cup": "static.other", "plant": "static.vegetation", "television": "static.other",
      "door": "static.manmade",
      "window": "static.manmade", "picture": "static.other", "cushion": "static.other",
      "box": "movable_object.debris", "road": "flat.driveable_surface", "sidewalk": "flat.sidewalk",
      "parking": "flat.driveable_surface", "road_mark": "flat.driveable_surface", "terrain": "flat.terrain",
      "vegetation": "static.vegetation", "kerb": "flat.sidewalk", "wall": "static.manmade",
      "fence": "static.manmade", "bridge": "static.manmade", "tunnel": "static.manmade",
      "rail_track": "flat.other",
      "ground": "flat.other", "water": "flat.other", "floor": "flat.other", "ceiling": "static.manmade",
      "interior_wall": "static.manmade", "skirting": "static.manmade", "carpet": "flat.other",
      "curtain": "static.other", "tabletop": "static.other",
    ])

  private static let nuScenesObjects: [Class] = [
    "animal", "human.pedestrian.adult", "human.pedestrian.child", "human.pedestrian.construction_worker",
    "human.pedestrian.personal_mobility", "human.pedestrian.police_officer", "human.pedestrian.stroller",
    "human.pedestrian.wheelchair", "movable_object.barrier", "movable_object.debris",
    "movable_object.pushable_pullable", "movable_object.trafficcone", "static_object.bicycle_rack",
    "vehicle.bicycle", "vehicle.bus.bendy", "vehicle.bus.rigid", "vehicle.car", "vehicle.construction",
    "vehicle.emergency.ambulance", "vehicle.emergency.police", "vehicle.motorcycle", "vehicle.trailer",
    "vehicle.truck",
  ].enumerated().map { Class(id: 1 + $0.offset, name: $0.element, isThing: true) }
}
