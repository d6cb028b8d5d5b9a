/// What a lexicon knows of a word.
package struct WordTag: Sendable, Hashable {
  package var pos: UniversalPOS?
  /// The language's own tag, `NNP` (Penn Treebank) or `nr` (PKU).
  package var nativePOS: String?
  package var lemma: String?
  /// Morphological features as CoNLL-U writes them, `Number=Plur`.
  package var features: String?

  package init(
    _ pos: UniversalPOS? = nil, native: String? = nil, lemma: String? = nil, features: String? = nil
  ) {
    self.pos = pos
    nativePOS = native
    self.lemma = lemma
    self.features = features
  }

  /// Nothing is known.
  package static let unknown = WordTag()
}

/// A word or punctuation mark of a text.
package struct TextToken: Sendable, Hashable {
  /// Unicode scalars of the text, never empty. Tokens ascend and are disjoint; spaces lie between them.
  package var range: Range<Int>
  package var tag: WordTag

  package init(_ range: Range<Int>, _ tag: WordTag = .unknown) {
    self.range = range
    self.tag = tag
  }
}
