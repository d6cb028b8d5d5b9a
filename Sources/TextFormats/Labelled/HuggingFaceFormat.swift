package import Diagnostics
import JSON
import Language
import TextModel

/// A dataset of the `datasets` library: a configuration a language, JSON Lines with typed features, a card.
///
/// Entities in code points, and words with IOB2 tags of the outermost; intents and tags are class labels by name, which
/// the features in the card number.
package struct HuggingFaceFormat: LabelledTextFormat {
  package let name = "huggingface"
  package let summary = "datasets library: JSON Lines by language with typed features, and a dataset card"
  package let positions = "code points; words for ner_tags"
  package let holds: TextHolding = [.text, .words, .tags, .lemmas, .intent, .tasks, .nested, .roles, .values]

  package init() {}

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      // Sentences of identities have words only where spaces part them.
      guard let words = item.text.tokens.isEmpty ? [] : item.text.taggedWords else {
        throw refusal(
          of: placed.text, "a span of “\(item.string)” begins or ends inside of a word",
          remedy: "Divide the words there, or leave the format out.")
      }
      let record: JSONValue = .object(
        [
          ("id", .integer(placed.text.index)), ("text", .string(item.string)),
          ("intent", item.intent.isEmpty ? .null : .string(item.intent)),
          (
            "labels",
            .array(
              item.text.labels.filter { $0.task != "intent" }.map {
                .object([("task", .string($0.task)), ("value", .string($0.value))])
              })
          ), ("entities", .array(item.text.spans.map { Self.entity($0, item) })),
          ("tokens", .array(words.map { .string(item.text.surface($0.range)) })),
          (
            "ner_tags",
            .array(
              words.map { word in
                .string(word.span.map { (word.isFirst ? "B-" : "I-") + $0.label } ?? "O")
              })
          ),
        ] + WordTag.members(of: words.map(\.tag)).map { ($0.key, $0.value) } + [
          ("template", .string(placed.text.template))
        ])
      out.append(TextFormatEntry(file: "data/" + TextFileName.file(placed, ".jsonl"), record.line + "\n"))
    }
    return out
  }

  private static func entity(_ span: TextSpan, _ item: LabelledText) -> JSONValue {
    .object([
      ("start", .integer(span.range.lowerBound)), ("end", .integer(span.range.upperBound)),
      ("label", .string(span.label)), ("role", span.role.map { .string($0) } ?? .null),
      ("value", .string(item.value(span))),
    ])
  }

  package func companions(_ facts: TextFacts) -> [(path: String, text: String)] {
    [("README.md", HuggingFaceCard.text(facts))]
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".jsonl", of: name) {
      let (language, part) = TextFileName.place(of: path)
      try folder.forEachJSONLine(of: path) { place, record throws(DioramaError) in
        guard let text = record["text"]?.text, let entities = record["entities"]?.items,
          let tokens = record["tokens"]?.items?.compactMap(\.text),
          let tags = record["ner_tags"]?.items?.compactMap(\.text), tokens.count == tags.count
        else {
          return log.fail(
            place, found: record.canonicalText, expected: "text, entities, as many tokens as ner_tags")
        }
        guard let known = WordTag.read(record, count: tokens.count) else {
          return log.fail(
            place, found: record.canonicalText, expected: "pos, lemmas and features, one a token")
        }
        var reading = LabelledReading(text: text, words: tokens, intent: record["intent"]?.text)
        reading.tags = known.map { $0.pos?.rawValue ?? WordTag.blank }
        reading.lemmas = known.map { $0.lemma ?? WordTag.blank }
        reading.features = known.map { $0.features ?? WordTag.blank }
        for label in record["labels"]?.items ?? [] {
          if let task = label["task"]?.text { reading.tasks[task] = label["value"]?.text }
        }
        let count = text.unicodeScalars.count
        for entity in entities {
          guard let start = entity["start"]?.whole, let end = entity["end"]?.whole,
            let label = entity["label"]?.text, start >= 0, start < end, end <= count
          else {
            log.fail(place, found: entity.canonicalText, expected: "a stretch of “\(text)”")
            continue
          }
          reading.spans.append(
            .init(start, end, label, role: entity["role"]?.text, value: entity["value"]?.text))
        }
        if !tokens.isEmpty, let fault = Self.disagreement(reading, tokens, tags) {
          log.fail(place, found: fault, expected: "tags of the outermost entities")
        }
        log.add(TextReading(place: place, language: language, part: part, value: reading.json))
      }
    }
  }

  /// Where the tags say something else than the entities.
  private static func disagreement(_ reading: LabelledReading, _ tokens: [String], _ tags: [String])
    -> String?
  {
    var sentence = IOBSentence()
    for (token, tag) in zip(tokens, tags) { sentence.add(token, tag: tag) }
    if let fault = sentence.fault { return fault }
    // The words of a tagged stretch, spaces aside, are those of the entity.
    let scalars = Array((reading.text ?? "").unicodeScalars)
    var position = 0
    var tagged: [String] = []
    for span in sentence.spans { tagged.append(span.label + "=" + tokens[span.start..<span.end].joined()) }
    var said: [String] = []
    for span in reading.spans.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) })
    where span.start >= position {
      let words = scalars[span.start..<span.end].filter { !$0.properties.isWhitespace }
      said.append(span.label + "=" + String(String.UnicodeScalarView(words)))
      position = span.end
    }
    return tagged == said ? nil : tagged.joined(separator: ", ")
  }
}
