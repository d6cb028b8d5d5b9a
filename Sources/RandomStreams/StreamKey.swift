/// 128 bits that name a stream: a hash of the seed and of every segment of its path.
///
/// Each segment is absorbed in the way of Davies and Meyer, state ← Philox(state; key = block) ⊕ state, over its
/// UTF-8 bytes, eight to a block, and a last block that holds their number: it keeps "ab" + "c" apart from
/// "a" + "bc".
struct StreamKey: Sendable, Hashable {
  private(set) var low: UInt64
  private(set) var high: UInt64

  /// The key at the root of all streams of a seed.
  init(seed: UInt64) {
    // Fractional bits of √2 and √3: any constants do, these hide nothing.
    (low, high) = (0x6A09_E667_F3BC_C908, 0xBB67_AE85_84CA_A73B)
    absorb(seed)
  }

  /// The key one segment further down.
  func child(_ segment: some Sequence<UInt8>) -> StreamKey {
    var key = self
    var length: UInt64 = 0
    var block: UInt64 = 0
    for byte in segment {
      block |= UInt64(byte) << (8 * (length & 7))
      length += 1
      if length & 7 == 0 {
        key.absorb(block)
        block = 0
      }
    }
    if length & 7 != 0 { key.absorb(block) }
    // No eight bytes of UTF-8 read like this: zeros are never followed by 0x80.
    key.absorb(length | 1 << 63)
    return key
  }

  private mutating func absorb(_ block: UInt64) {
    let mixed = Philox4x32.block(low, high, key: block)
    low ^= mixed.low
    high ^= mixed.high
  }
}
