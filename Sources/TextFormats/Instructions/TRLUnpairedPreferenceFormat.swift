package import JSON

/// TRL's unpaired preferences: the two replies of a pair as records of their own, each good or not.
package struct TRLUnpairedPreferenceFormat: InstructionFormat {
  package var name: String { "trl-unpaired-preference" + form.suffix }
  package var summary: String { "TRL unpaired preference: prompt, completion, label, as \(form.noun)" }
  private let form: TRLForm

  package init(_ form: TRLForm) { self.form = form }

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard let pair = instruction.preference, let prompt = form.write(pair.prompt) else { return [] }
    let replies = [pair.chosen, pair.rejected].compactMap { form.write([$0]) }
    guard replies.count == 2 else { return [] }
    return zip(replies, [true, false]).map { reply, isGood in
      .object(
        [("prompt", prompt), ("completion", reply), ("label", .boolean(isGood))] + instruction.toolMembers)
    }
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = form.readPrompt(record["prompt"]),
      let completion = form.readReply(record["completion"]),
      case .boolean(let label)? = record["label"]
    else { return nil }
    var reading = InstructionReading()
    reading.turns = prompt
    (reading.completion, reading.isGood) = (completion, label)
    reading.tools = record["tools"]?.items ?? []
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    guard let pair = instruction.preference else { return [] }
    if form == .text, pair.prompt.count != 1 || !pair.chosen.isPlain || !pair.rejected.isPlain { return [] }
    return [(pair.chosen, true), (pair.rejected, false)].map { reply, isGood in
      var reading = InstructionReading()
      reading.turns = pair.prompt
      (reading.completion, reading.isGood) = ([reply], isGood)
      reading.tools = instruction.tools
      return reading
    }
  }
}
