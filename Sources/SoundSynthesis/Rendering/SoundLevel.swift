import VectorMath

/// Sound pressure levels in dB re 20 µPa, without frequency weighting.
enum SoundLevel {
  /// Pascals at 0 dB.
  static let reference = 20e-6

  /// The factor that gives `samples` (at `Waveform.rate`) the level; 0 for silence.
  static func gain(of samples: [Double], to level: Double, _ measure: SoundCard.Measure) -> Double {
    let square = meanSquare(samples, measure)
    guard square > 0, square.isFinite else { return 0 }
    return reference * DeterministicMath.exp(level * 0.11512925464970229) / square.squareRoot()
  }

  /// The mean square that the measure takes.
  static func meanSquare(_ samples: [Double], _ measure: SoundCard.Measure) -> Double {
    switch measure {
    case .equivalent:
      // Over what is kept in the end: silence before and after is cut off.
      let threshold = Waveform.peak(samples) * 1e-3
      guard let first = samples.firstIndex(where: { $0.magnitude > threshold }),
        let last = samples.lastIndex(where: { $0.magnitude > threshold })
      else { return 0 }
      return Waveform.meanSquare(samples, first..<last + 1)
    case .fastMaximum:
      // The exponential average of IEC 61672-1, time constant 125 ms.
      let weight = 1 - DeterministicMath.exp(-1 / (0.125 * Waveform.rate))
      var (average, greatest) = (0.0, 0.0)
      for x in samples {
        average += weight * (x * x - average)
        if average > greatest { greatest = average }
      }
      return greatest
    }
  }
}
