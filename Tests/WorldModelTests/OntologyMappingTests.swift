import Testing
import WorldModel

@Suite struct OntologyMappingTests {
  @Test(arguments: ClassSchema.all.map(\.name))
  func everyNativeClassIsMentionedOnceAndEveryTargetExists(schemaName: String) throws {
    let schema = try #require(ClassSchema.all.first { $0.name == schemaName })
    let mentioned = schema.map.map(\.native)
    #expect(mentioned.sorted() == Ontology.classes.map(\.name).sorted())
    let names = schema.classes.map(\.name)
    for (native, target) in schema.map {
      if let target {
        #expect(names.contains(target), "\(native) → \(target)")
        #expect(schema.counterpart(of: native)?.name == target)
      } else {
        #expect(schema.counterpart(of: native) == nil)
      }
    }
  }

  @Test(arguments: ClassSchema.all.map(\.name))
  func idsAndNamesAreUnique(schemaName: String) throws {
    let schema = try #require(ClassSchema.all.first { $0.name == schemaName })
    #expect(Set(schema.classes.map(\.id)).count == schema.classes.count)
    #expect(Set(schema.classes.map(\.name)).count == schema.classes.count)
    if case .labelled(let id) = schema.unmapped, id != 0 { #expect(schema.withID(id) != nil) }
  }

  @Test func sizesOfThePublishedLists() {
    #expect(ClassSchema.coco.classes.count == 80)
    #expect(ClassSchema.cocoPanoptic.classes.count == 133)
    #expect(ClassSchema.cocoPanoptic.classes.filter(\.isThing).count == 80)
    #expect(ClassSchema.cityscapes.classes.count == 35)
    #expect(ClassSchema.cityscapes.classes.filter { (0...18).contains($0.trainID) }.count == 19)
    #expect(ClassSchema.kitti.classes.count == 9)
    #expect(ClassSchema.nuScenes.classes.count == 23)
    #expect(ClassSchema.nuScenesLidarseg.classes.map(\.id) == Array(0..<32))
    #expect(ClassSchema.carla.classes.map(\.id) == Array(0..<29))
    #expect(ClassSchema.nyu40.classes.map(\.id) == Array(1...40))
    #expect(ClassSchema.ade20k.classes.map(\.id) == Array(1...150))
    #expect(ClassSchema.ade20k.classes.filter(\.isThing).count == 100)
  }

  /// Ids as published by each dataset's authors.
  private static let answers: [(String, String, Int)] = [
    ("coco", "person", 1), ("coco", "car", 3), ("coco", "traffic_light", 10), ("coco", "bench", 15),
    ("coco", "cat", 17), ("coco", "dog", 18), ("coco", "bottle", 44), ("coco", "chair", 62),
    ("coco", "sofa", 63),
    ("coco", "bed", 65), ("coco", "table", 67), ("coco", "television", 72), ("coco", "book", 84),
    ("coco-panoptic", "road", 149), ("coco-panoptic", "building", 197), ("coco-panoptic", "ceiling", 186),
    ("coco-panoptic", "carpet", 200), ("coco-panoptic", "tree", 184), ("coco-panoptic", "sidewalk", 191),
    ("cityscapes", "car", 26), ("cityscapes", "person", 24), ("cityscapes", "rider", 25),
    ("cityscapes", "road", 7),
    ("cityscapes", "traffic_sign", 20), ("cityscapes", "tram", 31), ("cityscapes", "bicycle", 33),
    ("cityscapes", "terrain", 22), ("kitti", "car", 0), ("kitti", "person", 3), ("kitti", "tram", 6),
    ("nuscenes", "car", 17), ("nuscenes", "person", 2), ("nuscenes", "truck", 23),
    ("nuscenes", "traffic_cone", 12),
    ("nuscenes-lidarseg", "road", 24), ("nuscenes-lidarseg", "sidewalk", 26),
    ("nuscenes-lidarseg", "building", 28), ("nuscenes-lidarseg", "tree", 30),
    ("nuscenes-lidarseg", "terrain", 27), ("carla", "road", 1),
    ("carla", "car", 14), ("carla", "person", 12), ("carla", "road_mark", 24), ("carla", "barrier", 28),
    ("nyu40", "bed", 4), ("nyu40", "interior_wall", 1), ("nyu40", "floor", 2), ("nyu40", "ceiling", 22),
    ("nyu40", "lamp", 35), ("nyu40", "television", 25), ("nyu40", "cushion", 18), ("ade20k", "wall", 1),
    ("ade20k", "person", 13), ("ade20k", "car", 21), ("ade20k", "bus", 81), ("ade20k", "bicycle", 128),
    ("ade20k", "traffic_light", 137), ("ade20k", "television", 90), ("ade20k", "street_light", 88),
  ]

  @Test(arguments: answers)
  func knownAnswer(schema: String, native: String, id: Int) throws {
    let schema = try #require(ClassSchema.all.first { $0.name == schema })
    #expect(schema.counterpart(of: native)?.id == id)
  }

  @Test func everyNativeClassHasAGroupOfItsKind() {
    for native in Ontology.classes { #expect(native.group.hasSuffix("-stuff") == !native.isThing) }
    #expect(Ontology.named("bus")?.group == "vehicle")
    #expect(Ontology.named("sofa")?.group == "indoor")
  }

  @Test func cityscapesTrainIDs() {
    let s = ClassSchema.cityscapes
    #expect(s.counterpart(of: "car")?.trainID == 13)
    #expect(s.counterpart(of: "road")?.trainID == 0)
    #expect(s.counterpart(of: "bicycle")?.trainID == 18)
    #expect(s.counterpart(of: "trailer")?.trainID == 255)
  }

  @Test func labelMapsFollowThePolicy() throws {
    let bed = try #require(Ontology.named("bed"))
    #expect(ClassSchema.cityscapes.labelID(of: bed.id) == 0)
    #expect(ClassSchema.carla.labelID(of: bed.id) == 22)
    #expect(ClassSchema.coco.labelID(of: 300) == nil)
    #expect(ClassSchema.nyu40.labelID(of: 0) == 0)
  }
}
