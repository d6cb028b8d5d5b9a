import Language
import Testing

@Suite struct RealiserTests {
  private func only(_ line: String, language: String = "en", slots: String = "") throws -> String {
    let quoted = line.replacing("'", with: "''")
    return all(
      try space("template: t\nlanguages: \(language)\n\(slots)intents: {i: '\(quoted)'}\n")
    ).joined(separator: "; ")
  }

  @Test func spacesStayOutsideOfSpansAndVanishAtEnds() throws {
    let slots = "slots: {city: [Paris]}\n"
    #expect(
      try only(" [ very ;0%] go  to {city} , now ", slots: slots)
        == "very go to [city Paris=Paris], now; go to [city Paris=Paris], now")
    #expect(
      try only("{city}'s mayor ( of {city})", slots: slots)
        == "[city Paris=Paris]'s mayor of [city Paris=Paris]")
  }

  @Test func articlesGoBySound() throws {
    let slots =
      "slots: {x: [hour, useful tool, MBA, European, SUV, union, umbrella, 8-seater, one-way street, NATO base, honest man, unidentified car]}\n"
    #expect(
      try only("a/an {x}", slots: slots).replacing("[x ", with: "").split(separator: "; ").map {
        $0.split(separator: "=")[0]
      }
        == [
          "an hour", "a useful tool", "an MBA", "a European", "an SUV", "a union", "an umbrella",
          "an 8-seater",
          "a one-way street", "a NATO base", "an honest man", "an unidentified car",
        ])
    #expect(try only("A/An ugly one") == "An ugly one")
  }

  @Test func pluralsFollowTheRules() {
    let plurals = [
      "car": "cars", "bus": "buses", "city": "cities", "day": "days", "box": "boxes", "church": "churches",
      "child": "children", "traffic light": "traffic lights", "policeman": "policemen", "human": "humans",
      "sheep": "sheep", "café": "cafés", "ATM": "ATMs", "leaf": "leaves",
    ]
    for (one, many) in plurals { #expect(EnglishNoun.plural(of: one) == many) }
  }

  @Test func numbersAreSpelt() {
    let english = [
      "0": "zero", "14": "fourteen", "23.5": "twenty-three point five", "100": "one hundred",
      "1020": "one thousand twenty", "-7": "minus seven",
    ]
    for (digits, words) in english { #expect(NumberWords.cardinal(digits, language: "en") == words) }
    let chinese = [
      "0": "零", "10": "十", "12": "十二", "20": "二十", "110": "一百一十", "112": "一百一十二", "105": "一百零五",
      "2024": "二千零二十四", "10005": "一万零五", "23.5": "二十三点五", "120000": "十二万", "100010": "十万零一十",
    ]
    for (digits, words) in chinese { #expect(NumberWords.cardinal(digits, language: "zh") == words) }
    #expect(NumberWords.counting("2", language: "zh") == "两")
    #expect(NumberWords.ordinal("23", language: "en") == "twenty-third")
    #expect(NumberWords.ordinal("12", language: "zh") == "第十二")
  }

  @Test func chineseSpacesAreWordBoundaries() throws {
    let slots = "slots: {song: {values: {s: 夏天 的 雨}}, app: {values: {m: Apple Music}}}\n"
    let space = try space(
      "template: t\nlanguages: zh\n\(slots)intents: {i: '请 用 {app} 播放 {song}。'}\n")
    var derivation = Derivation(for: space)
    var realiser = Realiser(space)
    var sample = RealisedSample(for: space)
    space.unrank(0 as UInt64, into: &derivation)
    realiser.realise(derivation, into: &sample)
    let text = sample.texts[0]
    #expect(marked(text, space) == "请用[app Apple Music=m]播放[song 夏天的雨=s]。")
    let scalars = Array(text.string.unicodeScalars)
    let words = text.tokens.map { range in
      String(String.UnicodeScalarView(scalars[Int(range.lowerBound)..<Int(range.upperBound)]))
    }
    #expect(words == ["请", "用", "Apple", "Music", "播放", "夏天", "的", "雨", "。"])
  }

  /// Words and spaces are all of the text, and edges of spans are edges of words, for random grammars.
  @Test func wordsCoverTheText() throws {
    for seed in 0..<100 as Range<UInt64> {
      var random = RandomTemplates(seed: seed)
      guard let space = try? space(random.text()), let count = space.count.word, count < 1000 else {
        continue
      }
      var derivation = Derivation(for: space)
      var realiser = Realiser(space)
      var sample = RealisedSample(for: space)
      for rank in 0..<count {
        space.unrank(rank, into: &derivation)
        realiser.realise(derivation, into: &sample)
        let text = sample.texts[0]
        let scalars = Array(text.string.unicodeScalars)
        var covered = [Bool](repeating: false, count: scalars.count)
        for token in text.tokens {
          for i in token { covered[Int(i)] = true }
        }
        #expect(Int(text.scalars) == scalars.count)
        #expect(zip(scalars, covered).allSatisfy { ($0 == " ") != $1 })
        let starts = Set(text.tokens.map(\.lowerBound))
        let ends = Set(text.tokens.map(\.upperBound))
        for span in text.spans {
          #expect(starts.contains(span.start) && ends.contains(span.end))
          let bytes = text.bytes[Int(span.byteStart)..<Int(span.byteEnd)]
          let slice = String(String.UnicodeScalarView(scalars[Int(span.start)..<Int(span.end)]))
          #expect(bytes.elementsEqual(slice.utf8))
        }
      }
    }
  }

  @Test func parallelSentencesSayTheSame() throws {
    let text = """
      template: t
      languages: [zh, en]
      features: {num: [sg, pl]}
      slots:
        count: {values: {"1": {zh: 一, en: "one ; num=sg"}, "2": {zh: 两, en: "two ; num=pl"}}}
        thing:
          inflect: noun
          values:
            car: {zh: 车, en: car, cl: 辆}
            dog: {zh: [狗, 狗狗], en: dog, cl: 条}
      intents:
        see:
          zh: 我 看到 {count} $thing.cl {thing}
          en: I see {count;num} {thing;num}
      """
    let found = all(try space(text))
    #expect(found.count == 2 * 3)
    #expect(found.contains("我看到[count 两=2]辆[thing 车=car] / I see [count two=2] [thing cars=car]"))
    #expect(found.contains("我看到[count 一=1]条[thing 狗狗=dog] / I see [count one=1] [thing dog=dog]"))
    // One language of it alone.
    #expect(all(try space(text, languages: ["en"])).count == 4)
  }

  @Test func derivedSlotsComputeAndRepeat() throws {
    let text = """
      template: t
      slots: {a: {range: 1..2}, b: {range: 3..3}, city: [Paris]}
      intents:
        i: "{a} plus {b} is {total=$sum(a, b)} or $spell(b) in {city}, yes {$city}"
      """
    #expect(
      all(try space(text)) == [
        "[a 1=1] plus [b 3=3] is [total 4] or three in [city Paris=Paris], yes [city Paris=Paris]",
        "[a 2=2] plus [b 3=3] is [total 5] or three in [city Paris=Paris], yes [city Paris=Paris]",
      ])
  }
}
