import JSON

/// A turn of a conversation.
package struct ChatTurn: Sendable, Hashable {
  package var role: String
  package var content: String

  package init(_ role: String, _ content: String) {
    self.role = role
    self.content = content
  }

  /// As OpenAI and TRL write it.
  var json: JSONValue { .object([("role", .string(role)), ("content", .string(content))]) }

  /// A list of turns; `nil` where one is none, or is empty.
  static func list(_ value: JSONValue?) -> [ChatTurn]? {
    guard let items = value?.items, !items.isEmpty else { return nil }
    var out: [ChatTurn] = []
    for item in items {
      guard let role = item["role"]?.text, let content = item["content"]?.text, !content.isEmpty else {
        return nil
      }
      out.append(ChatTurn(role, content))
    }
    return out
  }

  /// Whether chat templates take them: a system turn at most first, then user and assistant by turns.
  static func alternate(_ turns: [ChatTurn]) -> Bool {
    let spoken = turns.first?.role == "system" ? turns[1...] : turns[...]
    return !spoken.isEmpty
      && spoken.enumerated().allSatisfy { $0.element.role == ($0.offset % 2 == 0 ? "user" : "assistant") }
  }
}
