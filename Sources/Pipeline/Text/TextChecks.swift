package import Checks
import Diagnostics
import JSON

/// The invariants of texts, looked for in the lines as they are written: the labels are read back and compared with
/// the text by code that knows nothing of how they came about.
package struct TextChecks: Sendable {
  package static let spans = CheckRule(
    id: "text-01", name: "spans-lie-in-their-text",
    summary: "Every span is a stretch of its text, not empty, without spaces at its ends.", unit: "spans")
  package static let nesting = CheckRule(
    id: "text-02", name: "spans-nest", summary: "Two spans are disjoint, or one holds the other.",
    unit: "pairs")
  package static let words = CheckRule(
    id: "text-20", name: "words-make-up-the-text",
    summary: "Words and the spaces between them are all of the text; edges of spans are edges of words.",
    unit: "texts")
  package static let order = CheckRule(
    id: "text-12", name: "indices-are-in-order", summary: "Every sample stands once, in its place.",
    unit: "samples")

  private var findings: [(rule: CheckRule, finding: CheckFinding)] = [
    (spans, CheckFinding()), (nesting, CheckFinding()), (words, CheckFinding()), (order, CheckFinding()),
  ]

  package init() {}

  package var report: CheckReport { CheckReport(findings.map { .init($0.rule, $0.finding) }) }

  /// Looks at JSON Lines.
  ///
  /// - Parameter indices: which samples they should be.
  /// - Throws: `badInput` for what is no JSON.
  package mutating func examine(_ lines: [UInt8], name: String, indices: Range<Int>) throws {
    for i in findings.indices { findings[i].finding.applied += 1 }
    var expected = indices.lowerBound
    for line in lines.split(separator: UInt8(ascii: "\n")) {
      let record = try JSONValue.parse(line, file: name)
      findings[3].finding.expect(
        record["index"] == .integer(expected),
        Violation(
          sample: expected, found: record["index"]?.canonicalText ?? "no index", expected: "index \(expected)"
        ))
      if case .array(let texts)? = record["texts"] {
        for text in texts { examine(text, sample: expected) }
      }
      expected += 1
    }
    findings[3].finding.expect(
      expected == indices.upperBound,
      Violation(
        item: name, found: "\(expected - indices.lowerBound) samples", expected: "\(indices.count)"))
  }

  private mutating func examine(_ record: JSONValue, sample: Int) {
    guard case .string(let string)? = record["text"] else { return }
    let text = Array(string.unicodeScalars)
    var ranges: [Range<Int>] = []
    if case .array(let entities)? = record["entities"] {
      for entity in entities {
        let range = Self.range(entity["start"], entity["end"], in: text.count)
        let isSound = range.map { text[$0.lowerBound] != " " && text[$0.upperBound - 1] != " " } ?? false
        findings[0].finding.expect(
          isSound,
          Violation(sample: sample, found: entity.canonicalText, expected: "a stretch of “\(string)”"))
        if let range { ranges.append(range) }
      }
    }
    for (i, a) in ranges.enumerated() {
      for b in ranges[(i + 1)...] {
        let isNested = !a.overlaps(b) || a.clamped(to: b) == a || b.clamped(to: a) == b
        findings[1].finding.expect(
          isNested, Violation(sample: sample, found: "\(a) and \(b)", expected: "disjoint or nested"))
      }
    }
    findings[2].finding.expect(
      Self.wordsFit(record["tokens"], text, ranges),
      Violation(
        sample: sample, found: record["tokens"]?.canonicalText ?? "nothing", expected: "words of “\(string)”")
    )
  }

  private static func range(_ start: JSONValue?, _ end: JSONValue?, in count: Int) -> Range<Int>? {
    guard case .integer(let a)? = start, case .integer(let b)? = end, a >= 0, a < b, b <= count else {
      return nil
    }
    return a..<b
  }

  private static func wordsFit(_ tokens: JSONValue?, _ text: [Unicode.Scalar], _ spans: [Range<Int>]) -> Bool
  {
    guard case .array(let items)? = tokens else { return false }
    var position = 0
    var edges: Set<Int> = []
    for item in items {
      guard case .array(let ends) = item, ends.count == 2,
        let range = range(ends[0], ends[1], in: text.count), range.lowerBound >= position,
        text[position..<range.lowerBound].allSatisfy({ $0 == " " }), !text[range].contains(" ")
      else { return false }
      edges.insert(range.lowerBound)
      edges.insert(range.upperBound)
      position = range.upperBound
    }
    return text[position...].allSatisfy { $0 == " " }
      && spans.allSatisfy { edges.contains($0.lowerBound) && edges.contains($0.upperBound) }
  }
}
