package import Diagnostics
package import JSON

/// What formats of instructions have in common: one JSON object a record, a line each, or a list of them.
package protocol InstructionFormat: TextFormat {
  /// Whether a file is one list; lines otherwise.
  var isList: Bool { get }
  /// What an instruction becomes; empty where it has nothing that the format is about.
  func records(of instruction: Instruction) -> [JSONValue]
  /// What a record says; `nil` where the format does not allow it.
  func reading(of record: JSONValue) -> InstructionReading?
  /// What reading the records of an instruction must give.
  func readings(of instruction: Instruction) -> [InstructionReading]
}

extension InstructionFormat {
  package var content: TextContent { .instructions }
  package var positions: String { "none" }
  package var holds: TextHolding { [] }
  package var isList: Bool { false }

  private var ending: String { isList ? ".json" : ".jsonl" }

  package func separator(in file: String) -> String { isList ? ",\n" : "" }
  package func opening(of file: String, _ facts: TextFacts) -> String { isList ? "[\n" : "" }
  package func closing(of file: String, _ facts: TextFacts) -> String { isList ? "\n]\n" : "" }

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      guard let instruction = placed.instruction else { throw contentMismatch(placed.text.content) }
      let records = records(of: instruction)
      notes.note(
        "questions and conversations have nothing that the format is about, and are left out",
        records.isEmpty ? 1 : 0)
      for record in records {
        out.append(
          TextFormatEntry(file: TextFileName.file(placed, ending), record.line + (isList ? "" : "\n")))
      }
    }
    return out
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ending, of: name) {
      let (language, part) = TextFileName.place(of: path)
      func take(_ record: JSONValue, _ place: String) {
        guard let said = reading(of: record) else {
          return log.fail(place, found: record.canonicalText, expected: "a record of \(name)")
        }
        log.add(TextReading(place: place, language: language, part: part, value: said.json))
      }
      if isList {
        guard let records = try folder.document(path).items else {
          log.fail(path, found: "no list", expected: "a list of records")
          continue
        }
        for (number, record) in records.enumerated() { take(record, "\(path)[\(number)]") }
      } else {
        try folder.forEachJSONLine(of: path) { place, record throws(DioramaError) in take(record, place) }
      }
    }
  }

  package func expected(of placed: PlacedText) -> [TextReading] {
    guard let instruction = placed.instruction else { return [] }
    return readings(of: instruction).map {
      TextReading(language: placed.text.language, part: placed.part.rawValue, value: $0.json)
    }
  }

  /// All up to the last word, and that.
  func answered(_ instruction: Instruction) -> InstructionReading {
    var reading = InstructionReading()
    reading.turns = Array(instruction.turns.dropLast())
    reading.reply = instruction.reply
    return reading
  }
}
