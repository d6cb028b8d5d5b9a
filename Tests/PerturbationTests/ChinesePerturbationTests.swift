import Perturbation
import RandomStreams
import Testing
import TextModel

@Suite struct ChinesePerturbationTests {
  private func sites(_ perturbation: some SitePerturbation, _ text: String) -> [(String, [String])] {
    let text = AnnotatedText(text, language: "zh-CN")
    return perturbation.sites(in: PerturbableText(text)).map {
      (text.surface($0.range), $0.alternatives.map(\.replacement))
    }
  }

  @Test func homophonesSoundTheSame() {
    let table = Dictionary(uniqueKeysWithValues: sites(HomophoneCharacter(), "航时是"))
    #expect(table["航"] == ["杭"] || table["航"]?.contains("杭") == true)
    #expect(table["时"]?.contains("十") == true)
    #expect(table["是"]?.contains("事") == true)
    #expect(table["是"]?.contains("时") != true, "the tone differs")
    // Several readings: no sound is sure.
    #expect(sites(HomophoneCharacter(), "行长乐").isEmpty)
  }

  @Test func fuzzySyllables() {
    let table = Dictionary(uniqueKeysWithValues: sites(PinyinTypo(), "站林"))
    #expect(table["站"]?.contains { "赞暂".contains($0) } == true, "\(table)")
    #expect(table["林"]?.isEmpty == false)
  }

  @Test func pinyinOfWords() throws {
    let text = try SampleTexts.text("我·去·[city:北京]", "zh-CN", tokenises: true)
    let sites = PinyinRomanisation().sites(in: PerturbableText(text))
    #expect(sites.map { $0.alternatives[0].replacement } == ["wo", "qu", "beijing"])
  }

  @Test func traditionalFormsByWord() {
    func converted(_ text: String) -> String? {
      ScriptConversion().perturb(AnnotatedText(text, language: "zh-CN"), stream: RandomStream(seed: 1))?.text
        .string
    }
    #expect(converted("打开导航去理发店") == "打開導航去理髮店")
    #expect(converted("发送到后面") == "發送到後面")
    #expect(converted("皇后在三公里外") == nil, "nothing to convert")
    #expect(converted("关系很复杂，词汇重复") == "關係很複雜，詞彙重複")
    #expect(converted("他干了一件事") == nil, "干 alone may be 乾, 幹 or 干")
  }

  @Test func widthsTurn() {
    #expect(sites(WidthNoise(), "用5G看４Ｋ").map(\.0) == ["5G", "４Ｋ"])
    #expect(sites(WidthNoise(), "用5G看４Ｋ").map(\.1) == [["５Ｇ"], ["4K"]])
  }

  @Test func negationsDoNotMove() {
    #expect(sites(HanSwap(), "我不去").isEmpty)
    #expect(sites(HanSwap(), "打开导航").map(\.1) == [["开打"], ["导开"], ["航导"]])
  }
}
