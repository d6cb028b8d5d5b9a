import Assets
import Furniture
import Geometry
import IndoorWorld
import InteriorSurfaces
import RandomStreams
import Testing
import VectorMath
import WorldModel

/// A home that holds, and what the audit says when one thing in it is wrong.
struct HomeAuditTests {
  /// Boxes and the like that stand in `SamplePlans.flat`.
  private struct Scene {
    var plan = SamplePlans.flat
    private(set) var entities: [Entity] = []

    init(withShell: Bool = true) {
      guard withShell else { return }
      var draws = Draws(stream: RandomStream(seed: 1), index: 0)
      let finishes = HomeFinishes.draw(.modern, Palette(.modern, variant: 0), plan: plan, &draws)
      entities = HomeShell(plan: plan, finishes: finishes).build(firstID: 1, &draws).entities
    }

    /// Adds a body made of meshes; returns its id.
    @discardableResult
    mutating func add(
      _ name: String, _ meshes: [MeshBuilder], at place: Vector3, class className: String = "storage_box",
      mount: Asset.Mount = .floor, on supporter: UInt32? = nil, yaw: Double = 0
    ) -> UInt32 {
      var b = AssetBuilder(name: name, nativeClass: className)
      let paint = b.material(Material(name: "paint"))
      for mesh in meshes { b.add(mesh, material: paint) }
      b.fittings.mount = mount
      let id = UInt32(entities.count + 1)
      entities.append(
        Entity(
          id: id, name: name, asset: b.asset(),
          track: Track(still: RigidTransform(rotation: Quaternion(yaw: yaw), translation: place)),
          attributes: [(name: "supported_by", value: supporter.map { String($0) } ?? "floor")]))
      return id
    }

    /// A block with its foot at `place`.
    @discardableResult
    mutating func block(
      _ name: String, _ size: Vector3, at place: Vector3, mount: Asset.Mount = .floor,
      on supporter: UInt32? = nil,
      yaw: Double = 0, class className: String = "storage_box"
    ) -> UInt32 {
      add(
        name, [.box(size: size, center: Vector3(0, 0, size.z / 2))], at: place, class: className,
        mount: mount,
        on: supporter, yaw: yaw)
    }

    /// A table of 1.2 m × 0.8 m, 0.75 m high; its legs 5 cm thick.
    @discardableResult
    mutating func table(at place: Vector3) -> UInt32 {
      let legs = [(-1.0, -1.0), (-1, 1), (1, -1), (1, 1)].map { x, y in
        MeshBuilder.box(size: Vector3(0.05, 0.05, 0.73), center: Vector3(0.35 * x, 0.55 * y, 0.365))
      }
      let top = MeshBuilder.box(size: Vector3(0.8, 1.2, 0.04), center: Vector3(0, 0, 0.73))
      return add("table", legs + [top], at: place, class: "dining_table")
    }

    var found: [HomeViolation] {
      var world = World(entities: entities)
      world.plan = plan
      return HomeAudit(world)?.violations() ?? []
    }

    func found(from eye: Vector3) -> [HomeViolation] {
      var world = World(entities: entities)
      world.plan = plan
      return HomeAudit(world)?.cameraViolations(at: eye, near: 0.05, name: "camera") ?? []
    }
  }

  /// A table with something on it, something below it, a picture, a lamp, a block turned by an odd angle.
  private static func clean() -> Scene {
    var scene = Scene()
    let table = scene.table(at: Vector3(2, 5.5, 0))
    scene.block("vase", Vector3(0.1, 0.1, 0.3), at: Vector3(2, 5.5, 0.75), on: table)
    scene.block("crate", Vector3(0.4, 0.4, 0.4), at: Vector3(2, 5.5, 0))
    scene.block("chest", Vector3(0.5, 0.9, 0.5), at: Vector3(4, 5.4, 0), yaw: 0.7)
    scene.block("picture", Vector3(0.02, 0.6, 0.4), at: Vector3(0.31, 5, 1.4), mount: .wall)
    scene.block("lamp", Vector3(0.3, 0.3, 0.2), at: Vector3(2, 5.5, 2.4), mount: .ceiling)
    scene.block("bed", Vector3(2, 1.4, 0.5), at: Vector3(1.6, 0, 0))
    return scene
  }

