import TextModel

/// What stands between two words.
package enum Gap: UInt8, Sendable, Comparable {
  case none
  /// A word ends, nothing is printed.
  case boundary
  /// Printed between words of scripts with spaces only: `Apple Music`, but not beside Han.
  case soft
  /// Printed, but for the ends of a text and before closing punctuation.
  case space
  /// Printed whatever stands beside it.
  case printed

  package static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
}

/// What a character is to its neighbours.
package enum CharacterClass: UInt8, Sendable {
  /// Letters and digits of scripts that part words by spaces.
  case spaced
  /// Han, kana and the like, and their punctuation.
  case unspaced
  /// `,.!?;:)` and their like: no space before them.
  case closing
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case ",", ".", "!", "?", ";", ":", ")", "]", "}", "%", "…", "”", "’": self = .closing
    case "\u{2E80}"..."\u{9FFF}", "\u{F900}"..."\u{FAFF}", "\u{FE30}"..."\u{FE4F}", "\u{FF00}"..."\u{FF60}",
      "\u{20000}"..."\u{3FFFF}":
      self = .unspaced
    case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil: self = .spaced
    default: self = .other
    }
  }

  /// Whether the character is a word of its own.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation: true
    // Apostrophes and hyphens join words.
    case .otherPunctuation: scalar != "'" && scalar != "’" && scalar != "·" && scalar != "&" && scalar != "@"
    default: false
    }
  }
}

/// Literal text made ready for realisation in a language: spaces resolved inside, open at both ends.
package struct LiteralText: Sendable {
  /// Whether words of the language are written without spaces.
  package static func isUnspaced(_ language: String) -> Bool {
    ["zh", "ja", "th", "lo", "km", "my", "yue", "wuu"].contains {
      language == $0 || language.hasPrefix($0 + "-")
    }
  }

  /// A word boundary that is not printed.
  static let boundary: Unicode.Scalar = "·"

  package var scalars: [Unicode.Scalar] = []
  /// Words, in code points.
  package var tokens: [Range<Int>] = []
  package var leading = Gap.none
  package var trailing = Gap.none
  /// Whether the text goes on no word before it: it begins with a mark or a clitic.
  var opensApart = false

  package init(_ text: String, language: String) {
    let blank: Gap = Self.isUnspaced(language) ? .soft : .space
    var pending = Gap.none
    var start = 0
    let hasClitics =
      (language == "en" || language.hasPrefix("en-")) && text.contains { $0 == "'" || $0 == "’" }
    func endWord(_ count: Int, _ scalars: [Unicode.Scalar], _ tokens: inout [Range<Int>]) {
      guard count > start else { return }
      if hasClitics, let clitic = WordDivision.clitic(in: scalars[start..<count]) {
        tokens += [start..<clitic, clitic..<count]
      } else {
        tokens.append(start..<count)
      }
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\u{3000}": pending = max(pending, blank)
      case PhraseParser.printedSpace: pending = .printed
      case Self.boundary: pending = max(pending, .boundary)
      default:
        if scalars.isEmpty {
          leading = pending
        } else if pending != .none {
          endWord(scalars.count, scalars, &tokens)
          if Self.prints(pending, scalars[scalars.count - 1], scalar) { scalars.append(" ") }
          start = scalars.count
        } else if CharacterClass.isPunctuation(scalar)
          || CharacterClass.isPunctuation(scalars[scalars.count - 1])
        {
          endWord(scalars.count, scalars, &tokens)
          start = scalars.count
        }
        pending = .none
        scalars.append(scalar)
      }
    }
    endWord(scalars.count, scalars, &tokens)
    if scalars.isEmpty { leading = pending } else { trailing = pending }
    opensApart =
      scalars.first.map { CharacterClass.isPunctuation($0) } ?? false
      || hasClitics && (tokens.first.map { WordDivision.isClitic(scalars[$0]) } ?? false)
  }

  private static func prints(_ gap: Gap, _ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    prints(gap, CharacterClass(before), CharacterClass(after))
  }

  /// Whether a gap between such characters is printed as a space.
  package static func prints(_ gap: Gap, _ before: CharacterClass, _ after: CharacterClass) -> Bool {
    switch gap {
    case .none, .boundary: false
    case .soft: before == .spaced && after == .spaced
    case .space: after != .closing
    case .printed: true
    }
  }

  /// Text as a canonical value: words parted by single spaces, boundaries left out.
  package static func canonical(_ text: String) -> String {
    let words = text.unicodeScalars.filter { $0 != boundary }.split { $0 == " " || $0 == "\t" || $0 == "\n" }
    return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}
