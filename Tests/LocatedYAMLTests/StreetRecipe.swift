import Diagnostics
import LocatedYAML
import RandomStreams

/// A structure that uses every form.
struct StreetRecipe: YAMLDecodable {
  enum Side: String, CaseIterable { case left, right, both }

  enum World {
    case town(Town)
    case road(Road)
    case empty(Nothing)
  }

  struct Town: YAMLDecodable {
    static let summary = "Streets with buildings."
    var buildings: Distribution
    var sky: TextDistribution
    init(from fields: FieldReader) {
      buildings = fields.read("buildings", .distribution(in: 1...400), default: 40, "How many buildings.")
      sky = fields.read(
        "sky", .textDistribution(among: ["clear", "rain", "fog"]), default: "clear", "The weather.")
    }
  }

  struct Road: YAMLDecodable {
    static let summary = "A road from a file."
    var file: FileReference
    var lanes: Int
    init(from fields: FieldReader) {
      file = fields.require("opendrive", .file, "An OpenDRIVE file.")
      lanes = fields.read("lanes", .integer(in: 1...8), default: 2, "Lanes to use.")
    }
  }

  struct Nothing: YAMLDecodable {
    static let summary = "An empty plane."
    init(from fields: FieldReader) {}
  }

  struct Camera: YAMLDecodable {
    static let summary = "A camera."
    var name: String
    var width: Int
    var position: SIMD3<Double>
    var offset: SIMD2<Double>?
    init(from fields: FieldReader) {
      name = fields.require("name", .name, "What its files are called.")
      width = fields.read("width", .integer(in: 16...16384, unit: "px"), default: 640, "Image width.")
      position = fields.read("position", .vector3(in: -100...100, unit: "m"), default: [0, 0, 1.5], "Where.")
      offset = fields.optional("offset", .vector2(), "Principal point offset.")
    }
  }

  struct Light: YAMLDecodable {
    static let summary = "A lamp."
    var colour: SIMD3<Double>
    var on: Bool
    var side: Side
    init(from fields: FieldReader) {
      colour = fields.read("colour", .colour, default: [1, 1, 1], "Of the light.")
      on = fields.read("on", .boolean, default: true, "Whether it shines.")
      side = fields.read("side", .choice(), default: .both, "Of the street.")
    }
  }

  /// Refers to itself.
  struct Part: YAMLDecodable {
    static let summary = "A part with parts."
    var parts: [Part]
    init(from fields: FieldReader) {
      parts = fields.read("parts", .list(of: .record(Part.self)), default: [], "Smaller ones.")
    }
  }

  static let summary = "Everything at once."
  var title: String
  var speed: Distribution
  var gap: Distribution
  var world: World
  var cameras: [Camera]
  var light: Light
  var scale: Double
  var limits: [NamedValue<Double>]
  var part: Part

  init(from fields: FieldReader) {
    title = fields.require("title", .text, "What it is called.")
    speed = fields.read("speed", .distribution(in: 0...60, unit: "m/s"), default: 12, "How fast cars go.")
    gap = fields.read("gap", .distribution(), default: .normal(mean: 2, sd: 0.5), "Between cars.")
    world = fields.read(
      "world",
      .oneOf([
        Case("town", make: World.town), Case("road", make: World.road), Case("empty", make: World.empty),
      ]),
      defaultYAML: "{town: {buildings: 7}}", "Where it happens.")
    cameras = fields.read(
      "cameras", .list(of: .record(Camera.self), count: 0...4), default: [], "What looks.")
    light = fields.nested("light", Light.self)
    scale = fields.read("scale", .number(in: 0.001 ... .infinity), default: 1, "Size of everything.")
    limits = fields.read("limits", .map(of: .number(in: 0...100)), default: [], "By name.")
    part = fields.nested("part", Part.self, "The first part.")
    fields.check(scale < 1000 || cameras.isEmpty, "scale", "must be below 1000 where there are cameras")
  }
}

func document(_ text: String) throws(DioramaError) -> YAMLDocument {
  try YAMLDocument(text: text, file: "a.yaml")
}

/// The message of the error that decoding `text` ends with; empty when it succeeds.
func fault(_ text: String, settings: [String] = []) -> String {
  do {
    _ = try document(text).setting(settings).decode(StreetRecipe.self)
    return ""
  } catch { return "\(error)" }
}
