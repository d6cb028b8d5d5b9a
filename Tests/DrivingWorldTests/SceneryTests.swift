import DrivingWorld
import Geometry
import RoadNetwork
import Testing
import VectorMath
import WorldModel

@Suite struct SceneryTests {
  private static let moving = Set(Town.vehicles + ["motorcycle", "person", "rider"])

  @Test(arguments: Town.roads, [1, 2] as [UInt64]) func whatStandsKeepsOffTheLanes(
    _ road: String, _ seed: UInt64
  ) throws {
    let world = try Town.make(
      "{road: {builtin: \(road)}, buildings: 8, trees: 20, furniture: 10}", seed: seed, duration: 1)
    let map = try #require(BuiltInRoads(rawValue: road)).map()
    let locator = RoadLocator(map)
    func isLane(_ p: Vector3) -> Bool {
      locator.locateAll(Vector2(p.x, p.y)).contains { map.lane($0.lane)?.type.isDrivable == true }
    }
    var seen = 0
    for entity in world.entities
    where entity.nativeClass.isThing && !Self.moving.contains(entity.nativeClass.name) {
      seen += 1
      let pose = entity.track.pose(at: 0)
      #expect(!isLane(pose.translation), "\(entity.name)")
      if entity.nativeClass.name == "building" {
        for p in WallPlan(entity).points(step: 2) { #expect(!isLane(Vector3(p.x, p.y, 0)), "\(entity.name)") }
      }
    }
    #expect(seen > 20)
  }

  static let neighbourhoods = ["old-town", "modern", "chinese", "suburban", "industrial"]

  /// Walls as they stand on the ground, from the triangles: neighbours share a line, never a place.
  @Test(arguments: ["crossroads", "town-street"], neighbourhoods) func buildingsDoNotMeet(
    _ road: String, _ kind: String
  ) throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      let world = try Town.make(
        "{road: {builtin: \(road)}, neighbourhood: \(kind), buildings: 15, trees: 30}", seed: seed,
        duration: 1)
      let near = world.entities.filter {
        $0.nativeClass.name == "building" && !$0.attributes.contains { $0 == ("distance", "far") }
      }
      let plans = near.map { WallPlan($0) }
      #expect(plans.count > 5)
      for j in plans.indices {
        for i in 0..<j { #expect(!plans[i].meets(plans[j]), "\(near[i].name) \(near[j].name)") }
      }
      for entity in world.entities where entity.nativeClass.name == "tree" {
        let p = entity.track.pose(at: 0).translation
        #expect(!plans.contains { $0.contains(Vector2(p.x, p.y)) }, "\(entity.name)")
      }
    }
  }

  /// Small things stand on what is below them, within a centimetre; walls go down to it everywhere.
  @Test(arguments: ["town-street", "crossroads"], neighbourhoods) func everythingStandsOnTheGround(
    _ road: String, _ kind: String
  ) throws {
    let world = try Town.make(
      "{road: {builtin: \(road)}, neighbourhood: \(kind), furniture: 12, trees: 15}", seed: 3, duration: 1)
    let ground = GroundProbe(world)
    let small: Set = ["tree", "bin", "bench", "street_light", "bollard", "traffic_light", "traffic_sign"]
    var seen = 0
    for entity in world.entities {
      let p = entity.track.pose(at: 0).translation
      if small.contains(entity.nativeClass.name) || entity.name.hasPrefix("utility_pole") {
        seen += 1
        let z = try #require(ground.height(p), "\(entity.name)")
        #expect((p.z + entity.asset.restBounds.min.z * entity.scale - z).magnitude < 0.01, "\(entity.name)")
      } else if entity.nativeClass.name == "building",
        !entity.attributes.contains(where: { $0 == ("distance", "far") })
      {
        for c in WallPlan(entity).corners {
          let z = try #require(ground.height(Vector3(c.x, c.y, p.z)), "\(entity.name)")
          #expect(p.z <= z + 0.01, "\(entity.name) floats by \(p.z - z)")
        }
      }
    }
    #expect(seen > 10)
  }

  @Test func boardsSayWhatIsWrittenOnThem() throws {
    for (kind, language) in [("chinese", "zh"), ("old-town", "en")] {
      let world = try Town.make("{neighbourhood: \(kind)}", duration: 1)
      let boards = world.entities.filter { $0.name.hasPrefix("shop_sign") }
      #expect(boards.count > 5)
      for board in boards {
        #expect(board.attributes.contains { $0.name == "text" && !$0.value.isEmpty })
        #expect(board.attributes.contains { $0 == ("language", language) } || kind == "chinese")
      }
    }
  }

  @Test(arguments: ["town-street", "straight-street", "crossroads"]) func peopleKeepOffTheLanes(
    _ road: String
  ) throws {
    let world = try Town.make("{road: {builtin: \(road)}, pedestrians: 10}", seed: 2, duration: 10)
    let map = try #require(BuiltInRoads(rawValue: road)).map()
    let locator = RoadLocator(map)
    let people = world.entities.filter { $0.nativeClass.name == "person" }
    #expect(people.count > 10)
    for person in people {
      for t in stride(from: -1.0, through: 11, by: 0.5) {
        let p = person.track.pose(at: t).translation
        let places = locator.locateAll(Vector2(p.x, p.y))
        let isOnRoad = places.contains { map.lane($0.lane)?.type.isDrivable == true }
        #expect(
          !isOnRoad || Town.says(person, "behaviour", at: t).contains("crossing"), "\(person.name) at \(t)")
        #expect(length(person.track.velocity(at: t)) < 2.2)
      }
    }
    // Shoulders do not pass through one another.
    for t in stride(from: -1.0, through: 11, by: 0.25) {
      let places = people.map { $0.track.pose(at: t).translation }
      for j in places.indices.dropFirst() {
        for i in 0..<j {
          #expect(length(places[i] - places[j]) > 0.5, "\(people[i].name) \(people[j].name) at \(t)")
        }
      }
    }
  }

  /// Parked cars stand along the kerb, clear of the lane beside them but for their mirrors.
  @Test func parkedCarsKeepToTheirLane() throws {
    let world = try Town.make("{road: {builtin: straight-street}, parked: 15, vehicles: 0}", duration: 1)
    let parked = world.entities.filter { $0.attributes.contains { $0 == ("state", "parked") } }
    #expect(parked.count > 20)
    for car in parked {
      for p in GroundBox(car, car.asset.restBounds, at: 0).points() { #expect(p.y.magnitude > 3.1) }
    }
  }
}
