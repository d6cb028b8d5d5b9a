import Diagnostics
import Foundation
import RoadNetwork
import Testing
import VectorMath

struct LaneGraphTests {
  @Test func crossroadsLetEveryArmReachTheOtherThree() throws {
    let map = try BuiltInRoads.crossroads.map()
    let graph = LaneGraph(map)
    for arm in 0..<4 {
      let into = LaneReference(road: arm, section: 0, lane: -1)
      let ways = graph.successors(of: into)
      #expect(ways.count == 3)
      let exits = ways.flatMap { graph.successors(of: $0) }
      #expect(exits.count == 3)
      #expect(Set(exits.map(\.road)) == Set(0..<4).subtracting([arm]))
      #expect(exits.allSatisfy { $0.lane == 1 })
      #expect(graph.predecessors(of: LaneReference(road: arm, section: 0, lane: 1)).count == 3)
      #expect(graph.successors(of: LaneReference(road: arm, section: 0, lane: 1)).isEmpty)
    }
  }

  /// Where one lane follows another they meet within 1 cm and 1°, or the map has a warning that names both: ends are
  /// taken here from points of the lines, a second way beside the joints' closed form.
  @Test(arguments: RealFiles.names) func linkedLanesMeet(name: String) throws {
    let map = try RealFiles.map(name)
    let graph = LaneGraph(map)
    var (links, apart) = (0, 0)
    for lane in graph.lanes {
      for next in graph.successors(of: lane) {
        #expect(graph.predecessors(of: next).contains(lane))
        let ends = [true, false].map { left -> (gap: Double, turn: Double) in
          guard let a = map.boundary(lane, left: left, tolerance: 1e-4)?.points,
            let b = map.boundary(next, left: left, tolerance: 1e-4)?.points, let end = a.last,
            let start = b.first
          else { return (.infinity, .infinity) }
          let (p, q) = (Self.direction(a.reversed()) * -1, Self.direction(b))
          return (length(end - start), Foundation.acos(min(1, max(-1, dot(p, q)))))
        }
        links += 1
        // Chords of 0.1 mm turn by a little themselves.
        if ends.contains(where: { $0.gap < 0.0101 && $0.turn < 0.03 }) { continue }
        apart += 1
        let (from, to) = (map.roads[lane.road].id, map.roads[next.road].id)
        let said = "lane \(lane.lane) of road \"\(from)\" leads to lane \(next.lane) of road \"\(to)\""
        #expect(map.warnings.contains { $0.message.hasPrefix(said) }, "\(name): \(said) \(ends)")
      }
    }
    #expect(links == graph.joints.count)
    #expect(apart <= links / 50 + 6, "\(name): \(apart) of \(links) links gape")
  }

  /// Unit direction of a line at its first point, by its first stretch of a centimetre or more.
  private static func direction(_ points: [Vector3]) -> Vector2 {
    guard let first = points.first else { return .zero }
    let next = points.first { length($0 - first) > 0.01 } ?? points.last ?? first
    return normalized(Vector2(next.x - first.x, next.y - first.y))
  }

  /// What lies to a lane's left has it on its right (or left, against its own traffic), border upon border.
  @Test(arguments: RealFiles.names + ["built-in"]) func neighboursAreMutual(name: String) throws {
    let map = name == "built-in" ? try BuiltInRoads.motorway.map() : try RealFiles.map(name)
    var count = 0
    for lane in map.allLanes {
      guard let section = map.section(lane) else { continue }
      for left in [true, false] {
        guard let other = map.neighbour(of: lane, left: left) else { continue }
        count += 1
        let agrees = map.runsForward(lane) == map.runsForward(other)
        #expect(map.neighbour(of: other, left: agrees ? !left : left) == lane)
        let s = section.start + section.length / 3
        let own = try #require(map.laneBoundary(lane, at: s))
        let their = try #require(map.laneBoundary(other, at: s))
        let gaps = [own.inner, own.outer].flatMap { p in [their.inner, their.outer].map { length($0 - p) } }
        #expect((gaps.min() ?? 1) < 1e-9)
      }
    }
    #expect(count > 0 || map.allLanes.count < 2)
  }

  @Test func neighboursFollowTheDriver() throws {
    let map = try BuiltInRoads.motorway.map()
    let inner = LaneReference(road: 0, section: 0, lane: -3)
    let outer = LaneReference(road: 0, section: 0, lane: -4)
    #expect(map.parallelLane(of: inner, left: false) == outer)
    #expect(map.parallelLane(of: outer, left: true) == inner)
    #expect(map.parallelLane(of: inner, left: true) == nil)
    let against = LaneReference(road: 0, section: 0, lane: 3)
    #expect(map.parallelLane(of: against, left: false) == LaneReference(road: 0, section: 0, lane: 4))
    let street = try BuiltInRoads.straightStreet.map()
    #expect(
      street.neighbour(of: LaneReference(road: 0, section: 0, lane: -1), left: true)
        == LaneReference(road: 0, section: 0, lane: 1))
    #expect(street.parallelLane(of: LaneReference(road: 0, section: 0, lane: -1), left: true) == nil)
    #expect(street.walkableLanes.count == 2)
  }

  @Test func speedLimitsComeFromLaneOrRoad() throws {
    let map = try BuiltInRoads.motorway.map()
    let limit = map.speedLimit(LaneReference(road: 0, section: 0, lane: -3), at: 10)
    #expect(limit == 33.33)
  }
}
