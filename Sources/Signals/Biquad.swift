import VectorMath

/// A second-order section, normalised so that a0 = 1:
/// y[n] = b0 x[n] + b1 x[n−1] + b2 x[n−2] − a1 y[n−1] − a2 y[n−2].
///
/// The designs are those of Bristow-Johnson's audio equaliser cookbook (bilinear transform, warped at the centre
/// frequency). Frequencies and rates are in hertz; a frequency outside of (0, rate/2) is moved just inside, so every
/// design is stable.
package struct Biquad: Sendable, Hashable {
  package var b0: Double
  package var b1: Double
  package var b2: Double
  package var a1: Double
  package var a2: Double

  package init(b0: Double, b1: Double, b2: Double, a1: Double, a2: Double) {
    self.b0 = b0
    self.b1 = b1
    self.b2 = b2
    self.a1 = a1
    self.a2 = a2
  }

  /// Passes everything as it is.
  package static let identity = Biquad(b0: 1, b1: 0, b2: 0, a1: 0, a2: 0)

  /// The power |H|² at a frequency in hertz.
  package func power(at frequency: Double, rate: Double) -> Double {
    let w = 2 * Double.pi * frequency / rate
    let (s1, c1) = DeterministicMath.sincos(w)
    let (s2, c2) = DeterministicMath.sincos(2 * w)
    let numerator = Vector2(b0 + b1 * c1 + b2 * c2, b1 * s1 + b2 * s2)
    let denominator = Vector2(1 + a1 * c1 + a2 * c2, a1 * s1 + a2 * s2)
    return dot(numerator, numerator) / dot(denominator, denominator)
  }

  /// Both poles lie inside the unit circle (the stability triangle).
  package var isStable: Bool { a2.magnitude < 1 && a1.magnitude < 1 + a2 }
}

extension Biquad {
  /// What all designs share: cos ω and α = sin ω / 2Q of the warped frequency.
  private static func angle(_ frequency: Double, _ q: Double, _ rate: Double) -> (cos: Double, alpha: Double)
  {
    let rate = rate > 0 && rate.isFinite ? rate : 1
    let share = frequency.isFinite ? min(max(frequency / rate, 1e-7), 0.49999) : 0.25
    let (s, c) = DeterministicMath.sincos(2 * Double.pi * share)
    return (c, s / (2 * max(q, 1e-4)))
  }

  private init(_ b0: Double, _ b1: Double, _ b2: Double, over a0: Double, _ a1: Double, _ a2: Double) {
    self.init(b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0)
  }

  /// Gain 1 at 0 Hz, |H| = Q at the corner (1/√2 for Butterworth), 12 dB an octave above.
  package static func lowPass(_ frequency: Double, q: Double = 0.5.squareRoot(), rate: Double) -> Biquad {
    let (c, a) = angle(frequency, q, rate)
    return Biquad((1 - c) / 2, 1 - c, (1 - c) / 2, over: 1 + a, -2 * c, 1 - a)
  }

  /// Gain 1 at half the rate, |H| = Q at the corner, 12 dB an octave below.
  package static func highPass(_ frequency: Double, q: Double = 0.5.squareRoot(), rate: Double) -> Biquad {
    let (c, a) = angle(frequency, q, rate)
    return Biquad((1 + c) / 2, -1 - c, (1 + c) / 2, over: 1 + a, -2 * c, 1 - a)
  }

  /// Gain 1 at the centre; the −3 dB points lie about centre/Q apart.
  package static func bandPass(_ centre: Double, q: Double, rate: Double) -> Biquad {
    let (c, a) = angle(centre, q, rate)
    return Biquad(a, 0, -a, over: 1 + a, -2 * c, 1 - a)
  }

  /// Gain 0 at the centre, 1 far from it.
  package static func notch(_ centre: Double, q: Double, rate: Double) -> Biquad {
    let (c, a) = angle(centre, q, rate)
    return Biquad(1, -2 * c, 1, over: 1 + a, -2 * c, 1 - a)
  }

  /// Gain 1 everywhere; the phase turns by −180° at the centre.
  package static func allPass(_ centre: Double, q: Double, rate: Double) -> Biquad {
    let (c, a) = angle(centre, q, rate)
    return Biquad(1 - a, -2 * c, 1 + a, over: 1 + a, -2 * c, 1 - a)
  }

  /// `gain` dB at the centre, 0 dB far from it.
  package static func peaking(_ centre: Double, q: Double, gain: Double, rate: Double) -> Biquad {
    let (c, a) = angle(centre, q, rate)
    let g = Decibels.amplitude(gain / 2)
    return Biquad(1 + a * g, -2 * c, 1 - a * g, over: 1 + a / g, -2 * c, 1 - a / g)
  }

  /// `gain` dB below the corner, 0 dB above; half of it at the corner.
  package static func lowShelf(
    _ corner: Double, q: Double = 0.5.squareRoot(), gain: Double, rate: Double
  ) -> Biquad {
    let (c, a) = angle(corner, q, rate)
    let g = Decibels.amplitude(gain / 2)
    let r = 2 * g.squareRoot() * a
    let (up, down) = (g + 1, g - 1)
    return Biquad(
      g * (up - down * c + r), 2 * g * (down - up * c), g * (up - down * c - r),
      over: up + down * c + r, -2 * (down + up * c), up + down * c - r)
  }

  /// `gain` dB above the corner, 0 dB below; half of it at the corner.
  package static func highShelf(
    _ corner: Double, q: Double = 0.5.squareRoot(), gain: Double, rate: Double
  ) -> Biquad {
    let (c, a) = angle(corner, q, rate)
    let g = Decibels.amplitude(gain / 2)
    let r = 2 * g.squareRoot() * a
    let (up, down) = (g + 1, g - 1)
    return Biquad(
      g * (up + down * c + r), -2 * g * (down + up * c), g * (up + down * c - r),
      over: up - down * c + r, 2 * (down - up * c), up - down * c - r)
  }

  /// A resonance: poles of the given centre and −3 dB bandwidth in hertz, zeros none, gain 1 at 0 Hz. What formant
  /// synthesis calls a resonator.
  package static func resonator(_ centre: Double, bandwidth: Double, rate: Double) -> Biquad {
    let radius = DeterministicMath.exp(-Double.pi * max(bandwidth, 0) / rate)
    let a1 = -2 * radius * DeterministicMath.cos(2 * Double.pi * centre / rate)
    let a2 = min(radius * radius, 0.999999999)
    return Biquad(b0: 1 + a1 + a2, b1: 0, b2: 0, a1: a1, a2: a2)
  }
}
