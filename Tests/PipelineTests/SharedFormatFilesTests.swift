import Annotations
import Checks
import DatasetFormats
import DatasetStore
import Diagnostics
import Foundation
import Imaging
import Pipeline
import Testing
import WorldModel

/// Exports of homes as Structured3D: files that samples share, exports that fail.
@Suite(.serialized)
struct SharedFormatFilesTests {
  /// One home from two places, each raw and warm, by a panorama and a pinhole.
  private static let text = """
    generator: home
    name: rooms
    seed: 6
    count: 4
    sequence: {views: 2}
    cameras:
      - {name: around, projection: equirectangular, width: 64, height: 32}
      - {name: ahead, width: 48, height: 36, fov: 80}
    labels: [rgb, depth, semantic, instance, normal_camera, albedo, floor_plan, layout, boxes3d]
    light: {hour: 11}
    world: {bedrooms: 1, view: {mode: panorama}, variants: [full_raw, full_warm]}
    """

  private static let dataset: Result<(path: String, directory: DatasetDirectory), any Error> = Result {
    let path = GenerationTests.directory()
    let plan = try SamplePlan(RecipeTests.recipe(text)) { _ in }
    let directory = try DatasetDirectory(
      creating: path, identity: try GenerationTests.identity(plan.recipe), indices: 0..<4,
      files: DurableFiles(sync: .never))
    let maker = SampleMaker(plan)
    for index in 0..<4 {
      try directory.commit(index, try SampleEncoder().encode(try maker.sample(index)))
    }
    return (path, directory)
  }

  private func export(
    _ name: String, workers: Int, to target: String, _ indices: [Int] = [2, 0, 3, 1]
  ) throws -> [FileRecord] {
    let path = try Self.dataset.get().path
    return try FormatExport(
      name: name, title: "rooms", cameras: ["around", "ahead"], target: target, workers: workers,
      warn: { _ in }
    ).write(indices) { try SampleReader(directory: path + "/" + Manifest.samplePath($0)) }
  }

  @Test func theFirstSamplesFilesStandWhoeverIsQuicker() throws {
    let targets = (0..<3).map { _ in GenerationTests.directory() }
    defer { targets.forEach { try? FileManager.default.removeItem(atPath: $0) } }
    let first = try export("structured3d", workers: 1, to: targets[0])
    for (target, workers) in [(targets[1], 3), (targets[2], 4)] {
      #expect(try export("structured3d", workers: workers, to: target) == first)
    }
    let found = (FileManager.default.enumerator(atPath: targets[1])?.allObjects as? [String] ?? [])
      .filter { !FileManager.default.fileExists(atPath: targets[1] + "/" + $0 + "/.") }
    #expect(Set(found) == Set(first.map(\.path)))
    for record in first {
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: targets[1] + "/" + record.path)))
      #expect(bytes.count == record.bytes && SHA256.hex(of: bytes) == record.sha256, "\(record.path)")
    }
    let paths = first.map(\.path)
    #expect(paths.count { $0.hasSuffix("annotation_3d.json") } == 1)
    // Two rooms, two colours each; one set of maps.
    #expect(paths.count { $0.contains("panorama/full/rgb_") } == 4)
    #expect(paths.count { $0.contains("perspective/full/") && $0.hasSuffix("rgb_warmlight.png") } == 2)
    #expect(
      paths.count { $0.hasSuffix("layout.txt") } == 2 && paths.count { $0.hasSuffix("layout.json") } == 2)
    #expect(paths.count { $0.hasSuffix("depth.png") } == 4)
  }

  /// What is read back is what the native samples say, and the layout label agrees with `layout.txt`.
  @Test func aHomeComesBackAsItWas() throws {
    let target = GenerationTests.directory()
    defer { try? FileManager.default.removeItem(atPath: target) }
    _ = try export("structured3d", workers: 2, to: target)
    let validator = Structured3DValidator()
    var formed = CheckFinding()
    var comparison = FormatComparison(
      try validator.read(try FormatFolder(target), into: &formed), sharesPictures: true)
    let options = FormatOptions(cameras: ["around", "ahead"]) { _ in [] }
    let path = try Self.dataset.get().path
    for index in 0..<4 {
      let reader = try SampleReader(directory: path + "/" + Manifest.samplePath(index))
      let sample = try reader.sample(structured: [
        FloorPlanLabel.self, LayoutLabel.self, Boxes3DLabel.self, ObjectsLabel.self,
      ])
      comparison.compare(try validator.expected(of: sample, options), sample: index, slack: 1e-5)
      let view = try #require(sample.views.first { $0.sensor == "around" })
      let layout = try #require(view.labels[LayoutLabel.self])
      let room = try #require(layout.rooms.first)
      #expect(room.room == layout.cameraRoom)
      let text = try String(
        contentsOfFile: "\(target)/scene_00000/2D_rendering/\(room.room)/panorama/layout.txt", encoding: .utf8
      )
      let rows = text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Double($0) } }
      #expect(rows.count == room.junctions.count)
      // Panoramas of homes look along +x: a quarter of the columns to the left of +y.
      for junction in room.junctions {
        let u = ((junction.u ?? 0) + 16.5).truncatingRemainder(dividingBy: 64) - 0.5
        let near = rows.contains { abs($0[0] - u) < 1e-4 && abs($0[1] - (junction.v ?? 0)) < 1e-4 }
        #expect(near, "\(u), \(junction.v ?? .nan)")
      }
    }
    comparison.close()
    #expect(formed.violations == 0, "\(formed.first.map(\.description))")
    #expect(comparison.finding.violations == 0, "\(comparison.finding.first.map(\.description))")
    #expect(formed.examined > 300 && comparison.finding.examined > 30)
  }

  @Test func anExportThatFailsLeavesNothing() throws {
    let target = GenerationTests.directory()
    defer { try? FileManager.default.removeItem(atPath: target) }
    let path = try Self.dataset.get().path
    let reader = { @Sendable (index: Int) throws -> SampleReader in
      guard index < 3 else { throw DioramaError(.inputOutput, "the disc is gone") }
      return try SampleReader(directory: path + "/" + Manifest.samplePath(index))
    }
    let export = try FormatExport(
      name: "structured3d", title: "rooms", cameras: ["around", "ahead"], target: target, workers: 2,
      warn: { _ in })
    #expect(throws: DioramaError.self) { try export.write([0, 1, 2, 3], reader) }
    #expect(!FileManager.default.fileExists(atPath: target))
    #expect(!FileManager.default.fileExists(atPath: target + ".partial"))
    // An earlier export stays as it was.
    let before = try self.export("structured3d", workers: 2, to: target, [0, 1])
    #expect(throws: DioramaError.self) { try export.write([0, 1, 2, 3], reader) }
    #expect(!FileManager.default.fileExists(atPath: target + ".partial"))
    for record in before { #expect(FileManager.default.fileExists(atPath: target + "/" + record.path)) }
    // Formats of pinholes refuse the panorama before they begin.
    #expect(throws: DioramaError.self) { try self.export("coco", workers: 1, to: target + "2") }
    #expect(!FileManager.default.fileExists(atPath: target + "2.partial"))
  }
}
