package import JSON

/// TRL's preference records with an explicit prompt: a right reply and one with one defect, of like length.
package struct TRLPreferenceFormat: InstructionFormat {
  package var name: String { "trl-preference" + form.suffix }
  package var summary: String { "TRL preference: prompt, chosen, rejected, as \(form.noun)" }
  private let form: TRLForm

  package init(_ form: TRLForm) { self.form = form }

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard let pair = instruction.preference else { return [] }
    return [
      .object([
        ("prompt", form.write("user", pair.prompt)), ("chosen", form.write("assistant", pair.chosen)),
        ("rejected", form.write("assistant", pair.rejected)),
      ])
    ]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = form.read("user", record["prompt"]),
      let chosen = form.read("assistant", record["chosen"]),
      let rejected = form.read("assistant", record["rejected"]), chosen != rejected
    else { return nil }
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", prompt)]
    (reading.chosen, reading.rejected) = (chosen, rejected)
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    guard let pair = instruction.preference else { return [] }
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", pair.prompt)]
    (reading.chosen, reading.rejected) = (pair.chosen, pair.rejected)
    return [reading]
  }
}
