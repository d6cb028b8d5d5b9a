import VectorMath

/// The weighting of ITU-R BS.1770-4, annex 1: a shelf for the head, then the revised low-frequency B curve.
///
/// The recommendation gives coefficients at 48 kHz only; these are worked out anew for every rate from the analogue
/// prototypes behind them (corner, quality and gain as published by De Man 2014), and are the tabled ones at 48 kHz.
package enum KWeighting {
  /// The high shelf of +4 dB.
  package static func shelf(rate: Double) -> Biquad {
    let k = DeterministicMath.tan(Double.pi * min(1681.974450955533 / rate, 0.499))
    let q = 0.7071752369554196
    let high = Decibels.amplitude(3.999843853973347)
    let band = DeterministicMath.pow(high, 0.4996667741545416)
    let a0 = 1 + k / q + k * k
    return Biquad(
      b0: (high + band * k / q + k * k) / a0, b1: 2 * (k * k - high) / a0,
      b2: (high - band * k / q + k * k) / a0, a1: 2 * (k * k - 1) / a0, a2: (1 - k / q + k * k) / a0)
  }

  /// The high-pass at 38 Hz.
  package static func highPass(rate: Double) -> Biquad {
    let k = DeterministicMath.tan(Double.pi * min(38.13547087602444 / rate, 0.499))
    let q = 0.5003270373238773
    let a0 = 1 + k / q + k * k
    return Biquad(b0: 1, b1: -2, b2: 1, a1: 2 * (k * k - 1) / a0, a2: (1 - k / q + k * k) / a0)
  }

  /// Both, in order.
  package static func filter(rate: Double) -> FilterCascade {
    FilterCascade([shelf(rate: rate), highPass(rate: rate)])
  }
}
