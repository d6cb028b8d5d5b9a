/// Memory that a worker keeps between frames, so that steady work allocates nothing.
///
/// Elements must be trivial. Contents are not kept when it grows unless asked for.
final class ScratchBuffer<Element> {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int

  init(capacity: Int = 64) {
    base = Self.allocate(capacity)
    self.capacity = capacity
  }

  deinit { base.deallocate() }

  /// Makes room for `count` elements; the first `keeping` survive.
  @inline(__always)
  func reserve(_ count: Int, keeping: Int = 0) {
    if count > capacity { grow(count, keeping) }
  }

  @inline(never)
  private func grow(_ count: Int, _ keeping: Int) {
    let wider = max(count, capacity + capacity / 2)
    let next = Self.allocate(wider)
    next.update(from: base, count: min(keeping, capacity))
    base.deallocate()
    base = next
    capacity = wider
  }

  private static func allocate(_ count: Int) -> UnsafeMutablePointer<Element> {
    UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: Element.self, capacity: max(1, count))
  }
}
