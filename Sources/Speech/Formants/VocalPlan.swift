/// What a voice is to do: sounds in order, with their parts.
struct VocalPlan: Sendable {
  /// A part of a sound: one target for some time.
  struct Part: Sendable {
    var target: VocalTarget
    /// Samples at the synthesis rate.
    var length: Int
  }

  /// A sound with a label.
  struct Phone: Sendable {
    var symbol: String
    /// `nil` for pauses.
    var syllable: Int?
    var parts: [Part]

    var length: Int { parts.reduce(0) { $0 + $1.length } }
  }

  struct Syllable: Sendable {
    var text: String
    var source: Range<Int>
    var word: Int
    var tone: Int?
    var writtenTone: Int?
    var stress: Int?
  }

  struct Word: Sendable {
    var text: String
    var source: Range<Int>
  }

  var phones: [Phone] = []
  var syllables: [Syllable] = []
  var words: [Word] = []
  /// Where the pitch heads for: samples and semitones from the speaker's mean, in order.
  var pitch: [(sample: Int, semitones: Double)] = []

  var length: Int { phones.reduce(0) { $0 + $1.length } }

  mutating func pause(_ seconds: Double, rate: Double) {
    let length = max(1, Int((seconds * rate).rounded()))
    phones.append(
      Phone(symbol: SpokenPhone.pauseSymbol, syllable: nil, parts: [Part(target: .rest, length: length)]))
  }

  /// The samples of each phone, and of each syllable that has any.
  func labelled(samples: [Float], rate: Double, source: [Unicode.Scalar]) -> SpokenUtterance {
    var spoken: [SpokenPhone] = []
    var at = 0
    for phone in phones {
      spoken.append(.init(symbol: phone.symbol, samples: at..<(at + phone.length), syllable: phone.syllable))
      at += phone.length
    }
    return SpokenUtterance(
      samples: samples, sampleRate: rate, source: source, phones: spoken,
      syllables: syllables.map {
        SpokenSyllable(
          text: $0.text, samples: 0..<0, source: $0.source, word: $0.word, tone: $0.tone,
          writtenTone: $0.writtenTone, stress: $0.stress)
      },
      words: words.map { SpokenWord(text: $0.text, samples: 0..<0, source: $0.source) })
  }
}
