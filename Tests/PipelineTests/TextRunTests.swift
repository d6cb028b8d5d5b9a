import Checks
import DatasetStore
import Diagnostics
import Foundation
import JSON
import Pipeline
import Testing
import TextFormats

/// Whole runs of texts with formats: the same bytes whatever the workers, shards apart and interruptions.
@Suite(.serialized) struct TextRunTests {
  static let template = """
    template: small
    languages: [zh, en]
    count: 9000
    split: sample
    slots:
      city: {values: {paris: {en: [Paris, the French capital], zh: 巴黎}, rome: {en: Rome, zh: 罗马}}}
      hour: {range: 1..400, en: "$value", zh: "$value"}
    intents:
      travel:
        zh: ["请 在 {hour} 点 导航 到 {city>to}", "{city>to} 怎么 走 , {hour} 点 出发"]
        en: ["go to {city>to} at {hour}", "take me to {city>to}, {hour} o'clock", "{hour}: {city>to}"]
      place:
        zh: ["从 {city>from} 到 {city>to} , {hour}"]
        en: ["from {city>from} to {city>to} , {hour}"]
    """

  static let problems = """
    problems: sums
    count: 60
    families: [arithmetic-chain, clock-angle, fraction-sum]
    levels: [1, 2]
    """

  /// Writes a recipe, makes its dataset, returns the folder.
  static func make(
    _ text: String, formats: [String], workers: Int = 2, interruption: Interruption = Interruption(),
    in folder: String? = nil, resume: Bool = false
  ) throws -> (path: String, report: CheckReport, notes: [String]) {
    let path = folder ?? GenerationTests.directory()
    let file = path + ".yaml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let recipe = try TextRecipe(path: file, overrides: [], seed: nil, count: nil)
    let blocks = Array(0..<TextDataset.blocks(of: recipe.source.count))
    let identity = try DatasetIdentity(
      version: "test",
      recipe: .init(name: recipe.name, text: text, resolved: TextDataset.resolved(recipe).canonical),
      seed: recipe.seed, count: blocks.count)
    let directory = try DatasetDirectory(
      creating: path, identity: identity, indices: blocks, resume: resume, files: DurableFiles(sync: .never))
    let (report, notes) = try TextGenerationRun(
      recipe: recipe, directory: directory, blocks: blocks, workers: workers, checks: .all,
      formats: try formats.map { try #require(TextFormatCatalog.named($0)) }, interruption: interruption,
      progress: ProgressReporter(.none)
    ).run()
    return (path, report, notes)
  }

  static func names(_ content: TextContent) -> [String] {
    TextFormatCatalog.all.filter { $0.content == content }.map(\.name)
  }

  static func hashes(_ path: String) throws -> [String: String] {
    let manifest = try Dataset(path: path).manifest
    var out: [String: String] = [:]
    for sample in manifest.samples { for file in sample.files { out[sample.path + file.path] = file.sha256 } }
    for file in manifest.files { out[file.path] = file.sha256 }
    return out
  }

  @Test(arguments: [TextContent.labelled, .instructions]) func everyFormatIsTheNativeTexts(
    content: TextContent
  ) throws {
    let text = content == .labelled ? Self.template : Self.problems
    let made = try Self.make(text, formats: Self.names(content))
    defer { try? FileManager.default.removeItem(atPath: made.path) }
    #expect(made.report.entries.allSatisfy { $0.status != .failed })
    let report = try #require(try TextDatasetValidation(path: made.path, workers: 2)).run()
    #expect(report.entries.filter { $0.status == .failed }.map(\.line) == [])
    let formed = report.entries.filter { $0.id.hasPrefix("text-19") && $0.finding.examined > 20 }
    #expect(formed.count == 2 * Self.names(content).count)
    // Each language has its own folder, each part its own file.
    for format in Self.names(content) {
      let files = try Self.hashes(made.path).keys.filter { $0.hasPrefix("formats/\(format)/") }
      #expect(files.contains { $0.contains("/zh/") } && files.contains { $0.contains("/en/") })
      #expect(files.contains { $0.contains("/test") } && files.contains { $0.contains("/dev") })
    }
  }

  @Test func workersAndExportsGiveTheSameBytes() throws {
    let formats = Self.names(.labelled)
    let one = try Self.make(Self.template, formats: formats, workers: 1)
    let many = try Self.make(Self.template, formats: formats, workers: 3)
    let bare = try Self.make(Self.template, formats: [])
    defer { for made in [one, many, bare] { try? FileManager.default.removeItem(atPath: made.path) } }
    let expected = try Self.hashes(one.path)
    #expect(try Self.hashes(many.path) == expected)
    let data = try Dataset(path: bare.path)
    let files = try TextFormatExport(
      formats: try formats.map { try #require(TextFormatCatalog.named($0)) }, title: "small",
      split: TextDataset.split(of: data.manifest), folder: bare.path + "/formats", workers: 2
    ).write(blocks: data.indices, of: data.path).files
    #expect(!files.isEmpty)
    for file in files { #expect(expected["formats/" + file.path] == file.sha256, "\(file.path)") }
    #expect(files.count == expected.keys.count { $0.hasPrefix("formats/") })
  }

  /// A run that was broken off goes on, and what stood there of a format is made anew.
  @Test func resumes() throws {
    let whole = try Self.make(Self.template, formats: ["rasa", "conll2003"])
    defer { try? FileManager.default.removeItem(atPath: whole.path) }
    let path = GenerationTests.directory()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let stopped = Interruption()
    stopped.raise()
    #expect(throws: DioramaError.self) {
      try Self.make(Self.template, formats: ["rasa", "conll2003"], interruption: stopped, in: path)
    }
    try FileManager.default.createDirectory(
      atPath: path + "/formats/rasa.partial/en", withIntermediateDirectories: true)
    _ = try Self.make(Self.template, formats: ["rasa", "conll2003"], in: path, resume: true)
    #expect(try Self.hashes(path) == Self.hashes(whole.path))
    #expect(!FileManager.default.fileExists(atPath: path + "/formats/rasa.partial"))
  }

  @Test func findsWhatWasChangedAfterwards() throws {
    let made = try Self.make(Self.template, formats: ["rasa", "doccano"])
    defer { try? FileManager.default.removeItem(atPath: made.path) }
    let file = made.path + "/formats/doccano/en/train.jsonl"
    var text = try String(contentsOfFile: file, encoding: .utf8)
    let place = try #require(text.range(of: "\"hour\"]"))
    text.replaceSubrange(place, with: "\"hours\"]")
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let report = try #require(try TextDatasetValidation(path: made.path, workers: 2)).run()
    #expect(
      report.entries.filter { $0.status == .failed }.map(\.id) == ["text-00", "text-19-doccano-native"])
  }

  @Test func refusesFormatsOfOtherContent() throws {
    #expect(throws: DioramaError.self) { try Self.make(Self.template, formats: ["messages"]) }
    #expect(throws: DioramaError.self) { try Self.make(Self.problems, formats: ["rasa"]) }
  }

  @Test func faultsOfProblemRecipesHavePlaces() throws {
    for (text, message) in [
      ("problems: p\nfamilies: [arithmetic-chian]", "arithmetic-chain"),
      ("problems: p\nlevels: [6]", "levels"),
      ("problems: p\nsplit: {by: value, slot: x}", "slots"), ("problems: p\ncuont: 3", "count"),
    ] {
      let file = GenerationTests.directory() + ".yaml"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file))
      defer { try? FileManager.default.removeItem(atPath: file) }
      #expect(TextRecipe.isText(file))
      do {
        _ = try TextRecipe(path: file, overrides: [], seed: nil, count: nil)
        Issue.record("\(text) was read")
      } catch { #expect("\(error)".contains(message), "\(error)") }
    }
  }
}
