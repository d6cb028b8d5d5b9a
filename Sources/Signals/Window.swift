import VectorMath

/// Shapes that fade a stretch of signal in and out.
package enum Window: Sendable, Hashable {
  case rectangular
  case hann
  case hamming
  case blackman
  /// Kaiser's window; the side lobes lie about 8.7 β + 8 dB below the main one.
  case kaiser(beta: Double)
  /// Flat, with cosine flanks that take up `taper` (0 … 1) of the length together.
  case tukey(taper: Double)

  /// The window at `x` from −1 (start) to 1 (end); 0 outside.
  package func value(_ x: Double) -> Double {
    let a = x.magnitude
    guard a <= 1 else { return 0 }
    switch self {
    case .rectangular: return 1
    case .hann: return 0.5 + 0.5 * DeterministicMath.cos(Double.pi * a)
    case .hamming: return 0.54 + 0.46 * DeterministicMath.cos(Double.pi * a)
    case .blackman:
      return 0.42 + 0.5 * DeterministicMath.cos(Double.pi * a) + 0.08
        * DeterministicMath.cos(2 * Double.pi * a)
    case .kaiser(let beta):
      return Self.bessel(beta * (1 - a * a).squareRoot()) / Self.bessel(beta)
    case .tukey(let taper):
      let flank = min(max(taper, 0), 1)
      guard flank > 0, a > 1 - flank else { return 1 }
      return 0.5 + 0.5 * DeterministicMath.cos(Double.pi * (a - 1 + flank) / flank)
    }
  }

  /// `count` values of the periodic form (for spectra and overlap-add: Hann at half overlap sums to 1).
  package func periodic(_ count: Int) -> [Float] {
    (0..<max(count, 0)).map { Float(value(2 * Double($0) / Double(count) - 1)) }
  }

  /// `count` values of the symmetric form, first and last alike (for filters and fades).
  package func symmetric(_ count: Int) -> [Float] {
    guard count > 1 else { return Array(repeating: 1, count: max(count, 0)) }
    return (0..<count).map { Float(value(2 * Double($0) / Double(count - 1) - 1)) }
  }

  /// The modified Bessel function I₀, by its power series.
  private static func bessel(_ x: Double) -> Double {
    let q = x * x / 4
    var (sum, term, k) = (1.0, 1.0, 1.0)
    while term > sum * 1e-17, k < 500 {
      term *= q / (k * k)
      sum += term
      k += 1
    }
    return sum
  }
}
