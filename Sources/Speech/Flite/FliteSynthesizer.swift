package import Diagnostics
import RandomStreams

/// Recorded English voices by the flite library (statistical parametric, 16 kHz): words as read by our own reader, so
/// that every word knows its place in the text; sounds from the library's segments.
///
/// A speaker's tract is made by playing at another rate what is spoken slower or faster and lower or higher to match.
package struct FliteSynthesizer: SpeechSynthesizer {
  package let name = "flite"

  package init() {}

  package func speaks(_ language: SpeechLanguage, _ style: SpeakingStyle) -> Bool {
    language == .english && style.isVoiced
  }

  /// Names of letters in words that the library reads right.
  private static let letters: [Unicode.Scalar: String] = [
    "a": "ay", "b": "bee", "c": "see", "d": "dee", "e": "ee", "f": "eff", "g": "gee", "h": "aitch",
    "i": "eye",
    "j": "jay", "k": "kay", "l": "el", "m": "em", "n": "en", "o": "oh", "p": "pee", "q": "cue", "r": "are",
    "s": "ess",
    "t": "tee", "u": "you", "v": "vee", "w": "doubleyou", "x": "ex", "y": "why", "z": "zee",
  ]

  /// Formants of the recorded voices as multiples of the reference tract's.
  private static func tract(_ voice: Speaker.RecordedVoice) -> Double { voice == .slt ? 1.14 : 1 }

  /// Hertz.
  private static let pitchOfRMS = 95.0

  package func speak(_ request: SpeechRequest) throws(DioramaError) -> SpokenUtterance {
    guard request.language == .english else {
      throw DioramaError(
        .badInput, "the recorded voices speak English, not \(request.language.rawValue)",
        remedy: "Choose the voice 'formant'.")
    }
    guard request.style.isVoiced else { throw Self.noWhisper }
    let words = try SpeechReading.words(of: request)
    if let foreign = words.first(where: \.isMandarin) {
      throw DioramaError(
        .badInput,
        "the recorded voices speak English, not '\(foreign.text)' at position \(foreign.source.lowerBound)",
        remedy: "Choose the voice 'formant'.")
    }
    let speaker = request.speaker
    let voice = speaker.recordedVoice
    let pitch = speaker.pitch * request.style.pitchFactor
    // The pitch of rms cannot be set, so it is played at the rate that gives it, and the tract follows.
    let wanted =
      voice == .rms
      ? min(max(pitch / Self.pitchOfRMS, 0.85), 1.25)
      : min(max(speaker.formantScale / Self.tract(voice), 0.88), 1.14)
    // Steps of 1/80: played 80/k times as fast.
    let scale = 80 / (80 / wanted).rounded()
    let range = speaker.pitchRange * request.style.rangeFactor
    var noise = request.stream.child("noise")
    guard
      let spoken = FliteEngine.speak(
        Self.text(words), voice: voice, stretch: request.style.stretch / speaker.rate * scale,
        pitch: (pitch / scale, pitch / scale * 0.033 * range), seed: UInt32(truncatingIfNeeded: noise.next()))
    else { throw DioramaError(.internalError, "the speech library made no sound of \(words.count) words") }
    var utterance = try Self.labelled(spoken, words, request)
    // What was made at 16 kHz is taken as made at 16 kHz · scale.
    utterance.sampleRate = Double(spoken.sampleRate) * scale
    utterance = utterance.resampled(to: request.sampleRate)
    utterance.setLevel(speaker.level + request.style.gain)
    return utterance
  }

  private static let noWhisper = DioramaError(
    .badInput, "the recorded voices cannot whisper",
    remedy: "Choose the voice 'formant' for whispered speech.")

  /// What the library is given: words, with marks where pauses are.
  static func text(_ words: [ReadWord]) -> String {
    words.enumerated().map { index, word in
      let spelling: String =
        switch word.sound {
        case .letter(let letter): letters[letter] ?? "oh"
        case .english(let text): text
        case .mandarin: ""
        }
      guard index + 1 < words.count else { return spelling + (word.endsQuestion ? "?" : ".") }
      switch word.pauseAfter {
      case .none: return spelling
      case .short: return spelling + ","
      case .long: return spelling + (word.endsQuestion ? "?" : ".")
      }
    }
    .joined(separator: " ")
  }

  /// The library's segments as phones, syllables and words of ours.
  private static func labelled(_ spoken: FliteEngine.Spoken, _ words: [ReadWord], _ request: SpeechRequest)
    throws(DioramaError) -> SpokenUtterance
  {
    let count = spoken.samples.count
    var phones: [SpokenPhone] = []
    var syllables: [SpokenSyllable] = []
    var symbols: [[String]] = []
    var start = 0
    var current: (word: Int, syllable: Int)?
    for (index, segment) in spoken.segments.enumerated() {
      let isLast = index == spoken.segments.count - 1
      let end =
        isLast ? count : min(count, max(start, Int((segment.end * Double(spoken.sampleRate)).rounded())))
      let symbol = segment.name == "pau" ? SpokenPhone.pauseSymbol : segment.name.uppercased()
      var place: Int?
      if let word = segment.word, spoken.wordTokens.indices.contains(word), symbol != SpokenPhone.pauseSymbol
      {
        let token = spoken.wordTokens[word]
        guard words.indices.contains(token) else { throw mismatch(words.count) }
        if current?.word != word || current?.syllable != segment.syllable {
          syllables.append(
            SpokenSyllable(
              text: "", samples: 0..<0, source: words[token].source, word: token, stress: segment.stress))
          symbols.append([])
          current = (word, segment.syllable)
        }
        symbols[symbols.count - 1].append(symbol)
        place = syllables.count - 1
      }
      phones.append(SpokenPhone(symbol: symbol, samples: start..<end, syllable: place))
      start = end
    }
    for i in syllables.indices { syllables[i].text = symbols[i].joined(separator: "-") }
    guard Set(syllables.map(\.word)).count == words.count else { throw mismatch(words.count) }
    return SpokenUtterance(
      samples: spoken.samples.map { Float($0) / 32768 }, sampleRate: Double(spoken.sampleRate),
      source: request.text,
      phones: phones, syllables: syllables,
      words: words.map { SpokenWord(text: $0.text, samples: 0..<0, source: $0.source) })
  }

  private static func mismatch(_ count: Int) -> DioramaError {
    DioramaError(
      .internalError, "the speech library divided \(count) words in another way",
      remedy: "Choose the voice 'formant' for this text.")
  }
}
