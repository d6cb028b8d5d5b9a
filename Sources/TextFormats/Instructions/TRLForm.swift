import JSON

/// How TRL's records write what is said.
package enum TRLForm: Sendable, Hashable {
  /// Plain strings: TRL's standard form.
  case text
  /// Lists of turns: TRL's conversational form.
  case chat

  var suffix: String { self == .text ? "-text" : "" }
  var noun: String { self == .text ? "strings" : "conversations" }

  func write(_ role: String, _ content: String) -> JSONValue {
    self == .text ? .string(content) : [ChatTurn(role, content).json]
  }

  /// What one side says; `nil` where it says nothing, or another role does.
  func read(_ role: String, _ value: JSONValue?) -> String? {
    switch self {
    case .text: return value?.text.flatMap { $0.isEmpty ? nil : $0 }
    case .chat:
      guard let turns = ChatTurn.list(value), turns.count == 1, turns[0].role == role else { return nil }
      return turns[0].content
    }
  }
}
