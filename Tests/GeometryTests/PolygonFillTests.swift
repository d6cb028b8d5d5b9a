import Geometry
import Testing
import VectorMath

@Suite struct PolygonFillTests {
  private func filled(_ rings: [[Vector2]], _ width: Int, _ height: Int) -> [[Int]] {
    var out = [[Int]](repeating: [Int](repeating: 0, count: width), count: height)
    PolygonFill.spans(of: rings, width: width, height: height) { row, columns in
      for c in columns { out[row][c] += 1 }
    }
    return out
  }

  @Test func aSquareOfPixelsIsItself() {
    #expect(
      filled([[[1, 1], [3, 1], [3, 2], [1, 2]]], 4, 3) == [[0, 0, 0, 0], [0, 1, 1, 0], [0, 0, 0, 0]])
    // Centres count, not squares that are touched.
    #expect(filled([[[0.6, 0.4], [1.4, 0.4], [1.4, 0.6], [0.6, 0.6]]], 2, 1) == [[0, 0]])
    #expect(filled([[[0.4, 0.4], [1.6, 0.4], [1.6, 0.6], [0.4, 0.6]]], 2, 1) == [[1, 1]])
  }

  @Test func matchesTheRuleAtEveryCentre() {
    var dice = TestDice(state: 11)
    for _ in 0..<60 {
      let rings = (0..<(1 + dice.roll(3))).map { _ in
        dice.star(corners: 7, radius: 8, center: dice.point(12)).points
      }
      let found = filled(rings, 13, 9)
      for y in 0..<9 {
        for x in 0..<13 {
          let center = Vector2(Double(x) + 0.5, Double(y) + 0.5)
          let inside = rings.count { Polygon($0).contains(center) } % 2
          #expect(found[y][x] == inside)
        }
      }
    }
  }

  @Test func holesStayEmpty() {
    let outer: [Vector2] = [[0, 0], [3, 0], [3, 3], [0, 3]]
    let hole: [Vector2] = [[1, 1], [1, 2], [2, 2], [2, 1]]
    #expect(filled([outer, hole], 3, 3) == [[1, 1, 1], [1, 0, 1], [1, 1, 1]])
  }

  @Test func takesAnyNumbers() {
    let huge = Double.greatestFiniteMagnitude
    _ = filled(
      [[[.nan, 0], [1, 1], [0, 1]], [[-huge, -huge], [huge, -huge], [huge, huge]], [[1, 1]], []], 4, 4)
    #expect(filled([[[-9, -9], [99, -9], [99, 99], [-9, 99]]], 2, 2) == [[1, 1], [1, 1]])
    #expect(filled([[[.infinity, 0], [1, 1], [0, 1]]], 2, 2) == [[0, 0], [0, 0]])
  }

  /// Fans of triangles in any direction: each cell of a polygon once, as the polygon itself has it.
  @Test func trianglesShareNoCellAndLeaveNoneOut() {
    var dice = TestDice(state: 5)
    for round in 0..<60 {
      let ring = dice.star(corners: 9, radius: 9, center: dice.point(12)).points
      let middle = ring.reduce(Vector2.zero, +) / Double(ring.count)
      var counts = [[Int]](repeating: [Int](repeating: 0, count: 13), count: 9)
      for (i, a) in ring.enumerated() {
        let b = ring[(i + 1) % ring.count]
        // A star's middle need not see all of it: what lies outside is counted down.
        let isLeft = (a.x - middle.x) * (b.y - middle.y) - (a.y - middle.y) * (b.x - middle.x) > 0
        let corners = round % 2 == 0 ? [middle, a, b] : [b, a, middle]
        PolygonFill.spans(ofTriangle: corners[0], corners[1], corners[2], width: 13, height: 9) {
          row, columns in
          for c in columns { counts[row][c] += isLeft ? 1 : -1 }
        }
      }
      let found = filled([ring], 13, 9)
      #expect(counts == found, "\(round)")
    }
    var none = 0
    PolygonFill.spans(ofTriangle: [.nan, 0], [9, 0], [0, 9], width: 9, height: 9) { _, c in none += c.count }
    PolygonFill.spans(ofTriangle: [1, 1], [5, 5], [9, 9], width: 9, height: 9) { _, c in none += c.count }
    #expect(none == 0)
  }
}
