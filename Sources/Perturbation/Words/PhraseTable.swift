/// Words and phrases that are looked for in texts, the longest first, in either case; whole words only.
struct PhraseTable: Sendable {
  struct Match {
    var range: Range<Int>
    /// The number of the phrase.
    var phrase: Int
  }

  private let phrases: [[Unicode.Scalar]]
  /// Phrases by their first scalar, longest first; looked up, never iterated.
  private let byFirst: [Unicode.Scalar: [Int]]

  init(_ phrases: [String]) {
    self.phrases = phrases.map { $0.unicodeScalars.map(Self.lowercase) }
    var byFirst: [Unicode.Scalar: [Int]] = [:]
    for (i, phrase) in self.phrases.enumerated() {
      if let first = phrase.first { byFirst[first, default: []].append(i) }
    }
    let lengths = self.phrases.map(\.count)
    self.byFirst = byFirst.mapValues { list in
      list.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    }
  }

  /// Matches from left to right, apart.
  func matches(in text: PerturbableText) -> [Match] {
    var out: [Match] = []
    let scalars = text.scalars
    var i = 0
    while i < scalars.count {
      let match = (byFirst[Self.lowercase(scalars[i])] ?? []).first { begins(phrases[$0], at: i, text) }
      if let match {
        out.append(Match(range: i..<(i + phrases[match].count), phrase: match))
        i += phrases[match].count
      } else {
        i += 1
      }
    }
    return out
  }

  private func begins(_ phrase: [Unicode.Scalar], at start: Int, _ text: PerturbableText) -> Bool {
    let scalars = text.scalars
    let end = start + phrase.count
    guard end <= scalars.count else { return false }
    for (offset, scalar) in phrase.enumerated() {
      let other = Self.lowercase(scalars[start + offset])
      guard other == scalar || (scalar == "'" && other == "\u{2019}") else { return false }
    }
    func isWord(_ s: Unicode.Scalar) -> Bool {
      PerturbableText.isLetter(s) || PerturbableText.isDigit(s) || PerturbableText.isApostrophe(s)
    }
    if start > 0, isWord(scalars[start]), isWord(scalars[start - 1]) { return false }
    if end < scalars.count, isWord(scalars[end - 1]), isWord(scalars[end]) {
      // A closing quotation mark is no part of the word.
      let isQuote =
        PerturbableText.isApostrophe(scalars[end])
        && !(end + 1 < scalars.count && PerturbableText.isLetter(scalars[end + 1]))
      if !isQuote { return false }
    }
    return text.isWholeWords(start..<end)
  }

  static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let v = scalar.value
    if v < 0x80 { return (0x41...0x5A).contains(v) ? Unicode.Scalar(UInt8(v | 0x20)) : scalar }
    guard v < 0x2E80 else { return scalar }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }
}

/// Writes words in the case of those that they replace.
enum Casing {
  static func match(_ word: String, to original: some Collection<Unicode.Scalar>) -> String {
    let letters = original.filter { $0.properties.isCased }
    guard let first = original.first, first.properties.isUppercase else { return word }
    if letters.count > 1, letters.allSatisfy(\.properties.isUppercase) { return word.uppercased() }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}
