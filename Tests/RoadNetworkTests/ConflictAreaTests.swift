import Geometry
import RoadNetwork
import Testing
import VectorMath

struct ConflictAreaTests {
  /// Of twelve ways through a crossroads of four arms each pair has the kind that it is known for.
  @Test func crossroadsHaveTheKnownConflicts() throws {
    let map = try BuiltInRoads.crossroads.map()
    let graph = LaneGraph(map)
    let conflicts = graph.conflicts()
    // Three ways leave each arm and three lead to each: three pairs an arm of both kinds.
    #expect(conflicts.filter { $0.kind == .diverging }.count == 12)
    #expect(conflicts.filter { $0.kind == .merging }.count == 12)
    // Straight across straight 4, left across straight 8 (from the right, and oncoming), left across left 2 or 4.
    let crossing = conflicts.filter { $0.kind == .crossing }
    #expect((14...16).contains(crossing.count))
    for conflict in conflicts {
      let from = Set(graph.predecessors(of: conflict.first)).intersection(
        graph.predecessors(of: conflict.second))
      #expect((conflict.kind == .diverging) == !from.isEmpty)
    }
  }

  /// Straight across straight at right angles: the overlap is the square of both widths.
  @Test func areaAndStationsOfACrossing() throws {
    let map = try BuiltInRoads.crossroads.map()
    let conflicts = LaneGraph(map).conflicts()
    func isStraight(_ lane: LaneReference) -> Bool { (map.roads[lane.road].length - 21.5).magnitude < 1e-9 }
    let straight = conflicts.filter { $0.kind == .crossing && isStraight($0.first) && isStraight($0.second) }
    #expect(straight.count == 4)
    for conflict in straight {
      #expect((conflict.area - 3.25 * 3.25).magnitude < 1e-9)
      for range in [conflict.firstStations, conflict.secondStations] {
        #expect((range.upperBound - range.lowerBound - 3.25).magnitude < 1e-9)
      }
    }
  }

  /// By brute force over a grid of points: two lanes conflict where one point lies in both.
  @Test func conflictsAgreeWithPoints() throws {
    guard RealFiles.names.contains("fabriksgatan.xodr") else { return }
    let map = try RealFiles.map("fabriksgatan.xodr")
    let locator = RoadLocator(map)
    let conflicts = LaneGraph(map).conflicts()
    var areas: [[LaneReference]: Double] = [:]
    let inner = try #require(map.roads.first { $0.junction != nil }).planSample(at: 5).point
    let step = 0.25
    for i in -160...160 {
      for j in -160...160 {
        let p = inner + step * Vector2(Double(i), Double(j))
        let lanes = locator.locateAll(p).map(\.lane).filter {
          map.roads[$0.road].junction != nil && map.lane($0)?.type.isDrivable == true
        }.sorted()
        for (a, first) in lanes.enumerated() {
          for second in lanes.dropFirst(a + 1) where first.road != second.road {
            areas[[first, second], default: 0] += step * step
          }
        }
      }
    }
    #expect(areas.count > 20)
    for (pair, area) in areas where area > 2 {
      let found = conflicts.first { [$0.first, $0.second].sorted() == pair }
      #expect(found != nil && ((found?.area ?? 0) - area).magnitude < 0.1 * area + 1)
    }
    for conflict in conflicts where conflict.area > 2 {
      #expect(areas[[conflict.first, conflict.second].sorted()] != nil)
    }
  }
}