  private func expectOnly(
    _ rule: HomeViolation.Rule, _ things: [String], _ amount: ClosedRange<Double>, in found: [HomeViolation],
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(found.map(\.rule) == [rule], "\(found)", sourceLocation: location)
    guard let first = found.first else { return }
    #expect(Set(first.things) == Set(things), "\(first)", sourceLocation: location)
    #expect(amount.contains(first.amount), "\(first)", sourceLocation: location)
  }

  @Test func whatHoldsPasses() {
    let found = Self.clean().found
    #expect(found.isEmpty, "\(found)")
  }

  // MARK: apart

  @Test(arguments: [(0.0, 0.004), (0.3, 0.004), (0.3, 0.03)]) func blocksInsideOfEachOtherAreFound(
    yaw: Double, depth: Double
  ) {
    // Alike in all other directions, so that no corner of either is inside of the other.
    for (gap, isFault) in [(-depth, true), (0.0005, false), (-0.0005, false)] {
      var scene = Self.clean()
      let way = Quaternion(yaw: yaw) * Vector3(0, 1, 0)
      scene.block("left", Vector3(0.4, 0.4, 0.4), at: Vector3(2, 1.8, 0), yaw: yaw)
      scene.block("right", Vector3(0.4, 0.4, 0.4), at: Vector3(2, 1.8, 0) - way * (0.4 + gap), yaw: yaw)
      // The bed makes room.
      let found = scene.found.filter { $0.things != ["bed", "right"] }
      if isFault {
        expectOnly(.interpenetration, ["left", "right"], depth * 0.45...depth * 1.01, in: found)
      } else {
        #expect(found.isEmpty, "\(found)")
      }
    }
  }

  /// Two bars cross: no corner of one is in the other.
  @Test func barsThatCrossAreFound() {
    var scene = Self.clean()
    let high = scene.add(
      "bars", [.box(size: Vector3(0.03, 0.03, 0.5), center: Vector3(0, 0, 0.25))], at: Vector3(4.5, 0, 0))
    #expect(high > 0)
    scene.add(
      "plank",
      [
        .box(size: Vector3(1, 0.02, 0.02), center: Vector3(0, 0, 0.3)),
        .box(size: Vector3(0.02, 0.02, 0.31), center: Vector3(0.49, 0, 0.155)),
        .box(size: Vector3(0.02, 0.02, 0.31), center: Vector3(-0.49, 0, 0.155)),
      ], at: Vector3(4.5, 0.004, 0))
    expectOnly(.interpenetration, ["bars", "plank"], 0.004...0.015, in: scene.found)
  }

  @Test func aThingInsideOfAnotherIsFound() {
    var scene = Self.clean()
    let chest = scene.block("big", Vector3(0.6, 0.6, 0.6), at: Vector3(4.5, 0, 0))
    #expect(chest > 0)
    scene.block("small", Vector3(0.1, 0.1, 0.1), at: Vector3(4.5, 0, 0))
    expectOnly(.interpenetration, ["big", "small"], 0.09...0.3, in: scene.found)
  }

