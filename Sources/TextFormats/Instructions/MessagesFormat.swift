package import JSON

/// OpenAI's chat records: `messages` of user and assistant by turns, and the `tools` that they may call.
package struct MessagesFormat: InstructionFormat {
  package let name = "messages"
  package let summary = "OpenAI chat JSON Lines: messages of user and assistant, tools"

  package init() {}

  package func records(of instruction: Instruction) -> [JSONValue] {
    [
      .object(
        [("messages", .array(instruction.turns.map(\.json)))] + instruction.toolMembers)
    ]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard var turns = ChatTurn.list(record["messages"]), ChatTurn.alternate(turns),
      let last = turns.popLast(), last.role == "assistant", last.isPlain
    else { return nil }
    var reading = InstructionReading()
    reading.turns = turns
    reading.reply = last.content
    reading.tools = record["tools"]?.items ?? []
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    var reading = answered(instruction)
    reading.tools = instruction.tools
    return [reading]
  }
}
