package import JSON

/// TRL's stepwise supervision, standard form alone: lines of a working with what each is worth, up to the first that is
/// wrong.
package struct TRLStepwiseFormat: InstructionFormat {
  package let name = "trl-stepwise-supervision"
  package let summary = "TRL stepwise supervision: prompt, completions, labels"

  package init() {}

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard !instruction.steps.isEmpty, let prompt = instruction.prompt else { return [] }
    return [
      .object([
        ("prompt", .string(prompt)),
        ("completions", .array(instruction.steps.map { .string($0.text) })),
        ("labels", .array(instruction.steps.map { .boolean($0.isRight) })),
      ])
    ]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let prompt = record["prompt"]?.text, let lines = record["completions"]?.items,
      let labels = record["labels"]?.items, lines.count == labels.count, !lines.isEmpty
    else { return nil }
    var steps: [Instruction.Step] = []
    for (line, label) in zip(lines, labels) {
      guard let text = line.text, case .boolean(let isRight) = label else { return nil }
      steps.append(.init(text, isRight: isRight))
    }
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", prompt)]
    reading.steps = steps
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    guard !instruction.steps.isEmpty, let prompt = instruction.prompt else { return [] }
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", prompt)]
    reading.steps = instruction.steps
    return [reading]
  }
}
