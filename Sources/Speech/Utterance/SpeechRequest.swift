package import RandomStreams
package import TextModel

/// A language that text is read in. Latin letters within Chinese are read as in English.
package enum SpeechLanguage: String, Sendable, Hashable, CaseIterable {
  case english = "en"
  case mandarin = "zh"
  // Spoken by espeak-ng alone.
  case german = "de"
  case french = "fr"
  case spanish = "es"
  case italian = "it"
  case portuguese = "pt"
  case russian = "ru"

  /// Whether we read its texts ourselves: numbers and signs become words, and every voice of ours speaks it.
  package var hasReader: Bool { self == .english || self == .mandarin }

  /// By the first part of a BCP 47 tag; `nil` for other languages.
  package init?(tag: String) {
    let primary = tag.split(separator: "-").first.map { $0.lowercased() } ?? ""
    self.init(rawValue: primary == "cmn" ? "zh" : primary)
  }

  /// Small words of those who listen.
  package var backChannels: [String] {
    switch self {
    case .english: ["uh huh", "yeah", "right", "okay", "sure"]
    case .mandarin: ["嗯", "对", "好", "是的", "哦"]
    case .german: ["ja", "genau", "aha", "gut", "stimmt"]
    case .french: ["oui", "voilà", "bien", "ah", "exact"]
    case .spanish: ["sí", "claro", "ya", "bueno", "vale"]
    case .italian: ["sì", "certo", "ah", "bene", "giusto"]
    case .portuguese: ["sim", "claro", "ah", "bom", "certo"]
    case .russian: ["да", "ага", "так", "хорошо", "верно"]
    }
  }
}

/// What to say, who says it and how.
package struct SpeechRequest: Sendable {
  package var text: [Unicode.Scalar]
  package var language: SpeechLanguage
  /// Where the text is divided into words, if it is (Chinese); scalars, disjoint, in order.
  package var words: [Range<Int>]
  package var speaker: Speaker
  package var style: SpeakingStyle
  /// Hertz; 8,000 to 192,000.
  package var sampleRate: Double
  /// Chance in the voice: periods of the larynx, noise of the breath.
  package var stream: RandomStream

  package init(
    _ text: String, _ language: SpeechLanguage, speaker: Speaker, style: SpeakingStyle = .normal,
    sampleRate: Double = 16_000, stream: RandomStream
  ) {
    self.text = Array(text.unicodeScalars)
    self.language = language
    words = []
    self.speaker = speaker
    self.style = style
    self.sampleRate = sampleRate
    self.stream = stream
  }

  /// A labelled text, with its division into words; `nil` where its language is none of ours.
  package init?(
    _ text: AnnotatedText, speaker: Speaker, style: SpeakingStyle = .normal, sampleRate: Double = 16_000,
    stream: RandomStream
  ) {
    guard let language = SpeechLanguage(tag: text.language) else { return nil }
    self.init("", language, speaker: speaker, style: style, sampleRate: sampleRate, stream: stream)
    self.text = text.scalars
    words = text.tokens.map(\.range)
  }
}
