package import Diagnostics

/// From a request to the words that are to be said.
package enum SpeechReading {
  /// - Throws: `badInput` for text without words, with characters that nobody knows how to read, or that is too long,
  ///   and for sampling rates out of range.
  package static func words(of request: SpeechRequest) throws(DioramaError) -> [ReadWord] {
    guard request.sampleRate >= 8000, request.sampleRate <= 192_000 else {
      throw DioramaError(
        .badInput, "speech at \(request.sampleRate) Hz",
        remedy: "Choose a sampling rate from 8,000 to 192,000 Hz.")
    }
    guard request.text.count <= longest else {
      throw DioramaError(
        .badInput, "a text of \(request.text.count) characters is too long to be one utterance",
        remedy: "Divide it into sentences of at most \(longest) characters.")
    }
    let words: [ReadWord]
    let unreadable: Int?
    switch request.language {
    case .english:
      (words, unreadable) = EnglishReader.reading(request.text)
    case .mandarin:
      let division = request.words.filter { $0.lowerBound >= 0 && $0.upperBound <= request.text.count }
      (words, unreadable) = ChineseReader.read(request.text, division: division)
    default:
      throw DioramaError(
        .badInput, "no reader of our own for \(request.language.rawValue)",
        remedy: "Choose the voice 'espeak-ng'.")
    }
    if let unreadable, request.text.indices.contains(unreadable) {
      throw DioramaError(
        .badInput, "no reading for '\(request.text[unreadable])' at position \(unreadable)",
        remedy: "Write it in Latin letters or simplified Chinese characters, or leave it out.")
    }
    guard !words.isEmpty else {
      throw DioramaError(
        .badInput, "nothing to say in a text of \(request.text.count) characters",
        remedy:
          "Give a text with words or numbers in \(request.language == .english ? "English" : "Chinese").")
    }
    return words
  }

  /// Scalars of one utterance.
  package static let longest = 2000
}
