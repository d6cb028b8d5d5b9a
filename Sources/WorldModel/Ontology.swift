/// The one list of native classes. Ids are never reused; add at the end of a group's range.
package enum Ontology {
  /// All classes by ascending id.
  package static let classes: [NativeClass] =
    things.map { NativeClass(id: $0.0, name: $0.1, isThing: true, color: $0.2) }
    + indoor.map { NativeClass(id: $0.id, name: $0.name, isThing: true, color: $0.color) }
    + stuff.map { NativeClass(id: $0.0, name: $0.1, isThing: false, color: $0.2) }

  private static let byName = Dictionary(uniqueKeysWithValues: classes.map { ($0.name, $0) })
  private static let byID = Dictionary(uniqueKeysWithValues: classes.map { ($0.id, $0) })

  package static func named(_ name: String) -> NativeClass? { byName[name] }
  package static func withID(_ id: UInt16) -> NativeClass? { byID[id] }

  private static let things: [(UInt16, String, SIMD3<UInt8>)] = [
    (1, "person", [220, 20, 60]), (2, "rider", [255, 60, 40]), (3, "car", [0, 0, 200]),
    (4, "van", [0, 60, 170]),
    (5, "truck", [0, 0, 70]), (6, "bus", [0, 60, 100]), (7, "tram", [0, 80, 100]),
    (8, "motorcycle", [0, 0, 230]),
    (9, "bicycle", [119, 11, 32]), (10, "trailer", [0, 0, 110]), (11, "dog", [160, 90, 60]),
    (12, "cat", [190, 120, 80]), (13, "deer", [150, 70, 30]), (14, "cow", [110, 60, 50]),
    (20, "traffic_light", [250, 170, 30]), (21, "traffic_sign", [220, 220, 0]),
    (22, "pole", [153, 153, 153]),
    (23, "street_light", [170, 170, 130]), (24, "traffic_cone", [255, 120, 0]),
    (25, "barrier", [190, 153, 153]),
    (26, "bench", [140, 100, 60]), (27, "bin", [90, 110, 90]), (28, "bollard", [120, 120, 90]),
    (29, "wheelchair", [30, 110, 140]), (30, "pram", [70, 150, 190]),
    (40, "building", [70, 70, 70]), (41, "tree", [60, 142, 35]), (42, "bush", [90, 160, 50]),
    (100, "object", [200, 100, 200]), (101, "chair", [230, 160, 60]), (102, "table", [180, 120, 60]),
    (103, "bed", [120, 160, 220]), (104, "sofa", [90, 110, 200]), (105, "cabinet", [150, 110, 70]),
    (106, "lamp", [250, 230, 140]), (107, "book", [180, 60, 60]), (108, "bottle", [60, 160, 160]),
    (109, "cup", [120, 200, 200]), (110, "plant", [80, 170, 80]), (111, "television", [60, 60, 80]),
    (112, "door", [150, 120, 90]), (113, "window", [150, 200, 230]), (114, "picture", [210, 140, 170]),
    (115, "cushion", [210, 150, 140]), (116, "box", [190, 160, 110]),
  ]

  private static let stuff: [(UInt16, String, SIMD3<UInt8>)] = [
    (300, "road", [128, 64, 128]), (301, "sidewalk", [244, 35, 232]), (302, "parking", [250, 170, 160]),
    (303, "road_mark", [240, 240, 240]), (304, "terrain", [152, 251, 152]),
    (305, "vegetation", [107, 142, 35]),
    (306, "kerb", [196, 196, 196]), (307, "wall", [102, 102, 156]), (308, "fence", [190, 153, 153]),
    (309, "bridge", [150, 100, 100]), (310, "tunnel", [150, 120, 90]), (311, "rail_track", [230, 150, 140]),
    (312, "ground", [81, 0, 81]), (313, "water", [45, 60, 150]),
    (400, "floor", [120, 100, 80]), (401, "ceiling", [220, 220, 210]),
    (402, "interior_wall", [200, 190, 170]),
    (403, "skirting", [170, 160, 140]), (404, "carpet", [160, 80, 80]), (405, "curtain", [170, 120, 160]),
    (406, "tabletop", [170, 140, 100]),
  ]
}
