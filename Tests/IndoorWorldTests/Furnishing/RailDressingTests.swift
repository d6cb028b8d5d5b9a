import Geometry
import IndoorWorld
import Testing
import VectorMath
import WorldModel

/// Clothes on the rails of shops.
struct RailDressingTests {
  private static func shop(_ seed: Int, _ more: String = "") throws -> World {
    var maker = try AuditedHomes.Maker(seed: seed, world: "{building: shop, fullness: 1\(more)}")
    return try maker.world()
  }

  /// The racks of a shop, each with the clothes that say they hang on it.
  private static func racks(_ world: World) -> [(rack: Entity, clothes: [Entity])] {
    world.entities.filter { !$0.asset.fittings.rails.isEmpty }.map { rack in
      (
        rack,
        world.entities.filter {
          $0.asset.fittings.mount == .rail && $0.supportedBy == String(rack.id)
        }
      )
    }
  }

  @Test func racksAreHungWithClothes() throws {
    var (racks, clothes) = (0, 0)
    for seed in 0..<6 {
      for (_, hung) in Self.racks(try Self.shop(seed)) {
        racks += 1
        clothes += hung.count
        #expect(hung.count >= 3, "seed \(seed)")
      }
    }
    #expect(racks >= 4 && clothes >= 5 * racks, "\(clothes) on \(racks)")
  }

  /// Each hook rests on its rail, within its length.
  @Test func hooksLieOnTheirRails() throws {
    for seed in 0..<4 {
      for (rack, hung) in Self.racks(try Self.shop(seed)) {
        let rail = try #require(rack.asset.fittings.rails.first)
        let back = rack.track.pose(at: 0).inverse
        for garment in hung {
          let p = back * garment.track.pose(at: 0).translation - rail.center
          #expect(p.x.magnitude < 1e-9 && p.z.magnitude < 1e-9 && p.y.magnitude < rail.length / 2)
        }
      }
    }
  }

  /// Two garments in one place, and one that floats over its rail, are found.
  @Test func theAuditSeesClothes() throws {
    let world = try #require(
      try (0..<8).lazy.map { try Self.shop($0) }.first { Self.racks($0).contains { $0.clothes.count > 3 } })
    #expect(try #require(HomeAudit(world)).violations().isEmpty)
    var wrong = world
    let places = wrong.entities.indices.filter { wrong.entities[$0].asset.fittings.mount == .rail }
    let (first, second) = (try #require(places.first), try #require(places.dropFirst().first))
    wrong.entities[second].track = wrong.entities[first].track
    #expect(
      try #require(HomeAudit(wrong)).penetrations().contains { $0.rule == .interpenetration })
    var high = world
    let pose = high.entities[first].track.pose(at: 0)
    high.entities[first].track = Track(
      still: RigidTransform(rotation: pose.rotation, translation: pose.translation + Vector3(0, 0, 0.004)))
    #expect(try #require(HomeAudit(high)).supportViolations().contains { $0.rule == .unsupported })
  }
}
