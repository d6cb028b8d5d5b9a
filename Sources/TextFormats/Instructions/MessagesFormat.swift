package import JSON

/// OpenAI's chat records: `messages` of user and assistant by turns, nothing else at the top level.
package struct MessagesFormat: InstructionFormat {
  package let name = "messages"
  package let summary = "OpenAI chat JSON Lines: messages of user and assistant"

  package init() {}

  package func records(of instruction: Instruction) -> [JSONValue] {
    [
      .object([
        (
          "messages",
          [ChatTurn("user", instruction.prompt).json, ChatTurn("assistant", instruction.reply).json]
        )
      ])
    ]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard var turns = ChatTurn.list(record["messages"]), ChatTurn.alternate(turns),
      let last = turns.popLast(), last.role == "assistant"
    else { return nil }
    var reading = InstructionReading()
    reading.turns = turns
    reading.reply = last.content
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] { [answered(instruction)] }
}
