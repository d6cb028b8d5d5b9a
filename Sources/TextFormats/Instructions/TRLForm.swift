import JSON

/// How TRL's records write what is said.
package enum TRLForm: Sendable, Hashable {
  /// Plain strings: TRL's standard form.
  case text
  /// Lists of turns: TRL's conversational form.
  case chat

  var suffix: String { self == .text ? "-text" : "" }
  var noun: String { self == .text ? "strings" : "conversations" }

  /// Turns of one side; `nil` where strings cannot say them: several turns, or calls of tools.
  func write(_ turns: [ChatTurn]) -> JSONValue? {
    guard self == .text else { return .array(turns.map(\.json)) }
    guard turns.count == 1, turns[0].isPlain else { return nil }
    return .string(turns[0].content)
  }

  /// What stands before a reply; `nil` where nothing does, or another side has the last word.
  func readPrompt(_ value: JSONValue?) -> [ChatTurn]? {
    switch self {
    case .text: return value?.text.flatMap { $0.isEmpty ? nil : [ChatTurn("user", $0)] }
    case .chat:
      guard let turns = ChatTurn.list(value), ChatTurn.alternate(turns), turns.last?.role == "user" else {
        return nil
      }
      return turns
    }
  }

  /// What one says in reply; `nil` where it is nothing, or begins with another role.
  func readReply(_ value: JSONValue?) -> [ChatTurn]? {
    switch self {
    case .text: return value?.text.flatMap { $0.isEmpty ? nil : [ChatTurn("assistant", $0)] }
    case .chat:
      guard let turns = ChatTurn.list(value), turns.first?.role == "assistant",
        turns.last?.role == "assistant"
      else { return nil }
      return turns
    }
  }
}
