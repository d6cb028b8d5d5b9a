package import JSON

/// TRL's language modelling: `text`, what is said in turn with empty lines between; not where tools are called.
package struct TRLLanguageModelingFormat: InstructionFormat {
  package let name = "trl-language-modeling"
  package let summary = "TRL language modeling: text"

  private static let gap = "\n\n"

  package init() {}

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard instruction.isPlain else { return [] }
    return [.object([("text", .string(Self.text(instruction)))])]
  }

  private static func text(_ instruction: Instruction) -> String {
    instruction.turns.map(\.content).joined(separator: gap)
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let text = record["text"]?.text, !text.isEmpty else { return nil }
    var reading = InstructionReading()
    reading.reply = text
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    guard instruction.isPlain else { return [] }
    var reading = InstructionReading()
    reading.reply = Self.text(instruction)
    return [reading]
  }
}
