package import JSON

/// ShareGPT's records: `conversations` of `human` and `gpt` by turns.
package struct ShareGPTFormat: InstructionFormat {
  package let name = "sharegpt"
  package let summary = "ShareGPT JSON Lines: conversations of human and gpt"

  private static let roles = ["system": "system", "human": "user", "gpt": "assistant"]

  package init() {}

  package func records(of instruction: Instruction) -> [JSONValue] {
    func turn(_ speaker: JSONValue, _ text: String) -> JSONValue {
      .object([("from", speaker), ("value", .string(text))])
    }
    return [
      .object([("conversations", [turn("human", instruction.prompt), turn("gpt", instruction.reply)])])
    ]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    var turns: [ChatTurn] = []
    for item in record["conversations"]?.items ?? [] {
      guard let speaker = item["from"]?.text, let role = Self.roles[speaker], let text = item["value"]?.text,
        !text.isEmpty
      else { return nil }
      turns.append(ChatTurn(role, text))
    }
    guard ChatTurn.alternate(turns), let last = turns.popLast(), last.role == "assistant" else { return nil }
    var reading = InstructionReading()
    reading.turns = turns
    reading.reply = last.content
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] { [answered(instruction)] }
}
