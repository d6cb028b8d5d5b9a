import Diagnostics
import Foundation
import JSON
import LocatedYAML
import RandomStreams
import Testing

@Suite struct JSONSchemaTests {
  let schema = jsonSchema(for: StreetRecipe.self, id: "https://example.org/street.json")

  @Test func isStableJSON() throws {
    #expect(
      schema.prettyText
        == jsonSchema(for: StreetRecipe.self, id: "https://example.org/street.json").prettyText)
    let parsed = try JSONSerialization.jsonObject(with: Data(schema.prettyText.utf8)) as? [String: Any]
    #expect(parsed?["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
    let camera = try #require(schema["definitions"]?["Camera"])
    #expect(
      camera["properties"]?["width"] == [
        "description": "Image width. (px)", "type": "integer", "minimum": .number(16),
        "maximum": .number(16384),
        "default": 640,
      ])
    #expect(camera["required"] == ["name"])
    #expect(camera["additionalProperties"] == false)
    #expect(
      schema["definitions"]?["Part"]?["properties"]?["parts"]?["items"] == ["$ref": "#/definitions/Part"])
  }

  @Test func descriptionsAreSound() {
    #expect(descriptionProblems(of: StreetRecipe.self) == [])
    struct Wrong: YAMLDecodable {
      static let summary = ""
      init(from fields: FieldReader) {
        _ = fields.read("speed", .number(in: 0...10), default: 11, "Too fast.")
        _ = fields.read("speed", .number(), default: 1, "Twice.")
        _ = fields.read("name", .name, defaultYAML: "a/b", "No name.")
      }
    }
    let problems = descriptionProblems(of: Wrong.self)
    #expect(problems.count == 3, "\(problems)")
  }

  /// The schema and the decoder agree on thousands of documents, right and wrong, except for the few conditions that
  /// draft 7 cannot express: those only the decoder refuses.
  @Test func agreesWithTheDecoder() throws {
    let validator = SchemaValidator(root: schema)
    let seeds = try [
      "{title: t}",
      """
      {title: t, speed: {uniform: {min: 1, max: 20}}, gap: {normal: {mean: 1, sd: 2, min: 0, max: 4}}, world: town,
       cameras: [{name: a, width: 20, position: [1, 2, 3], offset: [1, 2]}, {name: b}], light: {colour: "#aabbcc", on: true}}
      """,
      """
      {title: t, speed: {choice: [1, 2]}, gap: {lognormal: {median: 3, sigma: 1}}, world: {road: {opendrive: a, lanes: 3}},
       light: {colour: [0.1, 0.2, 0.3], side: left}, limits: {a: 1, b: 2}, part: {parts: [{parts: []}]}, scale: 2}
      """,
      """
      {title: t, speed: {sequence: [1, 2]}, gap: {curve: [[0, 1], [1, 2]]},
       world: {town: {buildings: {constant: 4}, sky: {weighted: {clear: 1, fog: 2}}}}}
      """,
      """
      {title: t, speed: {weighted: [{value: 1, weight: 2}, {value: 3, weight: 4}]}, gap: {weighted: {1: 2, 3.5: 4}},
       world: {town: {sky: {choice: [clear, rain]}}}, cameras: []}
      """,
      "{title: t, world: empty, gap: {lognormal: {mu: 3, sigma: 1, max: 9}}, light: {}, part: {}}",
    ].map { try document($0).json }
    for seed in seeds {
      #expect(validator.accepts(seed))
      #expect(fault(seed.canonicalText) == "")
    }
    let beyondSchema = [
      "must not exceed", "weight at least", "must ascend", "density at least", "either median or mu",
      "as the key",
      "median must be above", "max must be above", "sd at least", "densities at least", "must be below 1000",
      "must be finite",
    ]
    var mutator = JSONMutator(stream: RandomStream(seed: 77))
    var (accepted, refused, semantic) = (0, 0, 0)
    for i in 0..<5_000 {
      var json = seeds[i % seeds.count]
      for _ in 0..<(1 + i % 7 / 5) { json = mutator.mutate(json) }
      let text = json.canonicalText
      let errors = try document(text).problems(as: .record(StreetRecipe.self))
      switch (validator.accepts(json), errors.isEmpty) {
      case (true, true): accepted += 1
      case (false, false): refused += 1
      case (false, true): Issue.record("only the schema refuses \(text)")
      case (true, false):
        semantic += 1
        for error in errors {
          let known =
            beyondSchema.contains { error.message.contains($0) } || error.message.contains(".weighted.")
          if !known { Issue.record("only the decoder refuses \(text): \(error)") }
        }
      }
    }
    #expect(accepted > 1000 && refused > 2000 && semantic > 10, "\(accepted) \(refused) \(semantic)")
  }
}

/// Changes one random place of a document: values of other types, keys renamed, added and removed, lists shortened.
struct JSONMutator {
  var stream: RandomStream

  mutating func mutate(_ json: JSONValue) -> JSONValue {
    switch json {
    case .object(var members) where !members.isEmpty && stream.bool(probability: 0.85):
      let i = stream.integer(in: 0..<members.count)
      switch stream.integer(in: 0..<16) {
      case 0: members.remove(at: i)
      case 1:
        let key = members[i].key + "x"
        if !members.contains(where: { $0.key == key }) { members[i].key = key }
      case 2:
        let key = stream.choose(["new", "min", "max", "parts", "on", "speed", "town", "uniform", "12"]) ?? ""
        if !members.contains(where: { $0.key == key }) { members.append(.init(key, value())) }
      default: members[i].value = mutate(members[i].value)
      }
      return .object(members)
    case .array(var items) where !items.isEmpty && stream.bool(probability: 0.85):
      let i = stream.integer(in: 0..<items.count)
      switch stream.integer(in: 0..<12) {
      case 0: items.remove(at: i)
      case 1: items.append(items[i])
      default: items[i] = mutate(items[i])
      }
      return .array(items)
    case .number, .integer:
      return stream.bool(probability: 0.9)
        ? .number(stream.choose([0.5, 1, 2, 3, 4, 20, 59, 61, -1, 0, 401, 1e9]) ?? 0) : value()
    case .string:
      return stream.bool(probability: 0.6)
        ? .string(stream.choose(["town", "clear", "fog", "left", "a", "#102030", "a.b", "empty"]) ?? "")
        : value()
    default: return value()
    }
  }

  mutating func value() -> JSONValue {
    stream.choose([
      .null, true, false, 0, 1, 7, 2.5, -3, 1e6, "", "town", "clear", "road", "#ffffff", "yes", "a/b", [],
      [:], [1, 2],
      [1, 2, 3], ["town": [:]], ["uniform": ["min": 1, "max": 2]], ["choice": []], ["choice": [1]],
      ["weighted": [:]],
      ["empty": [:]], ["constant": 1], ["constant": "clear"], ["town": "x"], ["sequence": ["clear"]],
    ]) ?? .null
  }
}
