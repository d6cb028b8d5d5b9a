package import Checks
package import JSON
import Language
import TextModel

/// What a format says of one text, in one form for all formats.
package struct TextReading: Sendable, Hashable {
  /// File and line, or file and number.
  package var place: String
  package var language: String
  package var part: String
  /// What texts of a file are grouped by; empty where they are not.
  package var group: String
  /// What is said.
  package var value: JSONValue

  package init(place: String = "", language: String, part: String, group: String = "", value: JSONValue) {
    self.place = place
    self.language = language
    self.part = part
    self.group = group
    self.value = value
  }

  /// Where it belongs: texts of one key are compared in order.
  package var key: String { [language, part, group].joined(separator: "\u{0}") }

  /// Of `value`, 64 bits of FNV-1a.
  package var digest: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in value.canonicalText.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// What a format says of a labelled sentence.
package struct LabelledReading: Sendable, Hashable {
  package struct Span: Sendable, Hashable {
    /// In scalars of the text; in words where there is no text.
    package var start: Int
    package var end: Int
    package var label: String
    package var role: String?
    package var value: String?

    package init(_ start: Int, _ end: Int, _ label: String, role: String? = nil, value: String? = nil) {
      self.start = start
      self.end = end
      self.label = label
      self.role = role
      self.value = value
    }
  }

  /// What ties two spans, by their numbers in `spans`.
  package struct Relation: Sendable, Hashable {
    package var name: String
    package var source: Int
    package var target: Int

    package init(_ name: String, _ source: Int, _ target: Int) {
      (self.name, self.source, self.target) = (name, source, target)
    }
  }

  package var text: String?
  package var words: [String]?
  /// Parts of speech, lemmas and features, one a word, `_` for what is not known.
  package var tags: [String]?
  package var lemmas: [String]?
  package var features: [String]?
  package var intent: String?
  /// Labels of further tasks.
  package var tasks: [String: String] = [:]
  package var spans: [Span] = []
  package var relations: [Relation] = []
  /// Spans that speak of one thing, by their numbers.
  package var chains: [[Int]] = []

  package init(text: String? = nil, words: [String]? = nil, intent: String? = nil, spans: [Span] = []) {
    self.text = text
    self.words = words
    self.intent = intent
    self.spans = spans
  }

  /// In the one form that is compared: spans outer before inner, then by label and role.
  package var json: JSONValue {
    let order = spans.indices.sorted { i, j in
      let (a, b) = (spans[i], spans[j])
      if a.start != b.start { return a.start < b.start }
      if a.end != b.end { return a.end > b.end }
      return (a.label, a.role ?? "") < (b.label, b.role ?? "")
    }
    let ordered = order.map { spans[$0] }
    // Where each span stands now.
    var place = [Int](repeating: 0, count: spans.count)
    for (position, number) in order.enumerated() { place[number] = position }
    var members: [(String, JSONValue)] = []
    if let text { members.append(("text", .string(text))) }
    if let words { members.append(("words", .array(words.map { .string($0) }))) }
    for (name, list) in [("pos", tags), ("lemmas", lemmas), ("features", features)] {
      if let list { members.append((name, .array(list.map { .string($0) }))) }
    }
    if let intent { members.append(("intent", .string(intent))) }
    if !tasks.isEmpty {
      members.append(("tasks", .object(tasks.keys.sorted().map { ($0, .string(tasks[$0] ?? "")) })))
    }
    members.append(
      (
        "spans",
        .array(
          ordered.map { span in
            .object(
              [("start", .integer(span.start)), ("end", .integer(span.end)), ("label", .string(span.label))]
                + (span.role.map { [("role", .string($0))] } ?? [])
                + (span.value.map { [("value", .string($0))] } ?? []))
          })
      ))
    let ties = SpanTies.members(
      chains: chains.map { $0.compactMap { place.indices.contains($0) ? place[$0] : nil }.sorted() }
        .sorted { $0.lexicographicallyPrecedes($1) },
      relations: relations.filter { place.indices.contains($0.source) && place.indices.contains($0.target) }
        .map { ($0.name, place[$0.source], place[$0.target]) }
        .sorted { ($0.1, $0.2, $0.0) < ($1.1, $1.2, $1.0) })
    return .object(members + ties.map { ($0.key, $0.value) })
  }
}

/// Takes what is read, text by text.
package final class TextReadingLog {
  package var finding = CheckFinding()
  private let take: (TextReading) -> Void

  package init(_ take: @escaping (TextReading) -> Void = { _ in }) {
    finding.applied = 1
    self.take = take
  }

  /// A text that was read.
  package func add(_ reading: TextReading) {
    finding.pass(1)
    take(reading)
  }

  /// A text that the format does not allow.
  package func fail(_ place: String, found: String, expected: String) {
    finding.expect(false, Violation(item: place, found: String(found.prefix(200)), expected: expected))
  }
}
