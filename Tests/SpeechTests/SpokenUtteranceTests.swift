import Diagnostics
import RandomStreams
import Signals
import Speech
import Testing
import TextModel

/// What holds of every utterance, whoever made it.
@Suite struct SpokenUtteranceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var voice: String
    var language: SpeechLanguage
    var text: String
    var rate = 16_000.0
    var style = SpeakingStyle.normal
    var testDescription: String { "\(voice) \(text) \(rate)" }
  }

  /// Every voice of the catalog, in every language that it speaks.
  static let cases: [Case] = SpeechCatalog.synthesizers.flatMap { voice in
    texts.filter { voice.speaks($0.language, $0.style) }.map {
      Case(voice: voice.name, language: $0.language, text: $0.text, rate: $0.rate, style: $0.style)
    }
  }

  private static let texts: [(language: SpeechLanguage, text: String, rate: Double, style: SpeakingStyle)] = [
    (.english, "Turn left at 8:30, then call 911! Is it 45%?", 16_000, .normal),
    (.english, "GPS says it's 2 km to Mr. O'Brien.", 48_000, .lombard),
    (.mandarin, "请在8:30拨打110，气温22.5℃。", 16_000, .normal),
    (.mandarin, "车牌京A12345，打开GPS导航", 44_100, .fast),
  ]

  static func speak(_ item: Case, speaker: Speaker? = nil, seed: UInt64 = 3) throws -> SpokenUtterance {
    let stream = RandomStream(seed: seed)
    let voice = try #require(SpeechCatalog.synthesizer(named: item.voice))
    return try voice.speak(
      SpeechRequest(
        item.text, item.language, speaker: speaker ?? Speaker(id: "ann", among: stream), style: item.style,
        sampleRate: item.rate, stream: stream.child("utterance")))
  }

  @Test(arguments: cases)
  func labelsFillTheSound(_ item: Case) throws {
    let u = try Self.speak(item)
    #expect(u.sampleRate == item.rate && u.samples.allSatisfy(\.isFinite))
    // Phones: from the first sample to the last without gap.
    var at = 0
    for phone in u.phones {
      #expect(phone.samples.lowerBound == at && !phone.samples.isEmpty, "\(phone)")
      at = phone.samples.upperBound
    }
    #expect(at == u.samples.count)
    #expect(u.phones.first?.isPause == true && u.phones.last?.isPause == true)
    // Syllables hold their phones, words their syllables, and nothing else.
    for (index, syllable) in u.syllables.enumerated() {
      let phones = u.phones.filter { $0.syllable == index }
      #expect(!phones.isEmpty && phones.reduce(0) { $0 + $1.samples.count } == syllable.samples.count)
      #expect(phones.first?.samples.lowerBound == syllable.samples.lowerBound)
      #expect(u.words[syllable.word].samples.contains(syllable.samples.lowerBound))
    }
    for (index, word) in u.words.enumerated() {
      let syllables = u.syllables.filter { $0.word == index }
      #expect(!syllables.isEmpty && syllables.reduce(0) { $0 + $1.samples.count } == word.samples.count)
      #expect(word.source.lowerBound >= 0 && word.source.upperBound <= u.source.count && !word.source.isEmpty)
      if index > 0 { #expect(word.samples.lowerBound >= u.words[index - 1].samples.upperBound) }
    }
    // What is between words is silence, by label and by ear.
    let spoken = u.spokenExtents.reduce(0) { $0 + $1.count }
    #expect(spoken == u.words.reduce(0) { $0 + $1.samples.count })
    let pauses = u.phones.filter(\.isPause).dropFirst().dropLast()
    for pause in pauses where pause.samples.count > Int(0.1 * u.sampleRate) {
      // The end of a pause, where nothing rings any more.
      let start = pause.samples.upperBound - pause.samples.count / 3
      let middle = start..<(pause.samples.upperBound - Int(0.02 * u.sampleRate))
      #expect(Levels.rms(u.samples, in: middle) < 0.12 * Levels.rms(u.samples))
    }
  }

  @Test(arguments: cases)
  func sameRequestSameBytes(_ item: Case) throws {
    #expect(try Self.speak(item) == Self.speak(item))
  }

  @Test(arguments: cases)
  func levelIsTheSpeakers(_ item: Case) throws {
    let speaker = Speaker(id: "bob", among: RandomStream(seed: 9))
    let u = try Self.speak(item, speaker: speaker)
    var energy = 0.0
    for extent in u.spokenExtents { energy += Levels.energy(u.samples, in: extent) }
    let mean = energy / Double(u.spokenExtents.reduce(0) { $0 + $1.count })
    let level = Decibels.ofPower(mean / (Levels.referencePressure * Levels.referencePressure))
    #expect(abs(level - speaker.level - item.style.gain) < 0.01)
  }

  /// Entities of a labelled text are found in time.
  @Test func partsOfTheTextAreFound() throws {
    let u = try Self.speak(Case(voice: "formant", language: .english, text: "Meet Anna at 8:30 in Paris."))
    let text = Array("Meet Anna at 8:30 in Paris.")
    let range = try #require(u.samples(saying: 13..<17))
    #expect(String(text[13..<17]) == "8:30")
    let words = u.words.filter { range.overlaps($0.samples) }.map(\.text)
    #expect(words == ["eight", "thirty"])
    #expect(
      range.lowerBound == u.words[3].samples.lowerBound && range.upperBound == u.words[4].samples.upperBound)
    #expect(u.samples(saying: 26..<27) == nil, "nobody says a full stop")
    let zh = try Self.speak(Case(voice: "formant", language: .mandarin, text: "去北京大学"))
    let city = try #require(zh.samples(saying: 1..<3))
    #expect(zh.syllables.filter { city.contains($0.samples.lowerBound) }.map(\.text) == ["bei", "jing"])
  }

  @Test func refusals() throws {
    for (text, language) in [
      ("", SpeechLanguage.english), ("...", .english), ("龘", .mandarin), ("。", .mandarin),
      ("привет", .english), ("さくら", .mandarin),
    ] {
      #expect(throws: DioramaError.self) {
        try Self.speak(Case(voice: "formant", language: language, text: text))
      }
    }
    #expect(throws: DioramaError.self) {
      try Self.speak(Case(voice: "formant", language: .english, text: "hi", rate: 100))
    }
    #expect(throws: DioramaError.self) {
      try Self.speak(Case(voice: "flite", language: .mandarin, text: "好"))
    }
    #expect(throws: DioramaError.self) {
      try Self.speak(Case(voice: "flite", language: .english, text: "hi", style: .whisper))
    }
  }

  /// Chinese within English is said by the voice that can, and refused by the one that cannot.
  @Test func languagesMix() throws {
    let text = "Go to 北京 now."
    let u = try Self.speak(Case(voice: "formant", language: .english, text: text))
    #expect(u.transcript == ["go", "to", "北京", "now"])
    #expect(u.syllables.compactMap(\.tone) == [3, 1])
    #expect(throws: DioramaError.self) {
      try Self.speak(Case(voice: "flite", language: .english, text: text))
    }
    #expect(SpeechCatalog.synthesizer(for: .english)?.name == "flite")
    #expect(SpeechCatalog.synthesizer(for: .english, .whisper)?.name == "formant")
  }

  /// A labelled text brings its language and its words.
  @Test func labelledTextsAreTaken() throws {
    let text = try AnnotatedText(
      scalars: Array("北京大学生".unicodeScalars), tokens: [TextToken(0..<2), TextToken(2..<5)], language: "zh-CN")
    let request = try #require(SpeechRequest(text, speaker: .reference, stream: RandomStream(seed: 1)))
    #expect(try FormantSynthesizer().speak(request).transcript == ["北京", "大学生"])
    #expect(
      SpeechRequest(AnnotatedText("ja", language: "ja"), speaker: .reference, stream: RandomStream(seed: 1))
        == nil)
  }
}
