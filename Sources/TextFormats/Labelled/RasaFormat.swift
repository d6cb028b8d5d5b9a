package import Diagnostics
import JSON
import TextModel

/// Rasa NLU 3: `nlu.yml` with examples by intent, entities in brackets with role and value; `domain.yml` with intents,
/// entities and roles.
///
/// Rasa's brackets have no escape. What they cannot say to the letter (a bracket in the text, a line break, a space at
/// its end, a brace in a value) stands in `nlu.json` beside it, Rasa's form with positions; Rasa reads the folder.
package struct RasaFormat: LabelledTextFormat {
  package let name = "rasa"
  package let summary = "Rasa NLU 3 YAML: examples by intent, entities with roles and values, domain.yml"
  package let positions = "brackets in the text; code points in nlu.json"
  package let holds: TextHolding = [.text, .intent, .roles, .values, .groups]

  package init() {}

  package func separator(in file: String) -> String { file.hasSuffix(".json") ? ",\n" : "" }

  package func opening(of file: String, _ facts: TextFacts) -> String {
    file.hasSuffix(".json") ? "{\"rasa_nlu_data\": {\"common_examples\": [\n" : "version: \"3.1\"\nnlu:\n"
  }

  package func heading(of section: String, in file: String, isFirst: Bool, _ facts: TextFacts) -> String {
    file.hasSuffix(".json") ? "" : "- intent: \(Self.scalar(section))\n  examples: |\n"
  }

  package func closing(of file: String, _ facts: TextFacts) -> String {
    file.hasSuffix(".json") ? "\n]}}\n" : ""
  }

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      let item = try labelled(placed)
      let spans = item.outermost(&notes)
      guard !item.intent.isEmpty, !item.intent.contains("/") else {
        throw refusal(
          of: placed.text,
          item.intent.isEmpty
            ? "it has no intent"
            : "the / in its intent \(item.intent) would make it one of Rasa's retrieval intents",
          remedy: item.intent.isEmpty
            ? "Leave the format out." : "Name the intent without /, or leave the format out.")
      }
      if let example = RasaExample.written(item, spans) {
        out.append(
          TextFormatEntry(
            file: TextFileName.file(placed, "/nlu.yml"), section: item.intent, "    - \(example)\n"))
      } else {
        notes.note("texts stand in nlu.json: Rasa's brackets have no escape for what is in them")
        out.append(
          TextFormatEntry(file: TextFileName.file(placed, "/nlu.json"), Self.record(item, spans).line))
      }
    }
    return out
  }

  private static func record(_ item: LabelledText, _ spans: [TextSpan]) -> JSONValue {
    .object([
      ("text", .string(item.string)), ("intent", .string(item.intent)),
      (
        "entities",
        .array(
          spans.map { span in
            .object(
              [
                ("start", .integer(span.range.lowerBound)), ("end", .integer(span.range.upperBound)),
                ("value", .string(item.value(span))), ("entity", .string(span.label)),
              ] + (span.role.map { [("role", .string($0))] } ?? []))
          })
      ),
    ])
  }

  package func companions(_ facts: TextFacts) -> [(path: String, text: String)] {
    facts.languages.map { language in
      let vocabulary = facts[language]
      var lines = ["version: \"3.1\"", "intents:"]
      lines += vocabulary.values(of: "intent").map { "- " + Self.scalar($0) }
      lines.append(vocabulary.labels.isEmpty ? "entities: []" : "entities:")
      for label in vocabulary.labels {
        let roles = vocabulary.roles[label, default: []].sorted()
        lines.append("- " + Self.scalar(label) + (roles.isEmpty ? "" : ":"))
        if !roles.isEmpty { lines += ["    roles:"] + roles.map { "    - " + Self.scalar($0) } }
      }
      return ("\(language)/domain.yml", lines.joined(separator: "\n") + "\n")
    }
  }

  /// A name as YAML takes it: plain where nobody could take it for anything else, else in double quotes.
  private static func scalar(_ text: String) -> String {
    let bytes = text.utf8
    let isPlain =
      bytes.first.map { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F } ?? false
      && bytes.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
      }
    let isWord = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(text.lowercased())
    return isPlain && !isWord ? text : JSONValue.string(text).line
  }

  package func expected(of placed: PlacedText) -> [TextReading] {
    guard let item = try? labelled(placed) else { return [] }
    let isWritten = RasaExample.written(item, item.text.outermostSpans) != nil
    return [
      TextReading(
        language: placed.text.language, part: placed.part.rawValue,
        group: isWritten ? item.intent : Self.positioned,
        value: LabelledReading(item.text, holding: holds).json)
    ]
  }

  /// The group of texts in `nlu.json`.
  static let positioned = "with positions"

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    let paths = try folder.someFiles(endingIn: "nlu.yml", "nlu.yaml", "nlu.json", of: name)
    for path in paths {
      let (language, part) = TextFileName.place(of: path, folders: true)
      func take(_ reading: LabelledReading, _ group: String, _ place: String) {
        log.add(
          TextReading(place: place, language: language, part: part, group: group, value: reading.json))
      }
      if path.hasSuffix(".json") {
        try readPositions(path, folder, log, take)
      } else {
        try readExamples(path, folder, log, take)
      }
    }
  }

  private func readPositions(
    _ path: String, _ folder: TextFolder, _ log: TextReadingLog,
    _ take: (LabelledReading, String, String) -> Void
  ) throws(DioramaError) {
    let examples = try folder.document(path)["rasa_nlu_data"]?["common_examples"]?.items ?? []
    for (number, example) in examples.enumerated() {
      let place = "\(path)[\(number)]"
      guard let text = example["text"]?.text, let intent = example["intent"]?.text else {
        log.fail(place, found: example.canonicalText, expected: "text and intent")
        continue
      }
      let count = text.unicodeScalars.count
      var reading = LabelledReading(text: text, intent: intent)
      for entity in example["entities"]?.items ?? [] {
        guard let start = entity["start"]?.whole, let end = entity["end"]?.whole, start >= 0, start < end,
          end <= count, let label = entity["entity"]?.text
        else {
          log.fail(place, found: entity.canonicalText, expected: "a stretch of “\(text)”")
          continue
        }
        reading.spans.append(
          .init(start, end, label, role: entity["role"]?.text, value: entity["value"]?.text))
      }
      take(reading, Self.positioned, place)
    }
  }

  /// Reads the block form that nearly all Rasa files have: `- intent:`, `examples: |`, a line an example.
  private func readExamples(
    _ path: String, _ folder: TextFolder, _ log: TextReadingLog,
    _ take: (LabelledReading, String, String) -> Void
  ) throws(DioramaError) {
    var intent: String?
    var block: Int?
    try folder.forEachLine(of: path) { number, line throws(DioramaError) in
      let content = line.drop { $0 == " " }
      let indent = line.count - content.count
      guard !content.isEmpty else { return }
      if let outer = block, indent > outer {
        guard let intent else { return }
        let place = "\(path):\(number)"
        guard content.hasPrefix("-") else {
          return log.fail(place, found: line, expected: "- and an example")
        }
        let written = String(content.dropFirst()).trimmingSpaces
        guard var reading = RasaExample.reading(written) else {
          return log.fail(place, found: line, expected: "entities as [words]{\"entity\": …} or [words](…)")
        }
        reading.intent = intent
        take(reading, intent, place)
        return
      }
      block = nil
      if content.hasPrefix("- intent:") {
        intent = Self.name(content.dropFirst(9))
      } else if content.hasPrefix("- ") {
        intent = nil
      } else if content.hasPrefix("examples:") {
        block = indent
        if content.dropFirst(9).drop(while: { $0 == " " }).first != "|" {
          log.fail("\(path):\(number)", found: line, expected: "examples: |")
        }
      }
    }
  }

  /// A plain or double-quoted scalar.
  private static func name(_ text: Substring) -> String {
    let text = String(text).trimmingSpaces
    guard text.hasPrefix("\""), let value = try? JSONValue.parse(Array(text.utf8)[...], file: "")
    else { return text }
    return value.text ?? text
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmingSpaces: String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
