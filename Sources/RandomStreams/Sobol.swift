/// The Sobol sequence with the direction numbers of Joe and Kuo (2008, set new-joe-kuo-6): points that fill the unit
/// cube more evenly than chance, so that a few samples cover a recipe's ranges.
///
/// With a seed, each dimension is scrambled by a hash in the manner of Owen (Laine and Karras 2011, Burley 2020), which
/// keeps the evenness and takes away the pattern.
package struct Sobol: Sendable {
  /// The most dimensions that the table serves.
  package static let maximumDimensions = 21

  /// Coordinates of a point, 1 to 21.
  package let dimensions: Int
  /// 32 direction numbers a dimension.
  private let directions: [UInt32]
  private let seeds: [UInt32]

  /// - Parameters:
  ///   - dimensions: clamped to 1...21.
  ///   - scramble: decides the scrambling; `nil` = the plain sequence.
  package init(dimensions: Int, scramble: RandomStream? = nil) {
    let count = min(max(1, dimensions), Self.maximumDimensions)
    self.dimensions = count
    directions = (0..<count).flatMap(Self.directions)
    if var stream = scramble {
      seeds = (0..<count).map { _ in UInt32(truncatingIfNeeded: stream.next()) }
    } else {
      seeds = []
    }
  }

  /// Coordinate `dimension` (from 0) of point `index`, in [0, 1); 0 for a dimension out of range.
  package func value(_ index: UInt32, dimension: Int) -> Double {
    guard dimension >= 0, dimension < dimensions else { return 0 }
    var x: UInt32 = 0
    var rest = index
    var i = dimension * 32
    while rest != 0 {
      if rest & 1 == 1 { x ^= directions[i] }
      rest >>= 1
      i += 1
    }
    if !seeds.isEmpty { x = Self.scramble(x, seeds[dimension]) }
    return Double(x) * 0x1p-32
  }

  /// Point `index`; one coordinate a dimension.
  package func point(_ index: UInt32) -> [Double] { (0..<dimensions).map { value(index, dimension: $0) } }

  /// A permutation of each subtree of the binary digits: a bit is flipped by a hash of the bits above it.
  private static func scramble(_ value: UInt32, _ seed: UInt32) -> UInt32 {
    var x = reversed(value)
    x ^= x &* 0x3D20_ADEA
    x &+= seed
    x &*= (seed >> 16) | 1
    x ^= x &* 0x0552_6C56
    x ^= x &* 0x53A2_2864
    return reversed(x)
  }

  private static func reversed(_ value: UInt32) -> UInt32 {
    var x = value.byteSwapped
    x = (x & 0x0F0F_0F0F) << 4 | (x >> 4) & 0x0F0F_0F0F
    x = (x & 0x3333_3333) << 2 | (x >> 2) & 0x3333_3333
    return (x & 0x5555_5555) << 1 | (x >> 1) & 0x5555_5555
  }

  private static func directions(_ dimension: Int) -> [UInt32] {
    guard dimension > 0 else { return (0..<32).map { 1 << UInt32(31 - $0) } }
    let (a, m) = joeKuo[dimension - 1]
    let s = m.count
    var v = m.enumerated().map { i, m in m << UInt32(31 - i) }
    for i in s..<32 {
      var next = v[i - s] ^ (v[i - s] >> UInt32(s))
      for k in 1..<max(1, s) where (a >> UInt32(s - 1 - k)) & 1 == 1 { next ^= v[i - k] }
      v.append(next)
    }
    return v
  }

  /// Coefficients of the primitive polynomial and initial direction numbers, for dimensions 2 to 21.
  static let joeKuo: [(a: UInt32, m: [UInt32])] = [
    (0, [1]),
    (1, [1, 3]),
    (1, [1, 3, 1]),
    (2, [1, 1, 1]),
    (1, [1, 1, 3, 3]),
    (4, [1, 3, 5, 13]),
    (2, [1, 1, 5, 5, 17]),
    (4, [1, 1, 5, 5, 5]),
    (7, [1, 1, 7, 11, 19]),
    (11, [1, 1, 5, 1, 1]),
    (13, [1, 1, 1, 3, 11]),
    (14, [1, 3, 5, 5, 31]),
    (1, [1, 3, 3, 9, 7, 49]),
    (13, [1, 1, 1, 15, 21, 21]),
    (16, [1, 3, 1, 13, 27, 49]),
    (19, [1, 1, 1, 15, 7, 5]),
    (22, [1, 3, 1, 15, 13, 25]),
    (25, [1, 1, 5, 5, 19, 61]),
    (1, [1, 3, 7, 11, 23, 15, 103]),
    (4, [1, 3, 7, 13, 13, 15, 69]),
  ]
}

/// The `index`-th number (from 0) of the van der Corput sequence in `base`, in [0, 1): one axis of a Halton sequence.
///
/// Take coprime bases for several axes; 0 for a base below 2 or a negative index.
package func halton(_ index: Int, base: Int) -> Double {
  guard base > 1, index > 0 else { return 0 }
  // Digits mirrored as an exact integer while it fits, then one division.
  var (digits, scale) = (0.0, 1.0)
  var rest = index
  let b = Double(base)
  while rest > 0, scale * b < 0x1p53 {
    digits = digits * b + Double(rest % base)
    scale *= b
    rest /= base
  }
  return digits / scale
}
