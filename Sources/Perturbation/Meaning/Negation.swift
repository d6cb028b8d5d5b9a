package import TextModel

/// Negation added to a statement, or taken from it: `It is clean` ↔ `It is not clean`. Only where there is one predicate
/// and so one way to do it; and a judgement is negated only where it is favourable, since `not terrible` praises
/// nobody.
package struct Negation: SitePerturbation {
  package let rule = PerturbationRule(
    "negation", "Negation added to the statement, or taken from it.", effect: .flips, ladder: .once)

  package init() {}

  private static let auxiliaries = [
    "is", "are", "was", "were", "can", "could", "will", "would", "should", "must",
  ]
  private static let auxiliaryTable = PhraseTable(auxiliaries)
  /// Verbs that take `do`, as they follow I, you, we and they, and as they follow he, she and it.
  private static let verbs = [
    ("like", "likes"), ("love", "loves"), ("recommend", "recommends"), ("enjoy", "enjoys"),
    ("trust", "trusts"),
    ("want", "wants"), ("need", "needs"), ("work", "works"), ("know", "knows"), ("agree", "agrees"),
    ("help", "helps"),
  ]
  private static let plainVerbs = PhraseTable(verbs.map(\.0))
  private static let thirdPersonVerbs = PhraseTable(verbs.map(\.1))
  private static let negatedEnglish = PhraseTable([
    "is not", "are not", "was not", "were not", "can not", "could not", "will not", "would not", "should not",
    "must not",
  ])
  private static let negators = PhraseTable([
    "not", "no", "never", "nobody", "nothing", "neither", "nor", "without", "hardly", "cannot", "isn't",
    "aren't", "wasn't",
    "weren't", "don't", "doesn't", "didn't", "can't", "couldn't", "won't", "wouldn't", "shouldn't", "mustn't",
  ])
  private static let chineseForms: [(affirmative: String, negative: String)] = [
    ("是", "不是"), ("有", "没有"), ("会", "不会"), ("能", "不能"), ("可以", "不可以"), ("喜欢", "不喜欢"), ("推荐", "不推荐"),
    ("很", "不"), ("满意", "不满意"), ("愿意", "不愿意"), ("需要", "不需要"), ("值得", "不值得"), ("同意", "不同意"),
  ]
  /// Words in which the characters above mean something else; longer, so they are found first.
  private static let otherWords = [
    "但是", "还是", "于是", "总是", "可是", "只是", "要是", "就是", "机会", "会议", "社会", "会员", "功能", "智能", "能力", "可能", "能够",
    "所有", "有点",
    "只有", "有时", "有些", "拥有", "有名", "很多", "很少", "有人",
  ]
  private static let affirmativeChinese = PhraseTable(chineseForms.map(\.affirmative) + otherWords)
  private static let negativeChinese = PhraseTable(
    chineseForms.filter { $0.affirmative != "很" }.map(\.negative))

  /// Whether anything in the text negates.
  static func negates(_ text: PerturbableText) -> Bool {
    text.isChinese
      ? text.scalars.contains { "不没别未无非".unicodeScalars.contains($0) }
      : !negators.matches(in: text).isEmpty
  }

  package func sites(in text: PerturbableText) -> [EditSite] {
    // Questions assert nothing.
    guard !text.scalars.contains(where: { $0 == "?" || $0 == "？" || $0 == "吗" }) else { return [] }
    if Self.negates(text) { return text.isChinese ? chineseRemovals(text) : englishRemovals(text) }
    let isJudgement = text.text.labels.contains { ["sentiment", "polarity"].contains($0.task) }
    guard !isJudgement || text.text.labels.allSatisfy({ LabelOpposite.isAffirmative($0.value) }) else {
      return []
    }
    return text.isChinese ? chineseAdditions(text) : englishAdditions(text)
  }

  private func englishAdditions(_ text: PerturbableText) -> [EditSite] {
    let auxiliaries = Self.auxiliaryTable.matches(in: text).map { match in
      EditSite(
        match.range.upperBound..<match.range.upperBound,
        [.init(" not", reason: "negated", tokens: particle(at: 1, "not", in: text))])
    }
    // A verb behind an auxiliary is negated by it.
    if !auxiliaries.isEmpty { return auxiliaries }
    let plain = Self.plainVerbs.matches(in: text).compactMap { match -> EditSite? in
      guard ["i", "you", "we", "they"].contains(subject(before: match.range, text)) else { return nil }
      let verb = Self.verbs[match.phrase].0
      return EditSite(match.range, [replacement("do not", verb, text)])
    }
    let third = Self.thirdPersonVerbs.matches(in: text).compactMap { match -> EditSite? in
      guard ["he", "she", "it"].contains(subject(before: match.range, text)) else { return nil }
      let verb = Self.verbs[match.phrase].0
      return EditSite(match.range, [replacement("does not", verb, text)])
    }
    return plain + third
  }

  private func replacement(_ auxiliary: String, _ verb: String, _ text: PerturbableText)
    -> EditSite.Alternative
  {
    var alternative = EditSite.Alternative("\(auxiliary) \(verb)", reason: "negated")
    if var words = text.words(of: alternative.replacement), words.count == 3 {
      words[0].tag = WordTag(.auxiliary, lemma: "do")
      words[1].tag = WordTag(.particle, lemma: "not")
      words[2].tag = WordTag(.verb, lemma: verb)
      alternative.tokens = words
    }
    return alternative
  }

  /// The word before, in lower case.
  private func subject(before range: Range<Int>, _ text: PerturbableText) -> String {
    text.latinWords.last { $0.upperBound <= range.lowerBound }.map { text.text.surface($0).lowercased() }
      ?? ""
  }

  private func particle(at start: Int, _ word: String, in text: PerturbableText) -> [TextToken]? {
    guard !text.text.tokens.isEmpty else { return nil }
    return [TextToken(start..<(start + word.unicodeScalars.count), WordTag(.particle, lemma: word))]
  }

  private func englishRemovals(_ text: PerturbableText) -> [EditSite] {
    // Other negators, or two: what is left could still negate.
    guard Self.negators.matches(in: text).count == 1 else { return [] }
    return Self.negatedEnglish.matches(in: text).map { match in
      EditSite(
        (match.range.upperBound - 4)..<match.range.upperBound,
        [.init("", reason: "negation removed", tokens: text.text.tokens.isEmpty ? nil : [])])
    }
  }

  private func chineseAdditions(_ text: PerturbableText) -> [EditSite] {
    Self.affirmativeChinese.matches(in: text).filter { $0.phrase < Self.chineseForms.count }.map { match in
      let form = Self.chineseForms[match.phrase]
      // An adverb of degree gives way; before all else the negation goes in front.
      if form.affirmative == "很" { return EditSite(match.range, form.negative, reason: "negated") }
      let negator = String(form.negative.dropLast(form.affirmative.count))
      return EditSite(match.range.lowerBound..<match.range.lowerBound, negator, reason: "negated")
    }
  }

  private func chineseRemovals(_ text: PerturbableText) -> [EditSite] {
    let count = text.scalars.count { "不没别未无非".unicodeScalars.contains($0) }
    guard count == 1 else { return [] }
    return Self.negativeChinese.matches(in: text).compactMap { match in
      let negator = match.range.lowerBound..<(match.range.lowerBound + 1)
      guard match.range.upperBound < text.scalars.count, text.scalars[match.range.upperBound] == "再" else {
        return EditSite(negator, "", reason: "negation removed")
      }
      return again(match.range, text)
    }
  }

  /// 不会再买了 turned is 还会再买: who will do it again does so still, and nothing has changed (了).
  private func again(_ range: Range<Int>, _ text: PerturbableText) -> EditSite? {
    let marks = "，。！；、…,.!; ".unicodeScalars
    let end = text.scalars[range.upperBound...].firstIndex { marks.contains($0) } ?? text.scalars.count
    let negator = range.lowerBound..<(range.lowerBound + 1)
    let word = text.text.tokens.isEmpty ? nil : [TextToken(0..<1, WordTag(.adverb, lemma: "还"))]
    guard text.scalars[end - 1] == "了", end - 1 > range.upperBound else { return nil }
    return EditSite(
      negator,
      [
        .init(
          "还", reason: "negation removed", tokens: word,
          companion: TextEdit((end - 1)..<end, "", operation: rule.id, reason: "negation removed"))
      ])
  }
}
