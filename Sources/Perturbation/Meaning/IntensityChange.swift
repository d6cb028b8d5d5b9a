package import TextModel

/// A judgement made stronger: `very clean`, 非常干净. A model may become surer of the label, not less sure.
package struct IntensityChange: SitePerturbation {
  package let rule = PerturbationRule(
    "intensity-up", "The judgement made stronger by an adverb.", effect: .strengthens)

  package init() {}

  private static let words = AntonymSwap.pairs.flatMap { [$0.0, $0.1] }
    .filter {
      ![
        "love", "hate", "like", "dislike", "possible", "impossible", "correct", "wrong", "open", "closed",
        "early", "late", "迟到", "正确", "错误", "excellent", "terrible", "delicious", "disgusting", "great",
        "awful",
      ].contains($0)
    }
  private static let table = PhraseTable(words)
  private static let english = ["very ", "really ", "extremely "]
  private static let chinese = ["非常", "特别", "真的很"]

  package func sites(in text: PerturbableText) -> [EditSite] {
    // Under a negation an adverb weakens: `not very clean`.
    guard !Negation.negates(text) else { return [] }
    return Self.table.matches(in: text).compactMap { match in
      let place = match.range.lowerBound..<match.range.lowerBound
      if text.isChinese {
        // 很 and its like are replaced, not doubled.
        if match.range.lowerBound > 0, text.scalars[match.range.lowerBound - 1] == "很" {
          let before = (match.range.lowerBound - 1)..<match.range.lowerBound
          return EditSite(before, Self.chinese.map { .init($0, reason: "stronger") })
        }
        return EditSite(place, Self.chinese.map { .init($0, reason: "stronger") })
      }
      let before = text.latinWords.last { $0.upperBound <= match.range.lowerBound }
      let word = before.map { text.text.surface($0).lowercased() } ?? ""
      // Behind a/an the article would have to follow; behind an adverb of degree there is one already.
      guard before != nil, !["a", "an", "very", "really", "extremely", "so", "too", "quite"].contains(word)
      else {
        return nil
      }
      return EditSite(
        place,
        Self.english.map {
          .init(
            $0, reason: "stronger",
            tokens: text.words(of: String($0), WordTag(.adverb, lemma: String($0.dropLast()))))
        })
    }
  }
}
