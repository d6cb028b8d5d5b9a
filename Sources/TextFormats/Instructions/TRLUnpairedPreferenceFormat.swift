package import JSON

/// TRL's unpaired preferences: the two replies of a pair as records of their own, each good or not.
package struct TRLUnpairedPreferenceFormat: InstructionFormat {
  package var name: String { "trl-unpaired-preference" + form.suffix }
  package var summary: String { "TRL unpaired preference: prompt, completion, label, as \(form.noun)" }
  private let form: TRLForm

  package init(_ form: TRLForm) { self.form = form }

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard let pair = instruction.preference else { return [] }
    return [(pair.chosen, true), (pair.rejected, false)].map { reply, isGood in
      .object([
        ("prompt", form.write("user", pair.prompt)), ("completion", form.write("assistant", reply)),
        ("label", .boolean(isGood)),
      ])
    }
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = form.read("user", record["prompt"]),
      let completion = form.read("assistant", record["completion"]),
      case .boolean(let label)? = record["label"]
    else { return nil }
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", prompt)]
    (reading.reply, reading.isGood) = (completion, label)
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    guard let pair = instruction.preference else { return [] }
    var good = InstructionReading()
    good.turns = [ChatTurn("user", pair.prompt)]
    var bad = good
    (good.reply, good.isGood) = (pair.chosen, true)
    (bad.reply, bad.isGood) = (pair.rejected, false)
    return [good, bad]
  }
}
