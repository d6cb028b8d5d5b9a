package import Diagnostics
import JSON

/// A format of lines that are made from labelled texts: none, one or several records a text, JSON Lines.
///
/// A format says which records a text gives and what must hold of one; writing, expecting and reading follow from that.
protocol DerivedLinesFormat: LabelledTextFormat {
  /// Said of texts that give no record.
  static var emptyNote: String { get }
  static func records(of item: LabelledText) -> [JSONValue]
  /// What must hold of a record that was read and does not; `nil` where it is sound.
  static func fault(_ record: JSONValue) -> String?
}

extension DerivedLinesFormat {
  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let lines = Self.records(of: try labelled(placed))
      if lines.isEmpty { notes.note(Self.emptyNote) }
      let text = lines.map { $0.line + "\n" }.joined()
      if !text.isEmpty { out.append(TextFormatEntry(file: TextFileName.file(placed, ".jsonl"), text)) }
    }
    return out
  }

  package func expected(of placed: PlacedText) -> [TextReading] {
    guard let item = try? labelled(placed) else { return [] }
    return Self.records(of: item).map {
      TextReading(language: placed.text.language, part: placed.part.rawValue, value: $0)
    }
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".jsonl", of: name) {
      let (language, part) = TextFileName.place(of: path)
      try folder.forEachJSONLine(of: path) { place, record throws(DioramaError) in
        if let fault = Self.fault(record) {
          return log.fail(place, found: record.canonicalText, expected: fault)
        }
        log.add(TextReading(place: place, language: language, part: part, value: record))
      }
    }
  }
}
