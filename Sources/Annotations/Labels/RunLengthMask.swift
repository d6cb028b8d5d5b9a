package import Imaging

/// A binary mask as COCO run lengths: down the columns from the top left, starting with a run of zeros
/// (which may be 0 long). The truth about a mask; polygons are a convenience.
package struct RunLengthMask: Codable, Sendable, Hashable {
  /// Height and width, in COCO's order.
  package var size: [Int]
  package var counts: [Int]

  package var height: Int { size[0] }
  package var width: Int { size[1] }

  package init(height: Int, width: Int, counts: [Int]) {
    size = [height, width]
    self.counts = counts
  }

  /// From a bitmap of `width × height` (row-major); nonzero = inside.
  package init(bitmap: Raster<UInt8>) {
    var counts: [Int] = []
    var run = 0
    var inside = false
    for u in 0..<bitmap.width {
      for v in 0..<bitmap.height {
        if (bitmap.values[v * bitmap.width + u] != 0) != inside {
          counts.append(run)
          run = 0
          inside.toggle()
        }
        run += 1
      }
    }
    counts.append(run)
    self.init(height: bitmap.height, width: bitmap.width, counts: counts)
  }

  /// Number of pixels inside.
  package var area: Int {
    var sum = 0
    for i in stride(from: 1, to: counts.count, by: 2) { sum += counts[i] }
    return sum
  }

  /// The mask as a bitmap of zeros and ones, row-major.
  package var bitmap: Raster<UInt8> {
    var out = Raster<UInt8>(width: width, height: height, fill: 0)
    var p = 0
    for (i, c) in counts.enumerated() {
      if i % 2 == 1 { for q in p..<(p + c) { out.values[q % height * width + q / height] = 1 } }
      p += c
    }
    return out
  }

  /// The smallest box around the inside; `nil` when empty.
  package var bounds: PixelBox? {
    var box: (u0: Int, v0: Int, u1: Int, v1: Int)?
    var p = 0
    for (i, c) in counts.enumerated() {
      if i % 2 == 1, c > 0 {
        let (u0, u1) = (p / height, (p + c - 1) / height)
        let (v0, v1) = u0 == u1 ? (p % height, (p + c - 1) % height) : (0, height - 1)
        box = box.map { (min($0.u0, u0), min($0.v0, v0), max($0.u1, u1), max($0.v1, v1)) } ?? (u0, v0, u1, v1)
      }
      p += c
    }
    return box.map { PixelBox(x: $0.u0, y: $0.v0, width: $0.u1 - $0.u0 + 1, height: $0.v1 - $0.v0 + 1) }
  }

  /// COCO's compressed string: each count (from the third on as the difference to the one two before) in
  /// groups of five bits, least significant first, bit 5 = more follow, offset 48 (maskApi's rleToString).
  package var compressed: String {
    var out: [UInt8] = []
    for (i, c) in counts.enumerated() {
      var x = i > 2 ? c - counts[i - 2] : c
      var more = true
      while more {
        var group = x & 0x1f
        x >>= 5
        more = group & 0x10 != 0 ? x != -1 : x != 0
        if more { group |= 0x20 }
        out.append(UInt8(group + 48))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// A rectangle of whole pixels: `x`, `y` the first column and row, `width` = last − first + 1.
package struct PixelBox: Codable, Sendable, Hashable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var area: Int { width * height }
  package func contains(_ other: PixelBox) -> Bool {
    x <= other.x && y <= other.y && x + width >= other.x + other.width && y + height >= other.y + other.height
  }
}
