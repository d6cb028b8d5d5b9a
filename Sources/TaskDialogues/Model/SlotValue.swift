package import Conversations

/// A value of a slot and the ways in which it is said.
package struct SlotValue: Sendable, Hashable {
  /// The ways of one language.
  package struct Forms: Sendable, Hashable {
    /// In the assistant's words, standing alone.
    package var formal: String
    /// A user's, inside of a sentence: `for four`, `on Friday`.
    package var inside: [String]
    /// A user's, as an answer of its own: `four of us`, `Friday`.
    package var alone: [String]
    /// Understood, and not said by users.
    package var others: [String]

    package init(_ formal: String, inside: [String], alone: [String], others: [String] = []) {
      self.formal = formal
      self.inside = inside
      self.alone = alone
      self.others = others
    }

    /// One word for all uses.
    package init(_ text: String) { self.init(text, inside: [text], alone: [text]) }

    /// All of them.
    package var all: [String] { [formal] + inside + alone + others }
  }

  /// The same in all languages: `4`, `19:30`, `2026-06-05`, `sichuan`.
  package var key: String
  package var forms: Both<Forms>

  package init(_ key: String, zh: Forms, en: Forms) {
    self.key = key
    forms = Both(zh, en)
  }

  /// A value with one word in each language.
  package init(_ key: String, _ chinese: String, _ english: String) {
    self.init(key, zh: Forms(chinese), en: Forms(english))
  }
}

/// What an assistant must know to do its task.
package struct DialogueSlot: Sendable {
  /// What an assistant does with it.
  package enum Use: Sendable, Hashable {
    /// Things are looked for by it; what is found has the value.
    case search
    /// It says how the thing that was found is wanted.
    case booking
  }

  package var name: String
  package var use: Use
  /// Whether the task cannot be done without; the assistant asks for it then.
  package var isRequired: Bool
  package var values: [SlotValue]
  /// How the assistant asks.
  package var questions: Both<[String]>

  package init(
    _ name: String, _ use: Use, isRequired: Bool, _ values: [SlotValue], zh: [String], en: [String]
  ) {
    self.name = name
    self.use = use
    self.isRequired = isRequired
    self.values = values
    questions = Both(zh, en)
  }

  /// The value with a key.
  package func value(_ key: String) -> SlotValue? { values.first { $0.key == key } }
}

/// A slot with a value.
package struct SlotFill: Sendable, Hashable {
  package var slot: String
  package var value: SlotValue

  package init(_ slot: String, _ value: SlotValue) {
    self.slot = slot
    self.value = value
  }
}
