import Geometry
import IndoorWorld
import Testing
import VectorMath
import WorldModel

/// Houses on several storeys as they come, and what the audit says when a stair of one is wrong.
struct StoreysHoldTests {
  @Test(arguments: 0..<6) func housesHold(_ seed: Int) throws {
    let found = try AuditedHomes.violations(seed: seed, world: "{storeys: \(2 + seed % 2), bedrooms: 3}")
    #expect(found.isEmpty, "\(found.map(\.description).joined(separator: "\n"))")
  }

  /// A house without furniture to speak of.
  private func house() throws -> World {
    var maker = try AuditedHomes.Maker(seed: 3, world: "{storeys: 2, bedrooms: 2, fullness: 0, clutter: 0}")
    return try maker.world()
  }

  private func rules(_ world: World) throws -> Set<HomeViolation.Rule> {
    Set(try #require(HomeAudit(world)).stairViolations().map(\.rule))
  }

  @Test func mistakesInStairsAreFound() throws {
    let right = try house()
    #expect(try rules(right).isEmpty)
    let steps = try #require(right.entities.firstIndex { $0.name == "stairs_0" })
    let railing = try #require(right.entities.firstIndex { $0.name == "stairs_railing_0" })

    var bare = right
    bare.entities.remove(at: railing)
    #expect(try rules(bare) == [.edgeUnguarded])

    // Two centimetres lower than the floors that they join.
    var low = right
    let pose = right.entities[steps].track.pose(at: 0)
    low.entities[steps].track = Track(
      still: RigidTransform(rotation: pose.rotation, translation: pose.translation - Vector3(0, 0, 0.02)))
    #expect(try rules(low).contains(.stepsUneven))

    // Something wide across the stairwell: of the things that stand in the house one is.
    let flight = try #require(right.plan?.stairs.first?.flights.first)
    let middle = flight.foot + flight.direction * (flight.length / 2)
    let height = (flight.base + flight.top) / 2 + 1.6
    let isLow = try right.entities.filter { $0.supportedBy == "floor" }.contains { thing in
      var block = thing
      block.id = 99_999
      block.track = Track(still: RigidTransform(translation: Vector3(middle.x, middle.y, height)))
      var beam = right
      beam.entities.append(block)
      return try rules(beam).contains(.headroomLow)
    }
    #expect(isLow)
  }

  /// A cupboard across the landing cuts the upper storey off.
  @Test func aBlockedLandingCutsTheUpperStoreyOff() throws {
    var world = try house()
    let plan = try #require(world.plan)
    let last = try #require(plan.stairs.first?.flights.last)
    let before = try #require(HomeAudit(world)).passageViolations()
    #expect(before.isEmpty)
    let thing = try #require(
      world.entities.first { $0.supportedBy == "floor" && $0.asset.restBounds.size.z > 0.4 })
    for k in 0..<4 {
      var block = thing
      block.id = UInt32(90_000 + k)
      let p = last.head + last.direction * 0.3 + last.left * ((Double(k) - 1.5) * 0.3)
      block.track = Track(still: RigidTransform(translation: Vector3(p.x, p.y, plan.floors[1])))
      world.entities.append(block)
    }
    let found = try #require(HomeAudit(world)).passageViolations()
    #expect(!found.isEmpty && found.allSatisfy { $0.rule == .unreachable })
  }
}
