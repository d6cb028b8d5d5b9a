import Diagnostics
import Geometry
import RandomStreams
import RoadDesign
import RoadNetwork
import Testing
import VectorMath

/// What every kind of network must be.
struct NetworkCatalogTests {
  static let names = NetworkCatalog.names.flatMap { kind in (0..<3).map { "\(kind)-\($0)" } }

  static func network(_ name: String) throws -> DesignedNetwork {
    try #require(NetworkCatalog.network(named: name))
  }

  @Test(arguments: names) func readsBackEqualAndWithoutRemark(name: String) throws {
    let map = try Self.network(name).map
    let text = OpenDRIVEWriter.text(map)
    let back = try OpenDRIVEParser.parse(text: text, file: name)
    #expect(back.roads == map.roads)
    #expect(back.junctions == map.junctions)
    #expect(back.controllers == map.controllers)
    #expect(back.junctionGroups == map.junctionGroups)
    #expect(back.header == map.header)
    #expect(OpenDRIVEWriter.text(back) == text)
    #expect(back.warnings.isEmpty, "\(name): \(back.warnings.first?.message ?? "")")
  }

  /// Lanes that follow one another meet within 1 mm and 0.1°, and are equally wide.
  @Test(arguments: names) func lanesMeet(name: String) throws {
    let joints = LaneGraph(try Self.network(name).map).joints
    for joint in joints {
      #expect(joint.gap < 1e-3, "\(name): \(joint)")
      #expect(joint.turn < 0.1 * Double.pi / 180, "\(name): \(joint)")
      #expect(joint.step < 1e-3, "\(name): \(joint)")
    }
    #expect(joints.count > 1 || !name.contains("town"))
  }

  /// Traffic can go on from every lane, but where the map or the lane itself ends.
  @Test(arguments: names) func everyLaneLeadsOn(name: String) throws {
    let map = try Self.network(name).map
    let graph = LaneGraph(map)
    for lane in map.drivableLanes {
      let (road, section) = (map.roads[lane.road], try #require(map.section(lane)))
      let forward = map.runsForward(lane)
      let isLast = lane.section == (forward ? road.sections.count - 1 : 0)
      if isLast, (forward ? road.successor : road.predecessor) == nil { continue }
      let width = map.laneWidth(lane, at: forward ? section.end : section.start) ?? 0
      #expect(width < 1e-6 || !graph.successors(of: lane).isEmpty, "\(name): \(lane)")
    }
  }

  /// From every street that leads into a junction all others can be reached, but by one-way ramps and rings.
  @Test(arguments: ["t-junction-0", "crossing-0", "crossing-1", "crossing-2", "residential-1", "rural-0"])
  func junctionsLeadEverywhere(name: String) throws {
    let map = try Self.network(name).map
    let graph = LaneGraph(map)
    for junction in map.junctions {
      let streets = map.roads.indices.filter { index in
        let road = map.roads[index]
        return [road.predecessor, road.successor].contains { $0?.target == .junction(id: junction.id) }
      }
      for street in streets {
        let inside = map.drivableLanes.filter { $0.road == street }.flatMap { graph.successors(of: $0) }
          .filter { map.roads[$0.road].junction == junction.id }
        let reached = Set(inside.flatMap { graph.successors(of: $0) }.map(\.road))
        // A ring around a dead end meets its junction with both ends: it leads back to itself too.
        let (own, here) = (map.roads[street], RoadLink.Target.junction(id: junction.id))
        let isRing = own.predecessor?.target == here && own.successor?.target == here
        let others = Set(streets).subtracting(isRing ? [] : [street])
        #expect(reached == others, "\(name): from \(own.id)")
      }
    }
  }

  /// The lanes' surface is one skin: every edge has two triangles or lies on the rim.
  @Test(arguments: NetworkCatalog.names) func surfaceIsClosed(kind: String) throws {
    struct Way: Hashable {
      var from: Vector3
      var to: Vector3
    }
    var options = RoadSurfaces.Options()
    options.terrainMargin = 0
    options.paintsMarks = false
    options.paintsCrosswalks = false
    let map = try Self.network("\(kind)-1").map
    let set = RoadSurfaces(map, options: options).surfaces()
    var count: [Way: Int] = [:]
    for mesh in set.meshes {
      for t in mesh.triangles {
        let p = [mesh.positions[Int(t.x)], mesh.positions[Int(t.y)], mesh.positions[Int(t.z)]]
        for i in 0..<3 { count[Way(from: p[i], to: p[(i + 1) % 3]), default: 0] += 1 }
      }
    }
    let rim = Set(set.rim.map { Way(from: $0.from, to: $0.to) })
    let open = count.filter { way, n in
      let back = count[Way(from: way.to, to: way.from)] ?? 0
      return !(n == 1 && (back == 1 || (back == 0 && rim.contains(way))))
    }
    #expect(open.isEmpty, "\(kind): \(open.count) open edges")
  }

  @Test func numbersNameNetworks() throws {
    for kind in NetworkCatalog.names {
      let (a, b, c) = (
        try Self.network("\(kind)-5"), try Self.network("\(kind)-5"), try Self.network("\(kind)-6")
      )
      #expect(OpenDRIVEWriter.text(a.map) == OpenDRIVEWriter.text(b.map))
      #expect(a.map.roads != c.map.roads)
      #expect(a.name == "\(kind)-5")
      #expect(!a.choices.isEmpty)
    }
    #expect(NetworkCatalog.network(named: "crossing") == nil)
    #expect(NetworkCatalog.network(named: "crossing--1") == nil)
    #expect(NetworkCatalog.network(named: "moat-1") == nil)
    #expect(Set(NetworkCatalog.names).count == NetworkCatalog.kinds.count)
  }

  /// A town of some ten square kilometres; twice the same.
  @Test func growsToWholeTowns() {
    func town() -> RoadMap {
      var draws = Draws(stream: RandomStream(seed: 7), index: 0)
      return TownGrid.design(columns: 21, rows: 21, &draws)
    }
    let map = town()
    #expect(map.junctions.count == 441)
    #expect(map.roads == town().roads)
  }
}
