extension ClassSchema {
  /// Cityscapes: label ids −1…33 and train ids 0…18 (255 = ignored in training). What has no counterpart
  /// is `unlabeled` (0), which evaluation ignores.
  package static let cityscapes = ClassSchema(
    name: "cityscapes", classes: cityscapesClasses, unmapped: .labelled(0),
    map: [
      "person": "person", "rider": "rider", "car": "car",
      // The labelling policy counts vans and jeeps as cars.
      "van": "car", "truck": "truck", "bus": "bus", "tram": "train", "motorcycle": "motorcycle",
      "bicycle": "bicycle", "trailer": "trailer", "dog": "dynamic", "cat": "dynamic",
      "deer": "dynamic", "cow": "dynamic", "wheelchair": "dynamic", "pram": "dynamic",
      "traffic_light": "traffic light", "traffic_sign": "traffic sign", "pole": "pole",
      "street_light": "pole",
      "traffic_cone": "static", "barrier": "fence", "bench": "static", "bin": "static", "bollard": "static",
      "building": "building", "tree": "vegetation", "bush": "vegetation",
      "object": "dynamic", "chair": "dynamic", "table": "static", "bed": nil, "sofa": nil, "cabinet": nil,
      "lamp": nil, "book": nil, "bottle": nil, "cup": nil, "plant": "vegetation", "television": nil,
      "door": "building", "window": "building", "picture": nil, "cushion": nil, "box": "dynamic",
      "road": "road", "sidewalk": "sidewalk", "parking": "parking", "road_mark": "road", "terrain": "terrain",
      "vegetation": "vegetation", "kerb": "sidewalk", "wall": "wall", "fence": "fence", "bridge": "bridge",
      "tunnel": "tunnel", "rail_track": "rail track", "ground": "ground", "water": "ground",
      "floor": nil, "ceiling": nil, "interior_wall": nil, "skirting": nil, "carpet": nil, "curtain": nil,
      "tabletop": nil,
    ])

  private static let cityscapesClasses: [Class] = [
    (0, "unlabeled", 255, "void", false), (1, "ego vehicle", 255, "void", false),
    (2, "rectification border", 255, "void", false), (3, "out of roi", 255, "void", false),
    (4, "static", 255, "void", false), (5, "dynamic", 255, "void", false), (6, "ground", 255, "void", false),
    (7, "road", 0, "flat", false), (8, "sidewalk", 1, "flat", false), (9, "parking", 255, "flat", false),
    (10, "rail track", 255, "flat", false), (11, "building", 2, "construction", false),
    (12, "wall", 3, "construction", false), (13, "fence", 4, "construction", false),
    (14, "guard rail", 255, "construction", false), (15, "bridge", 255, "construction", false),
    (16, "tunnel", 255, "construction", false), (17, "pole", 5, "object", false),
    (18, "polegroup", 255, "object", false), (19, "traffic light", 6, "object", false),
    (20, "traffic sign", 7, "object", false), (21, "vegetation", 8, "nature", false),
    (22, "terrain", 9, "nature", false), (23, "sky", 10, "sky", false), (24, "person", 11, "human", true),
    (25, "rider", 12, "human", true), (26, "car", 13, "vehicle", true), (27, "truck", 14, "vehicle", true),
    (28, "bus", 15, "vehicle", true), (29, "caravan", 255, "vehicle", true),
    (30, "trailer", 255, "vehicle", true), (31, "train", 16, "vehicle", true),
    (32, "motorcycle", 17, "vehicle", true), (33, "bicycle", 18, "vehicle", true),
    (-1, "license plate", -1, "vehicle", false),
  ].map { Class(id: $0.0, name: $0.1, group: $0.3, isThing: $0.4, trainID: $0.2) }
}
