import Geometry
import Testing
import VectorMath

@Suite struct PolygonOffsetTests {
  private func isInside(_ p: Vector2, _ region: [Polygon]) -> Bool {
    region.reduce(false) { $0 != $1.contains(p) }
  }

  @Test func rectangles() {
    let square = Polygon(min: Vector2(0, 0), max: Vector2(4, 2))
    let grown = square.offset(by: 0.5)
    #expect(grown.count == 1 && (grown[0].area - 15).magnitude < 1e-9 && grown[0].points.count == 4)
    let shrunk = square.reversed.offset(by: -0.5)
    #expect(shrunk.count == 1 && (shrunk[0].area - 3).magnitude < 1e-9 && shrunk[0].isCounterClockwise)
    #expect(square.offset(by: -1).isEmpty)
    #expect(square.offset(by: -1.5).isEmpty)
    #expect(square.offset(by: -50).isEmpty)
    #expect(square.offset(by: 0) == [square])
    #expect(Polygon([Vector2(0, 0), Vector2(1, 1)]).offset(by: 1).isEmpty)
    #expect(square.offset(by: .nan).isEmpty)
  }

  @Test func sharpCornersAreCut() {
    // A needle: its mitre would reach far beyond.
    let needle = Polygon([Vector2(0, 0), Vector2(20, -0.5), Vector2(20, 0.5)])
    let grown = needle.offset(by: 1, miterLimit: 2)
    let left = grown.flatMap(\.points).map(\.x).min() ?? 0
    #expect(left > -2.001 && left < -0.02)
    let full = needle.offset(by: 1, miterLimit: 1000).flatMap(\.points).map(\.x).min() ?? 0
    #expect(full < -30)
  }

  @Test func aWaistParts() {
    let dumbbell = Polygon([
      Vector2(0, 0), Vector2(3, 0), Vector2(3, 1), Vector2(5, 1), Vector2(5, 0), Vector2(8, 0), Vector2(8, 3),
      Vector2(5, 3), Vector2(5, 2), Vector2(3, 2), Vector2(3, 3), Vector2(0, 3),
    ])
    let parts = dumbbell.offset(by: -0.6)
    #expect(parts.count == 2)
    for part in parts { #expect((part.area - 1.8 * 1.8).magnitude < 1e-9) }
    #expect(dumbbell.offset(by: -0.4).count == 1)
  }

  @Test func aMouthCloses() {
    let c = Polygon([
      Vector2(0, 0), Vector2(6, 0), Vector2(6, 2.8), Vector2(5, 2.8), Vector2(5, 1), Vector2(1, 1),
      Vector2(1, 5),
      Vector2(5, 5), Vector2(5, 3.2), Vector2(6, 3.2), Vector2(6, 6), Vector2(0, 6),
    ])
    let grown = c.offset(by: 0.5)
    #expect(grown.count == 2)
    let areas = grown.map(\.signedArea).sorted()
    #expect((areas[0] + 9).magnitude < 1e-9)  // The hole of 3 by 3, clockwise.
    #expect((areas[1] - 49).magnitude < 1e-9)
  }

  @Test func distancesHoldForRandomRings() {
    var dice = TestDice(state: 21)
    for round in 0..<60 {
      let ring = dice.star(corners: 5 + round % 14, radius: 4)
      for d in [-0.7, -0.3, -0.05, 0.05, 0.3, 1.0] {
        let region = ring.offset(by: d)
        for loop in region { #expect(loop.isSimple) }
        for _ in 0..<150 {
          let p = dice.point(12) - Vector2(6, 6)
          let distance = ring.distanceToBoundary(p) * (ring.contains(p) ? -1 : 1)
          // Outside of the true offset by less than the mitre, nothing is said.
          if d > 0 {
            if distance < d - 1e-6 { #expect(isInside(p, region)) }
            if distance > 5.0.squareRoot() * d + 1e-6 { #expect(!isInside(p, region)) }
          } else {
            if distance > d + 1e-6 { #expect(!isInside(p, region)) }
            if distance < 5.0.squareRoot() * d - 1e-6 { #expect(isInside(p, region)) }
          }
        }
      }
    }
  }

  @Test func convexRingsShrinkExactly() {
    var dice = TestDice(state: 22)
    for _ in 0..<60 {
      let ring = Polygon.hull(of: (0..<9).map { _ in dice.point(6) })
      let region = ring.offset(by: -0.5)
      var expected = ring
      for (a, b) in ring.edges {
        let inward = normalized(Vector2(-(b - a).y, (b - a).x)) * 0.5
        expected = expected.clipped(leftOf: a + inward, b + inward)
      }
      #expect((region.reduce(0) { $0 + $1.signedArea } - expected.area).magnitude < 1e-8)
    }
  }
}
