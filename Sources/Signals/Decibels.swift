import VectorMath

/// Ratios on a logarithmic scale.
package enum Decibels {
  /// 10^(dB/20).
  package static func amplitude(_ decibels: Double) -> Double {
    DeterministicMath.exp(decibels * (ln10 / 20))
  }
  /// 10^(dB/10).
  package static func power(_ decibels: Double) -> Double { DeterministicMath.exp(decibels * (ln10 / 10)) }
  /// 20 log₁₀ |x|; −∞ at zero.
  package static func ofAmplitude(_ amplitude: Double) -> Double {
    DeterministicMath.log(amplitude.magnitude) * (20 / ln10)
  }
  /// 10 log₁₀ x; −∞ at zero.
  package static func ofPower(_ power: Double) -> Double { DeterministicMath.log(power) * (10 / ln10) }

  private static let ln10 = 2.302585092994046
}
