/// A permutation of 0 ..< `size` chosen by a key: sampling without replacement in constant memory, any element at once.
///
/// A Feistel network over pairs (l, r) with l < a, r < b and a · b barely above the size (Black and Rogaway,
/// "Ciphers with arbitrary finite domains", 2002), with cycle walking for the few pairs beyond it: those are mapped
/// again until they fall inside. Each round adds a keyed hash of one half to the other, so it can be undone, so
/// the whole is a bijection.
package struct KeyedPermutation: Sendable {
  /// Of the network; even.
  package static let rounds = 8

  /// How many there are.
  package let size: UInt128
  private let a: UInt64
  private let b: UInt64
  private let keys: [UInt64]

  /// - Parameter size: 1 to 2¹²⁶.
  package init(size: UInt128, key: RandomStream) { self.init(size: size, seed: key.bits(at: 0)) }

  /// - Parameters:
  ///   - size: 1 to 2¹²⁶; others are clamped.
  ///   - seed: 64 random bits.
  package init(size: UInt128, seed: UInt64) {
    self.size = min(max(1, size), 1 << 126)
    a = Self.ceilingSquareRoot(self.size)
    b = UInt64(truncatingIfNeeded: (self.size + UInt128(a) - 1) / UInt128(a))
    keys = (1...UInt64(Self.rounds)).map { Self.hash(seed, $0 &* 0x9E37_79B9_7F4A_7C15) }
  }

  /// The smallest number whose square is not below `x`, for x up to 2¹²⁶.
  private static func ceilingSquareRoot(_ x: UInt128) -> UInt64 {
    var root = UInt64(Double(x).squareRoot())
    while UInt128(root) * UInt128(root) < x { root += 1 }
    while root > 1, UInt128(root - 1) * UInt128(root - 1) >= x { root -= 1 }
    return max(1, root)
  }

  /// Where element `index` goes; `index` counts modulo the size.
  package subscript(index: UInt128) -> UInt128 {
    var x = index < size ? index : index % size
    repeat { x = network(x) } while x >= size
    return x
  }

  /// The same for sizes of one word.
  package subscript(index: UInt64) -> UInt64 {
    guard size <= UInt128(UInt64.max) else { return UInt64(truncatingIfNeeded: self[UInt128(index)]) }
    let bound = UInt64(truncatingIfNeeded: size)
    var x = index < bound ? index : index % bound
    repeat {
      let l = x / b
      let (left, right) = network(l, x &- l &* b)
      x = left &* b &+ right
    } while x >= bound
    return x
  }

  @inline(__always) private func network(_ x: UInt128) -> UInt128 {
    let (l, r) = x.quotientAndRemainder(dividingBy: UInt128(b))
    let (left, right) = network(UInt64(truncatingIfNeeded: l), UInt64(truncatingIfNeeded: r))
    return UInt128(left) * UInt128(b) + UInt128(right)
  }

  @inline(__always) private func network(_ l: UInt64, _ r: UInt64) -> (UInt64, UInt64) {
    var (l, r) = (l, r)
    var round = 0
    while round < Self.rounds {
      l = Self.add(l, Self.hash(r, keys[round]), modulo: a)
      r = Self.add(r, Self.hash(l, keys[round + 1]), modulo: b)
      round += 2
    }
    return (l, r)
  }

  /// x + a number below `bound` that the hash decides, modulo `bound`; x < bound.
  @inline(__always) private static func add(_ x: UInt64, _ hash: UInt64, modulo bound: UInt64) -> UInt64 {
    let (sum, isOver) = x.addingReportingOverflow(hash.multipliedFullWidth(by: bound).high)
    return isOver || sum >= bound ? sum &- bound : sum
  }

  /// A mix of 64 bits (the finaliser of Stafford's variant 13, as in SplitMix64), keyed.
  @inline(__always) package static func hash(_ value: UInt64, _ key: UInt64) -> UInt64 {
    var x = value &+ key
    x = (x ^ x >> 30) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ x >> 27) &* 0x94D0_49BB_1331_11EB
    x ^= x >> 31
    return x &* (key | 1) ^ (x >> 29)
  }
}
