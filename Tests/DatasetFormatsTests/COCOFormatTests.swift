import Annotations
import DatasetFormats
import Imaging
import TestSupport
import Testing
import VectorMath
import WorldModel

/// COCO's compressed run lengths, read by the rules of maskApi's rleFrString.
private func runs(_ text: String) -> [Int] {
  var counts: [Int] = []
  let bytes = text.utf8.map { Int($0) - 48 }
  var p = 0
  while p < bytes.count {
    var (x, k, more) = (0, 0, true)
    while more {
      let c = bytes[p]
      x |= (c & 0x1f) << (5 * k)
      more = c & 0x20 != 0
      p += 1
      k += 1
      if !more && c & 0x10 != 0 { x |= -1 << (5 * k) }
    }
    if counts.count > 2 { x += counts[counts.count - 2] }
    counts.append(x)
  }
  return counts
}

@Suite struct COCOFormatTests {
  @Test func boxesAreasAndMasksOfKnownPixels() throws {
    let scene = ShapeScene(
      20, 10,
      [
        .init(instance: 3, category: "car", contains: ShapeScene.pixels(4...9, 2...5)),
        .init(instance: 9, category: "pole", contains: ShapeScene.pixels(6...6, 0...9)),
        .init(instance: 4, category: "box", contains: ShapeScene.pixels(19...19, 9...9)),
      ])
    let out = try Written(COCOFormat.self, [.test(0, [scene])], .test())
    let json = try out.json("annotations/instances_train.json")
    let image = try #require(try json.list("images").first)
    #expect(try image.int("id") == 1)
    #expect(try image.int("width") == 20)
    #expect(image["file_name"] as? String == "000000.png")
    #expect(
      out.files["images/train/000000.png"] == .native(NativeImage(sample: 0, sensor: "front", label: "rgb")))
    let annotations = try json.list("annotations")
    #expect(try annotations.map { try $0.int("id") } == [1, 2, 3])
    #expect(try annotations.map { try $0.int("category_id") } == [3, 116, 22])
    #expect(try annotations.map { try $0.ints("bbox") } == [[4, 2, 6, 4], [19, 9, 1, 1], [6, 0, 1, 10]])
    #expect(try annotations.map { try $0.int("area") } == [20, 1, 10])
    for (annotation, entry) in zip(annotations, try #require(scene.view.labels[MasksLabel.self]).entries) {
      let segmentation = try #require(annotation["segmentation"] as? [String: Any])
      #expect(try segmentation.ints("size") == [10, 20])
      #expect(try segmentation.ints("counts") == entry.modal.counts)
    }
    let extra = try #require(annotations[0]["diorama"] as? [String: Any])
    #expect(extra["visible_fraction"] as? Double == 0.833333)
    #expect(try extra.ints("amodal_bbox") == [4, 2, 6, 4])
    #expect(try extra.int("instance") == 3)
  }

  @Test func everyCategoryIDIsListed() throws {
    for choice in FormatOptions.Classes.allCases {
      var options = FormatOptions.test(cameras: TrapDataset.cameras)
      options.classes = choice
      let out = try Written(COCOFormat.self, TrapDataset.samples, options)
      for (file, key) in [("instances", "annotations"), ("person_keypoints", "annotations")] {
        let json = try out.json("annotations/\(file)_train.json")
        let ids = Set(try json.list("categories").map { try $0.int("id") })
        #expect(try json.list(key).allSatisfy { ids.contains(try $0.int("category_id")) })
        #expect(try !json.list(key).isEmpty)
      }
      let panoptic = try out.json("annotations/panoptic_train.json")
      let ids = Set(try panoptic.list("categories").map { try $0.int("id") })
      for annotation in try panoptic.list("annotations") {
        for segment in try annotation.list("segments_info") {
          #expect(ids.contains(try segment.int("category_id")))
        }
      }
    }
  }

  @Test func annotationNumbersAreUniqueOverBothSidesAndPersonsKeepTheirs() throws {
    let out = try Written(COCOFormat.self, TrapDataset.samples, .test(cameras: TrapDataset.cameras))
    var all: [Int: [Int]] = [:]
    var images: [Int] = []
    for side in ["train", "val"] {
      let instances = try out.json("annotations/instances_\(side).json")
      images += try instances.list("images").map { try $0.int("id") }
      for a in try instances.list("annotations") {
        #expect(all.updateValue(try [a.int("image_id")] + a.ints("bbox"), forKey: try a.int("id")) == nil)
      }
      for a in try out.json("annotations/person_keypoints_\(side).json").list("annotations") {
        #expect(all[try a.int("id")] == (try [a.int("image_id")] + a.ints("bbox")))
        #expect(try a.int("category_id") == 1)
        let points = try #require(a["keypoints"] as? [Double])
        #expect(points.count == 51)
        #expect(try a.int("num_keypoints") == stride(from: 2, to: 51, by: 3).count { points[$0] > 0 })
      }
    }
    #expect(images.sorted() == Array(1...36))
    #expect(all.keys.sorted() == Array(1...all.count))
  }

  @Test func keypointsArePixelIndicesInsideTheImage() throws {
    func entry(_ u: Double, _ v: Double, _ visibility: Int) -> KeypointsLabel.Point {
      KeypointsLabel.Point(name: "", u: u, v: v, visibility: visibility, camera: [])
    }
    var person = ShapeScene.person(1, 10, 10, 12)
    person.keypoints?.points[0] = entry(-0.4, 19.45, 2)
    person.keypoints?.points[1] = entry(7.1234567, 3, 1)
    person.keypoints?.points[2] = entry(50, 50, 0)
    let out = try Written(COCOFormat.self, [.test(0, [ShapeScene(20, 20, [person])])], .test())
    let a = try #require(try out.json("annotations/person_keypoints_train.json").list("annotations").first)
    let points = try #require(a["keypoints"] as? [Double])
    #expect(Array(points[..<9]) == [0, 19, 2, 7.123, 3, 1, 0, 0, 0])
    #expect(try a.int("num_keypoints") == 16)
  }

  @Test func personsWithoutPointsAreInTheKeypointFileWhenOthersHaveThem() throws {
    let rider = ShapeScene.Shape(
      instance: 2, category: "rider", contains: ShapeScene.pixels(15...18, 0...9))
    let with = ShapeScene(20, 20, [ShapeScene.person(1, 8, 10, 12), rider])
    let out = try Written(COCOFormat.self, [.test(0, [with])], .test())
    let people = try out.json("annotations/person_keypoints_train.json").list("annotations")
    #expect(try people.map { try $0.int("num_keypoints") } == [17, 0])
    #expect(try people[1].ints("keypoints") == Array(repeating: 0, count: 51))
    #expect(try people.map { try $0.int("category_id") } == [1, 1])
    // Without the label nobody's points are known: no file.
    var bare = Sample.test(0, [with])
    let labels = bare.views[0].labels
    bare.views[0].labels = LabelSet()
    for label in labels.structured where !(label is KeypointsLabel) { bare.views[0].labels.set(label) }
    let none = try Written(COCOFormat.self, [bare], .test())
    #expect(none.files["annotations/person_keypoints_train.json"] == nil)
  }

  @Test func emptyPicturesAndOnePixelPicturesStay() throws {
    let one = ShapeScene(1, 1, [.init(instance: 1, category: "cat", contains: { _, _ in true })])
    let out = try Written(
      COCOFormat.self, [.test(0, [ShapeScene(4, 3)]), .test(1, sequence: 0, [one])], .test())
    let json = try out.json("annotations/instances_train.json")
    #expect(try json.list("images").count == 2)
    #expect(try json.list("annotations").map { try $0.ints("bbox") } == [[0, 0, 1, 1]])
    #expect(try json.list("annotations").map { try $0.int("image_id") } == [2])
    let panoptic = try out.json("annotations/panoptic_train.json").list("annotations")
    #expect(try panoptic.map { try $0.list("segments_info").count } == [0, 1])
  }

  @Test func noSamplesStillGiveAFile() throws {
    let json = try Written(COCOFormat.self, [], .test()).json("annotations/instances_train.json")
    #expect(try json.list("images").isEmpty)
    #expect(try !json.list("categories").isEmpty)
  }

  @Test func objectsOfClassesThatCOCOLacksAreLeftOut() throws {
    var options = FormatOptions.test()
    options.classes = .coco
    let scene = ShapeScene(
      20, 10,
      [
        .init(instance: 1, category: "van", contains: ShapeScene.pixels(0...3, 0...3)),
        .init(instance: 2, category: "bollard", contains: ShapeScene.pixels(5...6, 0...3)),
        .init(instance: 3, category: "rider", contains: ShapeScene.pixels(10...12, 0...3)),
      ])
    let out = try Written(COCOFormat.self, [.test(0, [scene])], options)
    let json = try out.json("annotations/instances_train.json")
    #expect(try json.list("annotations").map { try $0.int("category_id") } == [3, 1])
    #expect(try json.list("categories").count == 80)
  }

  @Test func polygonsFillBackTheMask() throws {
    var options = FormatOptions.test(cameras: TrapDataset.cameras)
    options.masks = .polygons
    let exact = try Written(COCOFormat.self, TrapDataset.samples, .test(cameras: TrapDataset.cameras))
    let out = try Written(COCOFormat.self, TrapDataset.samples, options)
    let a = try out.json("annotations/instances_train.json").list("annotations")
    let b = try exact.json("annotations/instances_train.json").list("annotations")
    for (polygon, run) in zip(a, b) {
      let size = try #require(run["segmentation"] as? [String: Any]).ints("size")
      let rings = try #require(polygon["segmentation"] as? [[Int]]).map { flat in
        stride(from: 0, to: flat.count, by: 2).map { PixelCorner(flat[$0], flat[$0 + 1]) }
      }
      #expect(rings.allSatisfy { $0.count >= 4 })
      let mask = RunLengthMask(
        height: size[0], width: size[1],
        counts: try #require((run["segmentation"] as? [String: Any])?["counts"] as? [Int]))
      #expect(CornerFill.evenOdd(rings, width: size[1], height: size[0]) == mask.bitmap.values)
    }
    #expect(a.count == b.count)
  }

  @Test func compressedRunsSayTheSame() throws {
    var options = FormatOptions.test(cameras: TrapDataset.cameras)
    let plain = try Written(COCOFormat.self, TrapDataset.samples, options)
    options.masks = .compressed
    let short = try Written(COCOFormat.self, TrapDataset.samples, options)
    let a = try plain.json("annotations/instances_train.json").list("annotations")
    let b = try short.json("annotations/instances_train.json").list("annotations")
    #expect(a.count == b.count)
    for (x, y) in zip(a, b) {
      let list = try #require(x["segmentation"] as? [String: Any]).ints("counts")
      let text = try #require((y["segmentation"] as? [String: Any])?["counts"] as? String)
      #expect(runs(text) == list)
    }
  }

  @Test func missingAndBrokenLabelsAreErrors() throws {
    let format = COCOFormat(options: .test())
    var sample = Sample.test(0, [ShapeScene(4, 4)])
    sample.views[0].labels = LabelSet()
    #expect(throws: (any Error).self) { try format.fragment(for: sample) }
    var broken = Sample.test(
      0, [ShapeScene(4, 4, [.init(instance: 1, category: "cat", contains: { _, _ in true })])])
    broken.views[0].labels.set(
      MasksLabel(entries: [
        .init(
          instance: 1, modal: RunLengthMask(height: 4, width: 4, counts: [0, 99]),
          amodal: RunLengthMask(height: 4, width: 4, counts: [0, 16]))
      ]))
    #expect(throws: (any Error).self) { try format.fragment(for: broken) }
    broken.views[0].labels.set(
      MasksLabel(entries: [
        .init(
          instance: 1, modal: RunLengthMask(height: 4, width: 4, counts: [4, 12]),
          amodal: RunLengthMask(height: 4, width: 4, counts: [0, 16]))
      ]))
    #expect(throws: (any Error).self) { try format.fragment(for: broken) }
    var stranger = Sample.test(0, [ShapeScene(4, 4)])
    stranger.views[0].sensor = "other"
    #expect(throws: (any Error).self) { try format.fragment(for: stranger) }
  }
}

