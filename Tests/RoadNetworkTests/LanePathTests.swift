import Foundation
import RoadNetwork
import Testing
import VectorMath

struct LanePathTests {
  /// Driving along a path: equal steps in distance are equal steps in space, headings point along them, and
  /// curvature is their turn.
  @Test(arguments: [
    "fabriksgatan.xodr", "CARLA_Town03.xodr", "curves_elevation.xodr", "multi_intersections.xodr",
  ])
  func posesAreArcLength(name: String) throws {
    guard RealFiles.names.contains(name) else { return }
    let map = try RealFiles.map(name)
    let graph = LaneGraph(map)
    var walked = 0
    for (n, lane) in map.drivableLanes.enumerated() where n % 23 == 0 && map.roads[lane.road].junction == nil
    {
      var turn = n
      let path = LanePath.walk(graph, from: lane, length: 150) { options in
        turn += 1
        return turn % options.count
      }
      guard path.length > 20 else { continue }
      walked += 1
      let step = 0.25
      var off = 0
      var count = 0
      var d = 0.0
      while d + step < path.length {
        let a = try #require(path.pose(at: d))
        let b = try #require(path.pose(at: d + step))
        let way = length(b.position - a.position)
        let direction = b.position - a.position
        let along = Foundation.atan2(direction.y, direction.x)
        let bend = Foundation.sin((along - (a.heading + b.heading) / 2) / 1).magnitude
        // Joints of real files are not perfect: a small share may miss.
        if (way - step).magnitude > 0.02 || (bend > 0.05 && (a.heading - b.heading).magnitude < 1) {
          off += 1
        }
        count += 1
        d += step
      }
      #expect(
        Double(off) < 0.03 * Double(count) + 4, "\(name) road \(map.roads[lane.road].id): \(off) of \(count)")
    }
    #expect(walked > 0)
  }

  @Test func curvatureOfAnArcLane() throws {
    let map = try BuiltInRoads.crossroads.map()
    let graph = LaneGraph(map)
    let into = LaneReference(road: 0, section: 0, lane: -1)
    // The third connection of arm 0 turns right: reference radius 10.75, lane middle 1.625 m inside.
    let right = LanePath.walk(graph, from: into, length: 1000) { $0.count - 1 }
    #expect(right.lanes.count == 3)
    let radius = 10.75 - 1.625
    #expect((right.length - (240 + radius * Double.pi / 2)).magnitude < 1e-4)
    let middle = try #require(right.pose(at: 120 + radius * Double.pi / 4))
    #expect((middle.curvature + 1 / radius).magnitude < 1e-4)
    #expect((middle.heading + Double.pi / 4).magnitude < 1e-4)
    let end = try #require(right.pose(at: right.length))
    #expect((end.heading + Double.pi / 2).magnitude < 1e-6)
    #expect(length(end.position - Vector3(-1.625, -130.75, 0)) < 1e-4)
    #expect(right.remaining(after: 100) == right.length - 100)
  }

  @Test func offsetsAreToTheDriversLeft() throws {
    let map = try BuiltInRoads.straightStreet.map()
    let against = LanePath(map, lanes: [LaneReference(road: 0, section: 0, lane: 1)])
    let pose = try #require(against.pose(at: 50, offset: 0.5))
    #expect(length(pose.position - Vector3(350, 1.625 - 0.5, 0)) < 1e-9)
    #expect((pose.heading.magnitude - Double.pi).magnitude < 1e-9)
    #expect(LanePath(map, lanes: []).pose(at: 0) == nil)
  }

  @Test func walkersStandOnThePavement() throws {
    let map = try BuiltInRoads.straightStreet.map()
    let walk = LanePath(map, lanes: [LaneReference(road: 0, section: 0, lane: -3)])
    #expect(try #require(walk.pose(at: 10)).position.z == RoadMap.kerbHeight)
    #expect(map.raise(LaneReference(road: 0, section: 0, lane: -1), s: 5, t: -1) == 0)
  }

  @Test func unknownLanesArePassedOver() throws {
    let map = try BuiltInRoads.straightStreet.map()
    let path = LanePath(map, lanes: [LaneReference(road: 9, section: 4, lane: 77)])
    #expect(path.length == 0 && path.pose(at: 3) == nil)
    #expect(map.laneWidth(LaneReference(road: -1, section: 0, lane: 1), at: 0) == nil)
    #expect(map.pose(road: 5, s: 0, t: 0) == nil)
  }
}
