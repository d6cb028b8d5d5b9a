package import Diagnostics
import JSON
import TextModel

/// Snips NLU: a dataset a file, utterances by intent as chunks of text, entities with their values and synonyms. Chunks
/// need no positions.
package struct SnipsFormat: LabelledTextFormat {
  package let name = "snips"
  package let summary = "Snips NLU JSON: utterances in chunks by intent, entities with synonyms"
  package let positions = "none: chunks of text"
  package let holds: TextHolding = [.text, .intent, .roles, .groups]
  package func separator(in file: String) -> String { ",\n" }

  /// Those that snips-nlu has resources for.
  private static let known: Set<String> = ["de", "en", "es", "fr", "it", "ja", "ko", "pt_br", "pt_pt"]

  package init() {}

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      if !Self.known.contains(placed.text.language) {
        notes.note("texts in \(placed.text.language), for which snips-nlu itself has no resources")
      }
      guard !item.intent.isEmpty else {
        throw refusal(of: placed.text, "it has no intent", remedy: "Leave the format out.")
      }
      var chunks: [JSONValue] = []
      var position = 0
      func plain(upTo end: Int) {
        if position < end { chunks.append(.object([("text", .string(item.text.surface(position..<end)))])) }
        position = end
      }
      for span in item.outermost(&notes) {
        plain(upTo: span.range.lowerBound)
        chunks.append(
          .object([
            ("text", .string(item.surface(span))), ("entity", .string(span.label)),
            ("slot_name", .string(Self.slotName(span.label, span.role))),
          ]))
        position = span.range.upperBound
      }
      plain(upTo: item.text.scalars.count)
      out.append(
        TextFormatEntry(
          file: TextFileName.file(placed, ".json"), section: item.intent,
          JSONValue.object([("data", .array(chunks))]).line))
    }
    return out
  }

  /// One slot has one entity, whatever roles are called.
  private static func slotName(_ label: String, _ role: String?) -> String {
    role.map { "\(label).\($0)" } ?? label
  }

  package func opening(of file: String, _ facts: TextFacts) -> String {
    "{\"language\": \(JSONValue.string(TextFileName.place(of: file).language).line), \"intents\": {\n"
  }

  package func heading(of section: String, in file: String, isFirst: Bool, _ facts: TextFacts) -> String {
    (isFirst ? "" : "\n]},\n") + "\(JSONValue.string(section).line): {\"utterances\": [\n"
  }

  package func closing(of file: String, _ facts: TextFacts) -> String {
    let vocabulary = facts[TextFileName.place(of: file).language]
    let entities = vocabulary.labels.map { label -> (String, JSONValue) in
      // A surface is a synonym of one value only.
      var taken = Set<String>()
      let values = (vocabulary.surfaces[label] ?? [:]).sorted { $0.key < $1.key }.compactMap {
        value, surfaces -> JSONValue? in
        let synonyms = surfaces.sorted().filter { taken.insert($0).inserted }
        return synonyms.isEmpty
          ? nil : .object([("value", .string(value)), ("synonyms", .array(synonyms.map { .string($0) }))])
      }
      return (
        label,
        .object([
          ("data", .array(values)), ("use_synonyms", true), ("automatically_extensible", true),
          ("matching_strictness", .integer(1)),
        ])
      )
    }
    return "\n]}\n},\n\"entities\": " + JSONValue.object(entities).line + "}\n"
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".json", of: name) {
      let (language, part) = TextFileName.place(of: path)
      let dataset = try folder.document(path)
      guard let intents = dataset["intents"]?.members, let entities = dataset["entities"]?.members,
        dataset["language"]?.text != nil
      else {
        log.fail(path, found: "another document", expected: "language, intents and entities")
        continue
      }
      let known = Set(entities.map(\.key))
      for intent in intents {
        var slots: [String: String] = [:]
        for (number, utterance) in (intent.value["utterances"]?.items ?? []).enumerated() {
          let place = "\(path): \(intent.key)[\(number)]"
          var text = ""
          var spans: [LabelledReading.Span] = []
          for chunk in utterance["data"]?.items ?? [] {
            let start = text.unicodeScalars.count
            text += chunk["text"]?.text ?? ""
            guard let entity = chunk["entity"]?.text, let slot = chunk["slot_name"]?.text else { continue }
            // What Snips itself refuses: an entity that is not defined, a slot of two entities.
            if !known.contains(entity) || slots[slot, default: entity] != entity
              || start == text.unicodeScalars.count
            {
              log.fail(place, found: chunk.canonicalText, expected: "a defined entity, one a slot, with text")
            }
            slots[slot] = entity
            let role = slot.hasPrefix(entity + ".") ? String(slot.dropFirst(entity.count + 1)) : nil
            spans.append(.init(start, text.unicodeScalars.count, entity, role: role))
          }
          log.add(
            TextReading(
              place: place, language: language, part: part, group: intent.key,
              value: LabelledReading(text: text, intent: intent.key, spans: spans).json))
        }
      }
    }
  }
}
