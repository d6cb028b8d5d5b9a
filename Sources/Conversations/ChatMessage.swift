package import JSON

/// One message of a conversation, as OpenAI's chat format has it.
package struct ChatMessage: Sendable, Hashable {
  /// Who speaks.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case system, user, assistant, tool
  }

  package var role: Role
  /// What is said; empty only where tools are called.
  package var content: String
  package var calls: [ToolCall] = []
  /// The call that a tool's message answers.
  package var answers: String?

  package init(_ role: Role, _ content: String) {
    self.role = role
    self.content = content
  }

  /// An assistant's message that calls tools.
  package init(calling calls: [ToolCall]) {
    role = .assistant
    content = ""
    self.calls = calls
  }

  /// A tool's answer.
  package init(answering id: String, _ content: String) {
    role = .tool
    self.content = content
    answers = id
  }

  /// `{"role":"assistant","content":"…","tool_calls":[…]}`.
  package var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("role", .string(role.rawValue)), .init("content", .string(content)),
    ]
    if !calls.isEmpty { members.append(.init("tool_calls", .array(calls.map(\.json)))) }
    if let answers { members.append(.init("tool_call_id", .string(answers))) }
    return .object(members)
  }

  /// - Returns: `nil` for what is no message.
  package init?(json: JSONValue) {
    guard let name = json["role"]?.asText, let role = Role(rawValue: name),
      let content = json["content"]?.asText
    else { return nil }
    self.init(role, content)
    for item in json["tool_calls"]?.asItems ?? [] {
      guard let call = ToolCall(json: item) else { return nil }
      calls.append(call)
    }
    answers = json["tool_call_id"]?.asText
  }
}

/// A tool that is called, with its arguments.
package struct ToolCall: Sendable, Hashable {
  /// Unique in its conversation.
  package var id: String
  package var name: String
  /// An object.
  package var arguments: JSONValue

  package init(id: String, name: String, arguments: JSONValue) {
    self.id = id
    self.name = name
    self.arguments = arguments
  }

  /// As OpenAI writes it: the arguments are a text that holds JSON.
  package var json: JSONValue {
    .object([
      .init("id", .string(id)), .init("type", "function"),
      .init(
        "function",
        .object([.init("name", .string(name)), .init("arguments", .string(arguments.compactText))])),
    ])
  }

  /// - Returns: `nil` for what is no call, and for arguments that are no JSON.
  package init?(json: JSONValue) {
    guard let id = json["id"]?.asText, let name = json["function"]?["name"]?.asText,
      let text = json["function"]?["arguments"]?.asText, let arguments = JSONValue.read(text)
    else { return nil }
    self.init(id: id, name: name, arguments: arguments)
  }
}
