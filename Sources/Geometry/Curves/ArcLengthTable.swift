import VectorMath

/// Maps arc length to the parameter of a plane cubic (u(p), v(p)) and back, to about 1e-12 of its length.
struct ArcLengthTable: Sendable, Hashable {
  static let panels = 48
  let u: CubicPolynomial
  let v: CubicPolynomial
  /// The parameter at the end of the table.
  let end: Double
  /// Arc length from 0 to the start of each panel; one more entry for the whole.
  private let sums: [Double]

  var length: Double { sums.last ?? 0 }

  init(u: CubicPolynomial, v: CubicPolynomial, end: Double) {
    self.u = u
    self.v = v
    self.end = end
    var sums = [0.0]
    sums.reserveCapacity(Self.panels + 1)
    var total = 0.0
    for i in 0..<Self.panels {
      let from = end * Double(i) / Double(Self.panels)
      let to = end * Double(i + 1) / Double(Self.panels)
      total += GaussLegendre.integral(from: from, to: to) { speed(u, v, $0) }
      sums.append(total)
    }
    self.sums = sums
  }

  /// The parameter at arc length `s`, clamped to the table.
  func parameter(at s: Double) -> Double {
    guard s > 0, length > 0 else { return 0 }
    guard s < length else { return end }
    var low = 0
    var high = Self.panels
    while high - low > 1 {
      let middle = (low + high) / 2
      if sums[middle] <= s { low = middle } else { high = middle }
    }
    let from = end * Double(low) / Double(Self.panels)
    let to = end * Double(low + 1) / Double(Self.panels)
    let rest = s - sums[low]
    let whole = sums[low + 1] - sums[low]
    guard whole > 0 else { return from }
    var p = from + (to - from) * rest / whole
    for _ in 0..<6 {
      let error = GaussLegendre.integral(from: from, to: p) { speed(u, v, $0) } - rest
      let slope = speed(u, v, p)
      guard slope > 0, error.magnitude > 1e-13 * length else { break }
      p = min(to, max(from, p - error / slope))
    }
    return p
  }
}

@inline(__always)
private func speed(_ u: CubicPolynomial, _ v: CubicPolynomial, _ p: Double) -> Double {
  let a = u.slope(at: p)
  let b = v.slope(at: p)
  return (a * a + b * b).squareRoot()
}
