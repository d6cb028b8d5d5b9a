package import Diagnostics
import JSON
import TextModel

/// doccano's JSON Lines: `label` is a list of `[start, end, label]` in code points, `cats` holds the intent. Texts with relations
/// or several mentions of a thing have them in `entities` and `relations` too, as projects with relations take them.
package struct DoccanoFormat: LabelledTextFormat {
  package let name = "doccano"
  package let summary = "doccano JSON Lines: label as [start, end, label], cats as intents"
  package let positions = "code points"
  package let holds: TextHolding = [.text, .intent, .nested, .relations]

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
      let record: JSONValue = .object(
        [
          ("id", .integer(placed.text.index)), ("text", .string(item.string)), ("label", .array(spans)),
          ("cats", .array(item.intent.isEmpty ? [] : [.string(item.intent)])),
        ] + Self.ties(of: item.text))
      out.append(TextFormatEntry(file: TextFileName.file(placed, ".jsonl"), record.line + "\n"))
    }
    return out
  }

  /// Entities with ids and relations between them; nothing where a text has no relations.
  private static func ties(of text: AnnotatedText) -> [(String, JSONValue)] {
    let ties = SpanTie.list(of: text)
    guard !ties.isEmpty else { return [] }
    let entities = text.spans.enumerated().map { number, span -> JSONValue in
      .object([
        ("id", .integer(number)), ("start_offset", .integer(span.range.lowerBound)),
        ("end_offset", .integer(span.range.upperBound)), ("label", .string(span.label)),
      ])
    }
    let relations = ties.enumerated().map { number, tie -> JSONValue in
      .object([
        ("id", .integer(number)), ("from_id", .integer(tie.source)), ("to_id", .integer(tie.target)),
        ("type", .string(tie.name)),
      ])
    }
    return [("entities", .array(entities)), ("relations", .array(relations))]
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
        var ids: [Int: Int] = [:]
        for (number, entity) in (record["entities"]?.items ?? []).enumerated()
        where record["relations"] != nil {
          guard let id = entity["id"]?.whole, reading.spans.indices.contains(number),
            entity["start_offset"]?.whole == reading.spans[number].start,
            entity["end_offset"]?.whole == reading.spans[number].end,
            entity["label"]?.text == reading.spans[number].label
          else {
            log.fail(place, found: entity.canonicalText, expected: "an entity that label has too")
            continue
          }
          ids[id] = number
        }
        var ties: [SpanTie] = []
        for relation in record["relations"]?.items ?? [] {
          guard let name = relation["type"]?.text,
            let source = relation["from_id"]?.whole.flatMap({ ids[$0] }),
            let target = relation["to_id"]?.whole.flatMap({ ids[$0] })
          else {
            log.fail(place, found: relation.canonicalText, expected: "a type and two entities")
            continue
          }
          ties.append(SpanTie(name, source, target))
        }
        SpanTie.add(ties, to: &reading)
        log.add(TextReading(place: place, language: language, part: part, value: reading.json))
      }
    }
  }
}
