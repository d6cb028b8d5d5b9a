import GroundedLanguage
package import LocatedYAML
import SoundStage

/// What is said of each view, for the labels caption, referring and questions, and which languages are spoken in worlds.
package struct LanguagePlan: YAMLDecodable, Sendable, Equatable {
  package static let summary =
    "How much is said of each view, for the labels caption, referring, questions and narration."
  /// Those that labels are written in; none where only a spoken language is named that nobody here writes.
  package var tongues: [String]
  /// Those that people in worlds speak.
  package var spoken: [String]
  package var captions: Int
  package var expressions: Int
  package var questions: Int
  package var events: Int

  package init(from fields: FieldReader) {
    tongues = fields.read(
      "languages", .list(of: .text(among: Tongue.allCases.map(\.rawValue)), count: 1...2),
      default: Tongue.allCases.map(\.rawValue), "The languages, each of which says the same.")
    let spoken = fields.optional(
      "spoken", .list(of: .text(among: StageDescription.languages), count: 1...8),
      "The languages that talkers on stages speak, if not those; de, fr, es, it, pt and ru need espeak-ng and sentences of your own."
    )
    self.spoken = spoken ?? tongues
    captions = fields.read(
      "captions", .integer(in: 0...100), default: 4,
      "Captions of single things, and as many of how things stand to each other; one of the whole comes besides."
    )
    expressions = fields.read(
      "expressions", .integer(in: 0...100), default: 4, "Referring expressions.")
    questions = fields.read(
      "questions", .integer(in: 0...200), default: 12,
      "At least so many questions where a view offers them; families are asked with all of their answers or not at all."
    )
    events = fields.read(
      "events", .integer(in: 0...100), default: 8,
      "Events that are told of a sequence, with its last frame; a story of all of them comes besides.")
  }

  /// A mapping, or a language alone.
  static var form: Form<LanguagePlan> {
    .byShape(
      scalar: Form<String>.text(among: StageDescription.languages).map(
        { .success(LanguagePlan(only: $0)) },
        back: { plan in plan.spoken.first.flatMap { plan == LanguagePlan(only: $0) ? $0 : nil } },
        placeholder: LanguagePlan(only: "en")),
      mapping: .record(LanguagePlan.self), placeholder: LanguagePlan(only: "en"))
  }

  /// The language alone, everything else as it is when nothing is said.
  private init(only tongue: String) {
    (captions, expressions, questions, events) = (4, 4, 12, 8)
    spoken = [tongue]
    tongues = Tongue(rawValue: tongue) == nil ? [] : [tongue]
  }

  var options: GroundedOptions {
    // Each once, in the catalog's order.
    GroundedOptions(
      tongues: Tongue.allCases.filter { tongues.contains($0.rawValue) }, captions: captions,
      expressions: expressions, questions: questions, events: events)
  }
}
