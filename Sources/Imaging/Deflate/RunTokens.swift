/// Finds the repetitions of label maps: a stretch equal to what lies one pixel before, straight above, above and
/// one pixel to either side, or where a stretch last began with the same eight bytes. Long runs cost one
/// comparison of 32 bytes per 32 bytes.
struct RunTokens {
  /// Where stretches began: offsets of bytes in the picture plus 1 by a hash of the eight bytes there.
  static let memorySize = 1 << memoryBits
  private static let memoryBits = 12

  private let image: UnsafePointer<UInt8>
  /// Bytes of a whole pixel and of a row of pixels.
  private let pixel: Int
  private let row: Int
  private let memory: UnsafeMutablePointer<Int>
  /// A farther match costs about this many more bits than one to the left (the distance's extra bits), so it must
  /// reach further by so many bytes.
  private let handicap = 12
  /// The farthest that deflate can point.
  private let reach = 32_768
  /// How many rows just before were equal to their predecessors.
  private var repeated = 0

  /// - Parameters:
  ///   - image: rows of `row` bytes without gaps.
  ///   - memory: room for `memorySize` numbers, owned by the caller; cleared here.
  init(image: UnsafePointer<UInt8>, pixel: Int, row: Int, memory: UnsafeMutablePointer<Int>) {
    self.image = image
    self.pixel = pixel
    self.row = row
    self.memory = memory
    memory.update(repeating: 0, count: Self.memorySize)
  }

  /// Row `y` as tokens, its filter byte included; rows must come in order from 0.
  /// Returns the filter: `none`, or `up` for a row like the one above.
  mutating func encode(_ y: Int, into blocks: inout DeflateBlocks) -> PNGFilter {
    let current = image + y * row
    let repeatedAbove = repeated
    repeated = 0
    if y > 0, prefix(current, current - row, row) == row {
      repeated = repeatedAbove + 1
      encodeRepeated(into: &blocks)
      return .up
    }
    blocks.literal(PNGFilter.none.rawValue)
    // What lies above in the stream is the last row that was not filtered to zeros; they have the same pixels.
    let stride = (row + 1) * (repeatedAbove + 1)
    let above = y > 0 && stride + pixel <= reach ? current - row : nil
    var x = 0
    while x < row {
      let rest = row - x
      let here = current + x
      var (length, distance) = (0, pixel)
      if x >= pixel { length = prefix(here, here - pixel, rest) }
      if length < rest, let above {
        let up = prefix(here, above + x, rest)
        if up > length + handicap || (up > length && length < 3) { (length, distance) = (up, stride) }
        if length < 3 * pixel, x >= pixel {
          let left = prefix(here, above + x - pixel, rest)
          if left > length { (length, distance) = (left, stride + pixel) }
          if rest > pixel {
            let right = prefix(here, above + x + pixel, rest - pixel)
            if right > length { (length, distance) = (right, stride - pixel) }
          }
        }
      }
      if length < 64, rest >= 8, let found = recall(here, x, y, rest),
        found.length > length + (length < 3 ? 0 : handicap)
      {
        (length, distance) = found
      }
      if length >= (distance > pixel ? 4 : 3) {
        blocks.match(length: length, distance: distance)
        x += length
      } else {
        blocks.literal(here.pointee)
        x += 1
      }
    }
    return .none
  }

  /// A row like the one above: filter Up makes it one run of zeros, which a distance of 1 says in fewest bits.
  private func encodeRepeated(into blocks: inout DeflateBlocks) {
    blocks.literal(PNGFilter.up.rawValue)
    guard row > 3 else {
      for _ in 0..<row { blocks.literal(0) }
      return
    }
    blocks.literal(0)
    blocks.match(length: row - 1, distance: 1)
  }

  /// The match with the place that is remembered for the eight bytes at `here`, which takes its place.
  private func recall(
    _ here: UnsafePointer<UInt8>, _ x: Int, _ y: Int, _ rest: Int
  ) -> (length: Int, distance: Int)? {
    let key = UnsafeRawPointer(here).loadUnaligned(as: UInt64.self).littleEndian
    let slot = memory + Int((key &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 - Self.memoryBits))
    let before = slot.pointee - 1
    slot.pointee = y * row + x + 1
    // Only rows that stand in the stream as they are have been remembered.
    guard before >= 0 else { return nil }
    let (thatY, thatX) = before.quotientAndRemainder(dividingBy: row)
    let distance = (y - thatY) * (row + 1) + x - thatX
    guard distance <= reach else { return nil }
    return (prefix(here, image + before, min(rest, row - thatX)), distance)
  }

  /// How many of the first `count` bytes at `a` and `b` agree.
  @inline(__always)
  private func prefix(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var i = 0
    let (x, y) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    while i &+ 8 <= count {
      let difference =
        x.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
        ^ y.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
      if difference != 0 { return i &+ difference.trailingZeroBitCount / 8 }
      i &+= 8
      while i &+ 32 <= count {
        let left = x.loadUnaligned(fromByteOffset: i, as: SIMD4<UInt64>.self)
        let right = y.loadUnaligned(fromByteOffset: i, as: SIMD4<UInt64>.self)
        if left != right { break }
        i &+= 32
      }
    }
    while i < count, a[i] == b[i] { i &+= 1 }
    return i
  }
}
