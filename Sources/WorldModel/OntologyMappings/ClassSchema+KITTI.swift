extension ClassSchema {
  /// KITTI's object types (2012). Types have no numbers in the files; ids here are their order in the devkit.
  ///
  /// `DontCare` is the counterpart of what an annotator would neither label nor let count as an error. The
  /// rest without counterpart is scenery and is not mentioned.
  package static let kitti = ClassSchema(
    name: "kitti",
    classes: [
      "Car", "Van", "Truck", "Pedestrian", "Person_sitting", "Cyclist", "Tram", "Misc", "DontCare",
    ].enumerated().map { Class(id: $0.offset, name: $0.element, isThing: true) },
    unmapped: .omitted,
    map: [
      "person": "Pedestrian", "rider": "Cyclist", "car": "Car", "van": "Van", "truck": "Truck",
      "bus": "Misc", "tram": "Tram", "motorcycle": "Misc", "bicycle": "DontCare", "trailer": "Misc",
      "dog": nil, "cat": nil,
      "deer": nil, "cow": nil, "wheelchair": "Misc", "pram": "Misc", "traffic_light": nil,
      "traffic_sign": nil, "pole": nil, "street_light": nil,
      "traffic_cone": nil, "barrier": nil, "bench": nil, "bin": nil, "bollard": nil, "building": nil,
      "tree": nil,
      "bush": nil, "object": nil, "chair": nil, "table": nil, "bed": nil, "sofa": nil, "cabinet": nil,
      "lamp": nil,
      "book": nil, "bottle": nil, "cup": nil, "plant": nil, "television": nil, "door": nil, "window": nil,
      "picture": nil, "cushion": nil, "box": nil, "road": nil, "sidewalk": nil, "parking": nil,
      "road_mark": nil,
      "terrain": nil, "vegetation": nil, "kerb": nil, "wall": nil, "fence": nil, "bridge": nil, "tunnel": nil,
      "rail_track": nil, "ground": nil, "water": nil, "floor": nil, "ceiling": nil, "interior_wall": nil,
      "skirting": nil, "carpet": nil, "curtain": nil, "tabletop": nil,
    ])
}
