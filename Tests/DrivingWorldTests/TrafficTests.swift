import DrivingWorld
import Geometry
import RoadNetwork
import Testing
import VectorMath
import WorldModel

@Suite struct TrafficTests {
  private func vehicles(_ world: World) -> [Entity] {
    world.entities.filter { Town.vehicles.contains($0.nativeClass.name) }
  }

  /// Also with the carrier, whose body reaches from its rear bumper to its front one.
  @Test(arguments: Town.roads, [1, 2] as [UInt64]) func noTwoVehiclesMeet(_ road: String, _ seed: UInt64)
    throws
  {
    let world = try Town.make("{road: {builtin: \(road)}, vehicles: 25, parked: 14}", seed: seed, duration: 8)
    let all = vehicles(world)
    let bounds = all.map(\.asset.restBounds)
    #expect(all.filter { !$0.track.isStill }.count > 3)
    for t in stride(from: -1.0, through: 9, by: 0.5) {
      var boxes = zip(all, bounds).map { GroundBox($0, $1, at: t) }
      boxes.append(
        GroundBox(world.rig.track.pose(at: t), low: Vector2(-0.9, -0.9), high: Vector2(3.5, 0.9)))
      for j in boxes.indices.dropFirst() {
        for i in 0..<j where boxes[i].meets(boxes[j]) {
          // A tractor reaches below its trailer, which comes right after it.
          if i + 1 == j, j < all.count, all[j].nativeClass.name == "trailer" { continue }
          Issue.record(
            "\(i < all.count ? all[i].name : "ego") and \(j < all.count ? all[j].name : "ego") at \(t)")
        }
      }
    }
  }

  @Test(arguments: Town.roads) func vehiclesStayInTheirLanes(_ road: String) throws {
    let world = try Town.make("{road: {builtin: \(road)}, vehicles: 20}", seed: 4, duration: 6)
    let map = try #require(BuiltInRoads(rawValue: road)).map()
    let locator = RoadLocator(map)
    for vehicle in vehicles(world) where vehicle.attributes.contains(where: { $0 == ("state", "moving") }) {
      for t in stride(from: 0.0, through: 6, by: 0.25) {
        let p = vehicle.track.pose(at: t).translation
        // Who parks does so where one parks.
        let parks = Town.says(vehicle, "behaviour", at: t).contains("park")
        let places = locator.locateAll(Vector2(p.x, p.y)).filter {
          guard let type = map.lane($0.lane)?.type else { return false }
          return type.isDrivable || parks && type == .parking
        }
        guard !places.contains(where: { map.roads[$0.road].junction != nil }) else { continue }
        let aside = places.map { ((map.laneCentre($0.lane, at: $0.s) ?? 99) - $0.t).magnitude }.min()
        // Bicycles keep to the edge; who changes lanes or passes one is between two for a while.
        let isBetween = ["changing_lane", "overtaking", "parking"].contains {
          Town.says(vehicle, "behaviour", at: t).contains($0)
        }
        let slack = vehicle.nativeClass.name == "bicycle" ? 1.1 : isBetween ? 2.6 : 0.35
        #expect((aside ?? 99) < slack, "\(vehicle.name) at \(t)")
        let height = places.map { ($0.elevation - p.z).magnitude }.min()
        #expect((height ?? 99) < 0.05, "\(vehicle.name) at \(t)")
      }
    }
  }

  @Test(arguments: Town.roads) func nothingJumpsOrIsThrown(_ road: String) throws {
    let world = try Town.make("{road: {builtin: \(road)}, vehicles: 20}", seed: 7, duration: 8)
    let tracks = vehicles(world).map { ($0.name, $0.track) } + [("ego", world.rig.track)]
    for (name, track) in tracks where !track.isStill {
      for (a, b) in zip(track.keys, track.keys.dropFirst()) {
        let way = length(b.worldFromObject.translation - a.worldFromObject.translation)
        #expect(way <= 45 * (b.time - a.time), "\(name) at \(a.time)")
        let turn = (b.worldFromObject.rotation * a.worldFromObject.rotation.conjugate).yaw
        #expect(turn.magnitude < 0.06, "\(name) at \(a.time)")
      }
      let h = 0.2
      for t in stride(from: -0.7, through: 8.7, by: 0.1) {
        let (a, b, c) = (track.pose(at: t - h), track.pose(at: t), track.pose(at: t + h))
        let pull = (a.translation + c.translation - 2 * b.translation) / (h * h)
        #expect(length(pull) < 4, "\(name) at \(t)")
      }
    }
  }

  @Test func fourWheelsTouchTheRoad() throws {
    let world = try Town.make("{vehicles: 16}", seed: 3, duration: 5)
    let locator = RoadLocator(try BuiltInRoads.townStreet.map())
    for vehicle in vehicles(world) where !["bicycle", "motorcycle"].contains(vehicle.nativeClass.name) {
      for t in [0.0, 2, 4] {
        let pose = vehicle.track.pose(at: t)
        for node in vehicle.asset.nodes where node.name.hasPrefix("wheel_") {
          let p = pose * Vector3(node.rest.translation.x, node.rest.translation.y, 0)
          guard let place = locator.locate(Vector2(p.x, p.y), z: p.z) else { continue }
          #expect((place.elevation - p.z).magnitude < 0.03, "\(vehicle.name) \(node.name)")
        }
      }
    }
  }
}
