package import JSON

/// ShareGPT's records: `conversations` of `human` and `gpt` by turns, with `function_call` and `observation` between them
/// where tools are called (`tools` then says which, as a text). Calls have no ids; several of one turn are one list.
package struct ShareGPTFormat: InstructionFormat {
  package let name = "sharegpt"
  package let summary = "ShareGPT JSON Lines: conversations of human and gpt"

  package init() {}

  /// Speaker and words of each turn.
  private func turns(of instruction: Instruction) -> [ChatTurn] {
    var out: [ChatTurn] = []
    var observations: [JSONValue] = []
    func listed(_ items: [JSONValue]) -> JSONValue { items.count == 1 ? items[0] : .array(items) }
    for turn in instruction.turns {
      if turn.role == "tool" {
        observations.append(.string(turn.content))
        continue
      }
      if !observations.isEmpty {
        let alone = observations.count == 1 ? observations[0].text : nil
        out.append(ChatTurn("observation", alone ?? JSONValue.array(observations).line))
        observations = []
      }
      switch turn.role {
      case "system": out.append(ChatTurn("system", turn.content))
      case "user": out.append(ChatTurn("human", turn.content))
      default:
        guard !turn.calls.isEmpty else {
          out.append(ChatTurn("gpt", turn.content))
          break
        }
        let calls = turn.calls.map { call -> JSONValue in
          let arguments = call["function"]?["arguments"]?.text ?? ""
          let parsed = try? JSONValue.parse(Array(arguments.utf8)[...], file: "arguments")
          return .object([
            ("name", call["function"]?["name"] ?? ""), ("arguments", parsed ?? .string(arguments)),
          ])
        }
        out.append(ChatTurn("function_call", listed(calls).line))
      }
    }
    return out
  }

  package func records(of instruction: Instruction) -> [JSONValue] {
    let turns = turns(of: instruction).map { turn -> JSONValue in
      .object([("from", .string(turn.role)), ("value", .string(turn.content))])
    }
    var members: [(String, JSONValue)] = [("conversations", .array(turns))]
    if !instruction.tools.isEmpty {
      members.append(("tools", .string(JSONValue.array(instruction.tools).line)))
    }
    return [.object(members)]
  }

  package func reading(of record: JSONValue) -> InstructionReading? {
    var turns: [ChatTurn] = []
    for item in record["conversations"]?.items ?? [] {
      guard let speaker = item["from"]?.text, let text = item["value"]?.text, !text.isEmpty else {
        return nil
      }
      turns.append(ChatTurn(speaker, text))
    }
    let spoken = turns.first?.role == "system" ? turns[1...] : turns[...]
    let takesTurns = spoken.enumerated().allSatisfy { place, turn in
      place % 2 == 0
        ? turn.role == (place == 0 ? "human" : turn.role) && ["human", "observation"].contains(turn.role)
        : ["gpt", "function_call"].contains(turn.role)
    }
    guard takesTurns, let last = turns.popLast(), last.role == "gpt", !turns.isEmpty else { return nil }
    var reading = InstructionReading()
    reading.turns = turns
    reading.reply = last.content
    if let tools = record["tools"] {
      guard let text = tools.text, let parsed = try? JSONValue.parse(Array(text.utf8)[...], file: "tools")
      else {
        return nil
      }
      reading.tools = parsed.items ?? []
    }
    return reading
  }

  package func readings(of instruction: Instruction) -> [InstructionReading] {
    var reading = InstructionReading()
    reading.turns = turns(of: instruction)
    reading.reply = reading.turns.popLast()?.content
    reading.tools = instruction.tools
    return [reading]
  }
}
