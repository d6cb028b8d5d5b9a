import NumberSpelling

/// Numbers in spoken English, as words of lower-case letters.
package enum EnglishNumerals {
  /// 342 → three hundred forty two; beyond ± 999 trillion digit by digit.
  package static func cardinal(_ n: Int) -> [String] {
    if n < 0 { return ["minus"] + cardinal(n == Int.min ? Int.max : -n) }
    guard n < 1_000_000_000_000_000 else { return String(n).compactMap(\.wholeNumberValue).map(digit) }
    return EnglishNumber.words(n).flatMap { $0.split(separator: "-").map(String.init) }
  }

  /// 21 → twenty first.
  package static func ordinal(_ n: Int) -> [String] {
    var words = cardinal(n)
    guard let last = words.popLast() else { return [] }
    return words + [EnglishNumber.ordinal(of: last)]
  }

  /// 1999 → nineteen ninety nine, 2005 → two thousand five, 1906 → nineteen oh six, 1900 → nineteen hundred.
  package static func year(_ n: Int) -> [String] {
    guard (1000...9999).contains(n) else { return cardinal(n) }
    let (century, rest) = (n / 100, n % 100)
    if century % 10 == 0 && rest < 10 { return cardinal(n) }
    if rest == 0 { return cardinal(century) + ["hundred"] }
    return cardinal(century) + (rest < 10 ? ["oh", digit(rest)] : cardinal(rest))
  }

  /// 0 to 9 (and to 19).
  package static func digit(_ n: Int) -> String {
    EnglishNumber.small.indices.contains(n) ? EnglishNumber.small[n] : ""
  }

  /// 1/4 → one quarter; `nil` for denominators that are not read so.
  package static func fraction(_ over: Int, _ under: Int) -> [String]? {
    guard over > 0, (2...20).contains(under) || under == 100 else { return nil }
    let part: String
    switch under {
    case 2: part = over == 1 ? "half" : "halves"
    case 4: part = over == 1 ? "quarter" : "quarters"
    default:
      let name = ordinal(under).joined(separator: " ")
      part = over == 1 ? name : name + "s"
    }
    return cardinal(over) + part.split(separator: " ").map(String.init)
  }

  /// 80 → eighties, 1990 → nineteen nineties.
  package static func decade(_ n: Int) -> [String] {
    var words = n >= 1000 ? year(n) : cardinal(n)
    guard let last = words.popLast() else { return [] }
    return words + [last.hasSuffix("y") ? last.dropLast() + "ies" : last + "s"]
  }
}
