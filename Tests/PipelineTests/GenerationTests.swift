import Checks
import DatasetFormats
import DatasetStore
import Diagnostics
import Foundation
import Imaging
import JSON
import LocatedYAML
import Pipeline
import Testing
import VectorMath
import WorldModel

/// Whole runs: the same bytes whatever the workers, shards, interruptions and back ends.
@Suite(.serialized)
struct GenerationTests {
  static let text = """
    generator: tabletop
    name: small
    seed: 5
    count: 6
    sequence: {frames: 2, rate: 5}
    cameras: [{name: a, width: 61, height: 43, fov: 55, stereo: 0.05}]
    world: {objects: 3}
    """

  static let plan: Result<SamplePlan, any Error> = Result {
    try SamplePlan(RecipeTests.recipe(text)) { _ in }
  }

  static func directory() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("diorama-\(UUID().uuidString)").path
  }

  static func identity(_ recipe: Recipe) throws -> DatasetIdentity {
    try DatasetIdentity(
      version: "test", recipe: .init(name: recipe.name, text: recipe.text, resolved: [:]),
      seed: recipe.seed, count: recipe.count)
  }

  /// Makes a dataset; returns the SHA-256 of every file in the manifest.
  static func make(
    at path: String, workers: Int, formats: [String] = [], backend: PointTransform.Backend = .portable,
    resume: Bool = false, only: [Int]? = nil
  ) throws -> (hashes: [String], report: CheckReport) {
    let plan = try plan.get()
    let directory = try DatasetDirectory(
      creating: path, identity: try identity(plan.recipe), indices: only ?? Array(0..<plan.recipe.count),
      resume: resume, files: DurableFiles(sync: .never))
    let report = try GenerationRun(
      plan: plan, directory: directory, indices: only ?? Array(0..<plan.recipe.count), workers: workers,
      checks: .all,
      formats: formats, transform: backend, interruption: Interruption(), progress: ProgressReporter(.none),
      warn: { _ in }
    ).run()
    let manifest = try Dataset(path: path).manifest
    return (manifest.samples.flatMap { $0.files.map(\.sha256) } + manifest.files.map(\.sha256), report)
  }

  @Test func workersBackEndsAndRepetitionsGiveTheSameBytes() throws {
    let paths = (0..<3).map { _ in Self.directory() }
    defer { paths.forEach { try? FileManager.default.removeItem(atPath: $0) } }
    let first = try Self.make(at: paths[0], workers: 1, formats: ["coco", "kitti", "yolo"])
    let second = try Self.make(at: paths[1], workers: 3, formats: ["coco", "kitti", "yolo"])
    let third = try Self.make(at: paths[2], workers: 2, formats: ["coco", "kitti", "yolo"], backend: .blas)
    #expect(first.hashes.count > 100)
    #expect(first.hashes == second.hashes)
    #expect(first.hashes == third.hashes)
    #expect(first.report.passes, "\(first.report.entries.filter { $0.status == .failed }.map(\.line))")
    // The first sample of the run has its three twins.
    for id in ["visual-18", "visual-40", "visual-51"] {
      #expect(first.report.entry(id)?.finding.applied == 1)
      #expect(first.report.entry(id)?.status == .passed)
    }
  }

  /// Without twins the samples are the same, and what compares them says that it saw nothing.
  @Test func twinsAreLeftOutWhenAsked() throws {
    let path = Self.directory()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let plan = try Self.plan.get()
    let directory = try DatasetDirectory(
      creating: path, identity: try Self.identity(plan.recipe), indices: 0..<1,
      files: DurableFiles(sync: .never))
    let report = try GenerationRun(
      plan: plan, directory: directory, indices: [0], workers: 1, checks: .all, makesTwins: false,
      formats: [],
      interruption: Interruption(), progress: ProgressReporter(.none), warn: { _ in }
    ).run()
    #expect(report.passes)
    for id in ["visual-18", "visual-40", "visual-51"] { #expect(report.entry(id)?.status == .skipped) }
    #expect(report.entry("visual-01")?.status == .passed)
  }

  @Test func anInterruptedRunIsResumedToTheSameBytes() throws {
    let paths = (0..<2).map { _ in Self.directory() }
    defer { paths.forEach { try? FileManager.default.removeItem(atPath: $0) } }
    let whole = try Self.make(at: paths[0], workers: 2)
    let plan = try Self.plan.get()
    let begun = try DatasetDirectory(
      creating: paths[1], identity: try Self.identity(plan.recipe), indices: 0..<6,
      files: DurableFiles(sync: .never))
    let maker = SampleMaker(plan)
    for index in [3, 0] { try begun.commit(index, try SampleEncoder().encode(try maker.sample(index))) }
    _ = consume begun
    let resumed = try Self.make(at: paths[1], workers: 2, resume: true)
    #expect(resumed.hashes == whole.hashes)
  }

  @Test func aStoppedRunSaysSo() throws {
    let path = Self.directory()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let plan = try Self.plan.get()
    let directory = try DatasetDirectory(
      creating: path, identity: try Self.identity(plan.recipe), indices: 0..<6,
      files: DurableFiles(sync: .never))
    let interruption = Interruption()
    interruption.raise()
    let run = GenerationRun(
      plan: plan, directory: directory, indices: Array(0..<6), workers: 2, checks: .none, formats: [],
      interruption: interruption, progress: ProgressReporter(.none), warn: { _ in })
    let result = Result { try run.run() }
    guard case .failure(let error as DioramaError) = result else { Issue.record("went on"); return }
    #expect(error.reason == .interrupted)
  }

  @Test func statisticsCountWhatTheMapsShow() throws {
    let path = Self.directory()
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try Self.make(at: path, workers: 2)
    let dataset = try Dataset(path: path)
    var pixels: [UInt16: Int] = [:]
    var objects: [UInt16: Int] = [:]
    for index in dataset.indices {
      for view in try dataset.sample(index, structured: []).views {
        guard case .uint16(let classes)? = view.labels.raster("semantic"),
          case .uint32(let ids)? = view.labels.raster("instance")
        else { Issue.record("no maps"); return }
        for c in classes.values where c != 0 { pixels[c, default: 0] += 1 }
        for id in Set(ids.values) where id != 0 {
          guard let at = ids.values.firstIndex(of: id) else { continue }
          objects[classes.values[at], default: 0] += 1
        }
      }
    }
    let name = path + "/statistics.json"
    let text = try DurableFiles.read(name)
    let tally = try CanonicalJSON.decode(ClassTally.self, text, name: name)
    #expect(tally.counts.count == pixels.count && pixels.count > 1)
    for count in tally.counts {
      let id = try #require(Ontology.named(count.category)?.id)
      #expect(count.pixels == pixels[id] && count.objects == objects[id], "\(count.category)")
    }
    #expect(try DatasetValidation(path: path, workers: 2).run().entry("visual-55")?.status == .passed)
    var wrong = tally.counts
    wrong[0].pixels += 1
    try FileManager.default.removeItem(atPath: name)
    try DurableFiles().write(try CanonicalJSON.encode(ClassTally(wrong)), to: name)
    #expect(try DatasetValidation(path: path, workers: 2).run().entry("visual-55")?.status == .failed)
  }

  @Test func validationFindsAChangedFile() throws {
    let path = Self.directory()
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try Self.make(at: path, workers: 2)
    #expect(try DatasetValidation(path: path, workers: 2).run().passes)
    let file = path + "/samples/000/000002/a/depth.npy"
    var bytes = try #require(FileManager.default.contents(atPath: file))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(fileURLWithPath: file))
    #expect(!(try DatasetValidation(path: path, workers: 2).run().passes))
  }

  @Test func validationReadsFormatsBack() throws {
    let path = Self.directory()
    defer { try? FileManager.default.removeItem(atPath: path) }
    // There are no recordings here, of which others are made.
    let names = FormatCatalog.all.filter { !$0.requiredLabels.contains("recording") }.map { $0.name }
    _ = try Self.make(at: path, workers: 2, formats: names)
    let report = try DatasetValidation(path: path, workers: 2).run()
    #expect(report.passes, "\(report.entries.filter { $0.status == .failed }.map(\.line))")
    for name in names {
      #expect(report.entry("visual-54-\(name)")?.status == .passed)
      #expect(report.entry("visual-54-\(name)-native").map { $0.finding.examined > 0 } == true)
      #expect(try FormatValidation(name: name, path: path + "/formats/" + name).run().passes)
    }
    // A box one pixel wider: well formed, but not what the native sample says.
    let folder = path + "/formats/coco/annotations/instances_train.json"
    let text = try String(contentsOfFile: folder, encoding: .utf8)
    let changed = text.replacing(
      "\"iscrowd\":0,\"area\":", with: "\"iscrowd\":0,\"area\":1", maxReplacements: 1)
    try FileManager.default.removeItem(atPath: folder)
    try changed.write(toFile: folder, atomically: false, encoding: .utf8)
    let after = try DatasetValidation(path: path, workers: 2).run()
    #expect(after.entry("visual-54-coco")?.status == .failed)
    #expect(after.entry("visual-54-coco-native")?.status == .failed)
    #expect(after.entry("visual-54-kitti-native")?.status == .passed)
    #expect(throws: DioramaError.self) { try FormatValidation(name: "cocos", path: path) }
  }

  @Test func validationMakesSamplesAgain() throws {
    let path = Self.directory()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let recipe = try Self.plan.get().recipe
    let identity = try DatasetIdentity(
      version: "test", recipe: .init(name: recipe.name, text: recipe.text, resolved: recipe.resolved),
      seed: recipe.seed, count: recipe.count)
    let directory = try DatasetDirectory(
      creating: path, identity: identity, indices: Array(0..<6), resume: false,
      files: DurableFiles(sync: .never))
    _ = try GenerationRun(
      plan: try Self.plan.get(), directory: directory, indices: Array(0..<6), workers: 2, checks: .none,
      formats: ["bop", "scannet"], interruption: Interruption(), progress: ProgressReporter(.none),
      warn: { _ in }
    ).run()
    // What was made again knows the same shapes: exporting later gives the same files, and without it there are none.
    let dataset = try Dataset(path: path)
    let plan = try SamplePlan.remade(from: dataset, version: "test").get()
    for (name, wanted) in [("bop", "models/obj_000001.ply"), ("scannet", "scene0000_00.aggregation.json")] {
      let made = dataset.manifest.files.filter { $0.path.hasPrefix("formats/\(name)/") }
        .map { "\($0.path.dropFirst(9 + name.count)) \($0.sha256)" }.sorted()
      func export(_ plan: SamplePlan?) throws -> [String] {
        let target = Self.directory()
        defer { try? FileManager.default.removeItem(atPath: target) }
        return try FormatExport(
          name: name, title: "small", cameras: ["a", "a_right"], target: target, workers: 2,
          plan: { plan }, warn: { _ in }
        ).write(dataset.indices) { try dataset.reader($0) }.map { "\($0.path) \($0.sha256)" }.sorted()
      }
      #expect(try export(plan) == made)
      #expect(made.contains { $0.contains(wanted) })
      #expect(try export(nil) != made)
    }
    func replay(_ version: String?) throws -> CheckReport.Entry? {
      try DatasetValidation(path: path, workers: 2, version: version).run().entry("visual-51")
    }
    let right = try replay("test")
    #expect(right?.status == .passed && right?.finding.applied == 3)
    let other = try replay("another")
    #expect(other?.status == .skipped)
    #expect(other?.finding.missing.joined().contains("made by version test") == true)
    #expect(try replay(nil)?.status == .skipped)
    // One bit of the middle sample.
    let file = path + "/samples/000/000003/a/depth.npy"
    var bytes = try #require(FileManager.default.contents(atPath: file))
    bytes[bytes.count - 1] ^= 1
    try bytes.write(to: URL(fileURLWithPath: file))
    let changed = try replay("test")
    #expect(changed?.finding.violations == 1)
    #expect(changed?.finding.first.first?.item == "a/depth.npy")
  }

  @Test func twinsOfAnyRunBeginWithItsFirstCheckedBlock() {
    #expect(TwinMaking.blocks(among: (0..<40).map { $0 }, every: 16) == [0, 16, 32])
    #expect(TwinMaking.blocks(among: [nil, nil, 5, 6, nil], every: 16) == [2])
    #expect(TwinMaking.blocks(among: [nil], every: 16) == [])
  }

  @Test func samplesDependOnTheirIndexAlone() throws {
    let plan = try Self.plan.get()
    let (forward, backward) = (SampleMaker(plan), SampleMaker(plan))
    let a = try (0..<4).map { try SampleEncoder().encode(try forward.sample($0)) }
    let b = try (0..<4).reversed().map { try SampleEncoder().encode(try backward.sample($0)) }
    for (x, y) in zip(a, b.reversed()) { #expect(x.map(\.record) == y.map(\.record)) }
  }
}
