package import JSON

/// TRL's language modelling: `text`, the question and its reply with an empty line between them.
package struct TRLLanguageModelingFormat: InstructionFormat {
  package let name = "trl-language-modeling"
  package let summary = "TRL language modeling: text"

  private static let gap = "\n\n"

  package init() {}

  package func records(of instruction: Instruction) -> [JSONValue] {
    [.object([("text", .string(instruction.prompt + Self.gap + instruction.reply))])]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let text = record["text"]?.text, !text.isEmpty else { return nil }
    var reading = InstructionReading()
    reading.reply = text
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    var reading = InstructionReading()
    reading.reply = "\(instruction.prompt)\(Self.gap)\(instruction.reply)"
    return [reading]
  }
}
