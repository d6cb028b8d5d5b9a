import Annotations
import Degradation
package import Diagnostics
package import JSON
package import LocatedYAML
import RandomStreams
package import WorldModel

/// A recipe read, checked and freed of the kind of world it makes.
package struct Recipe: Sendable {
  package var file: String
  package var text: String
  package var name: String
  package var seed: UInt64
  package var count: Int
  package var sequence: SequencePlan
  package var cameras: [CameraPlan]
  package var microphones: [MicrophonePlan]
  package var recording: RecordingPlan
  package var labels: [String]
  package var birdsEye: BirdsEyePlan
  package var language: LanguagePlan
  package var light: LightPlan
  package var world: any WorldDescription
  /// With defaults and overrides, as JSON.
  package var resolved: JSONValue

  /// - Parameters:
  ///   - overrides: `key.path=value`, in order.
  /// - Throws: one `DioramaError` naming every fault.
  package init(path: String, overrides: [String] = []) throws(DioramaError) {
    try self.init(document: YAMLDocument(path: path), path: path, overrides: overrides)
  }

  package init(document: YAMLDocument, path: String, overrides: [String] = []) throws(DioramaError) {
    let original = document.text
    let document = try document.setting(overrides)
    let kind = try Self.kind(of: document)
    self = try Self.decode(kind, document)
    file = path
    text = original
    guard Set(sensors).count == sensors.count else {
      throw DioramaError(
        .badInput, "two sensors of \(path) have the same name", remedy: "Give every sensor a name of its own."
      )
    }
  }

  private init<W: WorldDescription>(_ decoded: Decoded<RecipeFile<W>>) {
    let f = decoded.value
    file = ""
    text = ""
    name = f.name
    seed = UInt64(f.seed)
    count = f.count
    sequence = f.sequence
    cameras = f.cameras
    microphones = f.microphones
    recording = f.recording
    labels = f.labels
    birdsEye = f.birdsEye
    language = f.language
    light = f.light
    world = f.world
    resolved = decoded.resolved
  }

  private static func decode<W: WorldDescription>(
    _ kind: W.Type, _ document: YAMLDocument
  ) throws(DioramaError) -> Recipe {
    Recipe(try document.decode(RecipeFile<W>.self))
  }

  private static func kind(of document: YAMLDocument) throws(DioramaError) -> any WorldDescription.Type {
    let kinds = WorldCatalog.all.map { $0.kind }
    let list = kinds.joined(separator: ", ")
    guard let entries = document.root.entries else {
      throw DioramaError(
        .badInput, "a recipe is a mapping, found \(document.root.found)", at: document.root.location,
        remedy: "Start with a line such as generator: \(kinds.first ?? "town")")
    }
    guard let entry = entries.first(where: { $0.key == "generator" }) else {
      throw DioramaError(
        .badInput, "the key generator is missing", at: document.root.location,
        remedy: "Say which kind of world to make: generator: one of \(list).")
    }
    guard let name = entry.value.text, let kind = WorldCatalog.named(name) else {
      throw DioramaError(
        .badInput, "generator: expected one of \(list), found \(entry.value.found)", at: entry.value.location,
        remedy: entry.value.text.flatMap { nearest($0, in: kinds) }.map { "did you mean \($0)?" })
    }
    return kind
  }

  /// The annotators of the recipe's labels.
  var annotators: [any Annotator] { LabelSelection.annotators(labels) }

  /// Names of all sensors, in rig order.
  var sensors: [String] {
    let copies = recording.degradation.isEmpty ? [] : microphones.map { DegradationChain.name(of: $0.name) }
    return cameras.flatMap { [$0.name] + ($0.partner.map { [$0] } ?? []) } + microphones.map(\.name) + copies
  }

  /// Names of all labels that are made, in catalog order.
  package var annotatorNames: [String] { annotators.map(\.name) + LabelSelection.languages(labels) }

  /// The JSON Schema of every recipe: one alternative a generator.
  package static var schemaOfAll: JSONValue {
    var definitions: [JSONValue.Member] = []
    var branches: [JSONValue] = []
    for kind in WorldCatalog.all {
      // Each alternative stands where its generator's name does; its own definitions move up.
      guard case .object(let members) = schema(kind) else { continue }
      if case .object(let own)? = members.first(where: { $0.key == "definitions" })?.value {
        definitions += own.filter { d in !definitions.contains { $0.key == d.key } }
      }
      if let body = members.first(where: { $0.key == "allOf" })?.value {
        branches.append(
          [
            "allOf": body, "required": ["generator"],
            "properties": ["generator": ["const": .string(kind.kind)]],
          ])
      }
    }
    return .object([
      .init("$schema", "http://json-schema.org/draft-07/schema#"), .init("title", "Diorama recipe"),
      .init("anyOf", .array(branches)), .init("definitions", .object(definitions)),
    ])
  }

  /// The JSON Schema of recipes of a kind.
  package static func schema(_ kind: any WorldDescription.Type) -> JSONValue {
    func open<W: WorldDescription>(_ kind: W.Type) -> JSONValue { jsonSchema(for: RecipeFile<W>.self) }
    return open(kind)
  }
}
