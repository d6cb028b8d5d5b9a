import RoadDesign
import RoadNetwork
import Testing
import VectorMath

/// What stands and lies at junctions.
struct JunctionControlTests {
  /// Streets of the junction, with the end that meets it.
  private func streets(_ map: RoadMap) -> [(road: Road, atEnd: Bool)] {
    map.roads.filter { $0.junction == nil }.flatMap { road in
      [(road.successor, true), (road.predecessor, false)].compactMap { link, atEnd in
        if case .junction? = link?.target { (road, atEnd) } else { nil }
      }
    }
  }

  /// Who comes to lights meets first the light's line, then the crosswalk, then the junction.
  @Test(arguments: [0, 1, 2, 3]) func lightsLinesAndCrosswalksFollow(number: Int) throws {
    let map = try #require(NetworkCatalog.network("crossing", number: number)).map
    let streets = streets(map)
    #expect(streets.count == 4)
    var lights: Set<String> = []
    for (road, atEnd) in streets {
      let bar = try #require(road.objects.first { $0.subtype == "signalLines" })
      let walk = try #require(road.objects.first { $0.isCrosswalk })
      let light = try #require(road.signals.first { $0.isDynamic })
      lights.insert(light.id)
      func back(_ s: Double) -> Double { atEnd ? road.length - s : s }
      let stations = walk.outlines[0].corners.map { back($0.first) }
      #expect(stations.min() ?? 0 > 0)
      #expect(back(bar.s) > (stations.max() ?? 0) + 0.5)
      #expect(back(bar.s) < (stations.max() ?? 0) + 2)
      #expect((back(light.s) - back(bar.s)).magnitude < 1)
      #expect(light.orientation == (atEnd ? .forward : .backward))
      // On the right of those who come: behind the kerb, within the pavement.
      let borders = road.laneBorders(at: light.s, section: road.sectionIndex(at: light.s))
      let t = atEnd ? -light.t : light.t
      let edge = atEnd ? -(borders.last ?? 0) : borders.first ?? 0
      #expect(t < edge && t > edge - 6)
    }
    // Every light belongs to one phase of the junction's cycle.
    #expect(map.controllers.count == 2)
    #expect(map.controllers.flatMap(\.signals).sorted() == lights.sorted())
    #expect(map.controllers.allSatisfy { ($0.phase?.green ?? 0) > 5 && ($0.phase?.amber ?? 0) >= 3 })
    #expect(map.junctions[0].controllers.map(\.id) == map.controllers.map(\.id))
    #expect(StopLines(map).lines.count >= 4)
  }

  /// Without lights the lesser street gives way: a sign and a line there, and its ways named as the lower.
  @Test(arguments: [0, 1, 2]) func lesserStreetsGiveWay(number: Int) throws {
    let map = try #require(NetworkCatalog.network("t-junction", number: number)).map
    let lesser = streets(map).filter { $0.road.signals.contains { ["205", "206"].contains($0.type) } }
    #expect(lesser.count == 1)
    let stem = try #require(lesser.first).road
    #expect(stem.objects.contains { $0.subtype == "signalLines" })
    #expect(StopLines(map).lines.allSatisfy { map.roads[$0.lane.road].id == stem.id })
    #expect(!map.junctions[0].priorities.isEmpty)
    for pair in map.junctions[0].priorities {
      let (high, low) = (try #require(map.roadIndex(pair.high)), try #require(map.roadIndex(pair.low)))
      guard case .road(let from, _)? = map.roads[low].predecessor?.target else { continue }
      #expect(from == stem.id)
      #expect(map.roads[high].predecessor?.target != map.roads[low].predecessor?.target)
    }
  }
}
