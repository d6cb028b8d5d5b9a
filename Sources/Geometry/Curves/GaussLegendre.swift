/// Eight-point Gauss–Legendre quadrature (Abramowitz and Stegun, table 25.4): exact for polynomials up to
/// degree 15, in a fixed order of additions, so its bits repeat.
enum GaussLegendre {
  static let nodes: [Double] = [
    -0.9602898564975363, -0.7966664774136267, -0.5255324099163290, -0.1834346424956498,
    0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363,
  ]
  static let weights: [Double] = [
    0.1012285362903763, 0.2223810344533745, 0.3137066458778873, 0.3626837833783620,
    0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763,
  ]

  /// The integral of `f` over `from...to`.
  @inline(__always)
  static func integral(from: Double, to: Double, _ f: (Double) -> Double) -> Double {
    let half = (to - from) / 2
    let middle = (to + from) / 2
    var sum = 0.0
    for i in 0..<8 { sum += weights[i] * f(middle + half * nodes[i]) }
    return sum * half
  }
}
