package import JSON

/// TRL's preference records with an explicit prompt: a right reply and one with one defect, of like length.
package struct TRLPreferenceFormat: InstructionFormat {
  package var name: String { "trl-preference" + form.suffix }
  package var summary: String { "TRL preference: prompt, chosen, rejected, as \(form.noun)" }
  private let form: TRLForm

  package init(_ form: TRLForm) { self.form = form }

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard let pair = instruction.preference, let prompt = form.write(pair.prompt),
      let chosen = form.write([pair.chosen]), let rejected = form.write([pair.rejected])
    else { return [] }
    return [
      .object(
        [("prompt", prompt), ("chosen", chosen), ("rejected", rejected)] + instruction.toolMembers)
    ]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = form.readPrompt(record["prompt"]),
      let chosen = form.readReply(record["chosen"]), chosen.count == 1,
      let rejected = form.readReply(record["rejected"]), rejected.count == 1, chosen != rejected
    else { return nil }
    var reading = InstructionReading()
    reading.turns = prompt
    (reading.chosen, reading.rejected) = (chosen[0], rejected[0])
    reading.tools = record["tools"]?.items ?? []
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    guard let pair = instruction.preference else { return [] }
    // Strings say one question and plain replies only.
    if form == .text, pair.prompt.count != 1 || !pair.chosen.isPlain || !pair.rejected.isPlain { return [] }
    var reading = InstructionReading()
    reading.turns = pair.prompt
    (reading.chosen, reading.rejected) = (pair.chosen, pair.rejected)
    reading.tools = instruction.tools
    return [reading]
  }
}
