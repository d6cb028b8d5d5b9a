import RandomStreams

/// One way of making a sound.
protocol SoundRecipe: Sendable {
  var card: SoundCard { get }

  /// The sound in arbitrary units at `Waveform.rate`; calibrated, band-limited and cut by `SoundKind`.
  func perform(_ scene: SoundScene) -> Performance
}

/// What a recipe has decided before it starts: every parameter, how long, and what it follows.
struct SoundScene: Sendable {
  /// Values by name, all present.
  let values: [String: SoundValue]
  /// Below which the recipe draws everything that is no parameter.
  let stream: RandomStream
  /// Seconds that a continuous sound lasts; 0 for events.
  let duration: Double
  /// Of driven sounds, always present for them.
  let drive: Drive
  /// Given contacts, in order; empty when the recipe should draw its own.
  let contacts: [Contact]

  /// The number of a parameter; 0 for one that the card does not have.
  subscript(_ parameter: SoundParameter) -> Double { values[parameter.name]?.number ?? 0 }

  /// The whole number of a parameter.
  func count(_ parameter: SoundParameter) -> Int { Int(self[parameter].rounded()) }

  /// The word of a parameter; empty for one that the card does not have.
  func word(_ parameter: SoundParameter) -> String { values[parameter.name]?.word ?? "" }

  /// A stream of the recipe's own.
  func chance(_ name: String) -> RandomStream { stream.child(name) }
}

/// What a recipe made, before calibration.
struct Performance: Sendable {
  var waveform: Waveform
  /// Times in seconds of the waveform.
  var marks: [(time: Double, name: String)] = []
  /// Steady tones of known frequency.
  var tones: [Tone] = []
  /// dB relative to the reference over time (s), of driven sounds: applied after calibration.
  var loudness: Curve?

  struct Tone: Sendable {
    var name: String
    /// Hz.
    var frequency: Double
    /// Seconds of the waveform.
    var start: Double
    var end: Double
  }

  init(_ waveform: Waveform) { self.waveform = waveform }

  mutating func mark(_ time: Double, _ name: String) { marks.append((time, name)) }

  mutating func tone(_ name: String, _ frequency: Double, from start: Double, to end: Double) {
    tones.append(Tone(name: name, frequency: frequency, start: start, end: end))
  }
}
