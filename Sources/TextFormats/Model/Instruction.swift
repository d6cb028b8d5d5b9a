package import JSON

/// A conversation that ends with a good reply: a question and its answer, or many turns, with tools or without.
package struct Instruction: Sendable, Hashable {
  /// A line of a worked reply, and whether it is right.
  package struct Step: Sendable, Hashable {
    package var text: String
    package var isRight: Bool

    package init(_ text: String, isRight: Bool) {
      self.text = text
      self.isRight = isRight
    }
  }

  /// Two next turns of the assistant.
  package struct Preference: Sendable, Hashable {
    /// What was said before.
    package var prompt: [ChatTurn]
    package var chosen: ChatTurn
    package var rejected: ChatTurn

    package init(prompt: [ChatTurn], chosen: ChatTurn, rejected: ChatTurn) {
      self.prompt = prompt
      self.chosen = chosen
      self.rejected = rejected
    }

    /// A question and two replies.
    package init(prompt: String, chosen: String, rejected: String) {
      self.init(
        prompt: [ChatTurn("user", prompt)], chosen: ChatTurn("assistant", chosen),
        rejected: ChatTurn("assistant", rejected))
    }
  }

  /// All turns; the last is the assistant's.
  package var turns: [ChatTurn]
  /// Tools that may be called, as OpenAI's `tools`.
  package var tools: [JSONValue]
  /// A right reply and one with one defect; `nil` where there is none.
  package var preference: Preference?
  /// A working line by line, up to the first that is wrong if one is.
  package var steps: [Step]

  package init(turns: [ChatTurn], tools: [JSONValue], preference: Preference?, steps: [Step] = []) {
    self.turns = turns
    self.tools = tools
    self.preference = preference
    self.steps = steps
  }

  /// A question and its reply.
  package init(prompt: String, reply: String, preference: Preference?, steps: [Step]) {
    self.init(
      turns: [ChatTurn("user", prompt), ChatTurn("assistant", reply)], tools: [], preference: preference,
      steps: steps)
  }

  /// The question, where it is all that was said before the reply.
  var prompt: String? { turns.count == 2 && turns[0].role == "user" ? turns[0].content : nil }
  /// The last word.
  var reply: String { turns.last?.content ?? "" }
  /// Whether no tools are called.
  var isPlain: Bool { turns.allSatisfy(\.isPlain) }

  private var question: Int { turns.lastIndex { $0.role == "user" } ?? -1 }
  /// All up to the user's last turn.
  var asked: [ChatTurn] { Array(turns.prefix(question + 1)) }
  /// What the assistant then does and says.
  var completion: [ChatTurn] { Array(turns.dropFirst(question + 1)) }
  /// `tools` of a record, where there are some.
  var toolMembers: [(String, JSONValue)] { tools.isEmpty ? [] : [("tools", .array(tools))] }
}
