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
        ? "点" + digits.map { chineseDigits[$0] }.joined()
        : " point " + digits.map { small[$0] }.joined(separator: " ")
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
    let (head, last) = (words[..<cut], String(words[cut...]))
    let irregular = [
      "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
      "twelve": "twelfth",
    ]
    if let known = irregular[last] { return head + known }
    return head + (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
  }

  /// Digit by digit, as numbers of telephones and rooms are said.
  package static func digits(_ text: String, language: String) -> String? {
    let isChinese = language.hasPrefix("zh")
    let words = text.compactMap(\.wholeNumberValue).map { isChinese ? chineseDigits[$0] : small[$0] }
    return words.isEmpty ? nil : words.joined(separator: isChinese ? "" : " ")
  }

  private static let chineseDigits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static func english(_ n: Int) -> String {
    if n < 20 { return small[n] }
    if n < 100 { return tens[n / 10] + (n % 10 == 0 ? "" : "-" + small[n % 10]) }
    for (size, name) in [
      (1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"), (100, "hundred"),
    ]
    where n >= size {
      return english(n / size) + " " + name + (n % size == 0 ? "" : " " + english(n % size))
    }
    return ""
  }

  private static func chinese(_ n: Int) -> String {
    if n < 10 { return chineseDigits[n] }
    // 十二, but 一百一十二.
    if n < 20 { return "十" + (n % 10 == 0 ? "" : chineseDigits[n % 10]) }
    return chineseLong(n)
  }

  private static func chineseLong(_ n: Int) -> String {
    if n < 10 { return chineseDigits[n] }
    for (size, name) in [(100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十")]
    where n >= size {
      let rest = n % size
      let head = (n / size >= 10 ? chinese(n / size) : chineseDigits[n / size]) + name
      if rest == 0 { return head }
      return head + (rest < size / 10 ? "零" : "") + chineseLong(rest)
    }
    return ""
  }
}
