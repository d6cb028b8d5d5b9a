import GroundedLanguage
package import LocatedYAML

/// What is said of each view, for the labels caption, referring and questions, and which languages are spoken in worlds.
package struct LanguagePlan: YAMLDecodable, Sendable {
  package static let summary =
    "How much is said of each view, for the labels caption, referring, questions and narration."
  package var tongues: [String]
  package var captions: Int
  package var expressions: Int
  package var questions: Int
  package var events: Int

  package init(from fields: FieldReader) {
    tongues = fields.read(
      "languages", .list(of: .text(among: Tongue.allCases.map(\.rawValue)), count: 1...2),
      default: Tongue.allCases.map(\.rawValue), "The languages, each of which says the same.")
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
      scalar: Form<String>.text(among: Tongue.allCases.map(\.rawValue)).map(
        { .success(LanguagePlan(only: $0)) }, back: { $0.tongues.count == 1 ? $0.tongues[0] : nil },
        placeholder: LanguagePlan(only: "en")),
      mapping: .record(LanguagePlan.self), placeholder: LanguagePlan(only: "en"))
  }

  /// The language alone, everything else as it is when nothing is said.
  private init(only tongue: String) {
    (tongues, captions, expressions, questions, events) = ([tongue], 4, 4, 12, 8)
  }

  var options: GroundedOptions {
    // Each once, in the catalog's order.
    GroundedOptions(
      tongues: Tongue.allCases.filter { tongues.contains($0.rawValue) }, captions: captions,
      expressions: expressions, questions: questions, events: events)
  }
}
