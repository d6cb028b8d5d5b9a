import Geometry
import RoadDesign
import RoadNetwork
import Testing
import VectorMath

/// Arrows say where their lanes lead, judged by the ways through the junction.
struct LaneArrowTests {
  @Test(arguments: ["crossing-0", "crossing-1", "crossing-2", "crossing-3", "t-junction-1", "town-grid-0"])
  func arrowsSayWhereLanesLead(name: String) throws {
    let map = try NetworkCatalogTests.network(name).map
    for road in map.roads {
      for arrow in road.objects where arrow.subtype.hasPrefix("arrow") {
        let lane = try #require(arrow.lanes.first?.lowerBound)
        // It stands in the middle of its lane, which it names.
        let span = try #require(road.laneSpan(lane, at: arrow.s, section: road.sectionIndex(at: arrow.s)))
        #expect((arrow.t - (span.inner + span.outer) / 2).magnitude < 1e-9)
        #expect((arrow.heading == 0) == (lane < 0) && (arrow.orientation == .forward) == (lane < 0))
        var wanted: Set<String> = []
        let link = lane < 0 ? road.successor : road.predecessor
        guard case .junction(let id)? = link?.target else {
          Issue.record("an arrow leads to no junction")
          continue
        }
        let junction = try #require(map.junctions.first { $0.id == id })
        for way in junction.connections where way.incomingRoad == road.id {
          guard way.laneLinks.contains(where: { $0.from == lane }),
            let index = map.roadIndex(way.connectingRoad)
          else { continue }
          let through = map.roads[index]
          let turn = wrappedAngle(
            through.planSample(at: through.length).heading - through.planSample(at: 0).heading)
          wanted.insert(turn > 0.6 ? "left" : turn < -0.6 ? "right" : "straight")
        }
        #expect(
          Set(arrow.name.split(separator: " ").dropFirst().map(String.init)) == wanted, "\(name) \(arrow.id)")
      }
    }
  }

  /// Somewhere there are arrows, and every lane of such an approach has one.
  @Test func approachesOfSeveralLanesHaveThem() throws {
    let maps = try (0..<6).map { try NetworkCatalogTests.network("crossing-\($0)").map }
    let arrows = maps.flatMap(\.roads).map { $0.objects.filter { $0.subtype.hasPrefix("arrow") } }
    #expect(arrows.contains { $0.count >= 2 })
    #expect(arrows.allSatisfy { $0.count != 1 })
  }
}

/// Rails stand beside what is driven on.
struct GuardRailTests {
  @Test(arguments: [0, 1, 2, 3]) func railsKeepOffTheLanes(number: Int) throws {
    let map = try NetworkCatalogTests.network("motorway-\(number)").map
    let locator = RoadLocator(map)
    var places = 0
    for road in map.roads {
      for rail in road.objects where rail.subtype == "guardRail" {
        let each = try #require(rail.repeats.first)
        for k in 0...20 {
          let p = road.pose(s: each.s + each.length * Double(k) / 20, t: each.tStart).position
          places += 1
          for found in locator.locateAll(Vector2(p.x, p.y)) where (found.elevation - p.z).magnitude < 1 {
            let type = map.lane(found.lane)?.type
            #expect(
              type == .border || type == .median, "\(road.id) at \(each.s): \(String(describing: type))")
          }
        }
      }
    }
    #expect(places > 200)
    // Both sides of every ramp.
    let ramps = map.roads.filter {
      $0.junction == nil && $0.sections[0].lanes.contains { $0.type == .offRamp || $0.type == .onRamp }
    }
    #expect(ramps.count == 4)
    for ramp in ramps {
      let sides = ramp.objects.filter { $0.subtype == "guardRail" }.map { $0.t > 0 }
      #expect(Set(sides) == [true, false])
    }
  }
}
