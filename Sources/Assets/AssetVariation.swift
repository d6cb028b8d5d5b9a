/// Small deterministic choices inside an asset: where a branch leaves the trunk, how bright one brick is.
///
/// A pure function of (seed, name), so that an asset is a function of its parameters alone. What a scene
/// decides about an asset (its colour, its size) comes from the scene's own random streams through
/// parameters, never from here.
package struct AssetVariation: Sendable, Hashable {
  package let seed: UInt64

  package init(seed: UInt64) { self.seed = seed }

  /// A number in [0, 1) for `name` and an optional counter.
  package func unit(_ name: StaticString, _ index: Int = 0) -> Double {
    // FNV-1a over the name, then the finaliser of SplitMix64 over name, counter and seed.
    var h: UInt64 = 0xcbf2_9ce4_8422_2325
    name.withUTF8Buffer { for byte in $0 { h = (h ^ UInt64(byte)) &* 0x100_0000_01b3 } }
    return Self.unit(h ^ Self.mix(seed &+ UInt64(bitPattern: Int64(index)) &* 0x9e37_79b9_7f4a_7c15))
  }

  /// A number in [`range.lowerBound`, `range.upperBound`).
  package func number(_ name: StaticString, _ index: Int = 0, in range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit(name, index) * (range.upperBound - range.lowerBound)
  }

  /// An integer in 0..<`count`; 0 for an empty range.
  package func choice(_ name: StaticString, _ index: Int = 0, of count: Int) -> Int {
    count > 0 ? min(count - 1, Int(unit(name, index) * Double(count))) : 0
  }

  /// The 64-bit finaliser of SplitMix64: every input bit reaches every output bit.
  package static func mix(_ x: UInt64) -> UInt64 {
    var z = x &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// The top 53 bits of the mixed word as a fraction.
  package static func unit(_ x: UInt64) -> Double { Double(mix(x) >> 11) * 0x1p-53 }
}
