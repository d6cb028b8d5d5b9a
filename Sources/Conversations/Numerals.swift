import NumberSpelling

/// Whole numbers in words.
package enum Numerals {
  /// 0 … 9999 as it is read: 二百零五, two hundred and five. Digits beyond.
  package static func spelled(_ number: Int, _ tongue: Tongue) -> String {
    guard (0...9999).contains(number) else { return String(number) }
    return tongue == .chinese
      ? ChineseNumber.cardinal(number)
      : EnglishNumber.words(number, hasAnd: true).joined(separator: " ")
  }

  /// Before a measure word: 两 for 2.
  package static func counting(_ number: Int) -> String { number == 2 ? "两" : spelled(number, .chinese) }
}
