import Annotations
import DatasetFormats
import Imaging
import TestSupport
import Testing
import WorldModel

@Suite struct YOLOFormatTests {
  private let carIndex = Ontology.classes.filter(\.isThing).firstIndex { $0.name == "car" } ?? -1

  @Test func boxesAtTheEdges() throws {
    let scene = ShapeScene(
      40, 20,
      [
        .init(instance: 1, category: "car", contains: ShapeScene.pixels(0...39, 0...19)),
        .init(instance: 2, category: "car", contains: ShapeScene.pixels(39...39, 19...19)),
        .init(instance: 3, category: "car", contains: ShapeScene.pixels(0...0, 0...19)),
        .init(instance: 4, category: "car", contains: ShapeScene.pixels(10...19, 5...9)),
      ])
    let out = try Written(YOLODetectFormat.self, [.test(0, [scene])], .test())
    let c = carIndex
    #expect(
      try out.text("labels/train/000000.txt") == """
        \(c) 0.5125 0.5 0.975 1
        \(c) 0.9875 0.975 0.025 0.05
        \(c) 0.0125 0.5 0.025 1
        \(c) 0.375 0.375 0.25 0.25

        """)
  }

  @Test func boxesConvertBackToCOCOsWithin100thOfAPixel() throws {
    let cameras = TrapDataset.cameras
    let out = try Written(YOLODetectFormat.self, TrapDataset.samples, .test(cameras: cameras))
    for sample in TrapDataset.samples {
      let side = SplitRule().side(ofSequence: sample.sequence)
      for view in sample.views {
        let stem = FileNames.stem(sample: sample.index, sensor: view.sensor, of: .test(cameras: cameras))
        let rows = try out.rows("labels/\(side)/\(stem).txt").map(\.numbers)
        let objects = try ViewObject.all(in: view, sample: 0, minimumPixels: 1)
        #expect(rows.count == objects.count)
        for (n, object) in zip(rows, objects) {
          let (w, h) = (Double(view.camera.width), Double(view.camera.height))
          let b = object.visibleBox
          #expect(abs((n[0] - n[2] / 2) * w - Double(b.x)) < 0.01 && abs(n[2] * w - Double(b.width)) < 0.01)
          #expect(abs((n[1] - n[3] / 2) * h - Double(b.y)) < 0.01 && abs(n[3] * h - Double(b.height)) < 0.01)
        }
      }
    }
  }

  @Test func polygonsGiveBackTheMasks() throws {
    let sample = TrapDataset.samples[0]
    let out = try Written(YOLOSegmentFormat.self, [sample], .test(cameras: TrapDataset.cameras))
    let view = sample.views[0]
    let (w, h) = (view.camera.width, view.camera.height)
    let rows = try out.rows("labels/train/000000_front.txt").map(\.numbers)
    let objects = try ViewObject.all(in: view, sample: 0, minimumPixels: 1)
    #expect(rows.count == objects.count && !rows.isEmpty)
    for (n, object) in zip(rows, objects) {
      #expect(n.count >= 8 && n.count % 2 == 0)
      let ring = stride(from: 0, to: n.count, by: 2).map {
        PixelCorner(Int((n[$0] * Double(w)).rounded()), Int((n[$0 + 1] * Double(h)).rounded()))
      }
      #expect(CornerFill.evenOdd([ring], width: w, height: h) == object.mask?.bitmap.values)
      // Ultralytics takes the box from the polygon: it must be the visible one.
      let (us, vs) = (ring.map(\.x), ring.map(\.y))
      #expect(us.min() == object.visibleBox.x && us.max() == object.visibleBox.x + object.visibleBox.width)
      #expect(vs.min() == object.visibleBox.y && vs.max() == object.visibleBox.y + object.visibleBox.height)
    }
  }

  @Test func posesHaveSeventeenPointsAndOneClass() throws {
    let out = try Written(YOLOPoseFormat.self, TrapDataset.samples, .test(cameras: TrapDataset.cameras))
    let rows = try out.rows("labels/train/000000_front.txt")
    #expect(rows.count == 2)
    #expect(rows.allSatisfy { $0.name == "0" && $0.numbers.count == 4 + 51 })
    // The first point of the first person: pixel index + ½ over the size.
    let n = rows[0].numbers
    #expect(abs(n[4] - (100 + 0.08 * 30 + 0.5) / 160) < 1e-8)
    #expect(abs(n[5] - (60 - 0.45 * 30 + 0.5) / 96) < 1e-8)
    #expect(n[6] == 1 && n[9] == 2)
    #expect(Array(rows[1].numbers[31..<34]) == [0, 0, 0])
    let yaml = try out.text("data.yaml")
    #expect(yaml.contains("kpt_shape: [17, 3]\n"))
    #expect(yaml.contains("flip_idx: [0, 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11, 14, 13, 16, 15]\n"))
    #expect(yaml.hasSuffix("names:\n  0: \"person\"\n"))
  }

  @Test func mirroringSwapsLeftAndRight() {
    for (i, j) in COCOSkeleton.mirrored.enumerated() {
      #expect(COCOSkeleton.mirrored[j] == i)
      let swapped = COCOSkeleton.points[i].replacing("left", with: "L").replacing("right", with: "left")
        .replacing("L", with: "right")
      #expect(COCOSkeleton.points[j] == swapped)
    }
    #expect(COCOSkeleton.bones.allSatisfy { (1...17).contains($0.0) && (1...17).contains($0.1) })
  }

  @Test func orientedBoxesStayInside() throws {
    let out = try Written(YOLOOrientedFormat.self, TrapDataset.samples, .test(cameras: TrapDataset.cameras))
    var turned = 0
    for (path, _) in out.files where path.hasPrefix("labels/") {
      for row in try out.rows(path) {
        #expect(row.numbers.count == 8)
        #expect(row.numbers.allSatisfy { $0 >= 0 && $0 <= 1 })
        if row.numbers[0] != row.numbers[6] { turned += 1 }
      }
    }
    #expect(turned > 10)
  }

  @Test func emptyPicturesHaveEmptyLabels() throws {
    for format in [
      YOLODetectFormat.self, YOLOSegmentFormat.self, YOLOPoseFormat.self, YOLOOrientedFormat.self,
    ]
      as [any DatasetFormat.Type]
    {
      let out = try Written(format, [.test(0, [ShapeScene(12, 12)])], .test())
      #expect(try out.text("labels/train/000000.txt").isEmpty)
      #expect(out.files["images/train/000000.png"] != nil)
      // Without validation sequences the training ones stand in: the loader insists on both.
      #expect(try out.text("data.yaml").contains("train: images/train\nval: images/train\n"))
    }
  }

  @Test func cocoClassesAreNumberedFromZero() throws {
    var options = FormatOptions.test()
    options.classes = .coco
    let scene = ShapeScene(
      40, 20,
      [
        .init(instance: 1, category: "van", contains: ShapeScene.pixels(0...3, 0...3)),
        .init(instance: 2, category: "sofa", contains: ShapeScene.pixels(8...9, 0...3)),
        .init(instance: 3, category: "bollard", contains: ShapeScene.pixels(12...13, 0...3)),
      ])
    let out = try Written(YOLODetectFormat.self, [.test(0, [scene])], options)
    #expect(try out.rows("labels/train/000000.txt").map(\.name) == ["2", "57"])
    #expect(try out.text("data.yaml").contains("  79: \"toothbrush\"\n"))
  }

  @Test func sequencesDoNotLeakAcrossTheSplit() throws {
    let samples = (0..<40).map { Sample.test($0, sequence: $0 / 4, [ShapeScene(12, 12)]) }
    let out = try Written(YOLODetectFormat.self, samples, .test())
    var sides: [Int: Set<String>] = [:]
    for path in out.order where path.hasPrefix("labels/") {
      let parts = path.split(separator: "/")
      let index = try #require(Int(parts[2].prefix(6)))
      sides[index / 4, default: []].insert(String(parts[1]))
    }
    #expect(sides.count == 10 && sides.values.allSatisfy { $0.count == 1 })
    #expect(sides.values.count { $0 == ["val"] } == 2)
  }
}
