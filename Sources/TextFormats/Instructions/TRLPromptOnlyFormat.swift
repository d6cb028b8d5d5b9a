package import JSON

/// TRL's prompt-only records, for trainers that make the replies themselves.
package struct TRLPromptOnlyFormat: InstructionFormat {
  package var name: String { "trl-prompt-only" + form.suffix }
  package var summary: String { "TRL prompt-only: prompt, as \(form.noun)" }
  private let form: TRLForm

  package init(_ form: TRLForm) { self.form = form }

  package func records(of instruction: Instruction) -> [JSONValue] {
    [.object([("prompt", form.write("user", instruction.prompt))])]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = form.read("user", record["prompt"]) else { return nil }
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", prompt)]
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", instruction.prompt)]
    return [reading]
  }
}
