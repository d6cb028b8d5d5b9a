import DrivingWorld
import RoadDesign
import Testing
import WorldModel

/// Worlds on designed networks.
struct TownNetworksTests {
  private func road(_ world: World) -> String? { world.attributes.first { $0.name == "road" }?.value }

  private static let empty = "vehicles: 2, parked: 0, pedestrians: 0, buildings: 0, trees: 0, furniture: 0"

  @Test func everyWorldHasItsOwnNetwork() throws {
    let generator = try Town.generator("{road: {network: bend}, \(Self.empty)}")
    let worlds = try (1...3).map { try Town.world(generator, seed: UInt64($0)) }
    let names = worlds.map { road($0) }
    #expect(Set(names).count == 3)
    #expect(names.allSatisfy { $0.flatMap { NetworkCatalog.network(named: $0) }?.kind == "bend" })
    // Whatever was made in between, a seed gives its world again.
    let again = try Town.world(generator, seed: 1)
    #expect(road(again) == names[0])
    #expect(again.rig.track.keys.map(\.worldFromObject) == worlds[0].rig.track.keys.map(\.worldFromObject))
    #expect(again.entities.map(\.name) == worlds[0].entities.map(\.name))
  }

  @Test(arguments: NetworkCatalog.names) func everyKindCanBeDrivenOn(kind: String) throws {
    let world = try Town.make("{road: {network: \(kind), number: 3}, \(Self.empty)}")
    #expect(road(world) == "\(kind)-3")
    #expect(world.rig.track.keys.count > 1)
    #expect(world.entities.contains { $0.nativeClass.name == "road" })
  }

  @Test func kindsAreChosenByWeight() throws {
    let generator = try Town.generator(
      "{road: {network: {weighted: [{value: straight, weight: 1}, {value: crest, weight: 1}]}}, \(Self.empty)}"
    )
    let kinds = try (0..<8).map { seed -> String in
      let name = road(try Town.world(generator, seed: UInt64(seed))) ?? ""
      return NetworkCatalog.network(named: name)?.kind ?? ""
    }
    #expect(Set(kinds) == ["straight", "crest"])
  }
}
