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

  /// Where one drivable lane follows another, the middle lines meet: place and direction.
  @Test(arguments: RealFiles.names) func linkedLanesMeet(name: String) throws {
    let map = try RealFiles.map(name)
    let graph = LaneGraph(map)
    var links = 0
    var wide = 0
    for lane in map.drivableLanes {
      for next in graph.successors(of: lane) {
        guard let a = map.section(lane), let b = map.section(next) else { continue }
        let from = map.runsForward(lane) ? a.end : a.start
        let to = map.runsForward(next) ? b.start : b.end
        guard let borderA = map.laneBoundary(lane, at: from),
          let borderB = map.laneBoundary(next, at: to)
        else { continue }
        links += 1
        let middle = length((borderA.inner + borderA.outer) / 2 - (borderB.inner + borderB.outer) / 2)
        // Lanes that begin or end with no width touch with a border, not with the middle.
        let width = length(borderA.inner - borderA.outer)
        let other = length(borderB.inner - borderB.outer)
        if middle > max(0.35, (width - other).magnitude) { wide += 1 }
      }
    }
    #expect(wide == 0, "\(name): \(wide) of \(links) links gape")
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
