package import TextModel

/// A word of the opposite meaning: `good` → `bad`. Only where it is the only one of its kind in the text, and nothing
/// negates it: then the label turns.
package struct AntonymSwap: SitePerturbation {
  package let rule = PerturbationRule(
    "antonym-swap", "The word that the judgement hangs on turned into its opposite.", effect: .flips,
    ladder: .once)

  package init() {}

  static let pairs: [(String, String)] = [
    "good bad", "great awful", "excellent terrible", "clean dirty", "friendly unfriendly", "polite rude",
    "helpful unhelpful",
    "comfortable uncomfortable", "quiet noisy", "tasty tasteless", "delicious disgusting",
    "reliable unreliable",
    "pleasant unpleasant", "useful useless", "fresh stale", "cheap expensive", "beautiful ugly",
    "safe dangerous",
    "love hate", "like dislike", "correct wrong", "possible impossible", "open closed", "early late",
    "干净 脏", "好吃 难吃", "安静 吵闹", "热情 冷淡", "舒服 难受", "便宜 贵", "满意 失望", "喜欢 讨厌", "漂亮 难看", "新鲜 不新鲜", "方便 麻烦",
    "准时 迟到", "优秀 糟糕", "安全 危险", "正确 错误", "周到 敷衍",
  ].map { line in
    let parts = line.split(separator: " ").map(String.init)
    return (parts[0], parts[1])
  }
  private static let words = pairs.flatMap { [($0.0, $0.1), ($0.1, $0.0)] }
  private static let table = PhraseTable(words.map(\.0))

  package func sites(in text: PerturbableText) -> [EditSite] {
    guard !Negation.negates(text) else { return [] }
    return Self.table.matches(in: text).map { match in
      let other = Self.words[match.phrase].1
      let replacement = text.isChinese ? other : Casing.match(other, to: text.scalars[match.range])
      let tag = text.text.tokens.first { $0.range == match.range }?.tag ?? .unknown
      return EditSite(
        match.range,
        [
          .init(
            replacement, reason: "antonym",
            tokens: text.words(of: replacement, WordTag(tag.pos, native: tag.nativePOS, lemma: other)),
            companion: text.isChinese ? nil : article(before: match.range, other, in: text))
        ])
    }
  }

  private func article(before range: Range<Int>, _ word: String, in text: PerturbableText) -> TextEdit? {
    SynonymLexicon.article(before: range, word, in: text, rule.id)
  }
}