  @Test func clothGivesWayAsFarAsItIsNamed() {
    for (sink, isFault) in [(0.006, false), (0.02, true)] {
      var scene = Self.clean()
      let sofa = scene.block("sofa", Vector3(0.8, 1.6, 0.42), at: Vector3(4.4, 0.6, 0), class: "sofa")
      scene.block(
        "cushion", Vector3(0.3, 0.4, 0.15), at: Vector3(4.4, 0.6, 0.42 - sink), on: sofa, class: "cushion")
      let rules = Set(scene.found.map(\.rule))
      #expect(rules.contains(.interpenetration) == isFault, "\(scene.found)")
      if !isFault { #expect(rules.isEmpty, "\(scene.found)") }
    }
  }

  @Test func whatIsInWallsFloorsAndCeilingsIsFound() {
    var scene = Self.clean()
    scene.block("low", Vector3(0.3, 0.3, 0.3), at: Vector3(4.5, 0, -0.01))
    #expect(
      scene.found.contains {
        $0.rule == .intoFloorOrCeiling && $0.things == ["low"] && ($0.amount - 0.01).magnitude < 1e-6
      })
    scene = Self.clean()
    scene.block("high", Vector3(0.3, 0.3, 2.606), at: Vector3(4.5, 0, 0))
    expectOnly(.intoFloorOrCeiling, ["high"], 0.0059...0.0061, in: scene.found)
    // Into the outer wall of the bedroom, over the skirting; it stands on a foot that is clear of it.
    for (x, isFault) in [(0.3 + 0.19, true), (0.3 + 0.2, false)] {
      scene = Self.clean()
      scene.add(
        "shelf",
        [
          .box(size: Vector3(0.3, 0.6, 0.4), center: Vector3(0.05, 0, 0.2)),
          .box(size: Vector3(0.4, 0.6, 0.4), center: Vector3(0, 0, 0.6)),
        ], at: Vector3(x, 1.8, 0))
      if isFault {
        expectOnly(.intoWall, ["shelf"], 0.0095...0.0105, in: scene.found)
      } else {
        #expect(scene.found.isEmpty, "\(scene.found)")
      }
    }
  }

  @Test func whatIsInSkirtingsIsFound() {
    var scene = Self.clean()
    scene.block("cupboard", Vector3(0.4, 0.6, 0.4), at: Vector3(0.3 + 0.201, 1.7, 0))
    let found = scene.found
    #expect(found.count == 1 && found.first?.rule == .intoFittings, "\(found)")
    #expect(found.first.map { $0.amount > 0.004 && $0.amount < 0.015 } ?? false, "\(found)")
  }

  // MARK: held

  @Test func whatFloatsIsFound() {
    for (gap, isFault) in [(0.003, true), (0.0008, false)] {
      var scene = Self.clean()
      scene.block("box", Vector3(0.3, 0.3, 0.3), at: Vector3(4.5, 0, gap))
      if isFault {
        expectOnly(.unsupported, ["box"], 0.0029...0.0031, in: scene.found)
      } else {
        #expect(scene.found.isEmpty, "\(scene.found)")
      }
    }
    var scene = Self.clean()
    scene.block("cup", Vector3(0.05, 0.05, 0.1), at: Vector3(2.2, 5.8, 0.753))
    expectOnly(.unsupported, ["cup"], 0.0029...0.0031, in: scene.found)
  }

  @Test func whatHangsInTheAirIsFound() {
    for (mount, place) in [
      (Asset.Mount.wall, Vector3(0.314, 1.8, 1.4)), (.ceiling, Vector3(4.5, 0, 2.197)),
    ] {
      var scene = Self.clean()
      scene.block("thing", Vector3(0.02, 0.4, 0.4), at: place, mount: mount)
      #expect(scene.found.map(\.rule) == [.unsupported], "\(scene.found)")
    }
  }

  /// On the table's edge with most of it outside: it would fall.
  @Test func whatWouldFallOverIsFound() {
    for (x, isFault) in [(2.42, true), (2.38, false)] {
      var scene = Self.clean()
      scene.block("tray", Vector3(0.3, 0.2, 0.02), at: Vector3(x, 5.9, 0.75))
      if isFault {
        expectOnly(.unbalanced, ["tray"], 0.015...0.025, in: scene.found)
      } else {
        #expect(scene.found.isEmpty, "\(scene.found)")
      }
    }
  }

  @Test func supportsAreThoseThatAreNamed() {
    var scene = Self.clean()
    let other = scene.block("other", Vector3(0.3, 0.3, 0.3), at: Vector3(4.5, 0, 0))
    scene.block("cup", Vector3(0.05, 0.05, 0.1), at: Vector3(2.2, 5.8, 0.75), on: other)
    expectOnly(.supportMisnamed, ["cup", "other"], 0...0, in: scene.found)
  }

  // MARK: ways

