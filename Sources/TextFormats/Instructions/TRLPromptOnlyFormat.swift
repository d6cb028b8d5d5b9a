package import JSON

/// TRL's prompt-only records, for trainers that make the replies themselves.
package struct TRLPromptOnlyFormat: InstructionFormat {
  package var name: String { "trl-prompt-only" + form.suffix }
  package var summary: String { "TRL prompt-only: prompt, as \(form.noun)" }
  private let form: TRLForm

  package init(_ form: TRLForm) { self.form = form }

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard let prompt = form.write(instruction.asked) else { return [] }
    return [.object([("prompt", prompt)] + instruction.toolMembers)]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = form.readPrompt(record["prompt"]) else { return nil }
    var reading = InstructionReading()
    reading.turns = prompt
    reading.tools = record["tools"]?.items ?? []
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    if form == .text, instruction.asked.count != 1 { return [] }
    var reading = InstructionReading()
    reading.turns = instruction.asked
    reading.tools = instruction.tools
    return [reading]
  }
}
