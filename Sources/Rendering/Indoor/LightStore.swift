/// Light at places, by their keys: what has been worked out once is remembered.
final class LightStore {
  /// Red, green and blue irradiance; the sum of directions towards the light, each times its luminance (world axes);
  /// how much the place counts (1 where it sees a room, nearly 0 under things, 0 inside them); twice the room plus the
  /// part of the light that nothing blocks.
  typealias Light = SIMD8<Float>

  /// A place of the table: key and index side by side, since most searches end at the first.
  private struct Slot {
    var key: UInt64
    /// −1 = empty.
    var index: Int
  }

  private let slots = ScratchBuffer<Slot>()
  private let lights = ScratchBuffer<Light>(capacity: 1 << 10)
  private(set) var count = 0
  private var bits = 0

  init() { resize(12) }

  private func resize(_ bits: Int) {
    let old = self.bits == 0 ? [] : (0..<(1 << self.bits)).map { slots.base[$0] }
    self.bits = bits
    slots.reserve(1 << bits)
    for i in 0..<(1 << bits) { slots.base[i] = Slot(key: 0, index: -1) }
    for known in old where known.index >= 0 { slots.base[slot(known.key)] = known }
  }

  /// Where a key is or would be.
  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var i = Int((key &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 &- bits))
    let mask = 1 << bits &- 1
    while slots.base[i].index >= 0 && slots.base[i].key != key { i = (i &+ 1) & mask }
    return i
  }

  @inline(__always)
  func index(_ key: UInt64) -> Int? {
    let i = slots.base[slot(key)].index
    return i >= 0 ? i : nil
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
    slots.base[slot(key)] = Slot(key: key, index: count)
    lights.reserve(count + 1, keeping: count)
    lights.base[count] = light
    count += 1
    return count - 1
  }
}
