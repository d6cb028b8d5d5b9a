import Geometry
import Testing
import VectorMath

@Suite struct MinimumAreaRectangleTests {
  private static let image = (low: Vector2.zero, high: Vector2(16, 12))

  @Test func isNotBeatenByAnyTurn() throws {
    var dice = TestDice(state: 5)
    for _ in 0..<50 {
      let points = (0..<12).map { _ in dice.point(5) }
      let best = try #require(MinimumAreaRectangle(around: points))
      for p in points {
        for (a, b) in Polygon(best.corners).edges { #expect(cross(b - a, p - a) >= -1e-9 * length(b - a)) }
      }
      for step in 0..<180 {
        let (s, c) = DeterministicMath.sincos(Double(step) * .pi / 180)
        #expect(Self.turned(points, s, c).area >= best.area - 1e-9)
      }
    }
  }

  @Test func turnedSquareIsFoundExactly() throws {
    // A square with corners on a lattice, turned by atan(1/3).
    let corners: [Vector2] = [[10, 10], [16, 12], [14, 18], [8, 16]]
    let r = try #require(MinimumAreaRectangle(around: corners, within: (.zero, [100, 100])))
    #expect(r.area == 40)
    for (a, b) in zip(r.corners, corners) { #expect(length(a - b) < 1e-9) }
  }

  @Test func staysInsideTheBoundsAndIsNoLargerThanTheUprightBox() throws {
    var dice = TestDice(state: 3)
    let (low, high) = Self.image
    for _ in 0..<500 {
      let points = (0..<(1 + dice.roll(9))).map { _ in
        Vector2(Double(dice.roll(17)), Double(dice.roll(13)))
      }
      let r = try #require(MinimumAreaRectangle(around: points, within: Self.image))
      let upright = Self.turned(points, 0, 1).area
      #expect(r.area <= upright)
      #expect(
        r.corners.allSatisfy { $0.x >= low.x && $0.y >= low.y && $0.x <= high.x && $0.y <= high.y })
      for (a, b) in Polygon(r.corners).edges {
        for p in points { #expect(cross(b - a, p - a) >= -1e-9 * length(b - a)) }
      }
      // Independent: of all lines through two points with every point on one side, none gives a smaller one inside.
      for p in points {
        for q in points where p != q && points.allSatisfy({ cross(q - p, $0 - p) >= 0 }) {
          let d = (q - p) / length(q - p)
          let other = Self.turned(points, d.y, d.x)
          let fits = other.corners.allSatisfy {
            $0.x >= low.x && $0.y >= low.y && $0.x <= high.x && $0.y <= high.y
          }
          if fits { #expect(other.area >= r.area - 1e-9) }
        }
      }
    }
  }

  @Test func aCornerOfTheImageFallsBackToWhatFits() throws {
    // A triangle in the corner: its smallest rectangle lies along the slope and would leave the image.
    let triangle: [Vector2] = [[0, 0], [10, 0], [0, 10]]
    let r = try #require(MinimumAreaRectangle(around: triangle, within: (.zero, [10, 10])))
    #expect(r.corners == [[0, 0], [10, 0], [10, 10], [0, 10]])
  }

  @Test func pointsAndLinesHaveNoArea() throws {
    #expect(MinimumAreaRectangle(around: []) == nil)
    #expect(MinimumAreaRectangle(around: [[1, 1]])?.area == 0)
    #expect(MinimumAreaRectangle(around: [[0, 0], [3, 1], [6, 2]])?.area == 0)
  }

  /// The rectangle around points with sides along (c, s) and (−s, c).
  private static func turned(_ points: [Vector2], _ s: Double, _ c: Double) -> (
    area: Double, corners: [Vector2]
  ) {
    let us = points.map { $0.x * c + $0.y * s }
    let vs = points.map { $0.y * c - $0.x * s }
    let (u0, u1, v0, v1) = (us.min() ?? 0, us.max() ?? 0, vs.min() ?? 0, vs.max() ?? 0)
    let corners = [(u0, v0), (u1, v0), (u1, v1), (u0, v1)].map { Vector2($0 * c - $1 * s, $0 * s + $1 * c) }
    return ((u1 - u0) * (v1 - v0), corners)
  }
}
