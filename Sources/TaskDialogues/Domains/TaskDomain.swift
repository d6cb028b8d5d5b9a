package import CivilCalendar
package import Conversations
package import RandomStreams

/// A task that an assistant does by looking for something and booking it.
package protocol TaskDomain: Sendable {
  /// Lower case, `restaurant`.
  var name: String { get }
  /// In the order in which an assistant asks.
  func slots(on today: CivilDate) -> [DialogueSlot]
  /// What can be found, drawn for one dialogue.
  func items(_ stream: inout RandomStream) -> [DialogueItem]
  var lines: DomainLines { get }
  /// The first thing that a user says, with what is told at once.
  func opening(_ told: ToldSlots, _ tongue: Tongue, _ stream: inout RandomStream) -> String
  /// What an assistant says of an item, behind its name.
  func description(of item: DialogueItem, _ tongue: Tongue) -> String
}

/// How a domain's people speak. In braces: `{item}`, `{what}` (its description), `{slots}`, `{number}`, `{value}`, `{names}`.
/// In square brackets: words that point back, with the way in which they do.
package struct DomainLines: Sendable {
  /// How the assistant introduces itself to the model; `{today}` is the day.
  package var persona: Both<String>
  package var greeting: Both<[String]>
  package var offer: Both<[String]>
  package var otherOffer: Both<[String]>
  package var list: Both<[String]>
  package var nothingFound: Both<[String]>
  package var propose: Both<[String]>
  package var choose: Both<[String]>
  package var confirm: Both<[String]>
  package var done: Both<[String]>
  package var unavailable: Both<[String]>
  package var farewell: Both<[String]>
  package var refuse: Both<[String]>
  package var pickCurrent: Both<[String]>
  package var pickPrevious: Both<[String]>
  /// With `{nth}`.
  package var pickOrdinal: Both<[String]>
  package var pickName: Both<[String]>
  package var giveUp: Both<[String]>
  /// Whether what is booked can be called off, and people ask how.
  package var cancels: Bool
  /// Around a slot's value when all is confirmed; the bare value otherwise.
  package var frames: [String: Both<String>]
  package var attributes: [AttributeLines]
  /// Things asked by the way: name, question, answers for yes and for no.
  package var policies: [PolicyLines]
}

/// How an attribute of an item is asked for and told.
package struct AttributeLines: Sendable {
  package var name: String
  package var questions: Both<[String]>
  /// For an item by its place in a list, with `{nth}`.
  package var ordinalQuestions: Both<[String]>
  /// For whole numbers, and for `true`.
  package var answers: Both<[String]>
  /// For `false`.
  package var denials: Both<[String]>

  package init(
    _ name: String, zh: [String], en: [String], nthZh: [String], nthEn: [String], answerZh: [String],
    answerEn: [String], noZh: [String] = [], noEn: [String] = []
  ) {
    self.name = name
    questions = Both(zh, en)
    ordinalQuestions = Both(nthZh, nthEn)
    answers = Both(answerZh, answerEn)
    denials = Both(noZh, noEn)
  }
}

/// How something is asked by the way.
package struct PolicyLines: Sendable {
  package var name: String
  package var questions: Both<[String]>
  package var yes: Both<[String]>
  package var no: Both<[String]>

  package init(
    _ name: String, zh: [String], en: [String], yesZh: [String], yesEn: [String], noZh: [String],
    noEn: [String]
  ) {
    self.name = name
    questions = Both(zh, en)
    yes = Both(yesZh, yesEn)
    no = Both(noZh, noEn)
  }
}

/// What is told in an opening, each in words that fit into a sentence.
package struct ToldSlots: Sendable {
  private let words: [(slot: String, text: String)]

  init(_ words: [(slot: String, text: String)]) { self.words = words }

  /// The words for a slot; empty where it is not told.
  package subscript(slot: String) -> String { words.first { $0.slot == slot }?.text ?? "" }

  /// A slot's words within others: `around("area", "在", "")`; empty where it is not told.
  package func around(_ slot: String, _ before: String, _ after: String = "") -> String {
    let text = self[slot]
    return text.isEmpty ? "" : before + text + after
  }

  /// Parts of a sentence that are there, with something between.
  package static func join(_ parts: [String], _ separator: String) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: separator)
  }
}
