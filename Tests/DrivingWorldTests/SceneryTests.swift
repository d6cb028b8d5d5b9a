import DrivingWorld
import Geometry
import RoadNetwork
import Testing
import VectorMath
import WorldModel

@Suite struct SceneryTests {
  private static let moving = Set(Town.vehicles + ["person", "rider"])

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
        for p in GroundBox(entity, entity.asset.restBounds, at: 0).points(step: 2) { #expect(!isLane(p)) }
      }
    }
    #expect(seen > 20)
  }

  @Test func buildingsDoNotMeet() throws {
    let world = try Town.make("{road: {builtin: crossroads}, buildings: 12, trees: 30}", duration: 1)
    let boxes = world.entities.filter { $0.nativeClass.name == "building" }.map {
      GroundBox($0, $0.asset.restBounds, at: 0)
    }
    #expect(boxes.count > 8)
    for j in boxes.indices.dropFirst() {
      for i in 0..<j {
        let near =
          length(boxes[i].pose.translation - boxes[j].pose.translation) < boxes[i].radius + boxes[j].radius
        #expect(!near || !boxes[i].points(step: 0.8).contains { boxes[j].contains($0) })
      }
    }
    for entity in world.entities where entity.nativeClass.name == "tree" {
      #expect(!boxes.contains { $0.contains(entity.track.pose(at: 0).translation) }, "\(entity.name)")
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

  /// Parked cars stand along the kerb, clear of the lane beside them.
  @Test func parkedCarsKeepToTheirLane() throws {
    let world = try Town.make("{road: {builtin: straight-street}, parked: 15, vehicles: 0}", duration: 1)
    let parked = world.entities.filter { $0.attributes.contains { $0 == ("state", "parked") } }
    #expect(parked.count > 20)
    for car in parked {
      for p in GroundBox(car, car.asset.restBounds, at: 0).points() { #expect(p.y.magnitude > 3.25) }
    }
  }
}
