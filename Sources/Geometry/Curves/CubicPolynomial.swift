/// a + b·x + c·x² + d·x³: the one polynomial of OpenDRIVE (elevation, widths, offsets, poly3).
package struct CubicPolynomial: Sendable, Hashable {
  package var a: Double
  package var b: Double
  package var c: Double
  package var d: Double

  package init(_ a: Double, _ b: Double = 0, _ c: Double = 0, _ d: Double = 0) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  package static let zero = CubicPolynomial(0)

  package func value(at x: Double) -> Double { a + x * (b + x * (c + x * d)) }
  /// The first derivative.
  package func slope(at x: Double) -> Double { b + x * (2 * c + x * (3 * d)) }
  /// The second derivative.
  package func bend(at x: Double) -> Double { 2 * c + x * (6 * d) }

  package var isFinite: Bool { a.isFinite && b.isFinite && c.isFinite && d.isFinite }

  /// The least value on `0...end`, by the ends and the stationary points between them.
  package func minimum(upTo end: Double) -> Double {
    var least = Swift.min(value(at: 0), value(at: end))
    for x in stationaryPoints where x > 0 && x < end { least = Swift.min(least, value(at: x)) }
    return least
  }

  /// The largest value on `0...end`.
  package func maximum(upTo end: Double) -> Double {
    -CubicPolynomial(-a, -b, -c, -d).minimum(upTo: end)
  }

  /// Where the slope is zero: at most two places, in no stated order.
  private var stationaryPoints: [Double] {
    if d == 0 { return c == 0 ? [] : [-b / (2 * c)] }
    let discriminant = c * c - 3 * d * b
    guard discriminant >= 0 else { return [] }
    let root = discriminant.squareRoot()
    return [(-c + root) / (3 * d), (-c - root) / (3 * d)]
  }
}
