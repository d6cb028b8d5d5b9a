import Assets
import DrivingWorld
import Foundation
import Imaging
import RoadNetwork
import Testing
import Vehicles
import WorldModel

/// Who sits in the vehicles of a world, and what their number plates say.
struct CrewTests {
  private static let recipe =
    "{road: {builtin: crossroads}, vehicles: 40, parked: 13, mix: {car: 4, van: 1, truck: 1, bus: 2, bicycle: 1, motorcycle: 1}}"

  private func attribute(_ entity: Entity, _ name: String) -> String? {
    entity.attributes.first { $0.name == name }?.value
  }

  private func drivers(_ entity: Entity) -> [Asset.Node] {
    entity.asset.nodes.filter { $0.name == "seat_driver" }
  }

  /// All vehicles in traffic have a driver, all parked ones are empty, and what is said of them is so.
  @Test func whoeverDrivesHasADriver() throws {
    var looks: Set<[Float]> = []
    var counts: Set<Int> = []
    for seed in [1] as [UInt64] {
      let world = try Town.make(
        Self.recipe.replacing("builtin: crossroads", with: "network: town-grid"), seed: seed)
      let seated = world.entities.filter { !$0.asset.fittings.seats.isEmpty }
      #expect(seated.count > 8)
      for entity in seated {
        let count = try #require(attribute(entity, "occupants").flatMap { Int($0) })
        let seats = entity.asset.nodes.filter { $0.name.hasPrefix("seat_") }
        #expect(seats.count == count, "\(entity.name)")
        let isParked = attribute(entity, "state") == "parked"
        #expect((count == 0) == isParked && (drivers(entity).count == 1) == !isParked, "\(entity.name)")
        counts.insert(count)
        guard let i = entity.asset.materials.firstIndex(where: { $0.name == "top_driver" }) else { continue }
        let colour = try #require(entity.materials[i]).baseColor
        looks.insert([colour.x, colour.y, colour.z])
      }
    }
    #expect(looks.count > 5)
    #expect(counts.isSuperset(of: [0, 1, 2]) && counts.contains { $0 > 4 }, "\(counts)")
  }

  /// Where traffic keeps left, drivers sit on the right.
  @Test func driversSitTowardsTheMiddleOfTheRoad() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("diorama-side-\(UUID()).xodr")
    defer { try? FileManager.default.removeItem(at: file) }
    for (rule, sign) in [("LHT", -1.0), ("RHT", 1.0)] {
      let text = BuiltInRoads.straightStreet.openDRIVE.replacing("<road ", with: "<road rule=\"\(rule)\" ")
      try text.write(to: file, atomically: true, encoding: .utf8)
      let world = try Town.make("{road: {opendrive: \(file.path)}, vehicles: 12}")
      let nodes = world.entities.flatMap(drivers)
      #expect(!nodes.isEmpty)
      #expect(nodes.allSatisfy { $0.rest.translation.y * sign > 0.2 })
    }
  }

  /// No two vehicles of a world say the same, and the picture has what the label says.
  @Test func numberPlatesAreEachVehiclesOwn() throws {
    let world = try Town.make(Self.recipe, seed: 3)
    var texts: [String] = []
    for entity in world.entities {
      guard let i = entity.asset.materials.firstIndex(where: { NumberPlate.scheme(of: $0) != nil }) else {
        #expect(attribute(entity, "plate") == nil)
        continue
      }
      texts.append(try #require(attribute(entity, "plate"), "\(entity.name)"))
      let drawn = try #require(entity.materials[i]?.baseColorTexture, "\(entity.name)")
      #expect(drawn !== entity.asset.materials[i].baseColorTexture)
      #expect(drawn.levels[0].width * drawn.levels[0].height <= 10_000)
    }
    #expect(texts.count > 12)
    #expect(Set(texts).count == texts.count)
  }

  /// Who is on call has somebody at the wheel and flashing beacons; what is parked is on no call.
  @Test func vehiclesOnCallAreManned() throws {
    let generator = try Town.generator(
      "{road: {builtin: crossroads}, vehicles: 60, parked: 0, mix: {car: 1, van: 6, truck: 6, bus: 0, bicycle: 0}}"
    )
    var seen = 0
    for seed in 1...12 as ClosedRange<UInt64> where seen < 3 {
      let world = try Town.world(generator, seed: seed)
      for entity in world.entities where attribute(entity, "on_call") == "true" {
        seen += 1
        #expect(attribute(entity, "state") != "parked", "\(entity.name)")
        #expect((attribute(entity, "occupants").flatMap { Int($0) } ?? 0) > 0, "\(entity.name) is empty")
        #expect(drivers(entity).count == 1, "\(entity.name) has no driver")
        let beacons = entity.states.flatMap(\.states).flatMap(\.materials.values).map(\.name)
        #expect(
          beacons.contains { $0.hasPrefix("lamp_beacon") && $0.hasSuffix("_lit") },
          "\(entity.name): \(Set(beacons))")
      }
    }
    #expect(seen > 0, "no vehicle is on call in any of the worlds")
  }
}
