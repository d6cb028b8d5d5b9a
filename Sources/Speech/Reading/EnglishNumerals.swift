/// Numbers in spoken English, as words of lower-case letters.
package enum EnglishNumerals {
  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let powers = [
    (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"),
  ]

  /// 342 → three hundred forty two; beyond ± 999 trillion digit by digit.
  package static func cardinal(_ n: Int) -> [String] {
    if n < 0 { return ["minus"] + cardinal(n == Int.min ? Int.max : -n) }
    guard n < 1_000_000_000_000_000 else { return String(n).compactMap(\.wholeNumberValue).map(digit) }
    if n < 20 { return [digit(n)] }
    if n < 100 { return [tens[n / 10]] + (n % 10 == 0 ? [] : [small[n % 10]]) }
    if n < 1000 { return [small[n / 100], "hundred"] + (n % 100 == 0 ? [] : cardinal(n % 100)) }
    for (power, name) in powers where n >= power {
      return cardinal(n / power) + [name] + (n % power == 0 ? [] : cardinal(n % power))
    }
    return []
  }

  /// 21 → twenty first.
  package static func ordinal(_ n: Int) -> [String] {
    var words = cardinal(n)
    guard let last = words.popLast() else { return [] }
    let irregular = [
      "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
      "twelve": "twelfth",
    ]
    if let word = irregular[last] {
      words.append(word)
    } else if last.hasSuffix("y") {
      words.append(last.dropLast() + "ieth")
    } else {
      words.append(last + "th")
    }
    return words
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
  package static func digit(_ n: Int) -> String { small.indices.contains(n) ? small[n] : "" }

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
