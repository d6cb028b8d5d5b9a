import VectorMath

/// Octave bands around 125, 250, … 8000 Hz whose parts sum to the whole signal again.
///
/// A band rises and falls as cos² over the logarithm of the frequency, from one centre to the next, so at every frequency
/// the weights sum to exactly 1 (Antoni 2010 has the same with other flanks). The lowest band reaches down to 0 Hz, the
/// highest up to half the rate. Filters have no phase, so nothing is delayed.
package struct OctaveBands: Sendable {
  /// The nominal centres in hertz, for air and materials.
  package static let standardCentres: [Double] = [125, 250, 500, 1000, 2000, 4000, 8000]

  /// Centres in hertz.
  package let centres: [Double]
  package let rate: Double

  /// The standard bands that lie below half of `rate`: 8000 Hz is missing at 16 kHz, where the band of 4000 Hz takes what
  /// is above.
  package init(rate: Double) {
    self.rate = rate
    centres = Self.standardCentres.filter { $0 == 125 || $0 < rate / 2 }
  }

  /// The weight, 0 … 1, of a band at a frequency in hertz.
  package func weight(_ band: Int, at frequency: Double) -> Double {
    guard centres.indices.contains(band) else { return 0 }
    if frequency <= centres[0] { return band == 0 ? 1 : 0 }
    if frequency >= centres[centres.count - 1] { return band == centres.count - 1 ? 1 : 0 }
    let octave = DeterministicMath.log(frequency / centres[band]) / 0.6931471805599453
    guard octave.magnitude < 1 else { return 0 }
    let c = DeterministicMath.cos(0.5 * Double.pi * octave)
    return c * c
  }

  /// The signal's part in each band; they sum to the signal. Parts may ring before sample 0: that is cut off in all.
  package func split(_ samples: [Float]) -> [[Float]] {
    let filter = BandFilter(self, length: samples.count)
    return filter.split(samples)
  }

  /// The sum over bands of the part of `signals[band]` in that band: one signal where all are equal.
  package func join(_ signals: [[Float]]) -> [Float] {
    BandFilter(self, length: signals.map(\.count).max() ?? 0).join(signals)
  }
}

/// Band weights on the bins of one transform, for signals up to a length.
package struct BandFilter: Sendable {
  private let fft: RealFFT
  /// Weights by band and bin.
  private let weights: [[Float]]
  private let length: Int

  /// For signals of `length` samples and bands `bands`, with room for what rings after the end.
  package init(_ bands: OctaveBands, length: Int) {
    self.length = length
    // Filters ring for about 30 ms to both sides; what the transform wraps around would land there.
    let fft = RealFFT(count: length + Int(0.06 * bands.rate))
    self.fft = fft
    weights = bands.centres.indices.map { band in
      (0...fft.count / 2).map {
        Float(bands.weight(band, at: Double($0) * bands.rate / Double(fft.count)))
      }
    }
  }

  /// The signal's part in each band, as long as the signal.
  package func split(_ samples: [Float]) -> [[Float]] {
    let spectrum = fft.forward(samples)
    return weights.map { weights in
      var part = spectrum
      for k in weights.indices {
        part.real[k] *= weights[k]
        part.imaginary[k] *= weights[k]
      }
      return Array(fft.inverse(part).prefix(samples.count))
    }
  }

  /// The sum over bands of the part of `signals[band]` in that band.
  package func join(_ signals: [[Float]]) -> [Float] {
    var sum = Spectrum(count: fft.count)
    for (signal, weights) in zip(signals, weights) {
      let spectrum = fft.forward(signal)
      for k in weights.indices {
        sum.real[k] += spectrum.real[k] * weights[k]
        sum.imaginary[k] += spectrum.imaginary[k] * weights[k]
      }
    }
    return Array(fft.inverse(sum).prefix(length))
  }
}
