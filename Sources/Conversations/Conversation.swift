package import JSON

/// A conversation of a dataset: one meaning, told in one or both languages.
package struct Conversation: Sendable, Hashable {
  /// All that decides what it is about, enough to judge it anew.
  package var parameters: JSONValue
  package var texts: [ConversationText]

  package init(parameters: JSONValue, texts: [ConversationText]) {
    self.parameters = parameters
    self.texts = texts
  }
}

/// A conversation in one language.
package struct ConversationText: Sendable, Hashable {
  package var tongue: Tongue
  package var messages: [ChatMessage]
  /// Tools on offer, as OpenAI's `tools`.
  package var tools: [JSONValue] = []
  package var preference: ConversationPreference?
  /// What is known of it besides: acts, states, proofs.
  package var labels: [JSONValue.Member] = []

  package init(_ tongue: Tongue, _ messages: [ChatMessage]) {
    self.tongue = tongue
    self.messages = messages
  }

  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("language", .string(tongue.rawValue)), .init("messages", .array(messages.map(\.json))),
    ]
    if !tools.isEmpty { members.append(.init("tools", .array(tools))) }
    if let preference { members.append(.init("preference", preference.json)) }
    return .object(members + labels)
  }
}

/// A good next message and one with exactly one defect.
package struct ConversationPreference: Sendable, Hashable {
  package var prompt: [ChatMessage]
  package var chosen: ChatMessage
  package var rejected: ChatMessage
  /// From a closed list of the family's.
  package var defect: String
  /// How much worse, 0 … 1.
  package var margin: Double

  package init(
    prompt: [ChatMessage], chosen: ChatMessage, rejected: ChatMessage, defect: String, margin: Double
  ) {
    self.prompt = prompt
    self.chosen = chosen
    self.rejected = rejected
    self.defect = defect
    self.margin = margin
  }

  var json: JSONValue {
    .object([
      .init("prompt", .array(prompt.map(\.json))), .init("chosen", .array([chosen.json])),
      .init("rejected", .array([rejected.json])), .init("defect", .string(defect)),
      .init("margin", .number(margin)),
    ])
  }
}
