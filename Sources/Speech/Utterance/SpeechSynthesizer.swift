package import Diagnostics

/// A voice box: text in, sound with exact labels out. The same request gives the same bytes, whatever else runs.
package protocol SpeechSynthesizer: Sendable {
  /// As recipes name it.
  var name: String { get }
  /// Whether it can read texts of a language, and in a style.
  func speaks(_ language: SpeechLanguage, _ style: SpeakingStyle) -> Bool
  /// - Throws: `badInput` for text that cannot be read (no words, characters without a reading) and for rates out of
  ///   range.
  func speak(_ request: SpeechRequest) throws(DioramaError) -> SpokenUtterance
}

/// The voices there are. English is spoken by recorded voices unless the other is asked for.
package enum SpeechCatalog {
  package static let synthesizers: [any SpeechSynthesizer] = [
    FliteSynthesizer(),
    FormantSynthesizer(),
    EspeakSynthesizer(),
  ]

  /// The first that speaks a language in a style.
  package static func synthesizer(for language: SpeechLanguage, _ style: SpeakingStyle = .normal)
    -> (any SpeechSynthesizer)?
  {
    synthesizers.first { $0.speaks(language, style) }
  }

  package static func synthesizer(named name: String) -> (any SpeechSynthesizer)? {
    synthesizers.first { $0.name == name }
  }
}
