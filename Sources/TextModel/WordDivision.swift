/// Where words end, version 1: the words of UAX 29, hyphens kept, and English clitics apart (`do|n't`, `it|'s`).
package enum WordDivision {
  /// Whether a word ends between two scalars, neither of which is a space.
  static func divides(_ last: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    let (a, b) = (ScalarKind(last), ScalarKind(next))
    switch (a, b) {
    case (.word, .word), (.han, .han), (.other, .other): return false
    case (.word, .other): return !isJoiner(next)
    case (.other, .word): return !isJoiner(last)
    // Runs of one mark are one token: `...`, `！！`.
    case (.close, .close), (.wide, .wide), (.open, .open): return last != next
    default: return true
    }
  }

  /// Whether `mark`, between two scalars of words, is within a word after all (rules WB 6, 7, 11 and 12).
  static func joins(_ previous: Unicode.Scalar, _ mark: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    switch mark {
    case ".", "\u{2019}":
      isLetter(previous) && isLetter(next) || mark == "." && isDigit(previous) && isDigit(next)
    case ",", ":": isDigit(previous) && isDigit(next)
    default: false
    }
  }

  /// Where a clitic begins at the end of an English word.
  package static func clitic(in word: ArraySlice<Unicode.Scalar>) -> Int? {
    guard word.count >= 3,
      let mark = word.lastIndex(where: { $0 == "'" || $0 == "\u{2019}" }), mark > word.startIndex,
      word[mark - 1].properties.isAlphabetic
    else { return nil }
    // Whose it is, of several: `residents|'`; not the end of a quotation that is one word.
    if mark == word.endIndex - 1 {
      let isQuoted = word.first == "'" || word.first == "\u{2018}"
      return word[mark - 1].properties.lowercaseMapping == "s" && !isQuoted ? mark : nil
    }
    let tail = word[(mark + 1)...].map { $0.properties.lowercaseMapping }.joined()
    switch tail {
    case "t":
      let n = word[mark - 1]
      return (n == "n" || n == "N") && mark - 1 > word.startIndex ? mark - 1 : nil
    case "s", "m", "d", "re", "ve", "ll": return mark
    default: return nil
    }
  }

  /// Whether a word is nothing but a clitic, such as the `'s` behind a name.
  package static func isClitic(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    ["'s", "'m", "'d", "'re", "'ve", "'ll", "n't"].contains(
      word.map { $0 == "\u{2019}" ? "'" : $0.properties.lowercaseMapping }.joined())
  }

  private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "-", "_", "@", "/", "&", "#", "+": true
    default: false
    }
  }

  private static func isDigit(_ s: Unicode.Scalar) -> Bool { s >= "0" && s <= "9" }

  private static func isLetter(_ s: Unicode.Scalar) -> Bool { ScalarKind(s) == .word && !isDigit(s) }
}
