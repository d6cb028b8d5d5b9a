package import Diagnostics
import JSON
import TextModel

/// Sentences about people beside their twins, JSON Lines: for training and testing what hides personal data. Each of `text`,
/// `masked`, `tagged` and `pseudonym` (those that the recipe makes) is an object of `text` and `entities` in code points.
package struct PeopleTwinsFormat: TextFormat {
  package let name = "twins"
  package let summary = "sentences about people beside their masked, tagged and pseudonymised twins"
  package let positions = "code points"
  package let content = TextContent.people
  package let holds: TextHolding = [.text, .values]

  package init() {}

  package func entries(for texts: [PlacedText], _ notes: inout TextNotes) throws(DioramaError)
    -> [TextFormatEntry]
  {
    var out: [TextFormatEntry] = []
    for placed in texts {
      guard placed.text.content == .people, let text = placed.labelled else {
        throw contentMismatch(placed.text.content)
      }
      guard !placed.text.twins.isEmpty else {
        throw refusal(
          of: placed.text, "it has no twins",
          remedy: "Ask for them in the recipe: twins: [masked, tagged, pseudonym].")
      }
      let record = Self.record(placed.text, text)
      out.append(TextFormatEntry(file: TextFileName.file(placed, ".jsonl"), record.line + "\n"))
    }
    return out
  }

  private static func record(_ native: NativeText, _ text: AnnotatedText) -> JSONValue {
    let locale = native.fields.first { $0.kind == "locale" }?.value ?? native.language
    return .object(
      [("sample", .integer(native.index)), ("locale", .string(locale)), ("text", said(text))]
        + native.twins.map { ($0.kind, said($0.text)) })
  }

  private static func said(_ text: AnnotatedText) -> JSONValue {
    .object([
      ("text", .string(text.string)),
      (
        "entities",
        .array(
          text.spans.map { span in
            .object([
              ("label", .string(span.label)), ("start", .integer(span.range.lowerBound)),
              ("end", .integer(span.range.upperBound)),
              ("value", .string(span.value ?? text.surface(of: span))),
            ])
          })
      ),
    ])
  }

  package func read(_ folder: TextFolder, _ log: TextReadingLog) throws(DioramaError) {
    for path in try folder.someFiles(endingIn: ".jsonl", of: name) {
      let (language, part) = TextFileName.place(of: path)
      try folder.forEachJSONLine(of: path) { place, record throws(DioramaError) in
        guard let members = record.members, record["sample"]?.whole != nil, record["locale"]?.text != nil,
          members.count > 3
        else {
          return log.fail(place, found: record.canonicalText, expected: "sample, locale, text and its twins")
        }
        for member in members.dropFirst(2) {
          if let fault = Self.fault(member.value) {
            return log.fail(place, found: member.key + ": " + fault, expected: "a text and stretches of it")
          }
        }
        log.add(TextReading(place: place, language: language, part: part, value: record))
      }
    }
  }

  /// What is wrong with a text and its entities.
  private static func fault(_ said: JSONValue) -> String? {
    guard let text = said["text"]?.text, let entities = said["entities"]?.items else {
      return said.canonicalText
    }
    let count = text.unicodeScalars.count
    let odd = entities.first { entity in
      guard let start = entity["start"]?.whole, let end = entity["end"]?.whole, entity["label"]?.text != nil,
        entity["value"]?.text != nil
      else { return true }
      return start < 0 || start >= end || end > count
    }
    return odd?.canonicalText
  }

  package func expected(of placed: PlacedText) -> [TextReading] {
    guard placed.text.content == .people, let text = placed.labelled else { return [] }
    return [
      TextReading(
        language: placed.text.language, part: placed.part.rawValue, value: Self.record(placed.text, text))
    ]
  }
}
