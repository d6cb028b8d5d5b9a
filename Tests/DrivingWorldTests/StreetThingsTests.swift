import DrivingWorld
import Geometry
import RoadNetwork
import Testing
import VectorMath
import WorldModel

/// Covers, bus stops and what the ground is paved with.
@Suite struct StreetThingsTests {
  /// Covers lie in the road, flush within a centimetre, gullies near the kerb.
  @Test(arguments: [1, 2] as [UInt64]) func coversLieFlushInTheRoad(_ seed: UInt64) throws {
    let world = try Town.make("{road: {builtin: town-street}, radius: 80}", seed: seed, duration: 1)
    let locator = RoadLocator(try BuiltInRoads.townStreet.map())
    let ground = GroundProbe(world)
    let covers = world.entities.filter { $0.name.hasPrefix("manhole") || $0.name.hasPrefix("gully") }
    #expect(
      covers.contains { $0.name.hasPrefix("manhole") } && covers.contains { $0.name.hasPrefix("gully") })
    for cover in covers {
      let pose = cover.track.pose(at: 0)
      let top = pose * Vector3(0, 0, cover.asset.restBounds.max.z)
      let z = try #require(ground.height(top), "\(cover.name)")
      #expect(top.z - z > 0.002 && top.z - z < 0.01, "\(cover.name) stands out by \(top.z - z)")
      let place = try #require(locator.locate(Vector2(top.x, top.y)))
      #expect(place.lane.lane != 0)
    }
  }

  /// Signs of bus stops stand on pavements; their lines lie on the road, as paint does.
  @Test func busStopsStandAtTheKerb() throws {
    var stops = 0
    for seed in 1...6 as ClosedRange<UInt64> {
      let world = try Town.make(
        "{road: {network: crossing, number: \(seed)}, parked: 0}", seed: seed, duration: 1)
      let ground = GroundProbe(world)
      let signs = world.entities.filter { $0.name.hasPrefix("bus_stop_sign") }
      stops += signs.count
      for sign in signs {
        let p = sign.track.pose(at: 0).translation
        let z = try #require(ground.height(p))
        #expect((p.z - z).magnitude < 0.01)
      }
      for line in world.entities where line.name.hasPrefix("bus_stop_line") {
        #expect(!signs.isEmpty && line.nativeClass.name == "road_mark")
        let pose = line.track.pose(at: 0)
        for p in line.asset.pieces.flatMap(\.mesh.positions) {
          let q = pose * Vector3(p)
          let z = try #require(ground.height(q))
          #expect((q.z - z - 0.004).magnitude < 0.004)
        }
      }
    }
    #expect(stops > 0)
  }

  /// All that a world paves with one thing looks alike, and country roads are never of stone.
  @Test func pavingIsOneThroughoutAWorld() throws {
    var roads: Set<String> = []
    for seed in 1...8 as ClosedRange<UInt64> {
      for (road, kind) in [("builtin: town-street", "old-town"), ("network: rural, number: 1", "old-town")] {
        let world = try Town.make(
          "{road: {\(road)}, neighbourhood: \(kind), vehicles: 0, radius: 60}", seed: seed, duration: 1)
        func names(_ entity: Entity) -> [String] {
          entity.asset.materials.indices.map { (entity.materials[$0] ?? entity.asset.materials[$0]).name }
        }
        let walks = world.entities.filter {
          ["forecourt", "drive"].contains($0.asset.name) || $0.asset.name == "sidewalk"
        }
        #expect(Set(walks.flatMap(names).filter { $0 != "grass" }).count <= 1)
        let surface = world.entities.filter { $0.asset.name == "road" }.flatMap(names)
        #expect(!surface.isEmpty)
        // Nobody lays setts between fields.
        if road.hasPrefix("builtin") {
          roads.formUnion(surface)
        } else {
          #expect(Set(surface) == ["asphalt"])
        }
      }
    }
    #expect(roads == ["asphalt", "setts"])
  }
}
