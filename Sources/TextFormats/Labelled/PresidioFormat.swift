package import Diagnostics
import JSON
import TextModel

/// Presidio's evaluation samples (`InputSample` of presidio-research): text, masked text and spans in code points.
package struct PresidioFormat: LabelledTextFormat {
  package let name = "presidio"
  package let summary = "Presidio evaluation samples: full_text, masked, spans"
  package let positions = "code points"
  package let holds: TextHolding = [.text]
  package func separator(in file: String) -> String { ",\n" }

  package init() {}

  package func opening(of file: String, _ facts: TextFacts) -> String { "[\n" }
  package func closing(of file: String, _ facts: TextFacts) -> String { "\n]\n" }

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      let spans = item.outermost(&notes)
      let record: JSONValue = .object([
        ("full_text", .string(item.string)), ("masked", .string(item.masked(spans))),
        (
          "spans",
          .array(
            spans.map { span in
              .object([
                ("entity_type", .string(span.label)), ("entity_value", .string(item.surface(span))),
                ("start_position", .integer(span.range.lowerBound)),
                ("end_position", .integer(span.range.upperBound)),
              ])
            })
        ), ("template_id", .null),
        (
          "metadata",
          .object([
            ("language", .string(placed.text.language)), ("template", .string(placed.text.template)),
            ("sample", .integer(placed.text.index)),
          ])
        ),
      ])
      out.append(TextFormatEntry(file: TextFileName.file(placed, ".json"), record.line))
    }
    return out
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".json", of: name) {
      let (language, part) = TextFileName.place(of: path)
      guard let records = try folder.document(path).items else {
        log.fail(path, found: "no list", expected: "a list of samples")
        continue
      }
      for (number, record) in records.enumerated() {
        let place = "\(path)[\(number)]"
        guard let text = record["full_text"]?.text, let spans = record["spans"]?.items else {
          log.fail(place, found: record.canonicalText, expected: "full_text and spans")
          continue
        }
        let scalars = Array(text.unicodeScalars)
        var reading = LabelledReading(text: text)
        for span in spans {
          guard let start = span["start_position"]?.whole, let end = span["end_position"]?.whole,
            let label = span["entity_type"]?.text, start >= 0, start < end, end <= scalars.count,
            span["entity_value"]?.text.map({ $0.unicodeScalars.elementsEqual(scalars[start..<end]) }) ?? false
          else {
            log.fail(place, found: span.canonicalText, expected: "a stretch of “\(text)” and its words")
            continue
          }
          reading.spans.append(.init(start, end, label))
        }
        log.add(TextReading(place: place, language: language, part: part, value: reading.json))
      }
    }
  }
}
