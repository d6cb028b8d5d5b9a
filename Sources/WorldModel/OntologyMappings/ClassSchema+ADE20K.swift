extension ClassSchema {
  /// The 150 classes of the ADE20K scene parsing benchmark (MIT, 2016), 1–150 in label maps; pixels without
  /// counterpart are 0, which is not scored. Names are the first synonym of the benchmark's list.
  package static let ade20k = ClassSchema(
    name: "ade20k",
    classes: ade20kNames.enumerated().map {
      Class(id: $0.offset + 1, name: $0.element, isThing: !ade20kStuff.contains($0.offset + 1))
    },
    unmapped: .labelled(0),
    map: [
      "person": "person", "rider": "person", "car": "car", "van": "van", "truck": "truck", "bus": "bus",
      "tram": nil, "motorcycle": "minibike", "bicycle": "bicycle", "trailer": "truck", "dog": "animal",
      "cat": "animal",
      "deer": "animal", "cow": "animal", "wheelchair": nil, "pram": nil, "traffic_light": "traffic light",
      "traffic_sign": "signboard", "pole": "pole",
      "street_light": "streetlight", "traffic_cone": nil, "barrier": "railing", "bench": "bench",
      "bin": "ashcan",
      "bollard": "pole", "building": "building", "tree": "tree", "bush": "plant", "object": nil,
      "chair": "chair",
      "table": "table", "bed": "bed", "sofa": "sofa", "cabinet": "cabinet", "lamp": "lamp", "book": "book",
      "bottle": "bottle", "cup": "glass", "plant": "plant", "television": "television receiver",
      "door": "door",
      "window": "windowpane", "picture": "painting", "cushion": "cushion", "box": "box",
      "road": "road", "sidewalk": "sidewalk", "parking": "road", "road_mark": "road", "terrain": "grass",
      "vegetation": "plant", "kerb": "sidewalk", "wall": "wall", "fence": "fence", "bridge": "bridge",
      "tunnel": nil, "rail_track": nil, "ground": "earth", "water": "water", "floor": "floor",
      "ceiling": "ceiling", "interior_wall": "wall", "skirting": "wall", "carpet": "rug",
      "curtain": "curtain",
      "tabletop": "table",
    ], indoor: \.ade20k)

  private static let ade20kNames = [
    "wall", "building", "sky", "floor", "tree", "ceiling", "road", "bed", "windowpane", "grass", "cabinet",
    "sidewalk", "person", "earth", "door", "table", "mountain", "plant", "curtain", "chair", "car", "water",
    "painting", "sofa", "shelf", "house", "sea", "mirror", "rug", "field", "armchair", "seat", "fence",
    "desk",
    "rock", "wardrobe", "lamp", "bathtub", "railing", "cushion", "base", "box", "column", "signboard",
    "chest of drawers", "counter", "sand", "sink", "skyscraper", "fireplace", "refrigerator", "grandstand",
    "path",
    "stairs", "runway", "case", "pool table", "pillow", "screen door", "stairway", "river", "bridge",
    "bookcase",
    "blind", "coffee table", "toilet", "flower", "book", "hill", "bench", "countertop", "stove", "palm",
    "kitchen island", "computer", "swivel chair", "boat", "bar", "arcade machine", "hovel", "bus", "towel",
    "light", "truck", "tower", "chandelier", "awning", "streetlight", "booth", "television receiver",
    "airplane",
    "dirt track", "apparel", "pole", "land", "bannister", "escalator", "ottoman", "bottle", "buffet",
    "poster",
    "stage", "van", "ship", "fountain", "conveyer belt", "canopy", "washer", "plaything", "swimming pool",
    "stool",
    "barrel", "basket", "waterfall", "tent", "bag", "minibike", "cradle", "oven", "ball", "food", "step",
    "tank",
    "trade name", "microwave", "pot", "animal", "bicycle", "lake", "dishwasher", "screen", "blanket",
    "sculpture",
    "hood", "sconce", "vase", "traffic light", "tray", "ashcan", "fan", "pier", "crt screen", "plate",
    "monitor",
    "bulletin board", "shower", "radiator", "glass", "clock", "flag",
  ]

  /// The benchmark's own split for instances and panoptics: 50 kinds of stuff among the 150.
  private static let ade20kStuff: Set<Int> = [
    1, 2, 3, 4, 5, 6, 7, 10, 12, 14, 17, 18, 22, 26, 27, 29, 30, 35, 41, 47, 49, 52, 53, 55, 60, 61, 62, 64,
    69,
    78, 80, 85, 92, 95, 97, 100, 101, 102, 106, 107, 110, 114, 115, 118, 123, 129, 132, 141, 142, 146,
  ]
}
