/// A text with its labels. Every offset in it counts Unicode scalars.
///
/// It is whole at any time (`TextFault` says what that means), because there are three ways to one only: `init`,
/// which checks; `TextRealiser`, which makes texts from the pieces of a template; and `applying`, which edits text,
/// spans and tokens together.
package struct AnnotatedText: Sendable, Hashable {
  package internal(set) var scalars: [Unicode.Scalar]
  /// Outer before inner, left before right (`TextSpan.isOrdered`); any two are disjoint or one holds the other.
  /// Edges are boundaries of grapheme clusters, so that every `OffsetUnit` can name them.
  package internal(set) var spans: [TextSpan]
  /// From left to right, disjoint; empty where the text has no segmentation.
  package internal(set) var tokens: [TextToken]
  /// What ties spans; both ends are spans of the text.
  package internal(set) var relations: [TextRelation] = []
  /// Labels of the whole, one a task.
  package var labels: [TextLabel]
  /// BCP 47, `zh-CN`, `en-US`.
  package var language: String
  package var provenance: TextProvenance

  /// - Throws: what is wrong with the spans, tokens or relations; spans may come in any order.
  package init(
    scalars: [Unicode.Scalar], spans: [TextSpan] = [], tokens: [TextToken] = [],
    relations: [TextRelation] = [], labels: [TextLabel] = [], language: String = "",
    provenance: TextProvenance = TextProvenance()
  ) throws(TextFault) {
    self.init(
      unchecked: scalars, spans: spans.sorted(by: TextSpan.isOrdered), tokens: tokens, labels: labels,
      language: language, provenance: provenance)
    self.relations = relations
    if let fault { throw fault }
  }

  /// A plain text without spans.
  package init(_ text: String, language: String = "", labels: [TextLabel] = []) {
    self.init(
      unchecked: Array(text.unicodeScalars), spans: [], tokens: [], labels: labels, language: language,
      provenance: TextProvenance())
  }

  init(
    unchecked scalars: [Unicode.Scalar], spans: [TextSpan], tokens: [TextToken], labels: [TextLabel],
    language: String, provenance: TextProvenance
  ) {
    self.scalars = scalars
    self.spans = spans
    self.tokens = tokens
    self.labels = labels
    self.language = language
    self.provenance = provenance
  }

  /// The text, bit for bit.
  package var string: String { GraphemeBoundaries.string(scalars) }

  /// Appends the text's bytes.
  package func appendUTF8(to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + scalars.count)
    for scalar in scalars { scalar.encodeUTF8 { bytes.append($0) } }
  }

  /// What stands in `range`, cut to the text.
  package func surface(_ range: Range<Int>) -> String {
    GraphemeBoundaries.string(scalars[range.clamped(to: 0..<scalars.count)])
  }

  package func surface(of span: TextSpan) -> String { surface(span.range) }

  /// The label of a task.
  package func label(_ task: String) -> String? { labels.first { $0.task == task }?.value }

  /// Sets the label of a task.
  package mutating func setLabel(_ task: String, _ value: String) {
    if let i = labels.firstIndex(where: { $0.task == task }) {
      labels[i].value = value
    } else {
      labels.append(TextLabel(task, value))
    }
  }

  /// The spans' ranges in a unit, in the order of `spans`.
  package func ranges(in unit: OffsetUnit) -> [Range<Int>] {
    if unit == .scalar { return spans.map(\.range) }
    let table = OffsetTable(scalars)
    // Edges are cluster boundaries, so none is missing.
    return spans.map { table.range($0.range, in: unit) ?? 0..<0 }
  }
}
