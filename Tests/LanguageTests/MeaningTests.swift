import Language
import Testing

/// Alternatives that are told to mean the same in several languages.
@Suite struct MeaningTests {
  private static let text = """
    template: t
    languages: [en, zh]
    slots: {n: {range: 1..3, en: "$value", zh: "$value"}}
    aliases:
      ask: {en: ["the first; @first", "the second; @second"], zh: ["头 一 个; @first", "第二 个; @second"]}
    intents:
      count:
        en: |
          {n} up ; @up
          {n} down ; @down
        zh: |
          {n} 上 ; @up
          {n} 往 上 ; @up
          {n} 下 ; @down
      pick: {en: "{n} <ask>", zh: "{n} <ask>"}
      free: {en: "{n} left ; @left", zh: "{n} 左"}

    """

  private func said(_ space: DerivationSpace) -> [(en: String, zh: String)] {
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    return (0..<Int(space.count.word ?? 0)).map { rank in
      space.unrank(UInt64(rank), into: &derivation)
      realiser.realise(derivation, into: &sample)
      return (sample.texts[0].string, sample.count > 1 ? sample.texts[1].string : "")
    }
  }

  /// Three numbers; two ways up and one down, two orders, one way that names nothing in one language.
  @Test func languagesMeanTheSame() throws {
    let pairs = try said(space(Self.text))
    #expect(pairs.count == 3 * (3 + 2 + 1))
    let meant = ["up": "上", "down": "下", "the first": "头一个", "the second": "第二个", "left": "左"]
    for pair in pairs {
      let word = try #require(meant.keys.first { pair.en.hasSuffix($0) })
      #expect(pair.zh.hasSuffix(meant[word] ?? "?"), "\(pair)")
    }
  }

  /// One language by itself says all it can.
  @Test func aloneNothingIsLost() throws {
    #expect(try space(Self.text, languages: ["zh"]).count.description == "18")
    #expect(try space(Self.text, languages: ["en"]).count.description == "15")
  }

  @Test func whatNobodyAnswersIsTold() throws {
    let text = Self.text.replacing("{n} down ; @down", with: "{n} down ; @dwn")
    let warnings = TemplateLint.warnings(in: try templates(text)).map(\.message)
    #expect(warnings.contains { $0.contains("count: the meaning dwn") })
    #expect(warnings.contains { $0.contains("count: the meaning down") })
    #expect(try TemplateLint.warnings(in: templates(Self.text)).isEmpty)
  }
}
