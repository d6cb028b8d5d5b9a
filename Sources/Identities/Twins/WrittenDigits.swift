/// Digits in other scripts and as words.
enum WrittenDigits {
  /// ０ … ９ and Ａ … Ｚ.
  static func fullWidth(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      let isPlain = (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value)
      if isPlain, let wide = UnicodeScalar(scalar.value + 0xFEE0) {
        out.unicodeScalars.append(wide)
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// One digit after the other as it is read aloud on the telephone: 幺 for 1 in Chinese, "oh" for 0 in English.
  static func spoken(_ text: String, _ locale: IdentityLocale) -> String {
    let isChinese = locale == .chinese
    let words = isChinese ? chinese : english
    return text.compactMap { character -> String? in
      if let digit = character.wholeNumberValue, digit < 10 { return words[digit] }
      return String(character)
    }.joined(separator: isChinese ? "" : " ")
  }

  static let chinese = ["零", "幺", "二", "三", "四", "五", "六", "七", "八", "九"]
  static let english = ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
}
