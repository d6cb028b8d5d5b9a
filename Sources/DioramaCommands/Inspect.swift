import ArgumentParser
import Assets
import DatasetStore
import Diagnostics
import Foundation
import Geometry
import JSON
import Language
import LocatedYAML
import Pipeline
import VectorMath
import WorldModel

struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says what a recipe, a template, a dataset, a road file or a model holds, with every warning.")

  @Argument(
    help:
      "A recipe or template (.yaml, .chatette, .chatito), a dataset's folder, a road file (.xodr) or a model (.glb, .gltf, .obj)."
  )
  var path: String

  @Option(
    name: .long,
    help: "Of a recipe: makes this many worlds, without pictures, and says how they differ.")
  var worlds: Int?
  @Option(name: .long, help: "With --worlds: the number of the first.")
  var first = 0

  @Flag(
    name: .long,
    help:
      "With --worlds: also whether homes hold together, things apart and held, doors clear, rooms reached.")
  var audit = false

  @Option(name: .long, help: "With --worlds: the recipe's seed, in place of its own.")
  var seed: UInt64?

  @Option(name: .long, help: "With --worlds: how many are made at once.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "Overrides a value of a recipe: key.path=value, as YAML. May be repeated.")
  var overrides: [String] = []

  @Option(
    name: .long,
    help: "Of a road file: draws its map with lane ids and warnings into this file (.svg or .png).")
  var plan: String?

  @Option(
    name: .customLong("road"),
    help: "Of a recipe of streets: writes the road network of its first world into this file (.xodr).")
  var roadFile: String?

  @Flag(
    name: .long,
    help:
      "Of a dataset of labelled sentences: also its consistency, completeness, duplicates, leakage and diversity."
  )
  var quality = false

  @Option(
    name: .customLong("acceptance"),
    help:
      "Of a dataset of labelled sentences: writes texts to be looked at before it is accepted into this file (.csv)."
  )
  var acceptance: String?

  @Flag(name: .long, help: "As JSON.")
  var json = false

  func run() throws {
    if let worlds {
      try survey(worlds)
      return
    }
    if plan != nil, !path.lowercased().hasSuffix(".xodr") {
      throw DioramaError(.usage, "--plan draws road files (.xodr) only")
    }
    if let roadFile { try writeRoad(to: roadFile) }
    let (facts, warnings) = try facts()
    if json {
      var members = facts.map { JSONValue.Member($0.0, $0.1) }
      members.append(.init("warnings", .array(warnings.map { .string($0.description) })))
      Console.result(JSONValue.object(members).prettyText)
    } else {
      let width = facts.map(\.0.count).max() ?? 0
      for (name, value) in facts {
        let text: String
        switch value {
        case .string(let s): text = s
        case .array(let items):
          text = items.map { if case .string(let s) = $0 { s } else { $0.canonicalText } }.joined(
            separator: name == "samples" ? "\n" + String(repeating: " ", count: width + 2) : ", ")
        case .object(let members) where name == "intents":
          text = members.map { if case .string(let s) = $0.value { "\($0.key) \(s)" } else { $0.key } }
            .joined(
              separator: "\n" + String(repeating: " ", count: width + 2))
        default: text = value.canonicalText
        }
        Console.result(name + String(repeating: " ", count: width - name.count + 2) + text)
      }
      warnings.forEach { Console.note($0.description) }
    }
  }

  private func survey(_ worlds: Int) throws {
    guard worlds >= 1, workers >= 1, (0...1_000_000_000).contains(first) else {
      throw DioramaError(.usage, "--worlds and --workers must be at least 1, --first at least 0")
    }
    let plan = try SamplePlan(
      try Recipe(path: path, overrides: overrides + (seed.map { ["seed=\($0)"] } ?? []))
    ) { Console.note($0.description) }
    let survey = try WorldSurvey(
      plan, worlds: worlds, from: first, audit: audit, workers: workers, progress: ProgressReporter(.auto))
    Console.result(survey.report.prettyText)
    guard let findings = survey.findings, !findings.isEmpty else { return }
    throw DioramaError(
      .checksFailed, "\(path): \(Set(findings.map(\.world)).count) of \(worlds) homes do not hold together")
  }

  private func facts() throws -> ([(String, JSONValue)], [Warning]) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw DioramaError(.noInput, "there is no file or folder \(path)")
    }
    if isDirectory.boolValue { return (try dataset(), []) }
    let lower = path.lowercased()
    if TemplateSource.isTemplate(path) { return try Self.templates(path, overrides: overrides) }
    if TextRecipe.isText(path) { return try Self.texts(path, overrides) }
    if lower.hasSuffix(".xodr") { return try roadNetwork() }
    if lower.hasSuffix(".glb") || lower.hasSuffix(".gltf") || lower.hasSuffix(".obj") { return try model() }
    if lower.hasSuffix(".yaml") || lower.hasSuffix(".yml") { return try recipe() }
    throw DioramaError(
      .usage, "\(path): what kind of file this is cannot be told from its name",
      remedy: "Give a .yaml, .xodr, .glb, .gltf or .obj file, or a dataset's folder.")
  }

  private func dataset() throws -> [(String, JSONValue)] {
    let data = try Dataset(path: path)
    let m = data.manifest
    if TextDataset.isText(m) { return try texts(of: data) }
    guard !quality, acceptance == nil else {
      throw DioramaError(.usage, "--quality and --acceptance are for datasets of labelled sentences")
    }
    var facts: [(String, JSONValue)] = [
      ("recipe", .string(m.identity.recipe.name)), ("version", .string(m.identity.version)),
      ("seed", .integer(Int(clamping: m.identity.seed))), ("samples", .integer(m.samples.count)),
      ("declared", .integer(m.identity.count)),
      ("bytes", .integer(m.samples.reduce(0) { $0 + $1.files.reduce(0) { $0 + $1.bytes } })),
    ]
    if let shard = m.identity.shard { facts.append(("shard", .string("\(shard.index)/\(shard.count)"))) }
    if let first = data.indices.first {
      let record = try data.reader(first).record
      facts.append(("cameras", .array(record.views.map { .string($0.sensor) })))
      facts.append(("labels", .array((record.views.first?.labels ?? []).map { .string($0.name) })))
    }
    return facts
  }

  private func model() throws -> ([(String, JSONValue)], [Warning]) {
    let imported =
      path.lowercased().hasSuffix(".obj")
      ? try OBJImporter().importAsset(path) : try GLTFImporter().importAsset(path)
    let a = imported.product
    let box = a.restBounds
    func metres(_ v: Vector3) -> JSONValue {
      .array([v.x, v.y, v.z].map { .number(($0 * 10000).rounded() / 10000) })
    }
    return (
      [
        ("name", .string(a.name)),
        ("triangles", .integer(a.pieces.reduce(0) { $0 + $1.mesh.triangles.count })),
        ("vertices", .integer(a.pieces.reduce(0) { $0 + $1.mesh.positions.count })),
        ("pieces", .integer(a.pieces.count)), ("nodes", .integer(a.nodes.count)),
        ("parts", .array(a.parts.map { .string($0) })),
        ("materials", .array(a.materials.map { .string($0.name) })),
        (
          "textures",
          .integer(Set(a.materials.compactMap(\.baseColorTexture).map { ObjectIdentifier($0) }).count)
        ),
        ("skins", .integer(a.skins.count)), ("animations", .array(a.animations.map { .string($0.name) })),
        ("size_m", metres(box.size)),
      ], imported.warnings
    )
  }

  private func recipe() throws -> ([(String, JSONValue)], [Warning]) {
    let recipe = try Recipe(path: path, overrides: overrides)
    var warnings: [Warning] = []
    _ = try SamplePlan(recipe) { warnings.append($0) }
    return (
      [
        ("name", .string(recipe.name)), ("seed", .integer(Int(clamping: recipe.seed))),
        ("count", .integer(recipe.count)), ("frames", .integer(recipe.sequence.frames)),
        ("cameras", .array(recipe.cameras.map { .string($0.name) })),
        ("labels", .array(recipe.annotatorNames.map { .string($0) })), ("resolved", recipe.resolved),
      ], warnings
    )
  }
}
