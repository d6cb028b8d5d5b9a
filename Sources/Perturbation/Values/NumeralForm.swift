package import TextModel

/// The same number in other signs: `3` ↔ `three`, 3 → 三, ３, ③.
package struct NumeralForm: SitePerturbation {
  package let rule = PerturbationRule("numeral-form", "The same number in digits, words or other signs.")

  package init() {}

  /// Words that are numbers wherever they stand; `one` and `second` are not.
  private static let words = (2...20).compactMap { SpelledNumber.english($0) }
  private static let table = PhraseTable(words)
  /// 两, not 二, before these.
  private static let classifiers = Set("个位辆条只盏张件本杯瓶台天年小公千百万次场间晚名层站路种碗份杯".unicodeScalars)

  package func sites(in text: PerturbableText) -> [EditSite] {
    let scalars = text.scalars
    var sites: [EditSite] = DigitRun.all(in: scalars).compactMap { run in
      let alternatives = text.isChinese ? chinese(run, text) : english(run, text)
      return alternatives.isEmpty ? nil : EditSite(run.range, alternatives)
    }
    if !text.isChinese {
      let runs = Self.table.matches(in: text).filter { match in
        // Part of a larger number: `twenty-five`, `two hundred`.
        let end = match.range.upperBound
        if end < scalars.count, scalars[end] == "-" { return false }
        if match.range.lowerBound > 0, scalars[match.range.lowerBound - 1] == "-" { return false }
        let next = text.latinWords.first { $0.lowerBound > match.range.lowerBound }
        let word = next.map { text.text.surface($0).lowercased() } ?? ""
        return !["hundred", "thousand", "million", "dozen"].contains(word)
      }
      sites += runs.map { match in
        let digits = String(match.phrase + 2)
        return EditSite(
          match.range,
          [.init(digits, reason: "digits", tokens: text.words(of: digits, WordTag(.numeral, lemma: digits)))])
      }
    }
    return sites.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func english(_ run: DigitRun, _ text: PerturbableText) -> [EditSite.Alternative] {
    guard let value = run.value, let words = SpelledNumber.english(value) else { return [] }
    return [.init(words, reason: "words", tokens: text.words(of: words, WordTag(.numeral, lemma: words)))]
  }

  private func chinese(_ run: DigitRun, _ text: PerturbableText) -> [EditSite.Alternative] {
    let scalars = text.scalars
    let digits = scalars[run.range]
    let next = run.range.upperBound < scalars.count ? scalars[run.range.upperBound] : nil
    func alternative(_ surface: String, _ reason: String) -> EditSite.Alternative {
      .init(surface, reason: reason, tokens: text.words(of: surface, WordTag(.numeral, lemma: surface)))
    }
    let wide = GraphemeBoundaries.string(digits.compactMap { Unicode.Scalar($0.value + 0xFEE0) })
    var out = [alternative(wide, "full width")]
    if next == "年", digits.count == 4 {
      out.append(alternative(SpelledNumber.digitwise(digits), "read digit by digit"))
    } else if let value = run.value {
      if value == 2, let next, Self.classifiers.contains(next) {
        out.append(alternative("两", "words"))
      } else if let words = SpelledNumber.chinese(value) {
        out.append(alternative(words, "words"))
      }
      if let circled = SpelledNumber.circled(value), next == nil || !PerturbableText.isHan(next ?? " ") {
        out.append(alternative(circled, "circled"))
      }
    }
    return out
  }
}
