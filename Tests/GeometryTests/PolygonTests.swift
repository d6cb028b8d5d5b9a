import Geometry
import Testing
import VectorMath

/// A small generator for test inputs (Steele's SplitMix64).
struct TestDice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
  mutating func roll(_ n: Int) -> Int { Int(next() % UInt64(n)) }
  mutating func point(_ size: Double) -> Vector2 { Vector2(unit() * size, unit() * size) }

  /// A simple ring that is star-shaped about a centre, concave as a rule.
  mutating func star(corners: Int, radius: Double, center: Vector2 = .zero) -> Polygon {
    Polygon(
      (0..<corners).map { i in
        let angle = 2 * Double.pi * (Double(i) + 0.8 * unit()) / Double(corners)
        let r = radius * (0.25 + 0.75 * unit())
        return center + Vector2(DeterministicMath.cos(angle), DeterministicMath.sin(angle)) * r
      })
  }
}

@Suite struct PolygonTests {
  static let square = Polygon(min: Vector2(1, 2), max: Vector2(4, 7))
  /// A U, counter-clockwise, area 7·5 − 3·4.
  static let letterU = Polygon([
    Vector2(0, 0), Vector2(7, 0), Vector2(7, 5), Vector2(5, 5), Vector2(5, 1), Vector2(2, 1), Vector2(2, 5),
    Vector2(0, 5),
  ])

  @Test func measures() {
    #expect(Self.square.signedArea == 15)
    #expect(Self.square.reversed.signedArea == -15)
    #expect(Self.square.perimeter == 16)
    #expect(length(Self.square.centroid - Vector2(2.5, 4.5)) < 1e-12)
    #expect(Self.letterU.area == 23)
    #expect(Self.square.isConvex && Self.square.isSimple)
    #expect(!Self.letterU.isConvex && Self.letterU.isSimple)
    #expect(Polygon([]).area == 0)
    #expect(Polygon([]).centroid == .zero)
    #expect(Polygon([Vector2(3, 4)]).distanceToBoundary(.zero) == 5)
  }

  @Test func crossingRingsAreNotSimple() {
    let bow = Polygon([Vector2(0, 0), Vector2(2, 2), Vector2(2, 0), Vector2(0, 2)])
    #expect(!bow.isSimple)
    let spike = Polygon([Vector2(0, 0), Vector2(2, 0), Vector2(1, 0), Vector2(1, 1)])
    #expect(!spike.isSimple)
    let pentagram = Polygon(
      (0..<5).map {
        Vector2(
          DeterministicMath.cos(Double($0) * 4 * .pi / 5), DeterministicMath.sin(Double($0) * 4 * .pi / 5))
      })
    #expect(!pentagram.isConvex && !pentagram.isSimple)
  }

  @Test func containsAgreesWithWinding() {
    var dice = TestDice(state: 1)
    for _ in 0..<40 {
      let ring = dice.star(corners: 11, radius: 3)
      for _ in 0..<200 {
        let p = dice.point(8) - Vector2(4, 4)
        // The sum of the angles under which the edges are seen is ±2π inside and 0 outside.
        var turn = 0.0
        for (a, b) in ring.edges { turn += DeterministicMath.atan2(cross(a - p, b - p), dot(a - p, b - p)) }
        #expect(ring.contains(p) == (turn.magnitude > .pi))
      }
    }
  }

  @Test func pointsOnASharedEdgeBelongToOne() {
    let left = Polygon(min: Vector2(0, 0), max: Vector2(1, 1))
    let right = Polygon(min: Vector2(1, 0), max: Vector2(2, 1))
    for i in 1..<100 {
      let p = Vector2(1, Double(i) / 100)
      #expect(left.contains(p) != right.contains(p))
    }
  }

  // MARK: Clipping

  @Test func clippingConservesArea() {
    var dice = TestDice(state: 2)
    for _ in 0..<200 {
      let ring = dice.star(corners: 9, radius: 2, center: dice.point(2))
      let (a, b) = (dice.point(3), dice.point(3))
      let total = ring.clipped(leftOf: a, b).signedArea + ring.clipped(leftOf: b, a).signedArea
      #expect((total - ring.signedArea).magnitude < 1e-12)
    }
  }

  @Test func clippingToAConvexWindowMatchesSampling() {
    var dice = TestDice(state: 3)
    for _ in 0..<20 {
      let ring = dice.star(corners: 8, radius: 2, center: Vector2(1, 1))
      let window = Polygon.hull(of: (0..<7).map { _ in dice.point(2.5) })
      let clipped = ring.clipped(toConvex: window.reversed)
      var hits = 0
      let n = 20_000
      for _ in 0..<n {
        let p = dice.point(2.5)
        let isInBoth = ring.contains(p) && window.contains(p)
        if isInBoth { hits += 1 }
        #expect(clipped.contains(p) == isInBoth)
      }
      #expect((Double(hits) / Double(n) * 6.25 - clipped.area).magnitude < 0.1)
    }
    #expect(Self.square.clipped(toConvex: Polygon(min: Vector2(9, 9), max: Vector2(10, 10))).points.isEmpty)
  }

  // MARK: Hull

  @Test func hullHoldsAllPointsAndIsConvex() {
    var dice = TestDice(state: 4)
    for _ in 0..<100 {
      let points = (0..<30).map { _ in dice.point(5) }
      let hull = Polygon.hull(of: points)
      #expect(hull.isConvex && hull.isCounterClockwise)
      for p in points {
        for (a, b) in hull.edges { #expect(cross(b - a, p - a) >= -1e-12) }
        for q in hull.points where !points.contains(q) { Issue.record("a corner that is no point: \(q)") }
      }
    }
    #expect(Polygon.hull(of: [Vector2(0, 0), Vector2(1, 1), Vector2(2, 2)]).points.count == 2)
    #expect(Polygon.hull(of: []).points.isEmpty)
    let grid = (0..<5).flatMap { x in (0..<5).map { Vector2(Double(x), Double($0)) } }
    #expect(Polygon.hull(of: grid + grid).points.count == 4)
  }
}
