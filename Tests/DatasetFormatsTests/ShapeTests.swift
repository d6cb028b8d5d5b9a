import Annotations
import DatasetFormats
import Encodings
import Imaging
import TestSupport
import Testing
import VectorMath

private func mask(_ rows: [String]) -> RunLengthMask {
  RunLengthMask(
    bitmap: Raster(
      width: rows[0].count, height: rows.count, values: rows.flatMap { $0.map { $0 == "#" ? 1 : 0 } }))
}

private func randomMask(_ dice: inout Dice) -> RunLengthMask {
  let (w, h) = (1 + dice.roll(14), 1 + dice.roll(14))
  let density = 1 + dice.roll(9)
  return RunLengthMask(
    bitmap: Raster(width: w, height: h, values: (0..<(w * h)).map { _ in dice.roll(10) < density ? 1 : 0 }))
}

@Suite struct MaskContoursTests {
  @Test func onePixel() {
    let parts = MaskContours.parts(of: mask(["...", ".#.", "..."]))
    #expect(parts == [MaskPart(outer: [[1, 1], [2, 1], [2, 2], [1, 2]], holes: [])])
  }

  @Test func fullImage() {
    let parts = MaskContours.parts(of: mask(["##", "##", "##"]))
    #expect(parts == [MaskPart(outer: [[0, 0], [2, 0], [2, 3], [0, 3]], holes: [])])
  }

  @Test func emptyMask() { #expect(MaskContours.parts(of: mask(["..", ".."])).isEmpty) }

  @Test func ringHasAHoleWalkedTheOtherWay() {
    let parts = MaskContours.parts(of: mask(["####", "#..#", "####"]))
    #expect(parts.count == 1)
    #expect(BridgedPolygon.doubledArea(parts[0].outer) == 24)
    #expect(parts[0].holes.map(BridgedPolygon.doubledArea) == [-4])
  }

  @Test func diagonalPixelsArePartsOfTheirOwn() {
    let parts = MaskContours.parts(of: mask(["#.", ".#"]))
    #expect(
      parts.map(\.outer) == [[[0, 0], [1, 0], [1, 1], [0, 1]], [[1, 1], [2, 1], [2, 2], [1, 2]]])
  }

  @Test func islandInAHoleIsItsOwnPart() {
    let parts = MaskContours.parts(of: mask(["#####", "#...#", "#.#.#", "#...#", "#####"]))
    #expect(parts.count == 2)
    #expect(parts.map(\.holes.count) == [1, 0])
  }

  @Test func anyMaskFillsBackExactly() {
    var dice = Dice(state: 1)
    for _ in 0..<600 {
      let m = randomMask(&dice)
      let parts = MaskContours.parts(of: m)
      let rings = parts.flatMap { [$0.outer] + $0.holes }
      #expect(CornerFill.evenOdd(rings, width: m.width, height: m.height) == m.bitmap.values)
      let areas = rings.map(BridgedPolygon.doubledArea)
      #expect(areas.reduce(0, +) == 2 * m.area)
      for part in parts {
        #expect(BridgedPolygon.doubledArea(part.outer) > 0)
        #expect(part.holes.allSatisfy { BridgedPolygon.doubledArea($0) < 0 })
        // Touching oneself at a corner is as close as it gets: no ring passes one more than twice.
        let visits = Dictionary(grouping: part.outer, by: { $0 }).values.map(\.count)
        #expect(visits.allSatisfy { $0 <= 2 })
      }
      // No corner lies on a straight run.
      for ring in rings {
        for (i, p) in ring.enumerated() {
          let (a, b) = (ring[(i + ring.count - 1) % ring.count], ring[(i + 1) % ring.count])
          #expect((p.x - a.x) * (b.y - p.y) != (p.y - a.y) * (b.x - p.x))
        }
      }
    }
  }
}

@Suite struct BridgedPolygonTests {
  @Test func oneRingFillsBackExactly() {
    var dice = Dice(state: 2)
    for _ in 0..<600 {
      let m = randomMask(&dice)
      let parts = MaskContours.parts(of: m)
      let ring = BridgedPolygon.ring(of: parts)
      #expect(ring.isEmpty == (m.area == 0))
      #expect(CornerFill.evenOdd([ring], width: m.width, height: m.height) == m.bitmap.values)
      #expect(BridgedPolygon.doubledArea(ring) == 2 * m.area)
    }
  }
}
