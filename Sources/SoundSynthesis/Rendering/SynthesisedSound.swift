/// A sound at 1 m from its source in the free field, with everything that is known about it.
package struct SynthesisedSound: Sendable, Hashable {
  /// An instant at which something happens.
  package struct Mark: Sendable, Hashable {
    /// Index into the samples.
    package var sample: Int
    /// E.g. `heel`, `press`, `strike`.
    package var name: String
  }

  /// A tone of known, steady frequency.
  package struct Tone: Sendable, Hashable {
    /// E.g. `firing`.
    package var name: String
    /// Hz.
    package var frequency: Double
    /// Sample indices within which it sounds.
    package var range: Range<Int>
  }

  /// Identifier of its class in `SoundCatalog`.
  package var kind: String
  /// Pascals. The first lies within 60 dB of the peak, and so does the last.
  package var samples: [Float]
  /// Hz.
  package var sampleRate: Double
  /// Seconds from the start of what it follows (a drive, contacts, the recipe's own time) to the first
  /// sample.
  package var origin: Double
  /// In order of time.
  package var marks: [Mark]
  /// Tones that can be measured.
  package var tones: [Tone]
  /// Every parameter, then `level` in dB SPL at 1 m (of driven sounds: at the reference state).
  package var parameters: [NamedSoundValue]

  /// Seconds.
  package var duration: Double { Double(samples.count) / sampleRate }
}
