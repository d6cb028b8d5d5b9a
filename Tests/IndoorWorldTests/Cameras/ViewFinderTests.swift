import Geometry
import IndoorWorld
import RandomStreams
import RoomGeometry
import Testing
import VectorMath
import WorldModel

@Suite struct ViewFinderTests {
  /// Where there are people, views are of people, and say so.
  @Test func viewsShowWhoIsThere() throws {
    var (views, shown) = (0, 0)
    for seed in [31, 32] {
      var maker = try AuditedHomes.Maker(seed: seed, world: "{people: 4}")
      var world = try maker.world()
      let people = world.entities.filter { $0.attribute("posture") != nil }
      for view in 0..<4 {
        try maker.show(view: view, of: 4, in: &world)
        let pose = world.rig.worldFromRig(at: 0)
        views += 1
        let isShown = people.contains { person in
          let box = person.asset.restBounds
          return [box.center.z, box.max.z - 0.1].contains { z in
            let p =
              pose.inverse * (person.track.pose(at: 0) * Vector3(box.center.x, box.center.y, z))
            return p.x > 0 && abs(p.y) < p.x * 0.62 && abs(p.z) < p.x * 0.47
          }
        }
        if isShown { shown += 1 }
      }
    }
    #expect(shown >= 7, "\(shown) of \(views)")
  }

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
