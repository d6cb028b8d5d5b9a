/// How strong a signal is.
package enum Levels {
  /// The quietest sound pressure of hearing, the zero of dB SPL, in pascals (ISO 1683).
  package static let referencePressure = 20e-6

  /// The mean square over `range` (all of it when nil), 0 for nothing. Summed in double precision.
  package static func meanSquare(_ samples: [Float], in range: Range<Int>? = nil) -> Double {
    let range = (range ?? samples.indices).clamped(to: samples.indices)
    guard !range.isEmpty else { return 0 }
    return energy(samples, in: range) / Double(range.count)
  }

  /// The sum of squares over `range` (all of it when nil).
  package static func energy(_ samples: [Float], in range: Range<Int>? = nil) -> Double {
    let range = (range ?? samples.indices).clamped(to: samples.indices)
    // Four sums: a fixed order that the processor can keep apart.
    var sums = SIMD4<Double>()
    var n = range.lowerBound
    while n + 4 <= range.upperBound {
      let x = SIMD4<Double>(
        Double(samples[n]), Double(samples[n + 1]), Double(samples[n + 2]), Double(samples[n + 3]))
      sums += x * x
      n += 4
    }
    var sum = (sums[0] + sums[1]) + (sums[2] + sums[3])
    while n < range.upperBound {
      sum += Double(samples[n]) * Double(samples[n])
      n += 1
    }
    return sum
  }

  /// The root of the mean square.
  package static func rms(_ samples: [Float], in range: Range<Int>? = nil) -> Double {
    meanSquare(samples, in: range).squareRoot()
  }

  /// The largest magnitude of a sample.
  package static func peak(_ samples: [Float]) -> Double {
    var top: Float = 0
    for x in samples where x.magnitude > top { top = x.magnitude }
    return Double(top)
  }

  /// dB SPL of samples in pascals.
  package static func soundPressureLevel(_ samples: [Float], in range: Range<Int>? = nil) -> Double {
    Decibels.ofAmplitude(rms(samples, in: range) / referencePressure)
  }

  /// The RMS pressure in pascals of a level in dB SPL.
  package static func pressure(_ soundPressureLevel: Double) -> Double {
    referencePressure * Decibels.amplitude(soundPressureLevel)
  }

  /// dB relative to full scale, of samples whose full scale is ±1: 0 dBFS is the RMS of a square wave of full scale, a
  /// full sine has −3.01.
  package static func fullScaleLevel(_ samples: [Float], in range: Range<Int>? = nil) -> Double {
    Decibels.ofAmplitude(rms(samples, in: range))
  }

  /// `samples` × `gain`.
  package static func scaled(_ samples: [Float], by gain: Double) -> [Float] {
    samples.map { Float(Double($0) * gain) }
  }

  /// `samples` in pascals, scaled so that their RMS over `range` is `level` dB SPL; silence stays silence.
  package static func calibrated(
    _ samples: [Float], to level: Double, in range: Range<Int>? = nil
  ) -> [Float] {
    let rms = rms(samples, in: range)
    return rms > 0 ? scaled(samples, by: pressure(level) / rms) : samples
  }
}

/// What pressure the largest number of an audio file stands for.
///
/// The convention of the whole project: inside, samples are pascals (94 dB SPL = 1 Pa RMS); on the way into a file they
/// are divided by `peakPressure`, once, and the divisor is written beside the file. By default a sine of full scale has
/// 100 dB SPL, so speech of 60 dB SPL lies at −40 dBFS (−43 dB as RMS).
package struct FullScale: Sendable, Hashable {
  /// Pascals that become 1.0.
  package var peakPressure: Double

  /// Full scale at a peak of `peakPressure` pascals; a value that is no positive number counts as the standard.
  package init(peakPressure: Double) {
    self.peakPressure =
      peakPressure > 0 && peakPressure.isFinite ? peakPressure : FullScale.standard.peakPressure
  }

  private init(proven peakPressure: Double) { self.peakPressure = peakPressure }

  /// A sine of full scale has `level` dB SPL.
  package init(sineLevel level: Double) {
    self.init(peakPressure: Levels.pressure(level) * 2.0.squareRoot())
  }

  /// A full sine is 100 dB SPL: 2 √2 Pa.
  package static let standard = FullScale(proven: 2 * 2.0.squareRoot())

  /// From pascals to full scale.
  package func toFile(_ pascals: [Float]) -> [Float] { Levels.scaled(pascals, by: 1 / peakPressure) }
  /// From full scale to pascals.
  package func fromFile(_ samples: [Float]) -> [Float] { Levels.scaled(samples, by: peakPressure) }
}
