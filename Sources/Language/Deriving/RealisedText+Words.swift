package import TextModel

extension RealisedText {
  /// What the lexicon of its language knows of the words; `nil` where there is none.
  package func tags(in space: DerivationSpace) -> [WordTag]? {
    let lexicon = space.words[Int(language)]
    guard !lexicon.isEmpty else { return nil }
    let scalars = Array(string.unicodeScalars)
    return lexicon.tags(
      tokens.map { token in
        // Spans stand outer before inner.
        let span = spans.last { $0.start <= token.lowerBound && token.upperBound <= $0.end }
        return (
          String(String.UnicodeScalarView(scalars[Int(token.lowerBound)..<Int(token.upperBound)])),
          span.map { space.labels[Int(space.uses[Int($0.use)].label)] }
        )
      })
  }
}
