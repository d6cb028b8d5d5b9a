package import Conversations
package import JSON

/// What a turn does: one of ten acts, with what it is about.
package struct DialogueAct: Sendable, Hashable {
  /// The closed list of acts.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case greet, inform, request, confirm, correct, deny, digress, `repair`, thanks, bye
  }

  package var kind: Kind
  /// A slot, an attribute of an item, `item`, `status`, or a digression's topic.
  package var about: String?
  package var value: String?

  package init(_ kind: Kind, _ about: String? = nil, _ value: String? = nil) {
    self.kind = kind
    self.about = about
    self.value = value
  }

  package init(_ kind: Kind, _ fill: SlotFill) { self.init(kind, fill.slot, fill.value.key) }

  var json: JSONValue {
    var members: [JSONValue.Member] = [.init("act", .string(kind.rawValue))]
    if let about { members.append(.init("about", .string(about))) }
    if let value { members.append(.init("value", .string(value))) }
    return .object(members)
  }
}

/// How a turn changes the belief state.
package struct StateChange: Sendable, Hashable {
  package var slot: String
  /// The value before; `nil` where there was none.
  package var from: String?
  package var to: String

  var json: JSONValue {
    .object([
      .init("slot", .string(slot)), .init("from", from.map { .string($0) } ?? .null),
      .init("to", .string(to)),
    ])
  }
}

/// The belief state: what the assistant knows of the user's wish, in the order in which it was first told.
package struct BeliefState: Sendable, Hashable {
  package private(set) var entries: [Entry] = []

  /// A slot and the key of its value.
  package struct Entry: Sendable, Hashable {
    package var slot: String
    package var value: String
  }

  package init() {}

  package subscript(slot: String) -> String? { entries.first { $0.slot == slot }?.value }

  /// Sets a value and says what changed; `nil` where it was that already.
  mutating func set(_ slot: String, _ value: String) -> StateChange? {
    guard let i = entries.firstIndex(where: { $0.slot == slot }) else {
      entries.append(Entry(slot: slot, value: value))
      return StateChange(slot: slot, from: nil, to: value)
    }
    let before = entries[i].value
    guard before != value else { return nil }
    entries[i].value = value
    return StateChange(slot: slot, from: before, to: value)
  }

  var json: JSONValue { .object(entries.map { .init($0.slot, .string($0.value)) }) }
}

/// What a turn points back to without naming it: where a question's slot, or an item, was spoken of.
package struct TurnTarget: Sendable, Hashable {
  /// The turn that it points to, 0 for the first.
  package var turn: Int
  /// What it means: a slot, or an item's id.
  package var means: String
}

/// One turn of a dialogue, apart from any language.
struct DialogueTurn: Sendable, Hashable {
  var isUser: Bool
  var move: DialogueMove
  var acts: [DialogueAct]
  var changes: [StateChange]
  var state: BeliefState
  /// Said, but not understood: the state stays as it was.
  var isUnheard = false
  /// The slot that the assistant has understood wrongly.
  var misheard: String?
  /// What it points to: by a pronoun or the like where its words have one, else by ellipsis.
  var target: TurnTarget?
}
