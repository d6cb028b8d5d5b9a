import VectorMath

/// A first-order low-pass with memory, for smoothing controls and envelopes:
/// y[n] = y[n−1] + k (x[n] − y[n−1]).
package struct OnePole: Sendable {
  /// The share of the way that is gone in one sample, 0 … 1.
  package let step: Double
  /// What it has reached.
  package var value: Double

  /// Goes 63 % of the way in `time` seconds; at once where that is zero or less.
  package init(time: Double, rate: Double, value: Double = 0) {
    step = time > 0 && rate > 0 ? 1 - DeterministicMath.exp(-1 / (time * rate)) : 1
    self.value = value
  }

  /// −3 dB at `frequency` hertz, approximately.
  package init(frequency: Double, rate: Double, value: Double = 0) {
    self.init(time: frequency > 0 ? 1 / (2 * Double.pi * frequency) : 1e9, rate: rate, value: value)
  }

  /// One sample on towards `target`.
  @inline(__always)
  package mutating func process(_ target: Double) -> Double {
    value += step * (target - value)
    return value
  }

  /// First-order low-pass by the bilinear transform, exactly −3 dB at the corner in hertz, as a section.
  package static func lowPassSection(_ frequency: Double, rate: Double) -> Biquad {
    let k = warped(frequency, rate)
    return Biquad(b0: k / (1 + k), b1: k / (1 + k), b2: 0, a1: (k - 1) / (k + 1), a2: 0)
  }

  /// First-order high-pass by the bilinear transform, exactly −3 dB at the corner in hertz, as a section.
  package static func highPassSection(_ frequency: Double, rate: Double) -> Biquad {
    let k = warped(frequency, rate)
    return Biquad(b0: 1 / (1 + k), b1: -1 / (1 + k), b2: 0, a1: (k - 1) / (k + 1), a2: 0)
  }

  private static func warped(_ frequency: Double, _ rate: Double) -> Double {
    DeterministicMath.tan(Double.pi * min(max(frequency / max(rate, 1e-9), 1e-7), 0.49999))
  }
}
