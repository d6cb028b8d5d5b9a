/// What `$name(…)` computes from values and texts.
package enum TextFunction: String, Sendable, CaseIterable {
  /// A number in words; before a classifier; as a rank; digit by digit.
  case spell, counting, ordinal, digits
  /// The plural of an English noun.
  case plural
  case upper, lower, title
  case sum, difference, product

  /// The result; `nil` where the arguments do not fit.
  package func callAsFunction(_ arguments: [String], language: String) -> String? {
    guard let first = arguments.first else { return nil }
    switch self {
    case .spell: return NumberWords.cardinal(first, language: language)
    case .counting: return NumberWords.counting(first, language: language)
    case .ordinal: return NumberWords.ordinal(first, language: language)
    case .digits: return NumberWords.digits(first, language: language)
    case .plural: return EnglishNoun.plural(of: first)
    case .upper: return first.uppercased()
    case .lower: return first.lowercased()
    case .title:
      return first.split(separator: " ", omittingEmptySubsequences: false)
        .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    case .sum, .difference, .product: return arithmetic(arguments)
    }
  }

  private func arithmetic(_ arguments: [String]) -> String? {
    let numbers = arguments.compactMap { Decimal($0) }
    guard numbers.count == arguments.count else { return nil }
    let digits = numbers.map(\.digits).max() ?? 0
    let scaled = numbers.map { $0.scaled(to: digits) }
    switch self {
    case .sum: return Decimal(whole: scaled.reduce(0, &+), digits: digits).description
    case .difference:
      return Decimal(whole: scaled.dropFirst().reduce(scaled[0], &-), digits: digits).description
    default:
      let whole = numbers.reduce(1) { $0 &* $1.whole }
      return Decimal(whole: whole, digits: numbers.reduce(0) { $0 + $1.digits }).description
    }
  }
}
