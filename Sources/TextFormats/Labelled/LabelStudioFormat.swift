package import Diagnostics
import JSON
import TextModel

/// Label Studio tasks: data with annotations, spans in UTF-16 code units as its browser counts them, the intent and
/// further labels as choices; role and value in a region's notes, relations as results, `coreference` from one mention of a
/// thing to the next. `config.xml` is the labelling interface.
package struct LabelStudioFormat: LabelledTextFormat {
  package let name = "label-studio"
  package let summary = "Label Studio tasks with annotations, and the labelling interface"
  package let positions = "UTF-16 code units"
  package let holds: TextHolding = [.text, .intent, .tasks, .nested, .roles, .values, .relations]
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
      var result: [JSONValue] = []
      for (number, (span, range)) in zip(item.text.spans, item.text.ranges(in: .utf16)).enumerated() {
        let notes =
          (span.role.map { ["role=" + $0] } ?? []) + ["value=" + item.value(span)]
          + (span.isMention ? ["mention=true"] : [])
        result.append(
          .object([
            ("id", .string("s\(number)")), ("from_name", "label"), ("to_name", "text"), ("type", "labels"),
            (
              "value",
              .object([
                ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)),
                ("text", .string(item.surface(span))), ("labels", [.string(span.label)]),
              ])
            ), ("meta", ["text": .array(notes.map { .string($0) })]),
          ]))
      }
      for tie in SpanTie.list(of: item.text) {
        result.append(
          .object([
            ("from_id", .string("s\(tie.source)")), ("to_id", .string("s\(tie.target)")),
            ("type", "relation"),
            ("direction", .string(tie.isCoreference ? "bi" : "right")), ("labels", [.string(tie.name)]),
          ]))
      }
      for (number, label) in item.text.labels.enumerated() {
        result.append(
          .object([
            ("id", .string("c\(number)")), ("from_name", .string(label.task)), ("to_name", "text"),
            ("type", "choices"), ("value", ["choices": [.string(label.value)]]),
          ]))
      }
      let task: JSONValue = .object([
        (
          "data",
          .object([
            ("text", .string(item.string)), ("language", .string(placed.text.language)),
            ("sample", .integer(placed.text.index)),
          ])
        ), ("annotations", [.object([("ground_truth", true), ("result", .array(result))])]),
      ])
      out.append(TextFormatEntry(file: TextFileName.file(placed, ".json"), task.line))
    }
    return out
  }

  package func companions(_ facts: TextFacts) -> [(path: String, text: String)] {
    facts.languages.map { language in
      let vocabulary = facts[language]
      var lines = [
        "<View>", "  <Text name=\"text\" value=\"$text\"/>", "  <Labels name=\"label\" toName=\"text\">",
      ]
      lines += vocabulary.labels.map { "    <Label value=\"\(Self.escaped($0))\"/>" }
      lines.append("  </Labels>")
      let ties = vocabulary.relations.keys.sorted() + (vocabulary.hasChains ? [SpanTie.coreference] : [])
      if !ties.isEmpty {
        lines.append("  <Relations>")
        lines += ties.map { "    <Relation value=\"\(Self.escaped($0))\"/>" }
        lines.append("  </Relations>")
      }
      for task in vocabulary.tasks.keys.sorted() {
        lines.append("  <Choices name=\"\(Self.escaped(task))\" toName=\"text\" choice=\"single\">")
        lines += vocabulary.values(of: task).map { "    <Choice value=\"\(Self.escaped($0))\"/>" }
        lines.append("  </Choices>")
      }
      return ("\(language)/config.xml", (lines + ["</View>", ""]).joined(separator: "\n"))
    }
  }

  /// As an attribute's value takes it (XML 1.0 §2.4).
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".json", of: name) {
      let (language, part) = TextFileName.place(of: path)
      guard let tasks = try folder.document(path).items else {
        log.fail(path, found: "no list", expected: "a list of tasks")
        continue
      }
      for (number, task) in tasks.enumerated() {
        let place = "\(path)[\(number)]"
        let results =
          (task["annotations"]?.items ?? task["predictions"]?.items)?.first?["result"]?.items
        guard let text = task["data"]?["text"]?.text, let results else {
          log.fail(place, found: task.canonicalText, expected: "data.text and a result")
          continue
        }
        log.add(
          TextReading(
            place: place, language: language, part: part, value: Self.reading(text, results, place, log).json)
        )
      }
    }
  }

  private static func reading(_ text: String, _ results: [JSONValue], _ place: String, _ log: TextReadingLog)
    -> LabelledReading
  {
    let scalars = Array(text.unicodeScalars)
    let table = OffsetTable(scalars)
    var reading = LabelledReading(text: text)
    var numbers: [String: Int] = [:]
    var ties: [SpanTie] = []
    for result in results {
      if result["type"]?.text == "relation" { continue }
      let value = result["value"]
      if result["type"]?.text == "choices", let task = result["from_name"]?.text,
        let choice = value?["choices"]?.items?.first?.text
      {
        if task == "intent" { reading.intent = choice } else { reading.tasks[task] = choice }
        continue
      }
      guard result["type"]?.text == "labels", let label = value?["labels"]?.items?.first?.text,
        let start = value?["start"]?.whole.flatMap({ table.scalar(at: $0, in: .utf16) }),
        let end = value?["end"]?.whole.flatMap({ table.scalar(at: $0, in: .utf16) }), start < end,
        value?["text"]?.text.map({ $0.unicodeScalars.elementsEqual(scalars[start..<end]) }) ?? true
      else {
        log.fail(place, found: result.canonicalText, expected: "a stretch of “\(text)” in UTF-16 code units")
        continue
      }
      var span = LabelledReading.Span(start, end, label)
      for note in result["meta"]?["text"]?.items ?? [] {
        guard let note = note.text else { continue }
        if note.hasPrefix("role=") { span.role = String(note.dropFirst(5)) }
        if note.hasPrefix("value=") { span.value = String(note.dropFirst(6)) }
      }
      if let id = result["id"]?.text { numbers[id] = reading.spans.count }
      reading.spans.append(span)
    }
    for result in results where result["type"]?.text == "relation" {
      guard let name = result["labels"]?.items?.first?.text,
        let source = result["from_id"]?.text.flatMap({ numbers[$0] }),
        let target = result["to_id"]?.text.flatMap({ numbers[$0] })
      else {
        log.fail(place, found: result.canonicalText, expected: "a label and two regions")
        continue
      }
      ties.append(SpanTie(name, source, target))
    }
    SpanTie.add(ties, to: &reading)
    return reading
  }
}
