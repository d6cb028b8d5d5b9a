import CivilCalendar
import Conversations
import RandomStreams

/// A dialogue apart from any language: what was wanted, what there is, and the turns that led there.
struct DialogueScript: Sendable {
  enum Outcome: String, Sendable, CaseIterable {
    case success
    /// What was wanted is not to be had, and nothing else is wanted.
    case unavailable
    /// The user does not want it any more.
    case abandoned
    /// The assistant cannot understand a word, twice.
    case handedOver = "handed_over"
  }

  var today: CivilDate
  var slots: [DialogueSlot]
  var items: [DialogueItem]
  /// What the user wants in the end, in the order of the slots.
  var goal: [SlotFill]
  /// The item that the user settles on; `nil` where it never comes to that.
  var goalItem: String?
  var outcome: Outcome
  var policies: [DialoguePolicy]
  var turns: [DialogueTurn] = []
}

/// What holds for all of a task's items: an answer to what is asked by the way.
struct DialoguePolicy: Sendable, Hashable {
  var name: String
  var holds: Bool
}

/// Any value is good; the user does not mind.
package let indifferent = SlotValue(
  "any", zh: .init("不限", inside: ["都行"], alone: ["都行", "都可以", "随便", "没什么要求"]),
  en: .init(
    "no preference", inside: ["no preference"], alone: ["I don't mind", "no preference", "anything is fine"]))

extension BeliefState {
  /// Whether an item is what is looked for, as far as that is known.
  func accepts(_ item: DialogueItem) -> Bool {
    item.facts.allSatisfy { fact in
      guard let wanted = self[fact.slot] else { return true }
      return wanted == indifferent.key || wanted == fact.key
    }
  }
}

extension Digression {
  var name: String {
    switch self {
    case .today: "today"
    case .dateOf: "date"
    case .cancelling: "cancelling"
    case .machine: "machine"
    case .policy(let name, _): name
    }
  }

  /// What the assistant says of it; `nil` where that needs the calendar, or is always the same.
  var value: String? {
    switch self {
    case .today, .machine: nil
    case .dateOf(let fill): fill.value.key
    case .cancelling(let hours): String(hours)
    case .policy(_, let holds): holds ? "yes" : "no"
    }
  }
}
