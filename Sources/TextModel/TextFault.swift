/// Why spans and tokens do not fit a text.
package enum TextFault: Error, Sendable, Hashable, CustomStringConvertible {
  case emptySpan(TextSpan)
  /// A range that reaches beyond the text.
  case beyondText(Range<Int>, count: Int)
  /// Two spans overlap, and neither holds the other.
  case crossingSpans(TextSpan, TextSpan)
  case repeatedSpanID(Int)
  /// A span's edge between the scalars of one grapheme cluster: no reader could see it.
  case edgeInsideCluster(TextSpan)
  /// Tokens are empty, or not ascending and disjoint.
  case disorderedTokens(Range<Int>)
  /// An end of a relation is no span.
  case looseRelation(TextRelation)
  /// A slot that ends without having begun, or the other way round.
  case unbalancedSlots

  package var description: String {
    switch self {
    case .emptySpan(let span): "the span \(span.label) is empty"
    case .beyondText(let range, let count):
      "\(range.lowerBound)..<\(range.upperBound) reaches beyond the text's \(count) scalars"
    case .crossingSpans(let a, let b):
      "the spans \(a.label) at \(a.range) and \(b.label) at \(b.range) overlap, and neither holds the other"
    case .repeatedSpanID(let id): "two spans have the id \(id)"
    case .edgeInsideCluster(let span):
      "an edge of the span \(span.label) at \(span.range) splits a character: it begins or ends next to a "
        + "combining mark, joiner, or half of a flag"
    case .disorderedTokens(let range): "the token at \(range) is empty or overlaps the one before it"
    case .looseRelation(let relation):
      "the relation \(relation.name) ties spans \(relation.source) and \(relation.target), which are not both there"
    case .unbalancedSlots: "a slot begins and does not end, or ends and did not begin"
    }
  }
}

extension AnnotatedText {
  /// The first thing that is wrong; `nil` for every value that this module made.
  package var fault: TextFault? {
    var ids = Set<Int>()
    // Spans that hold the current one, outermost first.
    var open: [TextSpan] = []
    for span in spans {
      guard !span.range.isEmpty else { return .emptySpan(span) }
      guard span.range.lowerBound >= 0, span.range.upperBound <= scalars.count else {
        return .beyondText(span.range, count: scalars.count)
      }
      guard ids.insert(span.id).inserted else { return .repeatedSpanID(span.id) }
      while let last = open.last, last.range.upperBound <= span.range.lowerBound { open.removeLast() }
      if let last = open.last, span.range.upperBound > last.range.upperBound {
        return .crossingSpans(last, span)
      }
      open.append(span)
    }
    if let relation = relations.first(where: { !ids.contains($0.source) || !ids.contains($0.target) }) {
      return .looseRelation(relation)
    }
    if let span = spanWithEdgeInsideCluster { return .edgeInsideCluster(span) }
    var end = 0
    for token in tokens {
      guard token.range.upperBound <= scalars.count else {
        return .beyondText(token.range, count: scalars.count)
      }
      guard token.range.lowerBound >= end, !token.range.isEmpty else { return .disorderedTokens(token.range) }
      end = token.range.upperBound
    }
    return nil
  }

  /// The first span of which a grapheme unit could not name both edges.
  var spanWithEdgeInsideCluster: TextSpan? {
    spans.first {
      !GraphemeBoundaries.isBoundary($0.range.lowerBound, in: scalars)
        || !GraphemeBoundaries.isBoundary($0.range.upperBound, in: scalars)
    }
  }
}
