/// How a language sets words beside one another.
package struct SpacingStyle: Sendable, Hashable {
  /// What stands between a Han character and a Latin letter or digit.
  package enum HanLatin: String, Sendable, Hashable, CaseIterable {
    /// 打开WiFi.
    case tight
    /// 打开 WiFi.
    case spaced
    /// As the template has it.
    case asWritten
  }

  package enum Punctuation: String, Sendable, Hashable, CaseIterable {
    /// No space before a closing mark and behind an opening one.
    case closed
    /// As `closed`, but a narrow no-break space before ; : ! ? and inside of « ».
    case french
  }

  package var hanLatin: HanLatin
  package var punctuation: Punctuation

  package init(hanLatin: HanLatin = .asWritten, punctuation: Punctuation = .closed) {
    self.hanLatin = hanLatin
    self.punctuation = punctuation
  }

  /// What a seam between two pieces with a soft space in it becomes: a space, nothing, or a narrow no-break space.
  ///
  /// - Parameters:
  ///   - next: the scalar behind the seam.
  ///   - isFollowedByWord: whether a letter or digit comes right behind `next`: `.5`, `:30`.
  func seam(_ previous: Unicode.Scalar, _ next: Unicode.Scalar, isFollowedByWord: Bool) -> Unicode.Scalar? {
    let (a, b) = (ScalarKind(previous), ScalarKind(next))
    if punctuation == .french {
      if Self.frenchDouble.contains(next) || previous == "«" { return "\u{202F}" }
    }
    if a == .wide || b == .wide || (a == .han && b == .han) || a == .open { return nil }
    if b == .close, !isFollowedByWord { return nil }
    if a == .han && b == .word || a == .word && b == .han { return hanLatin == .tight ? nil : " " }
    return " "
  }

  private static let frenchDouble: Set<Unicode.Scalar> = [";", ":", "!", "?", "»"]

  /// Whether two scalars that touch want a space between them.
  func wantsSpace(_ previous: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    guard hanLatin == .spaced else { return false }
    // Han or Latin against the other; ASCII pairs, the most common, leave at once.
    guard (previous.value >= 0x2E80) != (next.value >= 0x2E80) else { return false }
    switch (ScalarKind(previous), ScalarKind(next)) {
    case (.han, .word), (.word, .han): return true
    default: return false
    }
  }
}

/// What spacing looks at.
enum ScalarKind {
  case han
  /// A letter, digit or mark of a script that puts spaces between words.
  case word
  /// Punctuation as wide as a Han character, which has its space built in.
  case wide
  case open
  case close
  case other

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: self = .word
    case 0x28, 0x5B, 0x7B, 0xA1, 0xBF, 0x201C, 0x2018, 0xAB: self = .open
    case 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x25, 0x2026, 0x201D, 0x2019, 0xBB:
      self = .close
    case 0..<0xA0: self = .other
    case 0x3000...0x303F, 0x30FB, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65:
      self = .wide
    case 0x2E80...0x2FFF, 0x3040...0x30FF, 0x3100...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0x2_0000...0x3_FFFD:
      self = .han
    default: self = scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .word : .other
    }
  }
}
