extension ClassSchema {
  /// CARLA's semantic tags as of 0.9.14 and 0.9.15 (names of `CityObjectLabel`; earlier versions numbered otherwise).
  /// What has no counterpart is `Other` (22), as in CARLA itself.
  package static let carla = ClassSchema(
    name: "carla",
    classes: [
      "None", "Roads", "Sidewalks", "Buildings", "Walls", "Fences", "Poles", "TrafficLight",
      "TrafficSigns",
      "Vegetation", "Terrain", "Sky", "Pedestrians", "Rider", "Car", "Truck", "Bus", "Train", "Motorcycle",
      "Bicycle", "Static", "Dynamic", "Other", "Water", "RoadLines", "Ground", "Bridge", "RailTrack",
      "GuardRail",
    ].enumerated().map {
      Class(id: $0.offset, name: $0.element, isThing: (12...19).contains($0.offset) || $0.offset == 21)
    },
    unmapped: .labelled(22),
    map: [
      "person": "Pedestrians", "rider": "Rider", "car": "Car", "van": "Car", "truck": "Truck", "bus": "Bus",
      "tram": "Train", "motorcycle": "Motorcycle", "bicycle": "Bicycle", "trailer": "Truck", "dog": "Dynamic",
      "cat": "Dynamic",
      "deer": "Dynamic", "cow": "Dynamic", "wheelchair": "Dynamic", "pram": "Dynamic",
      "traffic_light": "TrafficLight", "traffic_sign": "TrafficSigns", "pole": "Poles",
      "street_light": "Poles", "traffic_cone": "Dynamic", "barrier": "GuardRail", "bench": "Static",
      "bin": "Dynamic", "bollard": "Static", "building": "Buildings", "tree": "Vegetation",
      "bush": "Vegetation",
      "object": "Dynamic", "chair": "Dynamic", "table": "Dynamic", "bed": nil, "sofa": nil, "cabinet": nil,
      "lamp": nil, "book": nil, "bottle": nil, "cup": nil, "plant": "Vegetation", "television": nil,
      "door": "Buildings", "window": "Buildings", "picture": nil, "cushion": nil, "box": "Dynamic",
      "road": "Roads", "sidewalk": "Sidewalks", "parking": "Roads", "road_mark": "RoadLines",
      "terrain": "Terrain", "vegetation": "Vegetation", "kerb": "Sidewalks", "wall": "Walls",
      "fence": "Fences",
      "bridge": "Bridge", "tunnel": "Bridge", "rail_track": "RailTrack", "ground": "Ground", "water": "Water",
      "floor": nil, "ceiling": nil, "interior_wall": "Walls", "skirting": nil, "carpet": nil, "curtain": nil,
      "tabletop": nil,
    ])
}
