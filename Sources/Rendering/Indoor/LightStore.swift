/// Light at places, by their keys: what has been worked out once is remembered.
final class LightStore {
  /// Red, green and blue irradiance; the sum of directions towards the light, each times its luminance (world axes);
  /// how much the place counts (1 where it sees a room, nearly 0 under things, 0 inside them); twice the room plus the
  /// part of the light that nothing blocks.
  typealias Light = SIMD8<Float>

  private let keys = ScratchBuffer<UInt64>()
  private let indices = ScratchBuffer<Int32>()
  private let lights = ScratchBuffer<Light>(capacity: 1 << 10)
  private(set) var count = 0
  private var bits = 0

  init() { resize(12) }

  private func resize(_ bits: Int) {
    let old = self.bits == 0 ? [] : (0..<(1 << self.bits)).map { (keys.base[$0], indices.base[$0]) }
    self.bits = bits
    keys.reserve(1 << bits)
    indices.reserve(1 << bits)
    for i in 0..<(1 << bits) { indices.base[i] = -1 }
    for (key, index) in old where index >= 0 {
      let slot = self.slot(key)
      keys.base[slot] = key
      indices.base[slot] = index
    }
  }

  /// Where a key is or would be.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var i = Int((key &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 &- bits))
    let mask = 1 << bits &- 1
    while indices.base[i] >= 0 && keys.base[i] != key { i = (i &+ 1) & mask }
    return i
  }

  @inline(__always)
  func index(_ key: UInt64) -> Int? {
    let i = indices.base[slot(key)]
    return i >= 0 ? Int(i) : nil
  }

  @inline(__always)
  subscript(_ index: Int) -> Light {
    get { lights.base[index] }
    set { lights.base[index] = newValue }
  }

  /// Remembers light under a key that is not known yet; returns its index.
  @discardableResult
  func insert(_ key: UInt64, _ light: Light) -> Int {
    if 2 * (count + 1) > 1 << bits { resize(bits + 1) }
    let slot = self.slot(key)
    keys.base[slot] = key
    indices.base[slot] = Int32(count)
    lights.reserve(count + 1, keeping: count)
    lights.base[count] = light
    count += 1
    return count - 1
  }
}
