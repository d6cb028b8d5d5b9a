/// What a reply is worth.
package enum Verdict: String, Sendable, Hashable, Codable {
  case correct
  /// Right in substance, but not in the form that was asked for: not in lowest terms, in the other language.
  case misformatted
  case wrong
}

extension Answer {
  /// Judges a reply: the text behind the last `Answer:` or `答案：`, or all of it where there is none.
  package func verdict(on reply: String, in language: ProblemLanguage) -> Verdict {
    let given = ReplyText.final(of: reply)
    switch self {
    case .number(let value, let numeral, let unit):
      return numberVerdict(given, value, numeral, unit, language)
    case .word(let word):
      if Self.same(given, word[language]) { return .correct }
      return Self.same(given, word.chinese) || Self.same(given, word.english) ? .misformatted : .wrong
    case .words(let words, let ordered):
      func matches(_ language: ProblemLanguage) -> Bool {
        let empty =
          Self.same(given, Answer.words([], ordered: false).text(in: language)) || given == "∅"
          || given == "{}"
        var items = empty ? [] : ReplyText.items(of: given)
        var wanted = words.map { ReplyText.folded($0[language]) }
        if !ordered {
          items.sort()
          wanted.sort()
        }
        return items == wanted
      }
      if matches(language) { return .correct }
      return matches(language == .chinese ? .english : .chinese) ? .misformatted : .wrong
    case .text(let text):
      if given.utf8.elementsEqual(text.utf8) { return .correct }
      let quoted = given.trimming("\"'“”‘’「」`")
      return quoted.utf8.elementsEqual(text.utf8) ? .misformatted : .wrong
    }
  }

  private static func same(_ a: String, _ b: String) -> Bool { ReplyText.folded(a) == ReplyText.folded(b) }

  private func numberVerdict(
    _ given: String, _ value: Rational, _ numeral: Numeral, _ unit: Bilingual?, _ language: ProblemLanguage
  ) -> Verdict {
    guard let (number, isReduced, rest) = ReplyText.number(in: given) else { return .wrong }
    let isRight: Bool
    if case .decimal(let places) = numeral {
      let scale = (0..<places).reduce(2) { product, _ in product * 10 }
      isRight = (number - value).magnitude <= (Rational(1, scale) ?? Rational(0))
    } else {
      isRight = number == value
    }
    guard isRight else { return .wrong }
    if !rest.isEmpty {
      guard let unit else { return .wrong }
      if Self.same(rest, unit[language]) { return isReduced ? .correct : .misformatted }
      return Self.same(rest, unit.chinese) || Self.same(rest, unit.english) ? .misformatted : .wrong
    }
    return numeral == .fraction && !isReduced ? .misformatted : .correct
  }
}
