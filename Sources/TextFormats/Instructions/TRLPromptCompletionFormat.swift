package import JSON

/// TRL's prompt-completion records: a question and its right reply.
package struct TRLPromptCompletionFormat: InstructionFormat {
  package var name: String { "trl-prompt-completion" + form.suffix }
  package var summary: String { "TRL prompt-completion: prompt, completion, as \(form.noun)" }
  private let form: TRLForm

  package init(_ form: TRLForm) { self.form = form }

  package func records(of instruction: Instruction) -> [JSONValue] {
    [
      .object([
        ("prompt", form.write("user", instruction.prompt)),
        ("completion", form.write("assistant", instruction.reply)),
      ])
    ]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = form.read("user", record["prompt"]),
      let completion = form.read("assistant", record["completion"])
    else { return nil }
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", prompt)]
    reading.reply = completion
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] { [answered(instruction)] }
}
