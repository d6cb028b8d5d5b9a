package import JSON

/// Alpaca's records: a list of instruction, input and output, all strings; what was said before stands in `system` and in
/// `history`, pairs of what was asked and answered.
package struct AlpacaFormat: InstructionFormat {
  package let name = "alpaca"
  package let summary = "Alpaca JSON: instruction, input, output"
  package let isList = true

  package init() {}

  package func records(of instruction: Instruction) -> [JSONValue] {
    guard instruction.isPlain, var parts = Parts(instruction.turns), let last = parts.pairs.popLast() else {
      return []
    }
    var members: [(String, JSONValue)] = [
      ("instruction", .string(last[0])), ("input", ""), ("output", .string(last[1])),
    ]
    if let system = parts.system { members.append(("system", .string(system))) }
    if !parts.pairs.isEmpty {
      members.append(("history", .array(parts.pairs.map { .array($0.map { .string($0) }) })))
    }
    return [.object(members)]
  }

  /// Turns by pairs.
  private struct Parts {
    var system: String?
    var pairs: [[String]] = []

    init?(_ turns: [ChatTurn]) {
      guard ChatTurn.alternate(turns), turns.last?.role == "assistant" else { return nil }
      for turn in turns {
        switch turn.role {
        case "system": system = turn.content
        case "user": pairs.append([turn.content])
        default: pairs[pairs.count - 1].append(turn.content)
        }
      }
    }
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    guard let instruction = record["instruction"]?.text, let input = record["input"]?.text,
      let output = record["output"]?.text, !instruction.isEmpty, !output.isEmpty
    else { return nil }
    var reading = InstructionReading()
    if let system = record["system"] {
      guard let text = system.text, !text.isEmpty else { return nil }
      reading.turns.append(ChatTurn("system", text))
    }
    for pair in record["history"]?.items ?? [] {
      guard let said = pair.items?.compactMap(\.text), said.count == 2, said.allSatisfy({ !$0.isEmpty })
      else {
        return nil
      }
      reading.turns += [ChatTurn("user", said[0]), ChatTurn("assistant", said[1])]
    }
    reading.turns.append(ChatTurn("user", input.isEmpty ? instruction : instruction + "\n" + input))
    reading.reply = output
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    instruction.isPlain ? [answered(instruction)] : []
  }
}
