import Geometry
import RoadNetwork
import Testing
import VectorMath

/// The lanes' surface is one skin: no crack, from no view.
struct SurfaceWeaveTests {
  /// A directed edge by its bits.
  private struct Way: Hashable {
    var from: Vector3
    var to: Vector3
    var back: Way { Way(from: to, to: from) }
  }

  private static func lanes(_ map: RoadMap) -> RoadSurfaceSet {
    var options = RoadSurfaces.Options()
    options.terrainMargin = 0
    options.paintsMarks = false
    options.paintsCrosswalks = false
    return RoadSurfaces(map, options: options).surfaces()
  }

  private static func ways(_ set: RoadSurfaceSet) -> [Way: Int] {
    var count: [Way: Int] = [:]
    for mesh in set.meshes {
      for t in mesh.triangles {
        let p = [mesh.positions[Int(t.x)], mesh.positions[Int(t.y)], mesh.positions[Int(t.z)]]
        for i in 0..<3 { count[Way(from: p[i], to: p[(i + 1) % 3]), default: 0] += 1 }
      }
    }
    return count
  }

  /// Every edge belongs to exactly two triangles, which run along it in opposite directions, or it lies on the rim.
  @Test(arguments: RoadSurfacesTests.sources) func everyEdgeIsSharedOrOnTheRim(name: String) throws {
    let set = Self.lanes(try RoadSurfacesTests.map(name))
    let count = Self.ways(set)
    let rim = Set(set.rim.map { Way(from: $0.from, to: $0.to) })
    var (open, shared) = (0, 0)
    for (way, n) in count {
      let back = count[way.back] ?? 0
      if n == 1, back == 1 { shared += 1 } else if n != 1 || back != 0 || !rim.contains(way) { open += 1 }
    }
    #expect(open == 0, "\(name): \(open) open edges")
    #expect(rim.allSatisfy { count[$0] == 1 && count[$0.back] == nil })
    #expect(shared > rim.count / 4)
    // The rim is made of closed ways.
    var balance: [Vector3: Int] = [:]
    for way in rim {
      balance[way.from, default: 0] += 1
      balance[way.to, default: 0] -= 1
    }
    #expect(balance.allSatisfy { $0.value == 0 })
  }

  /// The rim is where the lanes end: a little to its right the map, asked in closed form, has no lane at that height.
  @Test(arguments: [
    "crossroads", "town-street", "fabriksgatan.xodr", "CARLA_Town01.xodr", "malidrive_Highway.xodr",
  ])
  func beyondTheRimLiesNoLane(name: String) throws {
    guard RoadSurfacesTests.sources.contains(name) else { return }
    let map = try RoadSurfacesTests.map(name)
    let set = Self.lanes(map)
    let locator = RoadLocator(map)
    var (count, wrong) = (0, 0)
    for (i, edge) in set.rim.enumerated() where i % 3 == 0 {
      let along = Vector2(edge.to.x - edge.from.x, edge.to.y - edge.from.y)
      guard length(along) > 0.2 else { continue }
      let out = normalized(Vector2(along.y, -along.x))
      let middle = (edge.from + edge.to) / 2 + set.origin
      // Farther than what is welded (11 mm) and what chords miss (10 mm).
      let p = Vector2(middle.x, middle.y) + 0.04 * out
      count += 1
      if locator.locateAll(p).contains(where: { ($0.elevation - middle.z).magnitude < 0.3 }) { wrong += 1 }
    }
    #expect(count > 10)
    #expect(wrong <= count / 100, "\(name): \(wrong) of \(count)")
  }

  /// Where no other road lies, the skin is the road's surface in closed form, within the chord error.
  @Test(arguments: RoadSurfacesTests.sources) func skinLiesOnTheRoads(name: String) throws {
    let map = try RoadSurfacesTests.map(name)
    let set = Self.lanes(map)
    let probe = HeightProbe(set, kinds: [.road, .parking, .sidewalk, .kerb, .terrain, .railTrack])
    var (count, missed) = (0, 0)
    let lanes = map.allLanes
    for (n, lane) in lanes.enumerated() where n % max(1, lanes.count / 200) == 0 {
      guard let section = map.section(lane), section.length > 0.5 else { continue }
      for w in [0.21, 0.5, 0.83] {
        let s = section.start + w * section.length
        guard let t = map.laneCentre(lane, at: s), (map.laneWidth(lane, at: s) ?? 0) > 0.4 else { continue }
        let road = map.roads[lane.road]
        guard 1 - road.planSample(at: s).curvature * t > 0.2 else { continue }
        let p = road.pose(s: s, t: t, height: map.raise(lane, s: s, t: t)).position - set.origin
        count += 1
        let tops = probe.heights(at: Vector2(p.x, p.y))
        // In junctions another road's surface may stand there, up to 8 cm and a kerb higher or lower.
        let limit = road.junction == nil ? 0.021 : 0.25
        if !tops.contains(where: { ($0 - p.z).magnitude < limit }) { missed += 1 }
      }
    }
    #expect(count > 2)
    #expect(missed <= count / 50, "\(name): \(missed) of \(count)")
  }

  /// Two roads that cross at different heights without a junction, and one that only touches another's end: the skin
  /// closes with steps and fills.
  @Test func stepsAreWalledAndGapsFilled() throws {
    func road(_ id: Int, _ x: Double, _ y: Double, _ heading: Double, _ z: Double) -> String {
      """
      <road id="\(id)" length="40" junction="-1"><planView><geometry s="0" x="\(x)" y="\(y)" hdg="\(heading)" length="40">
      <line/></geometry></planView><elevationProfile><elevation s="0" a="\(z)" b="0.01" c="0" d="0"/></elevationProfile>
      <lanes><laneSection s="0"><center><lane id="0" type="none"/></center><right>
      <lane id="-1" type="driving"><width sOffset="0" a="4" b="0" c="0" d="0"/></lane></right></laneSection></lanes></road>
      """
    }
    let text =
      "<OpenDRIVE><header/>" + road(1, -20, 2, 0, 0) + road(2, -2, -20, Double.pi / 2, 0.2)
      + road(3, -16, 16, -Double.pi / 4, -0.2) + road(4, 12, -20, Double.pi / 2, 0) + road(5, -19, -9, 0, 0.1)
      + "</OpenDRIVE>"
    let set = Self.lanes(try OpenDRIVEParser.parse(text: text))
    let count = Self.ways(set)
    let rim = Set(set.rim.map { Way(from: $0.from, to: $0.to) })
    for (way, n) in count {
      let back = count[way.back] ?? 0
      #expect(n == back || (rim.contains(way) && n == back + 1))
    }
    #expect(set.meshes.contains { $0.kind == .kerb })
    // Between roads 1, 2, 4 and 5 lies an island of 12 by 7 m: enclosed, so it is filled.
    let probe = HeightProbe(set, kinds: [.road])
    #expect(probe.heights(at: Vector2(7 - set.origin.x, -5 - set.origin.y)).count == 1)
  }
}
