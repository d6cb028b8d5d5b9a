import DatasetFormats
import Foundation
import Imaging
import TestSupport
import Testing
import WorldModel

/// What holds for every format.
@Suite struct FormatCatalogTests {
  private static let names = FormatCatalog.all.map { $0.name }

  private func make(_ name: String) throws -> any DatasetFormat.Type {
    try #require(FormatCatalog.named(name))
  }

  @Test func namesAreUniqueAndFitForFolders() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(Self.names.allSatisfy { FileNames.component($0) == $0 })
    #expect(
      FormatCatalog.all.allSatisfy { type in
        !type.summary.isEmpty && (type.requiredLabels.contains("rgb") != type.isOfSound)
      })
  }

  /// No format that knows pinholes alone takes another lens for one.
  @Test(arguments: names)
  func otherLensesAreRefused(name: String) throws {
    let type = try make(name)
    #expect(throws: Never.self) {
      try type.requireLenses(of: [LensNeeds(name: "front", projection: .pinhole)])
    }
    for lens in Projection.allCases where !type.lenses.contains(lens) {
      let result = Result {
        try type.requireLenses(of: [
          LensNeeds(name: "front", projection: .pinhole), LensNeeds(name: "around", projection: lens),
        ])
      }
      guard case .failure(let error) = result else {
        Issue.record("\(name) takes \(lens)")
        continue
      }
      #expect(
        "\(error)".contains(name) && "\(error)".contains("around") && "\(error)".contains(lens.rawValue))
    }
    // Boxes, poses and calibration that hold for every lens there are none; words and sound alone need no lens.
    let needsNone = ["coco-captions", "vqa2"].contains(name) || type.isOfSound
    #expect(type.lenses.contains(.pinhole) && (type.lenses == Set(Projection.allCases)) == needsNone)
  }

  @Test(arguments: names)
  func orderShardsAndStorageOfFragmentsChangeNoByte(name: String) throws {
    let type = try make(name)
    let options = FormatOptions.test(cameras: TrapDataset.cameras)
    let straight = try Written(type, TrapDataset.samples, options)
    let shuffled = try Written(
      type, [7, 3, 11, 0, 1, 9, 2, 8, 10, 4, 6, 5].map { TrapDataset.samples[$0] }, options)
    #expect(straight.files == shuffled.files)
    // Records survive being written down and read back.
    let format = try type.init(options: options)
    for sample in TrapDataset.samples.prefix(2) {
      let records = try format.fragment(for: sample).records
      let back = try JSONDecoder().decode([FormatRecord].self, from: JSONEncoder().encode(records))
      #expect(back == records)
      let lines = records.map(\.line).joined(separator: "\n").split(separator: "\n")
      #expect(lines.map { FormatRecord(line: $0) } == records)
      #expect(records.allSatisfy { !$0.text.contains { $0.isNewline } })
    }
  }

  @Test(arguments: names)
  func pathsAreRelativeAndPlain(name: String) throws {
    let out = try Written(try make(name), TrapDataset.samples, .test(cameras: TrapDataset.cameras))
    for path in out.order {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      // RefCOCO's own names have brackets.
      let plain = parts.map { $0.hasPrefix("refs(") ? $0.filter { !"()".contains($0) } : String($0) }
      #expect(plain.allSatisfy { FileNames.component($0) == $0 || $0.contains("=") }, "\(path)")
      #expect(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f })
    }
    #expect(Set(out.order.map { $0.lowercased() }).count == out.order.count)
  }

  @Test(arguments: names)
  func emptyDatasetsAndEmptySamplesAreWritten(name: String) throws {
    let type = try make(name)
    let none = try Written(type, [], .test())
    #expect(!none.files.isEmpty)
    let one = try Written(type, [.test(0, [ShapeScene(1, 1)])], .test())
    if type.isOfSound {
      #expect(one.files == none.files)
      return
    }
    // Some layouts want pictures of another kind than ours.
    #expect(
      one.files.values.contains(.native(NativeImage(sample: 0, sensor: "front", label: "rgb")))
        || one.order.contains { $0.hasSuffix(".jpg") })
  }

  @Test(arguments: names)
  func minimumPixelsLeaveSmallObjectsOut(name: String) throws {
    let type = try make(name)
    var options = FormatOptions.test(cameras: TrapDataset.cameras)
    let all = try Written(type, TrapDataset.samples, options)
    options.minimumPixels = 1_000_000
    let none = try Written(type, TrapDataset.samples, options)
    // What writes no objects has none to leave out.
    let writesObjects = type.requiredLabels.contains("objects")
    #expect(all.files.count >= none.files.count && (all.files != none.files) == writesObjects)
  }

  private static let folder = ProcessInfo.processInfo.environment["DIORAMA_CONFORMANCE_DIR"]

  /// Writes the trap dataset in every format where other people's loaders can open it
  /// (`Tests/Conformance/run.py`).
  @Test(.enabled(if: folder != nil), arguments: names)
  func writeForOtherLoaders(name: String) throws {
    try write(try make(name), .test(cameras: TrapDataset.cameras), as: name)
  }

  /// COCO in its other forms: COCO's classes with polygons, and compressed masks.
  @Test(.enabled(if: folder != nil)) func writeVariantsForOtherLoaders() throws {
    var options = FormatOptions.test(cameras: TrapDataset.cameras)
    options.masks = .compressed
    try write(COCOFormat.self, options, as: "coco-compressed")
    options.masks = .polygons
    options.classes = .coco
    try write(COCOFormat.self, options, as: "coco-polygons")
  }

  private func write(_ type: any DatasetFormat.Type, _ options: FormatOptions, as name: String) throws {
    let folder = URL(fileURLWithPath: try #require(Self.folder)).appendingPathComponent("formats/\(name)")
    let out = try Written(type, TrapDataset.samples, options)
    for (path, content) in out.files {
      let url = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      let bytes: [UInt8]
      switch content {
      case .bytes(let b): bytes = b
      case .native(let image):
        if let sound = try SoundDataset.native(image, TrapDataset.samples) {
          try Data(sound).write(to: url)
          continue
        }
        let view = TrapDataset.samples[image.sample].views.first { $0.sensor == image.sensor }
        bytes = try StoredPNG.encode(try #require(view?.labels.raster(image.label)))
      }
      try Data(bytes).write(to: url)
    }
  }
}

extension DatasetFormat {
  /// Whether it writes recordings, no pictures.
  static var isOfSound: Bool { requiredLabels == ["recording"] }
}