  @Test func whatStandsInTheSwingOfADoorIsFound() {
    // The bedroom's door is hinged at x = 4.35, y = 2.4 and is 0.86 m wide, in from the hallway.
    for (distance, isFault) in [(0.75, true), (0.84, false)] {
      var scene = Self.clean()
      scene.block("stool", Vector3(0.1, 0.1, 0.4), at: Vector3(4.42, 2.4 - distance - 0.05, 0))
      let found = scene.found.filter { $0.rule != .intoFittings }
      #expect(found.map(\.rule) == (isFault ? [.swingBlocked] : []), "\(found)")
    }
  }

  /// A row of boxes across the hallway leaves a gap.
  @Test func narrowPassagesAreFound() {
    for (gap, isFault) in [(0.57, true), (0.602, false), (0.45, true)] {
      var scene = Self.clean()
      // From the wall at y = 3.8 (skirting 14 mm) to the wall at y = 2.5.
      let width = 1.3 - 0.014 - 0.02 - gap
      scene.block("row", Vector3(0.3, width, 1), at: Vector3(5.5, 3.8 - 0.02 - width / 2, 0))
      let found = scene.found
      #expect(found.allSatisfy { $0.rule == .unreachable }, "\(found)")
      #expect(found.isEmpty == !isFault, "\(gap) \(found)")
      if let first = found.first { #expect((first.amount - (0.6 - gap)).magnitude < 0.03, "\(first)") }
    }
  }

  /// What lies flat is stepped on, what hangs high is walked under.
  @Test func flatAndHighThingsAreNotInTheWay() {
    for (z, height, isFault) in [(0.0, 0.02, false), (0.0, 0.06, true), (1.9, 0.3, false), (1.7, 0.3, true)] {
      var scene = Self.clean()
      scene.block("bar", Vector3(0.3, 1.25, height), at: Vector3(5.5, 3.15, z))
      #expect(scene.found.contains { $0.rule == .unreachable } == isFault, "\(z) \(height)")
    }
  }

  // MARK: plans and cameras

  @Test func brokenPlansAreFound() {
    var scene = Self.clean()
    scene.plan.rooms[0].outline[1].x += 0.2
    scene.plan.rooms[0].outline[2].x += 0.2
    #expect(Set(scene.found.map(\.rule)).isSuperset(of: [.roomsOverlap]))
    scene = Self.clean()
    scene.plan.rooms[1].outline[1].x -= 0.01
    scene.plan.rooms[1].outline[2].x -= 0.01
    let open = scene.found.filter { $0.rule == .footprintOpen }
    #expect(open.count == 1 && open.allSatisfy { ($0.amount - 0.032).magnitude < 1e-6 }, "\(open)")
    scene = Self.clean()
    scene.plan.walls[10].openings[0].offset = 5.2
    #expect(scene.found.contains { $0.rule == .doorAdrift })
    scene = Self.clean()
    scene.plan.walls[10].openings = []
    #expect(scene.found.contains { $0.rule == .roomCutOff && $0.things == ["bedroom_3"] })
    #expect(scene.found.contains { $0.rule == .unreachable && $0.things == ["bedroom_3"] })
  }

  @Test func camerasAreOutsideAndOff() {
    let scene = Self.clean()
    #expect(scene.found(from: Vector3(3, 4.6, 1.5)).isEmpty)
    // In the crate below the table, in a wall, near the vase.
    #expect(
      scene.found(from: Vector3(2, 5.5, 0.2)).contains {
        $0.rule == .cameraInside && $0.things.contains("crate")
      })
    #expect(
      scene.found(from: Vector3(3, 2.45, 1.5)).contains {
        $0.rule == .cameraInside && $0.things.contains("wall")
      })
    for (gap, isFault) in [(0.049, true), (0.051, false)] {
      let found = scene.found(from: Vector3(2.05 + gap, 5.5, 0.9))
      #expect(found.map(\.rule) == (isFault ? [.cameraTooNear] : []), "\(found)")
    }
    #expect(scene.found(from: Vector3(2, 1.8, 2.57)).map(\.rule) == [.cameraTooNear])
  }
}
