package import TextModel

/// A word of the same meaning, from a small lexicon of words that can stand for one another in nearly any sentence.
package struct SynonymSwap: SitePerturbation {
  package let rule = PerturbationRule("synonym-swap", "A word of the same meaning.")

  package init() {}

  /// Words of a line mean the same; the first word of the line is their part of speech.
  private static let english = SynonymLexicon(
    """
    ADJ big large
    ADJ small little*
    ADJ quick fast* rapid
    ADJ easy simple
    ADJ difficult tough
    ADJ correct accurate
    ADJ wrong* incorrect
    ADJ glad happy
    ADJ cheap inexpensive
    ADJ expensive costly
    ADJ quiet* silent
    ADJ polite courteous
    ADJ rude impolite
    ADJ dirty unclean
    ADJ awful terrible dreadful
    ADJ great* excellent
    ADJ wonderful marvellous
    ADJ huge enormous
    ADJ strange odd
    ADJ sick ill*
    ADV quickly rapidly
    ADV often frequently
    ADV maybe perhaps
    ADV really truly
    ADV almost nearly
    ADV immediately at_once
    VERB begin start*
    VERB buy* purchase*
    VERB help* assist
    VERB need* require
    VERB show* display*
    VERB repair* fix*
    VERB choose select pick*
    VERB finish* complete*
    VERB permit* allow
    VERB answer* reply*
    VERB reserve* book*
    NOUN car automobile
    NOUN film* movie
    NOUN picture* image*
    NOUN journey trip*
    NOUN error mistake*
    NOUN shop* store*
    NOUN photo photograph*
    NOUN bike* bicycle*
    NOUN phone* telephone*
    NOUN doctor* physician
    """)

  private static let chinese = SynonymLexicon(
    """
    ADJ 漂亮 好看 美丽
    ADJ 便宜 实惠
    ADJ 贵* 昂贵
    ADJ 快速 迅速
    ADJ 干净 整洁
    ADJ 困难* 艰难
    ADJ 高兴 开心
    ADJ 糟糕 差劲
    ADJ 附近的 周边的
    ADV 非常 十分
    ADV 马上 立刻 立即
    ADV 经常 常常
    ADV 也许 或许
    VERB 打开 开启
    VERB 关闭 关掉
    VERB 播放 放*
    VERB 查找 查询 搜索
    VERB 预订 预定
    VERB 帮助* 协助
    VERB 购买 买*
    VERB 告诉 告知
    VERB 喜欢 喜爱
    VERB 调高 调大
    VERB 调低 调小
    NOUN 电影 影片
    NOUN 图片 照片
    NOUN 医生 大夫
    NOUN 饭店 餐馆
    NOUN 手机 移动电话
    NOUN 妈妈 母亲
    NOUN 爸爸 父亲
    NOUN 星期天 星期日 周日
    NOUN 错误* 差错
    NOUN 服务员 店员
    """)

  package func sites(in text: PerturbableText) -> [EditSite] {
    (text.isChinese ? Self.chinese : Self.english).sites(in: text, operation: rule.id, reason: "synonym")
  }
}

/// Words that can stand for one another.
struct SynonymLexicon: Sendable {
  private struct Word: Sendable {
    var surface: String
    var pos: UniversalPOS?
    var others: [String]
    /// Another word, or part of one, unless the text's own words say otherwise.
    var isAmbiguous: Bool
  }

  private let words: [Word]
  private let table: PhraseTable

  /// `_` in a word is a space; a word with `*` is taken only where the text knows its part of speech.
  init(_ lines: String) {
    var words: [Word] = []
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard let pos = parts.first.map(String.init) else { continue }
      let forms = parts.dropFirst().map { form in
        (
          surface: String(form.filter { $0 != "*" }).replacing("_", with: " "),
          isAmbiguous: form.last == "*"
        )
      }
      for form in forms {
        words.append(
          Word(
            surface: form.surface, pos: UniversalPOS(rawValue: pos),
            others: forms.map(\.surface).filter { $0 != form.surface }, isAmbiguous: form.isAmbiguous))
      }
    }
    self.words = words
    table = PhraseTable(words.map(\.surface))
  }

  func sites(in text: PerturbableText, operation: String, reason: String) -> [EditSite] {
    table.matches(in: text).compactMap { match in
      let word = words[match.phrase]
      // Where the text says that it is another part of speech (`book` the noun), it is another word.
      let known = text.text.tokens.first { $0.range == match.range }?.tag.pos
      guard known == word.pos || (known == nil && !word.isAmbiguous) else { return nil }
      let original = text.scalars[match.range]
      let alternatives = word.others.map { other in
        let replacement = text.isChinese ? other : Casing.match(other, to: original)
        return EditSite.Alternative(
          replacement, reason: reason, tokens: text.words(of: replacement, WordTag(word.pos, lemma: other)),
          companion: text.isChinese ? nil : Self.article(before: match.range, other, in: text, operation))
      }
      return EditSite(match.range, alternatives)
    }
  }

  /// The article's new form, where a word of another sound now follows it.
  static func article(
    before range: Range<Int>, _ word: String, in text: PerturbableText, _ operation: String
  ) -> TextEdit? {
    guard let before = text.latinWords.last(where: { $0.upperBound <= range.lowerBound }),
      before.upperBound + 1 == range.lowerBound
    else { return nil }
    let article = text.text.surface(before)
    guard ["a", "an"].contains(article.lowercased()) else { return nil }
    let new = Casing.match(EnglishArticle.takesAn(word) ? "an" : "a", to: text.scalars[before].prefix(1))
    guard new != article else { return nil }
    return TextEdit(before, new, operation: operation, reason: "article")
  }
}
