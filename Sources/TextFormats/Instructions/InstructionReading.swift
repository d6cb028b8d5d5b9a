package import JSON

/// What a record says, in one form for all formats.
package struct InstructionReading: Sendable, Hashable {
  /// Role and content of the turns before the reply.
  package var turns: [ChatTurn] = []
  package var reply: String?
  /// What the assistant does and says up to the end.
  package var completion: [ChatTurn]?
  package var chosen: ChatTurn?
  package var rejected: ChatTurn?
  package var tools: [JSONValue] = []
  /// Whether the reply is a good one.
  package var isGood: Bool?
  package var steps: [Instruction.Step]?

  package init() {}

  package var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("turns", .array(turns.map(\.json)))
    ]
    if let reply { members.append(("reply", .string(reply))) }
    if let completion { members.append(("completion", .array(completion.map(\.json)))) }
    if let chosen { members.append(("chosen", chosen.json)) }
    if let rejected { members.append(("rejected", rejected.json)) }
    if !tools.isEmpty { members.append(("tools", .array(tools))) }
    if let isGood { members.append(("good", .boolean(isGood))) }
    if let steps {
      members.append(("steps", .array(steps.map { [.string($0.text), .boolean($0.isRight)] })))
    }
    return .object(members)
  }
}
