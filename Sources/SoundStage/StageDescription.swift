package import Diagnostics
package import LocatedYAML
package import RandomStreams
package import WorldModel

/// A room, or open ground, with people who talk and things that sound: worlds that are made to be heard.
package struct StageDescription: WorldDescription {
  package static let kind = "stage"
  package static let summary =
    "A room or open ground with people who talk and things that sound, around the microphones."

  var room: StageRoom
  var ground: String?
  var talk: StageTalk
  var sounds: [StageSound]
  var background: StageBackground?

  /// Languages that talkers may speak, as recipes name them.
  package static let languages: [String] = StageText.languages

  package init(from fields: FieldReader) {
    room = fields.nested("room", StageRoom.self)
    ground = fields.optional(
      "ground", .text(among: StageRoom.grounds), "Open ground in place of the room: what it is covered with.")
    talk = fields.nested("talk", StageTalk.self)
    sounds = fields.read(
      "sounds", .list(of: .record(StageSound.self), count: 0...32), default: [], "What else is heard.")
    background = fields.optional("background", .record(StageBackground.self), "A noise behind everything.")
  }

  package func prepare(warn: (Warning) -> Void) throws -> any WorldGenerator {
    StageGenerator(self, text: try StageText(talk))
  }
}

/// The room and its air.
struct StageRoom: YAMLDecodable, Sendable {
  static let summary = "The room with its surfaces and its air."

  var size: [Distribution]
  var walls: [String]
  var reverberation: Distribution?
  var temperature: Distribution
  var humidity: Distribution

  init(from fields: FieldReader) {
    size = fields.read(
      "size", .list(of: .distribution(in: 1.5...100, unit: "m"), count: 3...3),
      default: [.uniform(min: 3, max: 7.5), .uniform(min: 2.8, max: 5.5), .uniform(min: 2.4, max: 3)],
      "Length, width and height.")
    walls = fields.read(
      "walls", .list(of: .text(among: Self.materials), count: 6...6),
      default: ["plaster", "gypsum_board", "glass_window", "plaster", "parquet", "plaster"],
      "What covers the walls at low x, high x, low y and high y, the floor and the ceiling.")
    reverberation = fields.optional(
      "reverberation", .distribution(in: 0.1...10, unit: "s"),
      "The reverberation time, in all bands: what walls absorb is scaled to it. Without it walls are as they are."
    )
    temperature = fields.read(
      "temperature", .distribution(in: -20...45, unit: "°C"), default: .uniform(min: 17, max: 25),
      "Of the air.")
    humidity = fields.read(
      "humidity", .distribution(in: 5...100, unit: "%"), default: .uniform(min: 30, max: 65), "Of the air.")
  }
}

/// Who talks, and what about.
struct StageTalk: YAMLDecodable, Sendable {
  static let summary = "The people who talk, and what they say."

  var talkers: Distribution
  var lines: Distribution
  var template: FileReference?
  var says: [String]
  var text: FileReference?
  var dialogue: String?
  var speakers: Int
  var style: TextDistribution
  var distance: Distribution
  var overlap: Double
  var listening: Double

  init(from fields: FieldReader) {
    talkers = fields.read(
      "talkers", .distribution(in: 0...12), default: 1,
      "How many people; they take turns. A dialogue always has two.")
    lines = fields.read(
      "lines", .distribution(in: 1...200), default: 1, "How much is said: sentences, or turns of a dialogue.")
    template = fields.optional(
      "template", .file, "A template file (templates/*.yaml) whose sentences are said, labels included.")
    says = fields.read(
      "says", .list(of: .text, count: 0...10_000), default: [],
      "Sentences that are said, in place of a template's.")
    text = fields.optional(
      "text", .file,
      "A text file, a sentence a line, that is said in place of a template's: in any language, which `language` names."
    )
    dialogue = fields.optional(
      "dialogue", .text(among: StageText.dialogues), "A kind of dialogue that two people have.")
    speakers = fields.read(
      "speakers", .integer(in: 1...100_000), default: 40, "How many different voices the dataset has.")
    style = fields.read(
      "style", .textDistribution(among: StageText.styles), default: .constant("normal"), "How they speak.")
    distance = fields.read(
      "distance", .distribution(in: 0.1...50, unit: "m"), default: .uniform(min: 0.6, max: 2.5),
      "From the microphones to a mouth, as far as the room allows.")
    overlap = fields.read(
      "overlap", .number(in: 0...1), default: 0.12, "Share of turns that begin before the last has ended.")
    listening = fields.read(
      "listening", .number(in: 0...1), default: 0.1,
      "Share of turns in which another says a small word such as “right”.")
    // Sentences of one's own may stand beside a template, so that --set can put them in its place.
    let own = [!says.isEmpty, text != nil, dialogue != nil].count { $0 }
    let given = own + (template != nil && (own == 0 || dialogue != nil) ? 1 : 0)
    fields.check(
      given <= 1, "template", "found \(given) of template, says, text and dialogue",
      remedy: "Keep one of them.")
    fields.check(
      given > 0 || talkers.bounds.upperBound < 1, "talkers", "somebody talks, but nothing says what",
      remedy: "Give template, says, text or dialogue, or talkers: 0.")
  }
}

/// Sounds of a kind.
struct StageSound: YAMLDecodable, Sendable {
  static let summary = "Sounds of one kind, at places and times that chance decides."

  var kind: TextDistribution
  var count: Distribution
  var distance: Distribution
  var height: Distribution
  var start: Distribution
  var duration: Distribution?
  var isAnomaly: Bool

  init(from fields: FieldReader) {
    kind = fields.require("kind", .textDistribution(among: StageRoom.kinds), "A kind of sound.")
    count = fields.read("count", .distribution(in: 0...64), default: 1, "How many.")
    distance = fields.read(
      "distance", .distribution(in: 0.2...200, unit: "m"), default: .uniform(min: 1, max: 4),
      "From the microphones, over the floor, as far as the room allows.")
    height = fields.read(
      "height", .distribution(in: 0.05...60, unit: "m"), default: .uniform(min: 0.3, max: 1.6),
      "Above the floor.")
    start = fields.read(
      "start", .distribution(in: 0...3600, unit: "s"), default: .uniform(min: 0, max: 5), "When it begins.")
    duration = fields.optional(
      "duration", .distribution(in: 0.05...180, unit: "s"),
      "How long it lasts, if it is of a kind that lasts.")
    isAnomaly = fields.read(
      "anomaly", .boolean, default: false, "Whether detectors of anomalies should find it.")
  }
}

/// A noise behind everything.
struct StageBackground: YAMLDecodable, Sendable {
  static let summary = "A noise from several sides, as long as the recording, brought to a ratio."

  var kind: TextDistribution
  var sources: Int
  var ratio: Distribution
  var definition: String

  init(from fields: FieldReader) {
    kind = fields.require(
      "kind", .textDistribution(among: StageRoom.lastingKinds), "A kind of sound that lasts.")
    sources = fields.read("sources", .integer(in: 1...8), default: 3, "How many places it comes from.")
    ratio = fields.read(
      "ratio", .distribution(in: -30...60, unit: "dB"), default: .uniform(min: 5, max: 25),
      "Of everything else to it, at the first microphone.")
    definition = fields.read(
      "definition", .text(among: StageRoom.ratios), default: "rms_active",
      "What the ratio means: powers where the others sound (rms_active), loudness (lufs), the mean over frames (segmental), peaks (peak)."
    )
  }
}
