package import Diagnostics
import JSON
import TextModel

/// doccano's JSON Lines: `label` is a list of `[start, end, label]` in code points, `cats` holds the intent.
package struct DoccanoFormat: LabelledTextFormat {
  package let name = "doccano"
  package let summary = "doccano JSON Lines: label as [start, end, label], cats as intents"
  package let positions = "code points"
  package let holds: TextHolding = [.text, .intent, .nested]

  package init() {}

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      notes.note(
        "spans inside of others: the project must allow overlapping labels",
        item.text.spans.count - item.text.outermostSpans.count)
      let spans = item.text.spans.map { span -> JSONValue in
        [.integer(span.range.lowerBound), .integer(span.range.upperBound), .string(span.label)]
      }
      let record: JSONValue = .object([
        ("id", .integer(placed.text.index)), ("text", .string(item.string)), ("label", .array(spans)),
        ("cats", .array(item.intent.isEmpty ? [] : [.string(item.intent)])),
      ])
      out.append(TextFormatEntry(file: TextFileName.file(placed, ".jsonl"), record.line + "\n"))
    }
    return out
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".jsonl", of: name) {
      let (language, part) = TextFileName.place(of: path)
      try folder.forEachJSONLine(of: path) { place, record throws(DioramaError) in
        guard let text = record["text"]?.text, let items = (record["label"] ?? record["entities"])?.items
        else {
          return log.fail(place, found: record.canonicalText, expected: "text and label")
        }
        let count = text.unicodeScalars.count
        var reading = LabelledReading(text: text, intent: record["cats"]?.items?.first?.text)
        for item in items {
          guard let parts = item.items, parts.count == 3, let start = parts[0].whole,
            let end = parts[1].whole,
            let label = parts[2].text, start >= 0, start < end, end <= count
          else {
            log.fail(
              place, found: item.canonicalText, expected: "[start, end, label] within \(count) code points")
            continue
          }
          reading.spans.append(.init(start, end, label))
        }
        log.add(TextReading(place: place, language: language, part: part, value: reading.json))
      }
    }
  }
}
