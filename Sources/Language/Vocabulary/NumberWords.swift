import NumberSpelling

/// Numbers in words, in English and Chinese.
package enum NumberWords {
  /// A cardinal such as `twenty-three point five` or `二十三点五`; `nil` for what is no decimal below 10¹².
  package static func cardinal(_ text: String, language: String) -> String? {
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first.flatMap({ Int($0) }), whole < 1_000_000_000_000 else {
      return nil
    }
    let isChinese = language.hasPrefix("zh")
    var words = isChinese ? chinese(whole) : english(whole)
    if parts.count == 2 {
      let digits = parts[1].compactMap { $0.wholeNumberValue }
      guard digits.count == parts[1].count, !digits.isEmpty else { return nil }
      words +=
        isChinese
        ? "点" + String(digits.map { ChineseNumber.digits[$0] })
        : " point " + digits.map { EnglishNumber.small[$0] }.joined(separator: " ")
    }
    return isNegative ? (isChinese ? "负" : "minus ") + words : words
  }

  /// A number before a classifier: `两` for 2 in Chinese, else the cardinal.
  package static func counting(_ text: String, language: String) -> String? {
    language.hasPrefix("zh") && text == "2" ? "两" : cardinal(text, language: language)
  }

  /// An ordinal such as `twenty-third` or `第二十三`.
  package static func ordinal(_ text: String, language: String) -> String? {
    guard let number = Int(text), (0..<1_000_000_000).contains(number) else { return nil }
    if language.hasPrefix("zh") { return "第" + chinese(number) }
    let words = english(number)
    let cut = words.lastIndex { $0 == " " || $0 == "-" }.map { words.index(after: $0) } ?? words.startIndex
    return words[..<cut] + EnglishNumber.ordinal(of: String(words[cut...]))
  }

  /// Digit by digit, as numbers of telephones and rooms are said.
  package static func digits(_ text: String, language: String) -> String? {
    let isChinese = language.hasPrefix("zh")
    let words = text.compactMap(\.wholeNumberValue).map {
      isChinese ? String(ChineseNumber.digits[$0]) : EnglishNumber.small[$0]
    }
    return words.isEmpty ? nil : words.joined(separator: isChinese ? "" : " ")
  }

  private static func english(_ n: Int) -> String { EnglishNumber.words(n).joined(separator: " ") }

  private static func chinese(_ n: Int) -> String { ChineseNumber.cardinal(n) }
}
