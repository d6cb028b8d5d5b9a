package import JSON

/// What a record says, in one form for all formats.
package struct InstructionReading: Sendable, Hashable {
  /// Role and content of the turns before the reply.
  package var turns: [ChatTurn] = []
  package var reply: String?
  package var chosen: String?
  package var rejected: String?
  /// Whether the reply is a good one.
  package var isGood: Bool?
  package var steps: [Instruction.Step]?

  package init() {}

  package var json: JSONValue {
    var members: [(String, JSONValue)] = [
      ("turns", .array(turns.map { [.string($0.role), .string($0.content)] }))
    ]
    if let reply { members.append(("reply", .string(reply))) }
    if let chosen { members.append(("chosen", .string(chosen))) }
    if let rejected { members.append(("rejected", .string(rejected))) }
    if let isGood { members.append(("good", .boolean(isGood))) }
    if let steps {
      members.append(("steps", .array(steps.map { [.string($0.text), .boolean($0.isRight)] })))
    }
    return .object(members)
  }
}
