package import TextModel

/// A text as perturbations see it.
package struct PerturbableText: Sendable {
  package let text: AnnotatedText
  package let isChinese: Bool

  package init(_ text: AnnotatedText) {
    self.text = text
    isChinese =
      text.language.isEmpty
      ? text.scalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      : text.language.utf8.starts(with: "zh".utf8)
  }

  package var scalars: [Unicode.Scalar] { text.scalars }

  /// Whether an edit of `range` would cross no span's edge and touch nothing that is protected.
  package func allows(_ range: Range<Int>) -> Bool {
    for span in text.spans {
      let overlaps = range.lowerBound < span.range.upperBound && range.upperBound > span.range.lowerBound
      guard overlaps else { continue }
      if span.isProtected || range.lowerBound < span.range.lowerBound
        || range.upperBound > span.range.upperBound
      {
        return false
      }
    }
    return true
  }

  /// Whether a range begins and ends with words, where the text's words are known; otherwise true.
  package func isWholeWords(_ range: Range<Int>) -> Bool {
    !text.tokens.contains {
      ($0.range.lowerBound < range.lowerBound && range.lowerBound < $0.range.upperBound)
        || ($0.range.lowerBound < range.upperBound && range.upperBound < $0.range.upperBound)
    }
  }

  /// Runs of letters with their inner apostrophes, by scripts that put spaces between words.
  package var latinWords: [Range<Int>] {
    var out: [Range<Int>] = []
    var start: Int?
    let scalars = text.scalars
    for (i, scalar) in scalars.enumerated() {
      if Self.isLetter(scalar) {
        if start == nil { start = i }
      } else if let first = start,
        !(Self.isApostrophe(scalar) && i + 1 < scalars.count && Self.isLetter(scalars[i + 1]))
      {
        out.append(first..<i)
        start = nil
      }
    }
    if let first = start { out.append(first..<scalars.count) }
    return out
  }

  /// A letter of a script that puts spaces between words.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let v = scalar.value
    if v < 0x80 { return (0x61...0x7A).contains(v | 0x20) }
    return v < 0x2E80 && scalar.properties.isAlphabetic
  }

  static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// Words of a replacement, `nil` where the text does not know words: one with its tag, several without.
  func words(of replacement: String, _ tag: WordTag = .unknown) -> [TextToken]? {
    guard !text.tokens.isEmpty else { return nil }
    var out: [TextToken] = []
    var start: Int?
    var position = 0
    for scalar in replacement.unicodeScalars {
      if scalar == " " {
        if let first = start { out.append(TextToken(first..<position)) }
        start = nil
      } else if start == nil {
        start = position
      }
      position += 1
    }
    if let first = start { out.append(TextToken(first..<position)) }
    if out.count == 1 { out[0].tag = tag }
    return out
  }
}
