/// Whole numbers in English words.
package enum EnglishNumber {
  /// 0 to 19.
  package static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let powers = [
    (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"),
    (100, "hundred"),
  ]
  private static let irregularOrdinals = [
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
  ]

  /// 342 → three, hundred, forty-two; none below 0 and from 10¹⁵.
  ///
  /// - Parameter hasAnd: three, hundred, and, forty-two, as in Britain.
  package static func words(_ n: Int, hasAnd: Bool = false) -> [String] {
    guard n >= 0, n < 1_000_000_000_000_000 else { return [] }
    if n < 20 { return [small[n]] }
    if n < 100 { return [tens[n / 10] + (n % 10 == 0 ? "" : "-" + small[n % 10])] }
    for (power, name) in powers where n >= power {
      let head = words(n / power, hasAnd: hasAnd) + [name]
      let rest = n % power
      if rest == 0 { return head }
      return head + (hasAnd && rest < 100 ? ["and"] : []) + words(rest, hasAnd: hasAnd)
    }
    return []
  }

  /// The ordinal that ends in a cardinal's last word: two → second, twenty → twentieth.
  package static func ordinal(of word: String) -> String {
    irregularOrdinals[word] ?? (word.hasSuffix("y") ? word.dropLast() + "ieth" : word + "th")
  }
}
