import IndoorWorld
import RandomStreams
import RoomGeometry
import Testing
import VectorMath

@Suite struct FloorRectangleTests {
  static func rectangle(_ stream: inout RandomStream) -> FloorRectangle {
    FloorRectangle(
      center: Vector2(stream.uniform(-1, 1), stream.uniform(-1, 1)), forward: stream.unitVector2(),
      half: Vector2(stream.uniform(0.1, 0.8), stream.uniform(0.1, 0.8)))
  }

  /// Against a grid of points: where one lies in both, they overlap; where they overlap by much, one does.
  @Test func overlapsAsPointsSay() {
    var stream = RandomStream(seed: 5)
    for _ in 0..<300 {
      let (a, b) = (Self.rectangle(&stream), Self.rectangle(&stream))
      var isShared = false
      for i in -40...40 {
        for j in -40...40 where !isShared {
          let p = Vector2(Double(i), Double(j)) * 0.05
          isShared = a.contains(p, slack: -1e-6) && b.contains(p, slack: -1e-6)
        }
      }
      if isShared { #expect(a.overlaps(b) && b.overlaps(a)) }
      if a.grown(-0.08).overlaps(b.grown(-0.08), slack: 0.08), min(a.half.min(), b.half.min()) > 0.2 {
        #expect(isShared, "\(a) \(b)")
      }
    }
  }

  @Test func distanceIsThatOfTheNearestPoint() {
    let r = FloorRectangle(center: Vector2(1, 2), forward: Vector2(0, 1), half: Vector2(0.5, 1))
    #expect(r.distance(to: Vector2(1, 2)) == 0)
    #expect((r.distance(to: Vector2(1, 3)) - 0.5).magnitude < 1e-12)
    #expect((r.distance(to: Vector2(2.3, 2.9)) - 0.5).magnitude < 1e-12)
  }

  @Test func posesCarryRectanglesAlong() {
    let pose = FloorPose(position: Vector2(3, 4), forward: Vector2(0, 1))
    let r = pose * FloorRectangle(center: Vector2(1, 0.5), forward: Vector2(1, 0), half: Vector2(1, 2))
    #expect(length(r.center - Vector2(2.5, 5)) < 1e-12)
    #expect(length(r.forward - Vector2(0, 1)) < 1e-12)
  }
}
