/// One replacement in a text; an empty range inserts, an empty replacement deletes.
package struct TextEdit: Sendable, Hashable {
  /// Scalars that go.
  package var range: Range<Int>
  /// What comes in their place, bit for bit.
  package var replacement: String
  /// The name of the operation, `keyboard-typo`.
  package var operation: String
  /// Why here and why this, in a word or two: `neighbour`, `homophone`.
  package var reason: String
  /// The new canonical value of spans that are replaced as a whole; `nil` leaves it, as noise does.
  package var value: String?
  /// Words of the replacement, at ranges within it, where the edit rewords whole words; `nil` for noise, of which
  /// a word bears any amount and stays the same word.
  package var tokens: [TextToken]?

  package init(
    _ range: Range<Int>, _ replacement: String, operation: String, reason: String = "", value: String? = nil,
    tokens: [TextToken]? = nil
  ) {
    self.range = range
    self.replacement = replacement
    self.operation = operation
    self.reason = reason
    self.value = value
    self.tokens = tokens
  }

  /// From left to right; an insertion before what begins at its place.
  static func isOrdered(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound != b.lowerBound ? a.lowerBound < b.lowerBound : a.upperBound < b.upperBound
  }
}

/// Why edits cannot be applied. Nothing has changed then.
package enum EditRejection: Error, Sendable, Hashable, CustomStringConvertible {
  case beyondText(Range<Int>, count: Int)
  /// Two edits touch the same scalars, or insert at the same place.
  case overlapping(Range<Int>, Range<Int>)
  /// An edit lies partly inside of a span and partly outside.
  case crossesSpan(Range<Int>, TextSpan)
  case isProtected(Range<Int>, TextSpan)
  /// Nothing of the span would be left, and the operation may not change labels.
  case deletesSpan(TextSpan)
  /// A span's edge would end up inside of a character (`TextFault.edgeInsideCluster`).
  case splitsCharacter(TextSpan)

  package var description: String {
    switch self {
    case .beyondText(let range, let count): "an edit of \(range) in a text of \(count) scalars"
    case .overlapping(let a, let b): "edits of \(a) and \(b) overlap"
    case .crossesSpan(let range, let span):
      "an edit of \(range) crosses an edge of \(span.label) at \(span.range)"
    case .isProtected(let range, let span):
      "an edit of \(range) touches \(span.label) at \(span.range), protected"
    case .deletesSpan(let span): "\(span.label) at \(span.range) would be deleted"
    case .splitsCharacter(let span):
      "an edge of \(span.label), then at \(span.range), would split a character"
    }
  }
}
