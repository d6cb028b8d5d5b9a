import Annotations
import Imaging
import Testing
import WorldModel

@Suite struct RunLengthMaskTests {
  private static func random(_ width: Int, _ height: Int, _ seed: UInt64, density: UInt64) -> Raster<UInt8> {
    var state = seed
    var bitmap = Raster<UInt8>(width: width, height: height, fill: 0)
    for i in bitmap.values.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bitmap.values[i] = state >> 33 & 15 < density ? 1 : 0
    }
    return bitmap
  }

  /// The definition: column by column, how long until the value changes, zeros first.
  private static func counts(_ bitmap: Raster<UInt8>) -> [Int] {
    var column: [Bool] = []
    for u in 0..<bitmap.width { for v in 0..<bitmap.height { column.append(bitmap[u, v] != 0) } }
    var out = [0]
    for inside in column {
      if inside != (out.count % 2 == 0) { out.append(0) }
      out[out.count - 1] += 1
    }
    return out
  }

  private static func box(_ bitmap: Raster<UInt8>) -> PixelBox? {
    let inside = bitmap.values.indices.filter { bitmap.values[$0] != 0 }
    let us = inside.map { $0 % bitmap.width }
    let vs = inside.map { $0 / bitmap.width }
    guard let u0 = us.min(), let u1 = us.max(), let v0 = vs.min(), let v1 = vs.max() else { return nil }
    return PixelBox(x: u0, y: v0, width: u1 - u0 + 1, height: v1 - v0 + 1)
  }

  private static func expectRight(_ bitmap: Raster<UInt8>, _ what: String) {
    let mask = RunLengthMask(bitmap: bitmap)
    let box = box(bitmap)
    #expect(mask.counts == counts(bitmap) && mask.size == [bitmap.height, bitmap.width], "\(what)")
    #expect(mask.bitmap == bitmap && mask.bounds == box, "\(what)")
    #expect(mask.area == bitmap.values.reduce(0) { $0 + Int($1) })
    #expect(mask.counts.reduce(0, +) == bitmap.width * bitmap.height)
    #expect(mask.counts.dropFirst().allSatisfy { $0 > 0 }, "\(what): no empty runs but the first")
    // The same through a predicate in the smallest box, and in a larger one.
    for within in [box, PixelBox(x: 0, y: 0, width: bitmap.width, height: bitmap.height)] {
      guard within != nil || box == nil else { continue }
      let again = RunLengthMask(width: bitmap.width, height: bitmap.height, within: within) {
        bitmap[$0, $1] != 0
      }
      #expect(again == mask, "\(what) within \(String(describing: within))")
    }
    #expect(decompress(mask.compressed) == mask.counts, "\(what)")
  }

  /// COCO's string back to counts, after its description in words.
  private static func decompress(_ text: String) -> [Int] {
    var counts: [Int] = []
    var value = 0
    var shift = 0
    for byte in text.utf8 {
      let group = Int(byte) - 48
      value |= (group & 31) << shift
      shift += 5
      if group & 32 == 0 {
        if group & 16 != 0 { value |= -1 << shift }
        counts.append(counts.count > 2 ? value + counts[counts.count - 2] : value)
        (value, shift) = (0, 0)
      }
    }
    return counts
  }

  @Test func randomMasks() {
    for (i, size) in [[1, 1], [1, 9], [9, 1], [7, 5], [16, 16], [67, 31]].enumerated() {
      for density in 0...16 as ClosedRange<UInt64> {
        Self.expectRight(
          Self.random(size[0], size[1], UInt64(i) * 99 + density, density: density), "\(size) \(density)")
      }
    }
  }

  /// Runs that go on from the foot of a column to the head of the next.
  @Test func runsAcrossColumnEnds() {
    for (u0, u1, v0, v1) in [
      (2, 4, 0, 5), (2, 4, 0, 3), (2, 4, 2, 5), (0, 0, 0, 5), (6, 6, 0, 5), (0, 6, 3, 3),
    ] {
      var bitmap = Raster<UInt8>(width: 7, height: 6, fill: 0)
      for u in u0...u1 { for v in v0...v1 { bitmap[u, v] = 1 } }
      Self.expectRight(bitmap, "\(u0)...\(u1), \(v0)...\(v1)")
    }
    var corner = Raster<UInt8>(width: 3, height: 4, fill: 0)
    (corner[0, 3], corner[1, 0]) = (1, 1)
    Self.expectRight(corner, "foot and head")
    #expect(RunLengthMask(bitmap: corner).counts == [3, 2, 7])
  }

  @Test func fullAndEmpty() {
    let full = RunLengthMask(bitmap: Raster(width: 5, height: 4, fill: 1))
    #expect(full.counts == [0, 20] && full.area == 20)
    #expect(full.bounds == PixelBox(x: 0, y: 0, width: 5, height: 4))
    let empty = RunLengthMask(bitmap: Raster(width: 10, height: 10, fill: 0))
    #expect(empty.counts == [100] && empty.area == 0 && empty.bounds == nil)
    // As pycocotools writes them.
    #expect(empty.compressed == "T3")
    #expect(full.compressed == "0d0")
  }
}
