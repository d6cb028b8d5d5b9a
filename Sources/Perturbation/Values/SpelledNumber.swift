/// Whole numbers in words.
enum SpelledNumber {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  static let hanDigits = Array("零一二三四五六七八九")

  /// 0 ..< 1,000,000; `nil` beyond.
  static func english(_ n: Int) -> String? {
    guard n >= 0, n < 1_000_000 else { return nil }
    if n < 20 { return small[n] }
    if n < 100 { return tens[n / 10] + (n % 10 == 0 ? "" : "-" + small[n % 10]) }
    if n < 1000 {
      let rest = n % 100 == 0 ? "" : " " + (english(n % 100) ?? "")
      return small[n / 100] + " hundred" + rest
    }
    let rest = n % 1000 == 0 ? "" : " " + (english(n % 1000) ?? "")
    return (english(n / 1000) ?? "") + " thousand" + rest
  }

  /// 0 ..< 10⁸ as it is read: 105 一百零五, 10 十, 20000 两万 is written 二万 here, as on paper.
  static func chinese(_ n: Int) -> String? {
    guard n >= 0, n < 100_000_000 else { return nil }
    if n == 0 { return "零" }
    if n >= 10_000 {
      let (high, low) = (n / 10_000, n % 10_000)
      let rest = low == 0 ? "" : (low < 1000 ? "零" : "") + section(low)
      return section(high, isLeading: true) + "万" + rest
    }
    return section(n, isLeading: true)
  }

  /// 1 ... 9999.
  private static func section(_ n: Int, isLeading: Bool = false) -> String {
    var out = ""
    var owesZero = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = n / unit % 10
      if digit == 0 {
        owesZero = !out.isEmpty
        continue
      }
      if owesZero { out += "零" }
      owesZero = false
      // Ten to nineteen begin with 十.
      let isBareTen = unit == 10 && digit == 1 && out.isEmpty && isLeading
      out += (isBareTen ? "" : String(hanDigits[digit])) + name
    }
    return out
  }

  /// Digit by digit, as years are read: 2024 二〇二四.
  static func digitwise(_ digits: some Sequence<Unicode.Scalar>) -> String {
    String(digits.map { $0 == "0" ? "〇" : hanDigits[Int($0.value) - 0x30] })
  }

  /// ① to ⑳; `nil` beyond.
  static func circled(_ n: Int) -> String? {
    guard (1...20).contains(n), let scalar = Unicode.Scalar(UInt32(0x2460 + n - 1)) else { return nil }
    return String(Character(scalar))
  }
}
