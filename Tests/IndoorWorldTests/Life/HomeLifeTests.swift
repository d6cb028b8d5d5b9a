import Geometry
import IndoorWorld
import Testing
import VectorMath
import WorldModel

/// Homes with furniture that stands open, vessels that are full, people and animals.
struct HomeLifeTests {
  private static func world(_ seed: Int, _ text: String) throws -> World {
    var maker = try AuditedHomes.Maker(seed: seed, world: text)
    return try maker.world()
  }

  private static func people(_ world: World) -> [Entity] {
    world.entities.filter { $0.nativeClass.name == "person" }
  }

  /// The lowest corner of an entity as it stands.
  private static func lowest(_ entity: Entity, _ snapshot: Snapshot, _ index: Int) -> Double {
    snapshot.pieces[snapshot.subjects[index].pieces].reduce(Double.infinity) { low, piece in
      piece.positions.reduce(low) { min($0, (piece.worldFromMesh * Vector3($1)).z) }
    }
  }

  /// Who is there changes nothing about the home: the same things in the same places with the same numbers, but for
  /// cushions that were put aside.
  @Test func peopleComeIntoTheSameHome() throws {
    let (empty, full) = (try Self.world(3, "{}"), try Self.world(3, "{people: 3, pets: 1}"))
    #expect(Self.people(empty).isEmpty && !Self.people(full).isEmpty)
    func things(_ world: World) -> [String] {
      world.entities.filter { $0.supportedBy != nil && $0.attribute("posture") == nil }.map {
        let p = $0.track.pose(at: 0).translation
        return "\($0.asset.name) \(p.x) \(p.y) \(p.z)"
      }
    }
    let (before, after) = (things(empty), things(full))
    #expect(Set(after).isSubset(of: Set(before)))
    #expect(before.count - after.count < 6)
  }

  @Test(arguments: [5, 6])
  func whatOpensSwingsFreelyAndHoldsThings(_ seed: Int) throws {
    let world = try Self.world(seed, "{openness: 0.9, filled: 1}")
    var opened = 0
    var held = 0
    for entity in world.entities {
      guard let open = entity.articulation as? OpenJoints, entity.supportedBy != nil else { continue }
      opened += 1
      for fraction in open.fractions { #expect(fraction.open > 0 && fraction.open <= 1) }
      held += world.entities.count { $0.supportedBy == String(entity.id) }
    }
    #expect(opened >= 4, "\(opened) things stand open")
    #expect(held >= 4, "\(held) things in them")
    for violation in HomeAudit(world)?.violations() ?? [] { Issue.record("seed \(seed): \(violation)") }
    let vessels = world.entities.filter { $0.supportedBy != nil }.flatMap(\.asset.fittings.vessels)
    #expect(vessels.allSatisfy { $0.content != nil && $0.fraction > 0.05 })
  }

  @Test(arguments: [11, 12, 13])
  func peopleTouchWhatHoldsThemAndAreInNothing(_ seed: Int) throws {
    let world = try Self.world(seed, "{people: 5, pets: 2}")
    let snapshot = world.snapshot(at: 0)
    let people = Self.people(world)
    #expect(people.count >= 3, "\(people.count) found room")
    for (i, entity) in world.entities.enumerated() where entity.attribute("posture") != nil {
      let posture = try #require(entity.attribute("posture"))
      let low = Self.lowest(entity, snapshot, i)
      // All stand on the floor with something, but those who lie and children on high seats.
      // Soles bend in a stride.
      let give = posture == "walking" ? 0.01 : 0.003
      if posture == "standing" || posture == "walking" {
        #expect(low.magnitude < give, "\(entity.name) \(posture) \(low)")
      }
      #expect(low > -give, "\(entity.name)")
      if posture == "sitting" && entity.nativeClass.name == "person"
        || posture == "lying" && entity.supportedBy != "floor"
      {
        let holder = try #require(entity.supportedBy.flatMap { UInt32($0) })
        #expect(world.entities.contains { $0.id == holder })
      }
    }
    for violation in HomeAudit(world)?.violations() ?? [] { Issue.record("seed \(seed): \(violation)") }
  }

  /// At all times walkers keep off walls, things and each other, in the room that they are said to be in; one of their
  /// feet stays behind while the body goes on.
  @Test func walkersWalk() throws {
    var walked = 0
    for seed in 20..<24 {
      let world = try Self.world(seed, "{people: 6}")
      var empty = world
      empty.entities.removeAll { $0.attribute("posture") != nil }
      let grid = try #require(NavigationGrid(empty, radius: 0.28, height: 1.9))
      let walkers = Self.people(world).filter { $0.attribute("posture") == "walking" }
      for person in walkers {
        walked += 1
        let room = try #require(person.room)
        var (body, feet) = (0.0, 0.0)
        for k in 0..<30 {
          let (t, next) = (Double(k) / 30, Double(k + 1) / 30)
          let p = person.track.pose(at: t).translation
          #expect(grid.isClear(Vector2(p.x, p.y), by: 0.27), "\(person.name) at \(t) s")
          #expect(Polygon(grid.plan.rooms[room].outline).contains(Vector2(p.x, p.y)))
          for other in Self.people(world) where other.id != person.id {
            let q = other.track.pose(at: t).translation
            if other.attribute("posture") == "walking" { #expect(length(p - q) > 0.6) }
          }
          body += length(person.track.pose(at: next).translation - p)
          let (now, then) = (Self.feet(person, t), Self.feet(person, next))
          feet += zip(now, then).map { length($0 - $1) }.min() ?? 0
        }
        #expect(body > 0.3, "\(person.name) goes \(body) m in a second")
        #expect(feet < 0.5 * body, "\(person.name) slides \(feet) m of \(body) m")
      }
    }
    #expect(walked >= 2, "\(walked) walk")
  }

  /// Where the ankles are.
  private static func feet(_ person: Entity, _ t: Double) -> [Vector3] {
    let poses = person.articulation?.articulation(of: person.asset, at: t).poses ?? person.asset.restPoses
    let nodes = person.asset.objectFromNodes(poses)
    return ["foot_left", "foot_right"].compactMap { name in
      person.asset.nodes.firstIndex { $0.name == name }.map {
        person.track.pose(at: t) * nodes[$0].translation
      }
    }
  }
}
