package import JSON

/// TRL's prompt-completion records: all up to the last question, and what the assistant then does and says.
package struct TRLPromptCompletionFormat: InstructionFormat {
  package var name: String { "trl-prompt-completion" + form.suffix }
  package var summary: String { "TRL prompt-completion: prompt, completion, as \(form.noun)" }
  private let form: TRLForm

  package init(_ form: TRLForm) { self.form = form }

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard let prompt = form.write(instruction.asked), let completion = form.write(instruction.completion)
    else {
      return []
    }
    return [.object([("prompt", prompt), ("completion", completion)] + instruction.toolMembers)]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = form.readPrompt(record["prompt"]),
      let completion = form.readReply(record["completion"]), ChatTurn.alternate(prompt + completion)
    else { return nil }
    var reading = InstructionReading()
    reading.turns = prompt
    reading.completion = completion
    reading.tools = record["tools"]?.items ?? []
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    if form == .text, instruction.asked.count != 1 || !instruction.isPlain { return [] }
    var reading = InstructionReading()
    reading.turns = instruction.asked
    reading.completion = instruction.completion
    reading.tools = instruction.tools
    return [reading]
  }
}
