extension AnnotatedText {
  /// Tokens after edits, which are ordered.
  ///
  /// Noise (an edit without tokens of its own) leaves words the same words: inside of one it resizes it; across
  /// several, the first that it touches takes the replacement, and what nothing is left of is gone. What noise
  /// inserts between words becomes words of which nothing is known. An edit with tokens puts them in the place of
  /// the whole words that it replaces; where it splits a word, it counts as noise.
  func tokens(after edits: [TextEdit], _ alignment: Alignment, in new: [Unicode.Scalar]) -> [TextToken] {
    var out: [TextToken] = []
    out.reserveCapacity(tokens.count + edits.count)
    // The first edit not left of the current token, and the end of those that words have taken in.
    var (next, taken) = (0, 0)
    func appendWords(ofEditsBefore position: Int) {
      while next < edits.count, edits[next].range.upperBound <= position {
        let target = alignment.changes[next].target
        if let words = edits[next].tokens, isRewording(edits[next]) {
          for word in words {
            let range =
              (target.lowerBound + word.range.lowerBound)..<(target.lowerBound + word.range.upperBound)
            // Words that the maker of the edit misplaced are left out.
            guard !range.isEmpty, range.lowerBound >= max(target.lowerBound, out.last?.range.upperBound ?? 0),
              range.upperBound <= target.upperBound
            else { continue }
            out.append(TextToken(range, word.tag))
          }
        } else if next >= taken {
          for range in Self.words(in: target, of: new) { out.append(TextToken(range)) }
        }
        next += 1
      }
    }
    for token in tokens {
      appendWords(ofEditsBefore: token.range.lowerBound)
      var isReplaced = false
      var k = next
      while k < edits.count, edits[k].range.lowerBound < token.range.upperBound {
        if isRewording(edits[k]) { isReplaced = true } else { taken = max(taken, k + 1) }
        k += 1
      }
      guard !isReplaced else { continue }
      let start = max(alignment.start(token.range.lowerBound), out.last?.range.upperBound ?? 0)
      let end = alignment.end(token.range.upperBound)
      if start < end { out.append(TextToken(start..<end, token.tag)) }
    }
    appendWords(ofEditsBefore: scalars.count)
    return out
  }

  /// Whether an edit brings words for whole words.
  private func isRewording(_ edit: TextEdit) -> Bool {
    edit.tokens != nil && !isInsideToken(edit.range.lowerBound) && !isInsideToken(edit.range.upperBound)
  }

  /// Whether a position lies strictly between the ends of a token.
  private func isInsideToken(_ position: Int) -> Bool {
    var (low, high) = (0, tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count && tokens[low].range.lowerBound < position
  }

  /// Runs without white space.
  private static func words(in range: Range<Int>, of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start: Int?
    for i in range {
      if scalars[i].properties.isWhitespace {
        if let first = start { out.append(first..<i) }
        start = nil
      } else if start == nil {
        start = i
      }
    }
    if let first = start { out.append(first..<range.upperBound) }
    return out
  }
}
