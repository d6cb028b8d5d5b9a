package import VectorMath

extension RandomStream {
  /// Uniform in [0, 1), a multiple of 2⁻⁵³.
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// `uniform` number `index` of a fresh copy, in constant time.
  package func uniform(at index: UInt64) -> Double { Double(bits(at: index) >> 11) * 0x1p-53 }

  /// Uniform in [`low`, `high`); `low` where the interval is empty or has a NaN.
  package mutating func uniform(_ low: Double, _ high: Double) -> Double {
    let u = uniform()
    guard high > low else { return low }
    let width = high - low
    // Halves first where the width overflows.
    let x = width.isFinite ? low + width * u : (low * (1 - u) + high * u)
    // Rounding may reach `high`; the interval is half open.
    return x < high ? Swift.max(x, low) : high.nextDown
  }

  /// Uniform over the integers of `range`, without bias (Lemire 2019); the lower bound where it is empty.
  package mutating func integer(in range: Range<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound))
    return range.lowerBound &+ Int(truncatingIfNeeded: below(width))
  }

  /// Uniform over the integers of `range`, without bias.
  package mutating func integer(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)) &+ 1
    // The full 2⁶⁴ wraps to zero.
    return range.lowerBound &+ Int(truncatingIfNeeded: width == 0 ? next() : below(width))
  }

  /// Uniform in 0 ..< `bound`; 0 for 0.
  private mutating func below(_ bound: UInt64) -> UInt64 {
    guard bound > 1 else {
      _ = next()
      return 0
    }
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return product.high
  }

  /// True with the given probability; never for 0 or NaN, always for 1.
  package mutating func bool(probability: Double = 0.5) -> Bool { uniform() < probability }

  /// A Gaussian (Box and Muller 1958), within 8.6 standard deviations; two words a draw.
  package mutating func normal(mean: Double = 0, sd: Double = 1) -> Double {
    let radius = (-2 * DeterministicMath.log(1 - uniform())).squareRoot()
    return mean + sd * radius * DeterministicMath.cos(2 * Double.pi * uniform())
  }

  /// An exponential waiting time of the given mean.
  package mutating func exponential(mean: Double = 1) -> Double {
    -mean * DeterministicMath.log(1 - uniform())
  }

  /// An element, each with the same chance; `nil` when there is none.
  package mutating func choose<C: RandomAccessCollection>(_ items: C) -> C.Element? {
    guard !items.isEmpty else { return nil }
    return items[items.index(items.startIndex, offsetBy: integer(in: 0..<items.count))]
  }

  /// An index drawn in proportion to `weights`.
  ///
  /// Weights that are negative or not finite count as zero; where none is left, all count the same. 0 for
  /// no weights at all.
  package mutating func weighted(_ weights: [Double]) -> Int {
    let u = uniform()
    guard let top = weights.lazy.filter({ $0 > 0 && $0.isFinite }).max() else {
      return Swift.min(Int(u * Double(weights.count)), Swift.max(0, weights.count - 1))
    }
    // Shares of the largest cannot overflow when summed.
    let shares = weights.map { $0 > 0 && $0.isFinite ? $0 / top : 0 }
    var left = u * shares.reduce(0, +)
    var last = 0
    for (i, share) in shares.enumerated() where share > 0 {
      if left < share { return i }
      left -= share
      last = i
    }
    return last
  }

  /// Shuffles in place (Fisher and Yates).
  package mutating func shuffle<C: MutableCollection & RandomAccessCollection>(_ items: inout C)
  where C.Index == Int {
    var left = items.count
    while left > 1 {
      let j = integer(in: 0..<left)
      left -= 1
      items.swapAt(items.startIndex + j, items.startIndex + left)
    }
  }

  /// The numbers 0 ..< `count` in random order.
  package mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<Swift.max(0, count))
    shuffle(&order)
    return order
  }

  /// A direction, uniform on the sphere.
  package mutating func unitVector() -> Vector3 {
    let z = uniform(-1, 1)
    let (sin, cos) = DeterministicMath.sincos(2 * Double.pi * uniform())
    let r = Swift.max(0, 1 - z * z).squareRoot()
    return Vector3(r * cos, r * sin, z)
  }

  /// A plan direction, uniform on the circle.
  package mutating func unitVector2() -> Vector2 {
    let (sin, cos) = DeterministicMath.sincos(2 * Double.pi * uniform())
    return Vector2(cos, sin)
  }
}
