/// Which triangles touch which tile, in submission order.
struct TileBins {
  /// Pixels along a tile's side: depth and id of a tile fill the first-level cache.
  static let side = 64

  /// Binary logarithm of the side.
  private static let shift = 6
  private(set) var area = PixelRectangle(width: 0, height: 0)
  private(set) var columns = 0
  private(set) var rows = 0
  private let starts = ScratchBuffer<Int32>(capacity: 1024)
  private let entries = ScratchBuffer<Int32>(capacity: 1 << 15)

  /// Sorts records `range` into tiles of `area`; the first tile begins at the area's corner.
  mutating func fill(_ records: UnsafePointer<RasterTriangle>, _ range: Range<Int>, area: PixelRectangle) {
    self.area = area
    let shift = Self.shift
    columns = (area.width + (1 << shift) - 1) >> shift
    rows = (area.height + (1 << shift) - 1) >> shift
    let tiles = columns * rows
    starts.reserve(tiles + 2)
    let start = starts.base
    for i in 0..<(tiles + 2) { start[i] = 0 }
    let (u0, v0) = (Int32(area.minU), Int32(area.minV))
    let (u1, v1) = (Int32(area.maxU - 1), Int32(area.maxV - 1))

    // Counting sort, twice over the same loop: count into the slot after next, then place.
    @inline(__always)
    func visit(_ body: (Int) -> Void, _ r: RasterTriangle) {
      let lowU = max(r.minU, u0)
      let highU = min(r.maxU, u1)
      let lowV = max(r.minV, v0)
      let highV = min(r.maxV, v1)
      if lowU > highU || lowV > highV { return }
      let (cl, ch) = (Int(lowU &- u0) >> shift, Int(highU &- u0) >> shift)
      let (rl, rh) = (Int(lowV &- v0) >> shift, Int(highV &- v0) >> shift)
      var row = rl
      while row <= rh {
        var column = cl
        while column <= ch {
          body(row &* columns &+ column)
          column &+= 1
        }
        row &+= 1
      }
    }
    for i in range { visit({ start[$0 &+ 2] &+= 1 }, records[i]) }
    for i in 2..<(tiles + 2) { start[i] &+= start[i - 1] }
    entries.reserve(Int(start[tiles + 1]))
    let entry = entries.base
    for i in range {
      visit(
        {
          entry[Int(start[$0 &+ 1])] = Int32(truncatingIfNeeded: i)
          start[$0 &+ 1] &+= 1
        }, records[i])
    }
  }

  /// The pixels of a tile.
  func rectangle(column: Int, row: Int) -> PixelRectangle {
    let u = area.minU + column * Self.side
    let v = area.minV + row * Self.side
    return PixelRectangle(
      minU: u, minV: v, maxU: min(u + Self.side, area.maxU), maxV: min(v + Self.side, area.maxV))
  }

  /// The records that touch a tile.
  func records(column: Int, row: Int) -> UnsafeBufferPointer<Int32> {
    let t = row * columns + column
    let first = Int(starts.base[t])
    return UnsafeBufferPointer(start: entries.base + first, count: Int(starts.base[t + 1]) - first)
  }
}
