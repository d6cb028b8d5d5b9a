import NumberSpelling

/// Whole numbers in words.
enum SpelledNumber {
  /// 0 ..< 1,000,000; `nil` beyond.
  static func english(_ n: Int) -> String? {
    (0..<1_000_000).contains(n) ? EnglishNumber.words(n).joined(separator: " ") : nil
  }

  /// 0 ..< 10⁸ as it is written: 105 一百零五, 10 十, 20000 二万; `nil` beyond.
  static func chinese(_ n: Int) -> String? {
    (0..<100_000_000).contains(n) ? ChineseNumber.cardinal(n) : nil
  }

  /// Digit by digit, as years are read: 2024 二〇二四.
  static func digitwise(_ digits: some Sequence<Unicode.Scalar>) -> String {
    String(digits.map { $0 == "0" ? "〇" : ChineseNumber.digits[Int($0.value) - 0x30] })
  }

  /// ① to ⑳; `nil` beyond.
  static func circled(_ n: Int) -> String? {
    guard (1...20).contains(n), let scalar = Unicode.Scalar(UInt32(0x2460 + n - 1)) else { return nil }
    return String(Character(scalar))
  }
}
