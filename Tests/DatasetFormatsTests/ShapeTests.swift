import Annotations
import DatasetFormats
import Imaging
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
      #expect(PolygonFill.evenOdd(rings, width: m.width, height: m.height) == m.bitmap.values)
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
      #expect(PolygonFill.evenOdd([ring], width: m.width, height: m.height) == m.bitmap.values)
      #expect(BridgedPolygon.doubledArea(ring) == 2 * m.area)
    }
  }
}

@Suite struct MinimumAreaRectangleTests {
  @Test func turnedSquareIsFoundExactly() throws {
    // A square with corners on a lattice, turned by atan(1/3).
    let corners: [PixelCorner] = [[10, 10], [16, 12], [14, 18], [8, 16]]
    let r = try #require(MinimumAreaRectangle(around: corners, width: 100, height: 100))
    #expect(abs(r.area - 40) < 1e-9)
    for (a, b) in zip(r.corners, [[10, 10], [16, 12], [14, 18], [8, 16]] as [Vector2]) {
      #expect(length(a - b) < 1e-9)
    }
  }

  @Test func holdsAllPointsInsideTheImageAndIsNoLargerThanTheUprightBox() throws {
    var dice = Dice(state: 3)
    for _ in 0..<500 {
      let m = randomMask(&dice)
      let points = MaskContours.parts(of: m).flatMap(\.outer)
      guard let bounds = m.bounds else {
        #expect(MinimumAreaRectangle(around: points, width: m.width, height: m.height) == nil)
        continue
      }
      let r = try #require(MinimumAreaRectangle(around: points, width: m.width, height: m.height))
      #expect(r.area <= Double(bounds.area) + 1e-9)
      #expect(
        r.corners.allSatisfy { $0.x >= 0 && $0.y >= 0 && Int($0.x) <= m.width && Int($0.y) <= m.height })
      for (i, a) in r.corners.enumerated() {
        let b = r.corners[(i + 1) % 4]
        for p in points {
          #expect(cross(b - a, Vector2(Double(p.x), Double(p.y)) - a) >= -1e-9 * length(b - a))
        }
      }
      // Independent: no direction of a fine sweep gives a rectangle inside the image that is smaller.
      for step in 0..<90 {
        let (s, c) = DeterministicMath.sincos(Double(step) * Double.pi / 180)
        let us = points.map { Double($0.x) * c + Double($0.y) * s }
        let vs = points.map { Double($0.y) * c - Double($0.x) * s }
        guard let u0 = us.min(), let u1 = us.max(), let v0 = vs.min(), let v1 = vs.max() else { continue }
        let fits = [(u0, v0), (u1, v0), (u1, v1), (u0, v1)].allSatisfy { u, v in
          let (x, y) = (u * c - v * s, u * s + v * c)
          return x >= 0 && y >= 0 && x <= Double(m.width) && y <= Double(m.height)
        }
        // A sweep's rectangle may fit where none along a hull edge does.
        if !fits { continue }
        if (u1 - u0) * (v1 - v0) < r.area - 1e-6 { #expect(r.area == Double(bounds.area)) }
      }
    }
  }

  @Test func aCornerOfTheImageFallsBackToWhatFits() throws {
    // A triangle in the corner: its smallest rectangle lies along the slope and would leave the image.
    let r = try #require(MinimumAreaRectangle(around: [[0, 0], [10, 0], [0, 10]], width: 10, height: 10))
    #expect(r.corners == [[0, 0], [10, 0], [10, 10], [0, 10]])
  }
}
