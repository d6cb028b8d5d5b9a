import Diagnostics
import RandomStreams
import Speech
import Testing

@Suite struct EspeakSynthesizerTests {
  private func speak(
    _ text: String, _ language: SpeechLanguage, rate: Double = 22_050, by speaker: String = "eva"
  ) throws -> SpokenUtterance {
    let stream = RandomStream(seed: 8)
    let voice = try #require(SpeechCatalog.synthesizer(for: language))
    return try voice.speak(
      SpeechRequest(
        text, language, speaker: Speaker(id: speaker, among: stream), sampleRate: rate,
        stream: stream.child("utterance")))
  }

  /// At the program's own rate every word begins and ends with sound, and all else is silence: labels off by a sample are seen.
  @Test(
    .enabled(if: EspeakSynthesizer.isInstalled, "espeak-ng is not installed"),
    arguments: [
      ("Guten Morgen, wie geht es Ihnen?", SpeechLanguage.german, 6),
      ("Le train part dans une heure.", .french, 6), ("El tren sale a las ocho.", .spanish, 6),
      ("Non lo so, perché non c'è nessuno.", .italian, 7),
      ("Não há ninguém em casa hoje.", .portuguese, 6), ("Я не знаю, где он живёт.", .russian, 6),
      // Words that the program's dictionary has joined.
      ("Parce qu'il fait froid, ferme la fenêtre.", .french, 7), ("Qu'est-ce que c'est ?", .french, 3),
    ])
  func wordsHoldAllSound(_ text: String, _ language: SpeechLanguage, count: Int) throws {
    let u = try speak(text, language)
    #expect(u.words.count == count)
    let silent = CharacterSet.marks
    var rest = u.samples
    for word in u.words {
      #expect(u.samples[word.samples.lowerBound] != 0 && u.samples[word.samples.upperBound - 1] != 0)
      for n in word.samples { rest[n] = 0 }
      let written = String(String.UnicodeScalarView(u.source[word.source]))
      #expect(word.text == written.lowercased() && !written.contains(where: silent.contains))
    }
    #expect(rest.allSatisfy { $0 == 0 })
    // Pauses of the program are gone again: speech is most of the sentence.
    #expect(u.words.reduce(0) { $0 + $1.samples.count } > u.samples.count * 7 / 10)
    #expect(u.phones.reduce(0) { $0 + $1.samples.count } == u.samples.count)
    #expect(try speak(text, language) == u)
    #expect(try speak(text, language, rate: 16_000).words.map(\.source) == u.words.map(\.source))
  }

  /// Women and men: an echo in a voice would fill the pauses between words.
  @Test(.enabled(if: EspeakSynthesizer.isInstalled, "espeak-ng is not installed"))
  func everyVoiceHasWords() throws {
    let names = (1...6).map { "speaker-\($0)" }
    let stream = RandomStream(seed: 8)
    #expect(Set(names.map { Speaker(id: $0, among: stream).isFemale }).count == 2)
    for name in names {
      #expect(try speak("Schalten Sie das Licht aus.", .german, by: name).words.count == 5, "\(name)")
    }
  }

  private enum CharacterSet {
    static let marks: Set<Character> = [",", "?", ".", " "]
  }

  @Test(.enabled(if: EspeakSynthesizer.isInstalled, "espeak-ng is not installed"))
  func whatIsNotOneWordIsRefused() {
    let error = #expect(throws: DioramaError.self) { try speak("Um 8:30 Uhr.", .german) }
    #expect(error?.remedy?.contains("as words") == true)
  }

  @Test(.enabled(if: !EspeakSynthesizer.isInstalled, "espeak-ng is installed"))
  func whereItIsMissingTheErrorSaysWhatToInstall() {
    let error = #expect(throws: DioramaError.self) { try speak("Guten Tag.", .german) }
    #expect(error?.remedy?.contains("apt-get install espeak-ng") == true)
  }
}
