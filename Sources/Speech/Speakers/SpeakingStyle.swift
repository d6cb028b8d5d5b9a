/// How something is said, whoever says it.
package enum SpeakingStyle: String, Sendable, Hashable, CaseIterable {
  case normal
  /// Without voice, close to the ear.
  case whisper
  /// Raised against noise (Lombard 1911): louder, higher, slower, brighter.
  case lombard
  case slow
  case fast

  /// Multiplies durations.
  package var stretch: Double {
    switch self {
    case .normal: 1
    case .whisper: 1.1
    case .lombard: 1.12
    case .slow: 1.35
    case .fast: 0.75
    }
  }

  /// Multiplies the mean fundamental.
  package var pitchFactor: Double { self == .lombard ? 1.22 : 1 }
  /// Multiplies the range of pitch.
  package var rangeFactor: Double { self == .lombard ? 1.25 : self == .fast ? 0.9 : 1 }
  /// Decibels added to the speaker's level.
  package var gain: Double { self == .lombard ? 9 : self == .whisper ? -18 : 0 }
  /// Decibels added to the larynx's tilt.
  package var tilt: Double { self == .lombard ? -5 : 0 }
  /// Multiplies the first formant: mouths open wider for loud speech.
  package var firstFormantFactor: Double { self == .lombard ? 1.08 : self == .whisper ? 1.1 : 1 }
  package var isVoiced: Bool { self != .whisper }
}
