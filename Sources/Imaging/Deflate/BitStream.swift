/// Bits into bytes, least significant first, into memory that grows by whole reservations.
struct BitStream {
  private(set) var storage: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Whole bytes written.
  private(set) var count = 0
  private var buffer: UInt64 = 0
  private var filled = 0

  /// Takes over memory that `UnsafeMutablePointer.allocate` gave; whoever reads `storage` last frees it.
  init(storage: UnsafeMutablePointer<UInt8>, capacity: Int) {
    self.storage = storage
    self.capacity = capacity
  }

  /// Forgets what was written; the memory stays.
  mutating func restart() {
    count = 0
    buffer = 0
    filled = 0
  }

  /// Makes sure that `bytes` more can be written without a check.
  mutating func reserve(_ bytes: Int) {
    let needed = count + bytes + 16
    guard needed > capacity else { return }
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: needed * 2)
    grown.update(from: storage, count: count)
    storage.deallocate()
    storage = grown
    capacity = needed * 2
  }

  /// Appends the low `count` bits of `value` (at most 56; higher bits zero) to what has been reserved.
  @inline(__always)
  mutating func put(_ value: UInt64, count bits: Int) {
    // Fewer than 8 bits are pending here. All that is pending is stored, whole bytes of it for good: no branch.
    buffer |= value &<< UInt64(truncatingIfNeeded: filled)
    filled &+= bits
    UnsafeMutableRawPointer(storage + count).storeBytes(of: buffer.littleEndian, as: UInt64.self)
    count &+= filled &>> 3
    buffer = buffer &>> UInt64(truncatingIfNeeded: filled & ~7)
    filled &= 7
  }

  /// Appends whole bytes; only at a byte boundary.
  mutating func putByte(_ byte: UInt8) {
    put(UInt64(byte), count: 8)
    padToByte()
  }

  mutating func padToByte() {
    while filled > 0 {
      storage[count] = UInt8(truncatingIfNeeded: buffer)
      count += 1
      buffer >>= 8
      filled -= 8
    }
    filled = 0
  }
}
