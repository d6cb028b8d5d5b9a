package import JSON

/// A turn of a conversation.
package struct ChatTurn: Sendable, Hashable {
  package var role: String
  /// Empty only where tools are called.
  package var content: String
  /// Calls of tools, as OpenAI writes them: `{"id","type","function":{"name","arguments"}}`.
  package var calls: [JSONValue] = []
  /// The call that a tool's turn answers.
  package var answers: String?

  package init(_ role: String, _ content: String) {
    self.role = role
    self.content = content
  }

  /// A turn as OpenAI and TRL write it; `nil` for anything else.
  package init?(json: JSONValue) {
    guard let role = json["role"]?.text, let content = json["content"]?.text else { return nil }
    self.init(role, content)
    calls = json["tool_calls"]?.items ?? []
    answers = json["tool_call_id"]?.text
    guard !content.isEmpty || role == "assistant" && !calls.isEmpty else { return nil }
    let isCall = calls.allSatisfy { call in
      call["id"]?.text != nil && call["function"]?["name"]?.text != nil
        && call["function"]?["arguments"]?.text != nil
    }
    guard isCall else { return nil }
  }

  /// As OpenAI and TRL write it.
  var json: JSONValue {
    var members: [(String, JSONValue)] = [("role", .string(role)), ("content", .string(content))]
    if !calls.isEmpty { members.append(("tool_calls", .array(calls))) }
    if let answers { members.append(("tool_call_id", .string(answers))) }
    return .object(members)
  }

  /// Whether it is words alone.
  var isPlain: Bool { calls.isEmpty && answers == nil }

  /// A list of turns; `nil` where one is none, or is empty.
  static func list(_ value: JSONValue?) -> [ChatTurn]? {
    guard let items = value?.items, !items.isEmpty else { return nil }
    let turns = items.compactMap(ChatTurn.init(json:))
    return turns.count == items.count ? turns : nil
  }

  /// Whether chat templates take them: a system turn at most first, then user and assistant by turns, every call
  /// answered once between its turn and the assistant's next.
  static func alternate(_ turns: [ChatTurn]) -> Bool {
    let spoken = turns.first?.role == "system" ? turns[1...] : turns[...]
    var before = "assistant"
    var open: [String] = []
    for turn in spoken {
      switch (turn.role, before) {
      case ("user", "assistant") where open.isEmpty: break
      case ("assistant", "user"),
        ("assistant", "tool") where open.isEmpty:
        open = turn.calls.compactMap { $0["id"]?.text }
        guard Set(open).count == turn.calls.count else { return false }
      case ("tool", "assistant"), ("tool", "tool"):
        guard let id = turn.answers, let place = open.firstIndex(of: id) else { return false }
        open.remove(at: place)
      default: return false
      }
      before = turn.role
    }
    return !spoken.isEmpty && open.isEmpty
  }
}
