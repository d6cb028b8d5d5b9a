import Mandarin
package import TextModel

/// Words left in pinyin, without tones: 去北京 → 去beijing.
package struct PinyinRomanisation: SitePerturbation {
  package let rule = PerturbationRule(
    "pinyin-romanisation", "Characters written in pinyin.", languages: [.chinese])

  package init() {}

  package func sites(in text: PerturbableText) -> [EditSite] {
    // Whole words where they are known, otherwise single characters.
    let scalars = text.scalars
    let words =
      text.text.tokens.isEmpty ? scalars.indices.map { $0..<($0 + 1) } : text.text.tokens.map(\.range)
    return words.compactMap { word in
      var pinyin = ""
      for i in word {
        guard let reading = MandarinTable.standard.reading(scalars[i]) else { return nil }
        pinyin += reading.syllable
      }
      return EditSite(word, pinyin, reason: "pinyin")
    }
  }
}
