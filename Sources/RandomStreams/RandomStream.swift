/// A stream of random bits addressed by a path such as `sample/42/traffic/car/3/colour`.
///
/// What it yields depends on the seed and the path alone: not on other streams, not on the order in which
/// streams are used, not on the thread. So a new draw or a new object somewhere shifts nothing elsewhere.
///
/// A stream is a value: a copy repeats the draws of the original. Draws (`next`, `uniform`, …) advance it; `child`
/// ignores how far it has advanced. It holds a hash of its path, not the path: `Draws` remembers names.
///
/// It is no `RandomNumberGenerator` on purpose: the standard library's `random(in:using:)` and `shuffled(using:)` may
/// change with the compiler.
package struct RandomStream: Sendable {
  private let key: StreamKey
  /// 64-bit words drawn so far.
  private var position: UInt64 = 0
  /// The second half of the block drawn last.
  private var spare: UInt64 = 0

  /// The root of all streams of `seed`.
  package init(seed: UInt64) {
    key = StreamKey(seed: seed)
  }

  private init(key: StreamKey) { self.key = key }

  /// The stream below this one; a `/` in `name` separates segments: `child("a/b")` is `child("a").child("b")`.
  package func child(_ name: String) -> RandomStream {
    var key = key
    var name = name
    name.withUTF8 { bytes in
      var start = bytes.startIndex
      for end in bytes.indices where bytes[end] == UInt8(ascii: "/") {
        key = key.child(bytes[start..<end])
        start = end + 1
      }
      key = key.child(bytes[start...])
    }
    return RandomStream(key: key)
  }

  /// The stream of item `index`: the same as `child("\(index)")`.
  package func child(_ index: Int) -> RandomStream { RandomStream(key: key.child(String(index).utf8)) }

  /// 64 uniform bits.
  package mutating func next() -> UInt64 {
    defer { position &+= 1 }
    if position & 1 == 1 { return spare }
    let block = Philox4x32.block(position >> 1, key.high, key: key.low)
    spare = block.high
    return block.low
  }

  /// What the `index`-th call of `next` on a fresh copy yields (from 0), in constant time: for noise that is
  /// looked up by cell or pixel.
  package func bits(at index: UInt64) -> UInt64 {
    let block = Philox4x32.block(index >> 1, key.high, key: key.low)
    return index & 1 == 0 ? block.low : block.high
  }
}
