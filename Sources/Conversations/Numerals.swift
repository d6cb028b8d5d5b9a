/// Whole numbers in words.
package enum Numerals {
  private static let chineseDigits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let englishSmall = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let englishTens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// 0 … 9999 as it is read: 二百零五, two hundred and five. Digits beyond.
  package static func spelled(_ number: Int, _ tongue: Tongue) -> String {
    guard (0...9999).contains(number) else { return String(number) }
    return tongue == .chinese ? chinese(number) : english(number)
  }

  /// Before a measure word: 两 for 2.
  package static func counting(_ number: Int) -> String { number == 2 ? "两" : spelled(number, .chinese) }

  private static func chinese(_ number: Int) -> String {
    if number < 10 { return chineseDigits[number] }
    var out = ""
    var rest = number
    var skipped = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = rest / unit
      rest %= unit
      if digit == 0 {
        skipped = !out.isEmpty
        continue
      }
      if skipped { out += "零" }
      skipped = false
      // 十二, but 一百一十二.
      out += (unit == 10 && digit == 1 && out.isEmpty ? "" : chineseDigits[digit]) + name
    }
    return out
  }

  private static func english(_ number: Int) -> String {
    if number < 20 { return englishSmall[number] }
    if number < 100 {
      return englishTens[number / 10] + (number % 10 == 0 ? "" : "-" + englishSmall[number % 10])
    }
    let (unit, name) = number < 1000 ? (100, "hundred") : (1000, "thousand")
    let head = english(number / unit) + " " + name
    let rest = number % unit
    if rest == 0 { return head }
    return head + (rest < 100 ? " and " : " ") + english(rest)
  }
}