@Suite struct COCOPanopticTests {
  private func panoptic(_ scene: ShapeScene, _ choice: FormatOptions.Classes) throws -> COCOPanoptic {
    try #require(try COCOPanoptic(view: scene.view, sample: 0, classes: COCOClasses(choice: choice)))
  }

  private func counts(_ p: COCOPanoptic) -> [UInt32: Int] {
    var counts: [UInt32: Int] = [:]
    for i in stride(from: 0, to: p.colors.values.count, by: 3) {
      let id =
        UInt32(p.colors.values[i]) + 256 * UInt32(p.colors.values[i + 1]) + 65536
        * UInt32(p.colors.values[i + 2])
      counts[id, default: 0] += 1
    }
    return counts
  }

  @Test(arguments: FormatOptions.Classes.allCases)
  func colorsAndSegmentsAgree(choice: FormatOptions.Classes) throws {
    for sample in TrapDataset.samples {
      for view in sample.views {
        let p = try #require(try COCOPanoptic(view: view, sample: 0, classes: COCOClasses(choice: choice)))
        var seen = counts(p)
        seen[0] = nil
        #expect(seen == Dictionary(uniqueKeysWithValues: p.segments.map { ($0.id, $0.area) }))
      }
    }
  }

  @Test func nativeClassesOfOneCOCOStuffMerge() throws {
    let scene = ShapeScene(
      20, 10,
      [
        .init(instance: 300, category: "tree", contains: ShapeScene.pixels(0...3, 0...3)),
        .init(instance: 2, category: "vegetation", contains: ShapeScene.pixels(10...11, 5...9)),
        .init(instance: 3, category: "car", contains: ShapeScene.pixels(15...16, 0...0)),
        .init(instance: 4, category: "bollard", contains: ShapeScene.pixels(18...19, 0...9)),
      ])
    let p = try panoptic(scene, .coco)
    let stuff = (1 << 23) + 184
    #expect(p.segments.map { Int($0.id) } == [3, stuff])
    #expect(p.segments.map(\.area) == [2, 26])
    #expect(p.segments[1].low == (0, 0) && p.segments[1].high == (11, 9))
    #expect(try panoptic(scene, .native).segments.count == 4)
  }

  @Test func noNativeStuffBecomesACOCOThing() {
    for native in Ontology.classes where !native.isThing {
      #expect(ClassSchema.cocoPanoptic.counterpart(of: native)?.isThing != true)
    }
  }

  @Test func idsThatNoSegmentExplainsAreAnError() {
    var view = ShapeScene(4, 4, [.init(instance: 1, category: "cat", contains: { _, _ in true })]).view
    view.labels.set(PanopticLabel(segments: []))
    #expect(throws: (any Error).self) {
      try COCOPanoptic(view: view, sample: 0, classes: COCOClasses(choice: .native))
    }
  }
}
