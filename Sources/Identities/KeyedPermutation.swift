/// A bijection of 0 ..< `count` that a key chooses: distinct indices get distinct, scattered numbers, without a table
/// and in any order.
///
/// A balanced Feistel network over the smallest even number of bits that holds `count`; what falls outside is
/// enciphered again until it falls inside (cycle walking), at most four times on average.
struct KeyedPermutation: Sendable {
  let count: UInt64
  private let half: UInt64
  private let keys: [UInt64]

  /// - Parameters:
  ///   - count: at least 1 and at most 2^62; others are clamped.
  ///   - key: 64 random bits.
  init(count: UInt64, key: UInt64) {
    self.count = max(1, min(1 << 62, count))
    let bits = UInt64(64 - (self.count - 1).leadingZeroBitCount)
    half = max(1, (bits + 1) / 2)
    keys = (1...6).map { Self.mix(key &+ $0 &* 0x9E37_79B9_7F4A_7C15) }
  }

  /// The number of `index`, which is taken modulo `count`.
  subscript(index: UInt64) -> UInt64 {
    var value = index % count
    repeat { value = enciphered(value) } while value >= count
    return value
  }

  private func enciphered(_ value: UInt64) -> UInt64 {
    let mask = (1 << half) - 1 as UInt64
    var (left, right) = (value >> half, value & mask)
    for key in keys { (left, right) = (right, left ^ Self.mix(right ^ key) & mask) }
    return left << half | right
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
  private static func mix(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
