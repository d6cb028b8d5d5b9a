/// A text as somebody says it, with everything that is known about where in the sound it is.
///
/// Sample ranges are exact, half open and count from the first sample; scalar ranges count Unicode scalars of the text
/// that was asked for.
package struct SpokenUtterance: Sendable, Hashable {
  /// Sound pressure in pascals at 1 m from the mouth, in free field.
  package var samples: [Float]
  /// Hertz.
  package var sampleRate: Double
  /// The text that was spoken.
  package var source: [Unicode.Scalar]
  /// In order of time, disjoint; between two words there may be pauses.
  package var words: [SpokenWord]
  /// In order of time; those of a word fill it.
  package var syllables: [SpokenSyllable]
  /// In order of time, pauses included: together they fill the utterance without gap or overlap.
  package var phones: [SpokenPhone]

  /// The words that were said, as a transcript has them: numbers and signs spelled out.
  package var transcript: [String] { words.map(\.text) }

  /// Stretches of speech between pauses: what a diarisation calls a segment.
  package var spokenExtents: [Range<Int>] {
    var out: [Range<Int>] = []
    for phone in phones where !phone.isPause && !phone.samples.isEmpty {
      if let last = out.last, last.upperBound == phone.samples.lowerBound {
        out[out.count - 1] = last.lowerBound..<phone.samples.upperBound
      } else {
        out.append(phone.samples)
      }
    }
    return out
  }

  /// When a part of the text is said, such as an entity: from the first word that reads some of it to the last; `nil`
  /// where nothing of it is spoken.
  package func samples(saying part: Range<Int>) -> Range<Int>? {
    // Syllables, since a Chinese word may hold more than the part.
    let saying = syllables.filter { $0.source.overlaps(part) }.map(\.samples)
    guard let start = saying.map(\.lowerBound).min(), let end = saying.map(\.upperBound).max() else {
      return nil
    }
    return start..<end
  }

  /// Seconds.
  package var duration: Double { Double(samples.count) / sampleRate }
}

/// A word of a transcript.
package struct SpokenWord: Sendable, Hashable {
  /// Lower case in English, characters in Chinese.
  package var text: String
  package var samples: Range<Int>
  /// What of the text it reads; several words may read one sign, as two words read `45`.
  package var source: Range<Int>
}

/// A syllable, with what is particular to its language.
package struct SpokenSyllable: Sendable, Hashable {
  /// Pinyin without tone, or phones joined by `-`.
  package var text: String
  package var samples: Range<Int>
  package var source: Range<Int>
  /// Index of its word.
  package var word: Int
  /// Mandarin: the tone that is spoken, 1 to 4, 5 for the neutral tone.
  package var tone: Int?
  /// Mandarin: the tone before sandhi.
  package var writtenTone: Int?
  /// English: 0 none, 1 primary, 2 secondary.
  package var stress: Int?
}

/// A sound of speech, or a pause.
package struct SpokenPhone: Sendable, Hashable {
  /// ARPAbet without stress for English; for Mandarin an initial or a final (`zh`, `uang`); `pau` for a pause.
  package var symbol: String
  package var samples: Range<Int>
  /// Index of its syllable; `nil` for pauses.
  package var syllable: Int?

  package static let pauseSymbol = "pau"
  package var isPause: Bool { symbol == Self.pauseSymbol }
}
