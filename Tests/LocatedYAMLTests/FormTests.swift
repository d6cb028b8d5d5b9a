import Diagnostics
import Foundation
import JSON
import LocatedYAML
import RandomStreams
import Testing

@Suite struct FormTests {
  func read<V>(_ text: String, _ form: Form<V>) -> Result<V, DioramaError> {
    Result { () throws(DioramaError) in try document(text).decode(form).value }
  }

  func message<V>(_ text: String, _ form: Form<V>) -> String {
    if case .failure(let error) = read(text, form) { return "\(error)" }
    return ""
  }

  @Test func shapesAreToldApart() throws {
    let form = Form<[String]>.oneOrMore(of: .text(among: ["coco", "kitti"]))
    #expect(try read("coco", form).get() == ["coco"])
    #expect(try read("[coco, kitti]", form).get() == ["coco", "kitti"])
    #expect(message("[coco, kiti]", form).contains("did you mean kitti?"))
    #expect(message("{coco: 1}", form).contains("expected a single value or a list, found a mapping"))
    #expect(message("[]", form).contains("expected a list of at least 1"))
    struct Formats: YAMLDecodable {
      static let summary = ""
      var formats: [String]
      var more: [String]
      init(from fields: FieldReader) {
        formats = fields.read("formats", .oneOrMore(of: .text), default: ["coco"], "Layouts.")
        more = fields.read("more", .oneOrMore(of: .text), default: ["a", "b"], "Others.")
      }
    }
    #expect(descriptionProblems(of: Formats.self) == [])
    #expect(
      try document("").decode(Formats.self).resolved.canonicalText == #"{"formats":"coco","more":["a","b"]}"#)
  }

  @Test func listsAndMapsNameTheBadItem() {
    #expect(message("[1, 2, x]", Form<[Int]>.list(of: .integer())).contains("[2]: expected a whole number"))
    let map = Form<[NamedValue<Bool>]>.map(of: .boolean)
    #expect(message("{a: true, b: no}", map).contains("b: expected true or false, found the text \"no\""))
    #expect(message("{a: true, b: no}", map).contains("write false"))
    #expect((try? read("off", Form<Bool>.boolean).get()) == false)
    #expect((try? read("on", Form<Bool>.boolean).get()) == true)
    #expect(message("[1]", map).contains("expected a mapping, found a list of 1"))
    #expect(message("{a: \"true\"}", map).contains("write true"))
  }

  @Test func checksAndConversions() throws {
    let even = Form<Int>.integer().checked { $0 % 2 == 0 ? nil : "expected an even number, found \($0)" }
    #expect(try read("4", even).get() == 4)
    #expect(message("5", even).contains("a.yaml:1:1: error: expected an even number, found 5"))
    #expect(message("9007199254740993", Form<Int>.integer()).contains("expected a whole number"))
    #expect(message("1e30", Form<Int>.integer()).contains("found 1e+30"))
    #expect(message("-3", Form<Double>.number(in: -.infinity ... -5)).contains("a number of at most -5"))
  }

  @Test func unionsNameTheirCases() {
    let form = Form<String>.oneOf([Case("a", .text, "A.") { $0 }, Case("b", .text, "B.") { $0 }])
    #expect(message("{c: x}", form).contains("known keys: a, b"))
    #expect(message("{a: x, b: y}", form).contains("expected exactly one of the keys a, b, found a and b"))
    #expect(message("{}", form).contains("found none"))
    #expect(message("[a]", form).contains("expected a mapping with one of the keys a, b"))
    #expect(message("a", form).contains("a: expected text, found an empty mapping"))
  }

  @Test func defaultsOfEveryKindAreShown() throws {
    struct Defaults: YAMLDecodable {
      static let summary = ""
      var file: FileReference
      init(from fields: FieldReader) {
        _ = fields.read("map", .map(of: .number()), default: [NamedValue(name: "a", value: 1)], "")
        _ = fields.read("pair", .vector2(), default: [1, 2], "")
        _ = fields.read("sky", .textDistribution(), default: .choice(["a", "b"]), "")
        file = fields.read("file", .file, default: FileReference("x/y.png"), "")
        _ = fields.read("place", Form<String>.text.located, default: Located(value: "here"), "")
        _ = fields.read("list", .list(of: .list(of: .integer())), default: [[1], []], "")
      }
    }
    #expect(descriptionProblems(of: Defaults.self) == [])
    let decoded = try YAMLDocument(text: "", file: "f", directory: "/recipes").decode(Defaults.self)
    #expect(
      decoded.resolved.canonicalText == """
        {"file":"x/y.png","list":[[1],[]],"map":{"a":1},"pair":[1,2],"place":"here","sky":{"choice":["a","b"]}}
        """)
    #expect(decoded.value.file.path == "x/y.png")
    #expect("\(decoded.value.file.error("missing", reason: .noInput))" == "error: missing")
  }

  @Test func descriptionsThatAreWrongAreNamed() {
    struct Nested: YAMLDecodable {
      static let summary = "Needs a name."
      init() {}
      init(from fields: FieldReader) { _ = fields.require("name", .name, "The name.") }
    }
    struct Odd: YAMLDecodable {
      static let summary = ""
      init(from fields: FieldReader) {
        _ = fields.nested("inner", Nested.self)
        _ = fields.read("broken", .number(), defaultYAML: "[1", "")
        _ = fields.read("record", .record(Nested.self), default: Nested(), "")
      }
    }
    let problems = descriptionProblems(of: Odd.self)
    #expect(problems.contains { $0.hasPrefix("broken: default: ") })
    #expect(problems.contains { $0.contains("give it as defaultYAML") })
    #expect(jsonSchema(for: Odd.self)["definitions"]?["Odd"]?["required"] == ["inner"])
    #expect(message("{}", .record(Odd.self)).contains("inner: the key name is missing"))
  }

  @Test func definitionsOfEqualNameStayApart() {
    enum A { struct Part: YAMLDecodable { static let summary = "a"; init(from fields: FieldReader) {} } }
    enum B { struct Part: YAMLDecodable { static let summary = "b"; init(from fields: FieldReader) {} } }
    struct Both: YAMLDecodable {
      static let summary = ""
      init(from fields: FieldReader) {
        _ = fields.nested("a", A.Part.self)
        _ = fields.nested("b", B.Part.self)
      }
    }
    let schema = jsonSchema(for: Both.self)
    #expect(schema["definitions"]?["Part"]?["description"] == "a")
    #expect(schema["definitions"]?["Part2"]?["description"] == "b")
  }

  /// Fields of one range share a definition; units stay with the fields.
  @Test func unitsStayWithTheirFields() {
    struct Units: YAMLDecodable {
      static let summary = ""
      init(from fields: FieldReader) {
        _ = fields.read("speed", .distribution(in: 0...9, unit: "m/s"), default: 1, "Speed.")
        _ = fields.read("gap", .distribution(in: 0...9, unit: "m"), default: 1, "Gap.")
      }
    }
    let schema = jsonSchema(for: Units.self)
    #expect(schema["definitions"]?["Units"]?["properties"]?["speed"]?["description"] == "Speed. (m/s)")
    #expect(schema["definitions"]?["Units"]?["properties"]?["gap"]?["description"] == "Gap. (m)")
    #expect(schema["definitions"]?["number-0-9"]?.canonicalText.contains("m/s") == false)
    guard case .object(let definitions)? = schema["definitions"] else {
      Issue.record("no definitions")
      return
    }
    #expect(definitions.map(\.key) == ["Units", "number-0-9"])
  }
}
