package import JSON

/// Alpaca's records: a list of instruction, input and output, all strings.
package struct AlpacaFormat: InstructionFormat {
  package let name = "alpaca"
  package let summary = "Alpaca JSON: instruction, input, output"
  package let isList = true

  package init() {}

  package func records(of instruction: Instruction) -> [JSONValue] {
    [
      .object([
        ("instruction", .string(instruction.prompt)), ("input", ""), ("output", .string(instruction.reply)),
      ])
    ]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let instruction = record["instruction"]?.text, let input = record["input"]?.text,
      let output = record["output"]?.text, !instruction.isEmpty, !output.isEmpty
    else { return nil }
    var reading = InstructionReading()
    reading.turns = [ChatTurn("user", input.isEmpty ? instruction : instruction + "\n" + input)]
    reading.reply = output
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] { [answered(instruction)] }
}
