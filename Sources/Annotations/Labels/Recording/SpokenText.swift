/// What somebody says in an event. Samples count from the first sample of the event's emission at the recording's rate:
/// add `onsets[m]` of a source that stands still to find them at microphone m.
package struct SpokenText: Codable, Sendable, Hashable {
  package struct Word: Codable, Sendable, Hashable {
    /// As it is read: lower case in English, characters in Chinese.
    package var text: String
    package var start: Int
    package var end: Int
    /// The part of the text that it reads, in Unicode scalars.
    package var sourceStart: Int
    package var sourceEnd: Int

    package init(text: String, start: Int, end: Int, sourceStart: Int, sourceEnd: Int) {
      self.text = text
      self.start = start
      self.end = end
      self.sourceStart = sourceStart
      self.sourceEnd = sourceEnd
    }
  }

  package struct Syllable: Codable, Sendable, Hashable {
    /// Pinyin without a tone, or phones.
    package var text: String
    package var start: Int
    package var end: Int
    /// Index of its word.
    package var word: Int
    /// As spoken, after sandhi, and as written: 1 to 4, 5 = neutral; of Mandarin.
    package var tone: Int?
    package var writtenTone: Int?
    /// 0, 1 or 2; of English.
    package var stress: Int?

    package init(
      text: String, start: Int, end: Int, word: Int, tone: Int?, writtenTone: Int?, stress: Int?
    ) {
      self.text = text
      self.start = start
      self.end = end
      self.word = word
      self.tone = tone
      self.writtenTone = writtenTone
      self.stress = stress
    }
  }

  package struct Phone: Codable, Sendable, Hashable {
    /// ARPAbet, pinyin's initials and finals, or `pau`.
    package var symbol: String
    package var start: Int
    package var end: Int

    package init(symbol: String, start: Int, end: Int) {
      self.symbol = symbol
      self.start = start
      self.end = end
    }
  }

  /// A stretch of the text with a meaning, and when it is said.
  package struct Entity: Codable, Sendable, Hashable {
    package var label: String
    /// Unicode scalars of the text.
    package var sourceStart: Int
    package var sourceEnd: Int
    package var start: Int
    package var end: Int

    package init(label: String, sourceStart: Int, sourceEnd: Int, start: Int, end: Int) {
      self.label = label
      self.sourceStart = sourceStart
      self.sourceEnd = sourceEnd
      self.start = start
      self.end = end
    }
  }

  package var speaker: String
  /// `female` or `male`: of the voice.
  package var sex: String
  /// `en` or `zh`.
  package var language: String
  package var style: String
  package var text: String
  /// The text as it is read, words joined as the language joins them.
  package var transcript: String
  package var words: [Word]
  package var syllables: [Syllable]
  package var phones: [Phone]
  package var entities: [Entity]
  package var isBackChannel: Bool

  package init(
    speaker: String, sex: String, language: String, style: String, text: String, transcript: String,
    words: [Word], syllables: [Syllable], phones: [Phone], entities: [Entity], isBackChannel: Bool
  ) {
    self.speaker = speaker
    self.sex = sex
    self.language = language
    self.style = style
    self.text = text
    self.transcript = transcript
    self.words = words
    self.syllables = syllables
    self.phones = phones
    self.entities = entities
    self.isBackChannel = isBackChannel
  }
}
