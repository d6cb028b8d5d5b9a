import Geometry
import Testing
import VectorMath

@Suite struct PolygonTriangulationTests {
  /// Area is conserved, every triangle is counter-clockwise and non-empty, and sampled points lie in as many
  /// triangles as the region says.
  private func check(
    _ ring: Polygon, holes: [Polygon] = [], samples: Int = 300, dice: inout TestDice,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [SIMD3<Int>] {
    let all = ring.points + holes.flatMap(\.points)
    let triangles = ring.triangulated(holes: holes)
    var area = 0.0
    let pieces = triangles.map { Polygon([all[$0.x], all[$0.y], all[$0.z]]) }
    for piece in pieces {
      #expect(piece.signedArea > 0, sourceLocation: sourceLocation)
      area += piece.signedArea
    }
    let expected = ring.area - holes.reduce(0) { $0 + $1.area }
    #expect((area - expected).magnitude < 1e-9 * max(1, expected), sourceLocation: sourceLocation)
    for _ in 0..<samples {
      let p = dice.point(10) - Vector2(5, 5)
      let isInside = ring.contains(p) && !holes.contains { $0.contains(p) }
      let count = pieces.count { $0.contains(p) }
      #expect(count == (isInside ? 1 : 0), sourceLocation: sourceLocation)
    }
    return triangles
  }

  @Test func stars() {
    var dice = TestDice(state: 11)
    for n in 3..<60 {
      let ring = dice.star(corners: n, radius: 4)
      #expect(check(ring, samples: 60, dice: &dice).count == n - 2)
      #expect(check(ring.reversed, samples: 10, dice: &dice).count == n - 2)
    }
  }

  @Test func combAndSpiral() {
    var dice = TestDice(state: 12)
    var comb: [Vector2] = [Vector2(4, -1), Vector2(-4, -1)]
    for i in 0..<16 { comb += [Vector2(-4 + Double(i) * 0.5, 3), Vector2(-3.75 + Double(i) * 0.5, 0)] }
    _ = check(Polygon(comb), dice: &dice)
    var outer: [Vector2] = []
    var inner: [Vector2] = []
    for i in 0..<80 {
      let angle = Double(i) * 0.25
      let way = Vector2(DeterministicMath.cos(angle), DeterministicMath.sin(angle))
      outer.append(way * (0.5 + 0.05 * Double(i)))
      inner.append(way * (0.4 + 0.05 * Double(i)))
    }
    _ = check(Polygon(outer + inner.reversed()), dice: &dice)
  }

  @Test func cornersInAStraightLineStayInUse() {
    var dice = TestDice(state: 13)
    let ring = Polygon([
      Vector2(0, 0), Vector2(1, 0), Vector2(2, 0), Vector2(3, 0), Vector2(3, 1), Vector2(3, 2), Vector2(0, 2),
    ])
    let triangles = check(ring, dice: &dice)
    #expect(triangles.count == 5)
    #expect(Set(triangles.flatMap { [$0.x, $0.y, $0.z] }).count == 7)
  }

  @Test func degenerateRings() {
    #expect(Polygon([]).triangulated().isEmpty)
    #expect(Polygon([Vector2(0, 0), Vector2(1, 0)]).triangulated().isEmpty)
    #expect(Polygon([Vector2(0, 0), Vector2(1, 0), Vector2(2, 0), Vector2(3, 0)]).triangulated().isEmpty)
    #expect(Polygon([Vector2](repeating: Vector2(1, 1), count: 9)).triangulated().isEmpty)
    var dice = TestDice(state: 14)
    // Repeated corners and a ring that touches itself in a point.
    _ = check(
      Polygon([Vector2(0, 0), Vector2(0, 0), Vector2(3, 0), Vector2(3, 3), Vector2(3, 3), Vector2(0, 3)]),
      dice: &dice)
    _ = check(
      Polygon([Vector2(0, 0), Vector2(4, 0), Vector2(4, 4), Vector2(2, 0), Vector2(0, 4)]), dice: &dice)
    // A ring that crosses itself gives something, and ends.
    #expect(!Polygon([Vector2(0, 0), Vector2(2, 2), Vector2(2, 0), Vector2(0, 1)]).triangulated().isEmpty)
  }

  @Test func holes() {
    var dice = TestDice(state: 15)
    let frame = Polygon(min: Vector2(-4, -4), max: Vector2(4, 4))
    let one = Polygon(min: Vector2(-1, -1), max: Vector2(1, 1))
    #expect(check(frame, holes: [one], dice: &dice).count == 8)
    #expect(check(frame.reversed, holes: [one.reversed], dice: &dice).count == 8)
    for round in 0..<30 {
      var list: [Polygon] = []
      for x in 0..<3 {
        for y in 0..<3 {
          let corners = 3 + (round + x + y) % 6
          list.append(
            dice.star(
              corners: corners, radius: 1.2, center: Vector2(-2.6 + 2.6 * Double(x), -2.6 + 2.6 * Double(y))))
        }
      }
      // With up to two corners, a star about a centre need not hold it; three may be clockwise.
      let triangles = check(frame, holes: list, samples: 100, dice: &dice)
      #expect(triangles.count == 4 + list.reduce(0) { $0 + $1.points.count } + 2 * list.count - 2)
    }
    // Holes in a row, their corners at one height, and one that lies outside.
    let row = (0..<4).map {
      Polygon(min: Vector2(-3.5 + 2 * Double($0), 0), max: Vector2(-2.5 + 2 * Double($0), 1))
    }
    _ = check(frame, holes: row, dice: &dice)
    #expect(frame.triangulated(holes: [Polygon(min: Vector2(9, 9), max: Vector2(10, 10))]).count == 2)
  }

  @Test func holesInAConcaveRing() {
    var dice = TestDice(state: 16)
    let u = Polygon(PolygonTests.letterU.points.map { $0 - Vector2(3.5, 2.5) })
    let left = Polygon(min: Vector2(-3, 0), max: Vector2(-2, 1))
    let right = Polygon(min: Vector2(2, 0), max: Vector2(3, 1))
    let low = Polygon(min: Vector2(-1, -2.2), max: Vector2(1, -1.8))
    _ = check(u, holes: [left, right, low], samples: 2000, dice: &dice)
  }

  @Test func manyCornersTakeNoTimeToSpeakOf() {
    var dice = TestDice(state: 17)
    let ring = dice.star(corners: 5000, radius: 4)
    #expect(ring.triangulated().count == 4998)
  }
}
