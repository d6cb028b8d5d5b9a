/// A fraction of whole numbers in lowest terms with a positive denominator, for the small numbers of exercises:
/// products must stay below 2^63.
package struct Rational: Sendable, Hashable, Comparable {
  package let numerator: Int
  /// At least 1.
  package let denominator: Int

  package init(_ whole: Int) { (numerator, denominator) = (whole, 1) }

  /// - Returns: `nil` for a denominator of 0, or parts beyond 63 bits.
  package init?(_ numerator: Int, _ denominator: Int) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.gcd(numerator.magnitude, denominator.magnitude)
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int(divisor))
    self.denominator = sign * (denominator / Int(divisor))
  }

  package static func gcd(_ a: UInt, _ b: UInt) -> UInt {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  package var isWhole: Bool { denominator == 1 }

  package static func + (a: Rational, b: Rational) -> Rational { combined(a, b, 1) }
  package static func - (a: Rational, b: Rational) -> Rational { combined(a, b, -1) }
  package static func * (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator &* b.numerator, a.denominator &* b.denominator) ?? Rational(0)
  }
  /// Zero when `b` is.
  package static func / (a: Rational, b: Rational) -> Rational {
    Rational(a.numerator &* b.denominator, a.denominator &* b.numerator) ?? Rational(0)
  }
  package static func < (a: Rational, b: Rational) -> Bool {
    a.numerator &* b.denominator < b.numerator &* a.denominator
  }

  private static func combined(_ a: Rational, _ b: Rational, _ sign: Int) -> Rational {
    Rational(
      a.numerator &* b.denominator &+ sign &* b.numerator &* a.denominator, a.denominator &* b.denominator)
      ?? Rational(0)
  }

  package var magnitude: Rational { numerator < 0 ? Rational(0) - self : self }

  /// Rounded to `places` decimals, halves away from zero, trailing zeros kept.
  package func decimal(places: Int) -> String {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let scaled = (numerator.magnitude * UInt(scale) * 2 + UInt(denominator)) / UInt(2 * denominator)
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = numerator < 0 && scaled != 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// `3`, `-3/4`.
  package var text: String { isWhole ? String(numerator) : "\(numerator)/\(denominator)" }
}
