/// Finds repetitions in filtered 16-bit pictures: greedily, with one place remembered for each four bytes.
///
/// Filtered rows are mostly small numbers, cheap to say one by one: a repetition must be longer the farther back it
/// lies to be worth its distance.
enum ByteTokens {
  /// Places by a hash of the four bytes there, plus 1.
  static let memorySize = 1 << memoryBits
  private static let memoryBits = 14

  /// - Parameters:
  ///   - count: fewer than 2³² − 1 bytes.
  ///   - memory: room for `memorySize` numbers, owned by the caller; cleared here.
  static func encode(
    _ bytes: UnsafePointer<UInt8>, count: Int, memory: UnsafeMutablePointer<UInt32>,
    into blocks: inout DeflateBlocks
  ) {
    memory.update(repeating: 0, count: memorySize)
    let worthwhile = neededLengths(bytes, count: count)
    worthwhile.withUnsafeBufferPointer {
      encode(bytes, count: count, memory: memory, needed: $0, into: &blocks)
    }
  }

  /// The least length of a worthwhile repetition by the power of two of its distance: it takes about ten bits and
  /// the distance's own to say, and saves the bytes' mean cost.
  private static func neededLengths(_ bytes: UnsafePointer<UInt8>, count: Int) -> [Int] {
    var counts = [UInt32](repeating: 0, count: 256)
    var sampled = 0
    for start in stride(from: 0, to: count, by: 8_192) {
      for i in start..<min(count, start + 1_024) { counts[Int(bytes[i])] += 1 }
      sampled += min(count - start, 1_024)
    }
    let lengths = HuffmanCode(frequencies: counts, limit: 15).lengths
    var bits = 0
    for (n, length) in zip(counts, lengths) { bits += Int(n) * Int(length) }
    let tenths = max(10, bits * 10 / max(1, sampled))
    return (0...15).map { power in max(4, ((8 + power) * 10 + tenths - 1) / tenths) }
  }

  @inline(__always)
  private static func encode(
    _ bytes: UnsafePointer<UInt8>, count: Int, memory: UnsafeMutablePointer<UInt32>,
    needed: UnsafeBufferPointer<Int>, into blocks: inout DeflateBlocks
  ) {
    let raw = UnsafeRawPointer(bytes)
    let last = count - 16
    var i = 0
    while i < last {
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt32.self).littleEndian
      let slot = memory + hash(word)
      let before = Int(slot.pointee) &- 1
      slot.pointee = UInt32(truncatingIfNeeded: i &+ 1)
      let distance = i &- before
      if before >= 0, distance <= 32_768,
        raw.loadUnaligned(fromByteOffset: before, as: UInt32.self).littleEndian == word
      {
        var length = 4
        while i &+ length &+ 8 <= count {
          let difference =
            raw.loadUnaligned(fromByteOffset: i &+ length, as: UInt64.self).littleEndian
            ^ raw.loadUnaligned(fromByteOffset: before &+ length, as: UInt64.self).littleEndian
          if difference != 0 {
            length &+= difference.trailingZeroBitCount &>> 3
            break
          }
          length &+= 8
        }
        if length >= needed[Int.bitWidth &- 1 &- distance.leadingZeroBitCount] {
          blocks.match(length: length, distance: distance)
          // Two more places within, so that what follows next time is found from there.
          remember(raw, i &+ 1, in: memory)
          remember(raw, i &+ length &- 2, in: memory)
          i &+= length
          continue
        }
      }
      blocks.literal(bytes[i])
      i &+= 1
    }
    while i < count {
      blocks.literal(bytes[i])
      i &+= 1
    }
  }

  @inline(__always)
  private static func hash(_ word: UInt32) -> Int { Int((word &* 0x9e37_79b1) &>> UInt32(32 - memoryBits)) }

  @inline(__always)
  private static func remember(_ raw: UnsafeRawPointer, _ i: Int, in memory: UnsafeMutablePointer<UInt32>) {
    memory[hash(raw.loadUnaligned(fromByteOffset: i, as: UInt32.self).littleEndian)] = UInt32(
      truncatingIfNeeded: i &+ 1)
  }
}
