/// The counter-based generator Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
/// as 1, 2, 3" (SC 2011): a keyed bijection of 128-bit counters whose outputs pass BigCrush.
///
/// It holds no state, so any block of any stream is computed on its own, in any order.
package enum Philox4x32 {
  /// Ten rounds of the bijection.
  ///
  /// - Parameters:
  ///   - counter: four words, the least significant first.
  ///   - key: two words.
  /// - Returns: four words of 32 uniform bits.
  @inlinable package static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var (c0, c1, c2, c3) = (counter.x, counter.y, counter.z, counter.w)
    var (k0, k1) = (key.x, key.y)
    for _ in 0..<10 {
      let a = UInt64(c0) &* 0xD251_1F53
      let b = UInt64(c2) &* 0xCD9E_8D57
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: b >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: b),
        UInt32(truncatingIfNeeded: a >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: a)
      )
      k0 &+= 0x9E37_79B9
      k1 &+= 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }

  /// The same bijection on 64-bit words, each split low half first.
  @inlinable package static func block(_ low: UInt64, _ high: UInt64, key: UInt64) -> (
    low: UInt64, high: UInt64
  ) {
    let out = block(
      counter: SIMD4(
        UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low >> 32),
        UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: high >> 32)),
      key: SIMD2(UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32)))
    return (UInt64(out.x) | UInt64(out.y) << 32, UInt64(out.z) | UInt64(out.w) << 32)
  }
}
