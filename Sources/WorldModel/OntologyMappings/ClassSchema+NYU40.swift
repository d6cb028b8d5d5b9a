extension ClassSchema {
  /// The 40 classes of NYU Depth v2 (Gupta et al. 2013), 1–40; pixels without counterpart are 0, unlabelled.
  package static let nyu40 = ClassSchema(
    name: "nyu40",
    classes: [
      "wall", "floor", "cabinet", "bed", "chair", "sofa", "table", "door", "window", "bookshelf", "picture",
      "counter", "blinds", "desk", "shelves", "curtain", "dresser", "pillow", "mirror", "floor mat",
      "clothes",
      "ceiling", "books", "refridgerator", "television", "paper", "towel", "shower curtain", "box",
      "whiteboard",
      "person", "night stand", "toilet", "sink", "lamp", "bathtub", "bag", "otherstructure", "otherfurniture",
      "otherprop",
    ].enumerated().map {
      // Wall, floor, ceiling and otherstructure are the room; the rest can be counted.
      Class(id: $0.offset + 1, name: $0.element, isThing: ![0, 1, 21, 37].contains($0.offset))
    },
    unmapped: .labelled(0),
    map: [
      "person": "person", "rider": "person", "car": nil, "van": nil, "truck": nil, "bus": nil, "tram": nil,
      "motorcycle": nil, "bicycle": "otherprop", "trailer": nil, "dog": "otherprop", "cat": "otherprop",
      "deer": nil, "cow": nil, "wheelchair": "otherprop", "pram": "otherprop",
      "traffic_light": nil, "traffic_sign": nil, "pole": "otherstructure", "street_light": nil,
      "traffic_cone": "otherprop", "barrier": "otherstructure", "bench": "otherfurniture", "bin": "otherprop",
      "bollard": nil, "building": nil, "tree": nil, "bush": nil, "object": "otherprop", "chair": "chair",
      "table": "table", "bed": "bed", "sofa": "sofa", "cabinet": "cabinet", "lamp": "lamp", "book": "books",
      "bottle": "otherprop", "cup": "otherprop", "plant": "otherprop", "television": "television",
      "door": "door", "window": "window", "picture": "picture", "cushion": "pillow", "box": "box",
      "road": nil, "sidewalk": nil, "parking": nil, "road_mark": nil, "terrain": nil, "vegetation": nil,
      "kerb": nil, "wall": "wall", "fence": nil, "bridge": nil, "tunnel": nil, "rail_track": nil,
      "ground": nil,
      "water": nil, "floor": "floor", "ceiling": "ceiling", "interior_wall": "wall",
      "skirting": "otherstructure",
      "carpet": "floor mat", "curtain": "curtain", "tabletop": "table",
    ], indoor: \.nyu40)
}
