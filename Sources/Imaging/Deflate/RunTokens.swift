/// Finds the repetitions of label maps: a stretch equal to what lies one pixel before, straight above, or
/// above and one pixel to either side. Long runs cost one comparison of 32 bytes per 32 bytes.
struct RunTokens {
  /// Bytes of a whole pixel and of a row of pixels.
  let pixel: Int
  let row: Int
  /// A match above costs about this many more bits than one to the left (the distance's extra bits), so it must
  /// reach further by so many bytes.
  private let aboveHandicap = 12
  /// How many rows just before were equal to their predecessors.
  private var repeated = 0

  init(pixel: Int, row: Int) {
    self.pixel = pixel
    self.row = row
  }

  /// The row `current` (with `above` directly over it, `nil` for the first) as tokens, its filter byte included.
  /// Returns the filter: `none`, or `up` for a row like the one above.
  mutating func encode(
    _ current: UnsafePointer<UInt8>, above: UnsafePointer<UInt8>?, into blocks: inout DeflateBlocks
  ) -> PNGFilter {
    let repeatedAbove = repeated
    repeated = 0
    guard let above else {
      blocks.literal(0)
      encodeAlone(current, into: &blocks)
      return .none
    }
    let same = prefix(current, above, row)
    if same == row {
      // A row like the one above: filter Up makes it one run of zeros, which a distance of 1 says in fewest bits.
      blocks.literal(2)
      repeated = repeatedAbove + 1
      guard row > 3 else {
        for _ in 0..<row { blocks.literal(0) }
        return .up
      }
      blocks.literal(0)
      blocks.match(length: row - 1, distance: 1)
      return .up
    }
    blocks.literal(0)
    // What lies above in the stream is the last row that was not filtered to zeros; they have the same pixels.
    let stride = (row + 1) * (repeatedAbove + 1)
    // Farther than deflate can point: runs to the left only.
    guard stride + pixel <= 32_768 else {
      encodeAlone(current, into: &blocks)
      return .none
    }
    var x = 0
    while x < row {
      let rest = row - x
      let here = current + x
      var best = 0
      var distance = 0
      if x >= pixel {
        best = prefix(here, here - pixel, rest)
        distance = pixel
      }
      if best < rest {
        let up = prefix(here, above + x, rest)
        if up > best + aboveHandicap || (up > best && best < 3) { (best, distance) = (up, stride) }
        if best < 3 * pixel, x >= pixel {
          let left = prefix(here, above + x - pixel, rest)
          if left > best { (best, distance) = (left, stride + pixel) }
          if rest > pixel {
            let right = prefix(here, above + x + pixel, rest - pixel)
            if right > best { (best, distance) = (right, stride - pixel) }
          }
        }
      }
      if best >= (distance > pixel ? 4 : 3) {
        blocks.match(length: best, distance: distance)
        x += best
      } else {
        blocks.literal(here.pointee)
        x += 1
      }
    }
    return .none
  }

  private func encodeAlone(_ current: UnsafePointer<UInt8>, into blocks: inout DeflateBlocks) {
    var x = 0
    while x < row {
      let run = x >= pixel ? prefix(current + x, current + x - pixel, row - x) : 0
      if run >= 3 {
        blocks.match(length: run, distance: pixel)
        x += run
      } else {
        blocks.literal(current[x])
        x += 1
      }
    }
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
