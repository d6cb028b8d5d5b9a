extension AnnotatedText {
  /// The text with some edits carried out at once: scalars, spans and tokens in one pass from left to right.
  ///
  /// Spans: an edit inside of a span resizes it; one that crosses an edge is rejected; what is inserted at an edge
  /// stays outside; nothing touches a protected span.
  ///
  /// Relations stay with their spans and go with them; a span that is given another value leaves its chain.
  ///
  /// - Parameters:
  ///   - edits: in any order, of this text, disjoint; one insertion a place at most.
  ///   - deletingSpans: whether spans may vanish with their last scalar; only for operations that declare another
  ///     label.
  package func applying(_ edits: [TextEdit], deletingSpans: Bool = false) throws(EditRejection) -> Revision {
    let edits = try ordered(edits)
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(self.scalars.count + 8 * edits.count)
    var changes: [Alignment.Change] = []
    changes.reserveCapacity(edits.count)
    var position = 0
    for edit in edits {
      scalars += self.scalars[position..<edit.range.lowerBound]
      let start = scalars.count
      for scalar in edit.replacement.unicodeScalars { scalars.append(scalar) }
      changes.append(Alignment.Change(edit.range, start..<scalars.count))
      position = edit.range.upperBound
    }
    scalars += self.scalars[position...]
    let alignment = Alignment(changes: changes, sourceCount: self.scalars.count)
    var text = self
    text.scalars = scalars
    if !spans.isEmpty {
      text.spans = try spans(after: edits, alignment, deletingSpans: deletingSpans)
      if !relations.isEmpty, text.spans.count < spans.count {
        let left = Set(text.spans.map(\.id))
        text.relations.removeAll { !left.contains($0.source) || !left.contains($0.target) }
      }
      if let span = text.spanWithEdgeInsideCluster { throw .splitsCharacter(span) }
    }
    if !tokens.isEmpty { text.tokens = tokens(after: edits, alignment, in: scalars) }
    return Revision(text: text, edits: edits, alignment: alignment, before: self.scalars)
  }

  /// Edits from left to right, known to be within the text and apart.
  private func ordered(_ edits: [TextEdit]) throws(EditRejection) -> [TextEdit] {
    var edits = edits
    if edits.indices.dropFirst().contains(where: { !TextEdit.isOrdered(edits[$0 - 1].range, edits[$0].range) }
    ) {
      edits.sort { TextEdit.isOrdered($0.range, $1.range) }
    }
    var previous: Range<Int>?
    for i in edits.indices {
      let range = edits[i].range
      guard range.lowerBound >= 0, range.upperBound <= scalars.count else {
        throw .beyondText(range, count: scalars.count)
      }
      if let previous, range.lowerBound < previous.upperBound || range == previous {
        throw .overlapping(previous, range)
      }
      previous = range
    }
    return edits
  }

  private func spans(
    after edits: [TextEdit], _ alignment: Alignment, deletingSpans: Bool
  ) throws(EditRejection) -> [TextSpan] {
    var out: [TextSpan] = []
    out.reserveCapacity(spans.count)
    for original in spans {
      var span = original
      var isCovered = false
      for edit in edits {
        let range = edit.range
        // At an edge is outside.
        guard range.lowerBound < span.range.upperBound, range.upperBound > span.range.lowerBound else {
          continue
        }
        if span.isProtected { throw .isProtected(range, original) }
        if span.range.lowerBound <= range.lowerBound, range.upperBound <= span.range.upperBound {
          span.isEdited = true
          if range == span.range, let value = edit.value, value != span.value {
            span.value = value
            // It speaks of something else now.
            span.chain = nil
          }
        } else if deletingSpans, range.lowerBound <= span.range.lowerBound,
          span.range.upperBound <= range.upperBound
        {
          isCovered = true
        } else {
          throw .crossesSpan(range, original)
        }
      }
      let (start, end) = (alignment.start(span.range.lowerBound), alignment.end(span.range.upperBound))
      guard !isCovered, start < end else {
        guard deletingSpans else { throw .deletesSpan(original) }
        continue
      }
      span.range = start..<end
      out.append(span)
    }
    // Spans that came to share both edges may have to swap.
    if !zip(out, out.dropFirst()).allSatisfy({ TextSpan.isOrdered($0, $1) }) {
      out.sort(by: TextSpan.isOrdered)
    }
    return out
  }
}
