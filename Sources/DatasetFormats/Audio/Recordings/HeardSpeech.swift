import Annotations

/// What somebody says in a recording, with all places in samples as the first microphone hears them.
struct HeardSpeech {
  /// A word, phone or syllable.
  struct Piece: Hashable {
    var text: String
    /// Samples of the recording, never empty.
    var range: Range<Int>
  }

  let event: SoundEvent
  let spoken: SpokenText
  let range: Range<Int>
  /// Words of which at least half is in the recording.
  let words: [Piece]
  /// Phones and pauses.
  let phones: [Piece]
  /// Syllables; of Mandarin with the tone that is spoken, `ma3`, of English with the stress, if any.
  let syllables: [Piece]
  /// Tones as spoken, of Mandarin.
  let tones: [Piece]
  /// What is heard between pauses: the segments of diarisation.
  let stretches: [Range<Int>]

  /// `nil` where nobody speaks.
  init?(_ heard: HeardEvent, in label: RecordingLabel) {
    guard let spoken = heard.event.speech else { return nil }
    event = heard.event
    self.spoken = spoken
    range = heard.range
    let clock = ArrivalClock(heard.event, in: label)
    let whole = heard.range
    /// - Parameter most: whether half of it must be heard.
    func piece(_ text: String, _ start: Int, _ end: Int, most: Bool = false) -> Piece? {
      let (from, to) = (clock.place(ofSample: start), clock.place(ofSample: end))
      guard from < to else { return nil }
      let cut = (from..<to).clamped(to: whole)
      guard !cut.isEmpty, !most || 2 * cut.count >= to - from else { return nil }
      return Piece(text: text, range: cut)
    }
    words = spoken.words.compactMap { piece($0.text, $0.start, $0.end, most: true) }
    phones = spoken.phones.compactMap { piece($0.symbol, $0.start, $0.end) }
    syllables = spoken.syllables.compactMap { syllable in
      let mark = syllable.tone ?? syllable.stress
      return piece(syllable.text + (mark.map(String.init) ?? ""), syllable.start, syllable.end)
    }
    tones = spoken.syllables.compactMap { syllable in
      syllable.tone.flatMap { piece(String($0), syllable.start, syllable.end) }
    }
    stretches = Self.stretches(of: phones, in: whole)
  }

  /// Neighbouring phones joined; all of it where there are none.
  private static func stretches(of phones: [Piece], in whole: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for phone in phones where phone.text != "pau" {
      if let last = out.last, phone.range.lowerBound <= last.upperBound {
        out[out.count - 1] = last.lowerBound..<max(last.upperBound, phone.range.upperBound)
      } else {
        out.append(phone.range)
      }
    }
    return out.isEmpty ? [whole] : out
  }

  var isChinese: Bool { spoken.language == "zh" }

  /// The words that are heard, as they are read: apart by spaces, in Chinese by nothing.
  var transcript: String { words.map(\.text).joined(separator: isChinese ? "" : " ") }

  /// The transcript as recognisers of English take it: A to Z, apostrophes and single spaces; other languages as they are.
  var upperCase: String {
    guard !isChinese else { return transcript }
    let plain = transcript.uppercased().replacing("’", with: "'").map { c in
      c.isASCII && (c.isLetter || c == "'") || !c.isASCII && c.isLetter ? String(c) : " "
    }
    return plain.joined().split(separator: " ").joined(separator: " ")
  }

  /// The transcript in small letters: a to z, apostrophes and single spaces; other languages as they are.
  var lowerCase: String { isChinese ? transcript : upperCase.lowercased() }

  /// `f`, `m`, or `o` where the voice is neither.
  var sexLetter: String {
    switch spoken.sex {
    case "female": "f"
    case "male": "m"
    default: "o"
    }
  }
}
