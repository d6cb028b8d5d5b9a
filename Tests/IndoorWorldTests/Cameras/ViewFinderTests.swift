import Geometry
import IndoorWorld
import RandomStreams
import Testing
import VectorMath

@Suite struct ViewFinderTests {
  /// No ray that meets a box before a distance may be sorted out by the ball around it.
  @Test func ballsLoseNoHit() {
    var stream = RandomStream(seed: 11)
    var (hits, sortedOut) = (0, 0)
    for _ in 0..<20_000 {
      func point(_ size: Double) -> Vector3 {
        Vector3(stream.uniform(-size, size), stream.uniform(-size, size), stream.uniform(-size, size))
      }
      let box = OrientedBox(
        center: point(3),
        halfSize: Vector3(stream.uniform(0, 1), stream.uniform(0, 1), stream.uniform(0, 0.2)),
        rotation: Quaternion(axis: point(1), angle: stream.uniform(-3, 3)))
      let eye = point(2)
      // Half of them aim at a corner, where boxes touch their balls.
      let aim = stream.bool() ? box.corners[stream.integer(in: 0..<8)] - eye : point(1)
      let direction = normalized(aim)
      guard length(direction) > 0 else { continue }
      let ball = ViewFinder.Ball(box, from: eye)
      guard let span = box.intersection(origin: eye, direction: direction) else {
        if !ball.isMet(by: direction, before: 20) { sortedOut += 1 }
        continue
      }
      hits += 1
      #expect(ball.isMet(by: direction, before: span.lowerBound + 1e-9))
    }
    #expect(hits > 3000 && sortedOut > 3000, "\(hits) hits, \(sortedOut) sorted out")
  }
}
