import Mandarin

/// A word as it is to be said: what the readers make of a text.
package struct ReadWord: Sendable, Hashable {
  package enum Sound: Sendable, Hashable {
    /// Lower-case letters and apostrophes.
    case english(String)
    /// The name of a Latin letter, lower case.
    case letter(Unicode.Scalar)
    case mandarin([Syllable])
  }

  /// A syllable of Mandarin before sandhi.
  package struct Syllable: Sendable, Hashable {
    package var character: Unicode.Scalar
    /// Without tone, `ü` as `v`.
    package var spelling: String
    package var tone: Int
    /// Sandhi of 一 and 不 leaves it alone.
    package var isFixed: Bool
    package var source: Range<Int>
  }

  package enum Pause: Int, Sendable, Hashable, Comparable {
    case none, short, long

    package static func < (a: Pause, b: Pause) -> Bool { a.rawValue < b.rawValue }
  }

  package var sound: Sound
  /// Scalars of the text that it reads.
  package var source: Range<Int>
  package var pauseAfter = Pause.none
  /// Whether the phrase that it ends is a question.
  package var endsQuestion = false

  /// As it stands in a transcript.
  package var text: String {
    switch sound {
    case .english(let word): word
    case .letter(let letter): String(letter)
    case .mandarin(let syllables):
      String(String.UnicodeScalarView(syllables.map(\.character)))
    }
  }

  init(_ sound: Sound, _ source: Range<Int>) {
    self.sound = sound
    self.source = source
  }
}
