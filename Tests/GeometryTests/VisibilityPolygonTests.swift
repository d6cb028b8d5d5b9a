import Foundation
import Geometry
import RandomStreams
import Testing
import VectorMath

/// What is seen from inside a ring: closed forms, and rays that know no corners.
struct VisibilityPolygonTests {
  @Test func allOfAConvexRingIsSeen() throws {
    let ring = Polygon([Vector2(0, 0), Vector2(4, 0), Vector2(4, 3), Vector2(0, 3)])
    let seen = try #require(VisibilityPolygon(of: ring, from: Vector2(1, 2)))
    #expect(seen.corners == [0, 1, 2, 3] && seen.pieces.count == 4)
    #expect(Polygon(seen.ring.map(\.place)).area == 12)
    for piece in seen.pieces {
      #expect(piece.from == ring.points[piece.edge] && piece.to == ring.points[(piece.edge + 1) % 4])
    }
  }

  /// An L: the corner at (2, 2) hides a triangle of the far arm.
  @Test func aReentrantCornerHidesWhatIsBehindIt() throws {
    let ring = Polygon([
      Vector2(0, 0), Vector2(4, 0), Vector2(4, 2), Vector2(2, 2), Vector2(2, 5), Vector2(0, 5),
    ])
    let seen = try #require(VisibilityPolygon(of: ring, from: Vector2(3, 1)))
    // Beyond (2, 2) the ray from (3, 1) meets x = 0 at y = 4.
    #expect(seen.corners == [0, 1, 2, 3])
    #expect(seen.pieces.map(\.edge).sorted() == [0, 1, 2, 5])
    let left = try #require(seen.pieces.first { $0.edge == 5 })
    #expect(length(left.from - Vector2(0, 4)) < 1e-12 && left.fromCorner == nil && left.toCorner == 0)
    #expect(abs(Polygon(seen.ring.map(\.place)).area - (14 - 4)) < 1e-12)
  }

  @Test func pointsOutsideSeeNothing() {
    let ring = Polygon([Vector2(0, 0), Vector2(4, 0), Vector2(4, 3)])
    for eye in [Vector2(0, 3), Vector2(2, 0), Vector2(4, 3), Vector2(9, 9)] {
      #expect(VisibilityPolygon(of: ring, from: eye) == nil)
    }
  }

  /// Rays in many directions end on the piece that lies there, and areas add up.
  @Test func raysEndWhereThePiecesAre() throws {
    var draws = RandomStream(seed: 12)
    for _ in 0..<60 {
      // Stars around the origin with right angles here and there.
      let n = draws.integer(in: 5..<12)
      var points: [Vector2] = []
      for k in 0..<n {
        let angle = (Double(k) + draws.uniform(0.1, 0.9)) * 2 * .pi / Double(n)
        points.append(Vector2(cos(angle), sin(angle)) * draws.uniform(1, 6))
      }
      let ring = Polygon(points)
      guard ring.isSimple, ring.signedArea > 0 else { continue }
      let eye = Vector2(draws.uniform(-2, 2), draws.uniform(-2, 2))
      guard ring.contains(eye), ring.distanceToBoundary(eye) > 0.01 else { continue }
      let seen = try #require(VisibilityPolygon(of: ring, from: eye))
      let shape = Polygon(seen.ring.map(\.place))
      #expect(shape.signedArea > 0 && shape.area <= ring.area + 1e-9)
      for k in 0..<720 {
        let angle = (Double(k) + 0.37) * .pi / 360
        let way = Vector2(cos(angle), sin(angle))
        func meet(_ a: Vector2, _ b: Vector2) -> Double? {
          let d = b - a
          let slope = cross(way, d)
          guard slope != 0 else { return nil }
          let (t, s) = (cross(a - eye, d) / slope, cross(a - eye, way) / slope)
          return t > 0 && s >= 0 && s <= 1 ? t : nil
        }
        let truth = try #require(ring.edges.compactMap { meet($0.from, $0.to) }.min())
        let found = try #require(seen.pieces.compactMap { meet($0.from, $0.to) }.min())
        #expect(abs(found - truth) < 1e-9 * (1 + truth))
      }
    }
  }
}
