/// The spectrum of a real signal: bins 0 … count/2 of a transform of `count` samples, without any scaling.
package struct Spectrum: Sendable {
  /// Samples of the transform, a power of two.
  package let count: Int
  /// count/2 + 1 values.
  package var real: [Float]
  /// count/2 + 1 values; the first and the last are zero.
  package var imaginary: [Float]

  /// All zero.
  package init(count: Int) {
    self.count = count
    real = Array(repeating: 0, count: count / 2 + 1)
    imaginary = real
  }

  /// |X|² by bin.
  package var power: [Float] { zip(real, imaginary).map { $0 * $0 + $1 * $1 } }

  /// The frequency of a bin in hertz.
  package func frequency(_ bin: Int, rate: Double) -> Double { Double(bin) * rate / Double(count) }

  /// Multiplies each bin by a real gain of its frequency in hertz.
  package mutating func scale(rate: Double, by gain: (Double) -> Double) {
    for k in real.indices {
      let g = Float(gain(frequency(k, rate: rate)))
      real[k] *= g
      imaginary[k] *= g
    }
  }
}
