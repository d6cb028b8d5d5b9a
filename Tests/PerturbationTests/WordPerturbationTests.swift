import Perturbation
import RandomStreams
import Testing
import TextModel

@Suite struct WordPerturbationTests {
  private func sites(_ perturbation: some SitePerturbation, _ text: String, _ language: String = "en-US")
    -> [(
      String, [String]
    )]
  {
    let text = AnnotatedText(text, language: language)
    return perturbation.sites(in: PerturbableText(text)).map {
      (text.surface($0.range), $0.alternatives.map(\.replacement))
    }
  }

  private func result(_ perturbation: some TextPerturbation, _ text: AnnotatedText) -> String? {
    perturbation.perturb(text, severity: .severe, stream: RandomStream(seed: 1))?.text.string
  }

  @Test func contractions() throws {
    #expect(
      sites(Contractions(.contract), "DO NOT go, It is late, yes I am.").map(\.1) == [["DON'T"], ["It's"]])
    #expect(sites(Contractions(.expand), "It's been, can't, I'll").map(\.1) == [["cannot"], ["I will"]])
    #expect(sites(Contractions(.expand), "it\u{2019}s late").map(\.1) == [["it is"]])
    let text = try SampleTexts.text("we do not know", "en-US", tokenises: true)
    let new = try #require(Contractions(.contract).perturb(text, stream: RandomStream(seed: 1))).text
    #expect(new.tokens.map { new.surface($0.range) } == ["we", "do", "n't", "know"])
  }

  @Test func articlesFollowTheirWord() {
    let text = AnnotatedText("It was an easy, a quick walk", language: "en-US")
    var results: Set<String> = []
    for seed in 0..<40 {
      let revision = SynonymSwap().perturb(text, severity: .severe, stream: RandomStream(seed: UInt64(seed)))
      results.insert(revision?.text.string ?? "")
    }
    #expect(results.contains("It was a simple, a fast walk"))
    #expect(results.allSatisfy { !$0.contains("an simple") && !$0.contains("a easy") })
  }

  @Test func partsOfSpeechTellWordsApart() throws {
    // A book is not reserved.
    let noun = try AnnotatedText(
      scalars: Array("my book".unicodeScalars),
      tokens: [TextToken(0..<2, WordTag(.pronoun)), TextToken(3..<7, WordTag(.noun))], language: "en-US")
    #expect(SynonymSwap().sites(in: PerturbableText(noun)).isEmpty)
    #expect(sites(SynonymSwap(), "Book a car").map(\.1) == [["automobile"]])
    let verb = try AnnotatedText(
      scalars: Array("Book it".unicodeScalars), tokens: [TextToken(0..<4, WordTag(.verb))], language: "en-US")
    #expect(SynonymSwap().sites(in: PerturbableText(verb)).map(\.alternatives[0].replacement) == ["Reserve"])
    // Not within other words.
    #expect(sites(SynonymSwap(), "bookshop carpet").isEmpty)
  }

  @Test func speechIsHeard() {
    let heard = sites(SpeechNoise(), "Their car, two.")
    #expect(heard.contains { $0.0 == "Their" && $0.1 == ["there", "they're"] })
    #expect(heard.contains { $0.0 == "T" && $0.1 == ["t"] })
    #expect(heard.filter { [",", "."].contains($0.0) }.map(\.1) == [[""], [""]])
  }

  @Test func fillersStayOutsideOfNames() throws {
    let text = try SampleTexts.text("go to [city:San Francisco] now", "en-US")
    for kind in SpokenInsertion.Kind.allCases {
      for site in SpokenInsertion(kind).sites(in: PerturbableText(text)) {
        #expect(site.range.isEmpty)
        #expect(site.range.lowerBound <= 6 || site.range.lowerBound >= 19, "inside of the city's name")
      }
    }
    #expect(result(SpokenInsertion(.repetition), AnnotatedText("我要去", language: "zh-CN")) == "我我要去")
  }

  @Test func politenessOnce() throws {
    let text = AnnotatedText("Open the window.", language: "en-US", labels: [TextLabel("intent", "open")])
    #expect(
      ["Open the window, please.", "Open the window, thanks."].contains(result(RegisterChange(), text)))
    #expect(result(RegisterChange(), AnnotatedText("Open the window.", language: "en-US")) == nil)
    let polite = AnnotatedText("Please open it.", language: "en-US", labels: [TextLabel("intent", "open")])
    #expect(result(RegisterChange(), polite) == nil)
    let review = AnnotatedText(
      "The colour is bright.", language: "en-US",
      labels: [TextLabel("intent", "review"), TextLabel("sentiment", "positive")])
    #expect(result(RegisterChange(), review) == nil)
  }

  @Test func negationAndItsReverse() {
    func negated(_ text: String, _ language: String = "en-US", _ labels: [TextLabel] = []) -> String? {
      Negation().perturb(
        AnnotatedText(text, language: language, labels: labels), stream: RandomStream(seed: 1))?.text.string
    }
    #expect(negated("The room is clean.") == "The room is not clean.")
    #expect(negated("The room is not clean.") == "The room is clean.")
    #expect(negated("She recommends it") == "She does not recommend it")
    #expect(negated("They love it") == "They do not love it")
    #expect(negated("房间很干净", "zh-CN") == "房间不干净")
    #expect(negated("但是他有车", "zh-CN") == "但是他没有车")
    #expect(negated("他没有车", "zh-CN") == "他有车")
    // 会再买了 is nothing that one says.
    #expect(negated("太贵了，不会再买了。", "zh-CN") == "太贵了，还会再买。")
    #expect(negated("不会再买", "zh-CN") == nil)
    // Two predicates, questions, other negators: which label would turn?
    #expect(negated("It is clean and they are kind") == nil)
    #expect(negated("Is it clean?") == nil)
    #expect(negated("It is never clean") == nil)
    // Not terrible is not good; and an intent has no opposite.
    #expect(negated("It is terrible", "en-US", [TextLabel("sentiment", "negative")]) == nil)
    #expect(negated("It is open", "en-US", [TextLabel("intent", "inform")]) == nil)
    #expect(negated("It is late", "en-US", [TextLabel("truth", "false")]) == "It is not late")
  }

  @Test func antonymsNeedToBeAlone() {
    func turned(_ text: String) -> String? {
      AntonymSwap().perturb(AnnotatedText(text, language: "en-US"), stream: RandomStream(seed: 1))?.text
        .string
    }
    #expect(turned("A clean room") == "A dirty room")
    #expect(turned("A useful map") == "A useless map")
    #expect(turned("An excellent meal") == "A terrible meal")
    #expect(turned("clean but noisy") == nil)
    #expect(turned("not clean") == nil)
  }
}
