/// The one right answer of a problem, in the form in which it is to be given.
package enum Answer: Sendable, Hashable {
  /// A number, written as `numeral` asks; with a unit that may be left out, but not be another.
  case number(Rational, Numeral, unit: Bilingual? = nil)
  /// One of a closed list of words: a weekday, a name, yes or no.
  case word(Bilingual)
  /// Several words, in this order or in any.
  case words([Bilingual], ordered: Bool)
  /// These characters exactly.
  case text(String)

  /// How a number is to be written.
  package enum Numeral: Sendable, Hashable {
    case integer
    /// In lowest terms, whole when it is whole.
    case fraction
    /// Rounded to so many decimals; what rounds to the same is right.
    case decimal(Int)
  }

  package static func integer(_ value: Int, unit: Bilingual? = nil) -> Answer {
    .number(Rational(value), .integer, unit: unit)
  }

  /// As it is to be written.
  package func text(in language: ProblemLanguage) -> String {
    switch self {
    case .number(let value, let numeral, let unit):
      let digits =
        switch numeral {
        case .integer, .fraction: value.text
        case .decimal(let places): value.decimal(places: places)
        }
      guard let unit else { return digits }
      // Chinese measure words stand close; symbols and English words behind a space.
      let gap = language == .chinese && !unit.chinese.utf8.allSatisfy { $0 < 128 } ? "" : " "
      return unit[language] == "%" || unit[language] == "°"
        ? digits + unit[language] : digits + gap + unit[language]
    case .word(let word): return word[language]
    case .words(let words, _):
      if words.isEmpty { return language == .chinese ? "空集" : "the empty set" }
      return words.map { $0[language] }.joined(separator: language == .chinese ? "、" : ", ")
    case .text(let text): return text
    }
  }

  /// The form that does not depend on a language, for comparing solvers.
  package var canonical: String {
    switch self {
    case .number(let value, .decimal(let places), _): value.decimal(places: places)
    case .number(let value, _, _): value.text
    case .word(let word): word.english
    case .words(let words, true): words.map(\.english).joined(separator: ",")
    case .words(let words, false): words.map(\.english).sorted().joined(separator: ",")
    case .text(let text): text
    }
  }
}
