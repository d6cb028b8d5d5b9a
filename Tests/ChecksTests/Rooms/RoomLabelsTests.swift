import Annotations
import Geometry
import Imaging
import Testing
import VectorMath
import WorldModel

/// Labels of rooms against what is known of `HomeScene` by its measures alone.
@Suite struct RoomLabelsTests {
  static let view = HomeScene().sample.views[0]

  /// The ray through a pixel, in the world, and whether it passes within a few thousandths of a border.
  private static func ray(_ u: Int, _ v: Int) -> Vector3 {
    let (s, c) = DeterministicMath.sincos(HomeScene.yaw)
    let (right, down) = ((Double(u) - 79.5) / 80, (Double(v) - 59.5) / 80)
    return Vector3(c + s * right, s - c * right, -down)
  }

  /// Where a ray meets x = `x`.
  private static func meet(x: Double, _ ray: Vector3) -> Vector3? {
    let t = (x - HomeScene.eye.x) / ray.x
    return ray.x > 0 ? HomeScene.eye + ray * t : nil
  }

  private static func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 4e-3 }

  @Test func theMapOfRoomsFollowsTheDoorway() throws {
    let map = try #require(Self.view.labels.shorts(LabelNames.room))
    var counts = [0, 0, 0]
    for v in 0..<map.height {
      for u in 0..<map.width {
        let ray = Self.ray(u, v)
        // Nothing stands between the eye and the doorway but the lamp.
        var expected: UInt16 = 1
        if let p = Self.meet(x: 4, ray), let q = Self.meet(x: 4.05, ray) {
          let (low, high, top) = (0.96, 1.84, HomeScene.doorHeight - 0.01)
          func isOpen(_ p: Vector3) -> Bool { p.y > low && p.y < high && p.z > 0.001 && p.z < top }
          let borders = [p, q].contains {
            Self.isNear($0.y, low) || Self.isNear($0.y, high) || Self.isNear($0.z, top)
              || Self.isNear($0.z, 0.001)
          }
          if borders { continue }
          if isOpen(p) && isOpen(q) { expected = 2 }
        }
        if Self.view.labels.words(LabelNames.instance)?[u, v] == 0 { expected = 0 }
        // Only the lamp hides any of the doorway; it belongs to the room that it hangs in.
        let isThing = Self.isThing(u, v)
        counts[Int(expected)] += 1
        #expect(map[u, v] == expected || (isThing && map[u, v] == 1), "(\(u), \(v))")
      }
    }
    #expect(counts[1] > 10_000 && counts[2] > 300, "\(counts)")
  }

  private static func isThing(_ u: Int, _ v: Int) -> Bool {
    let id = view.labels.words(LabelNames.instance)?[u, v] ?? 0
    return view.labels[SceneGraphLabel.self]?.things.contains { $0.instance == id } ?? false
  }

  @Test func roomsListTheirMeasures() throws {
    let rooms = try #require(Self.view.labels[RoomsLabel.self]).entries
    #expect(rooms.map(\.kind) == ["living_room", "bedroom"] && rooms.map(\.room) == [1, 2])
    #expect(abs(rooms[0].area - 12) < 1e-9 && abs(rooms[1].area - 9.6) < 1e-9)
    #expect(rooms[0].doors == [2] && rooms[0].windows == [1])
    #expect(rooms[1].doors == [2] && rooms[1].windows == [])
    #expect(rooms[0].neighbours.map(\.room) == [2] && rooms[0].neighbours[0].ways == [2])
    #expect(rooms[0].things.count == 4 && rooms[1].things.count == 1)
    #expect(Set(rooms[0].things).isDisjoint(with: rooms[1].things))
  }

  @Test func theDoorTurnsAboutItsHinge() throws {
    let plan = try #require(Self.view.labels[FloorPlanLabel.self])
    #expect(plan.openings.map(\.kind) == ["window", "hinged_door"])
    let door = plan.openings[1]
    #expect(door.left == 1 && door.right == 2)
    #expect(Self.distance(door.start, [4.05, 0.95]) < 1e-9 && Self.distance(door.end, [4.05, 1.85]) < 1e-9)
    let leaf = try #require(door.leaves.first)
    #expect(door.leaves.count == 1 && leaf.motion == "hinge")
    #expect(Self.distance(leaf.pivot, [4.097, 1.84]) < 1e-6)
    #expect(Self.distance(leaf.shut, [4.097, 0.965]) < 1e-6)
    // By 1.6 radians from −y, counter-clockwise: into the bedroom.
    let (s, c) = DeterministicMath.sincos(1.6)
    #expect(Self.distance(leaf.open, [4.097 + 0.875 * s, 1.84 - 0.875 * c]) < 1e-6)
    #expect(leaf.swing == 1.6 && abs(leaf.opening - 1) < 1e-9)
    #expect(plan.passages == [FloorPlanLabel.Passage(rooms: [1, 2], opening: 2, width: 0.9)])
    let wardrobe = try #require(plan.furniture.first { $0.category == "wardrobe" })
    #expect(
      Self.distance(wardrobe.center, [3.4, 2.69]) < 1e-6 && Self.distance(wardrobe.size, [1, 0.6]) < 1e-6)
    #expect(wardrobe.room == 1 && wardrobe.heading == 0 && abs(wardrobe.high - 1.9) < 1e-6)
    // The box on it is shorter than what plans show.
    #expect(!plan.furniture.contains { $0.category == "box" })
  }

  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).map { abs($0 - $1) }.max() ?? .infinity
  }

  @Test func theGraphSaysWhatHoldsWhat() throws {
    let graph = try #require(Self.view.labels[SceneGraphLabel.self])
    func relation(_ category: String) -> SceneGraphLabel.Relation? {
      let id = graph.things.first { $0.category == category }?.instance
      return graph.relations.first { $0.subject == id }
    }
    func surface(_ kind: String, _ room: Int) -> [UInt32] {
      graph.surfaces.filter { $0.kind == kind && $0.room == room }.map(\.instance)
    }
    let wardrobe = try #require(relation("wardrobe"))
    #expect(wardrobe.relation == "on" && wardrobe.object == surface("floor", 1).first)
    let box = try #require(relation("box"))
    #expect(box.relation == "on" && box.object == wardrobe.subject)
    #expect(abs((box.distance ?? 1)) < 1e-6 && abs((box.height ?? 0) - 1.9) < 1e-6)
    let picture = try #require(relation("picture"))
    // The first wall runs along y = 0.
    #expect(picture.relation == "hung_on" && picture.object == surface("wall", 1).first)
    #expect(abs(picture.distance ?? 1) < 1e-6)
    let lamp = try #require(relation("pendant_lamp"))
    #expect(lamp.relation == "hung_from" && lamp.object == surface("ceiling", 1).first)
    #expect(relation("bed")?.object == surface("floor", 2).first)
    #expect(surface("wall", 1).count == 4 && surface("wall", 2).count == 6)
    #expect(graph.adjacencies.map(\.rooms) == [[0, 1], [0, 2], [1, 2]])
    #expect(graph.adjacencies.map(\.ways) == [[], [], [2]])
  }

  @Test func cornersAreWhereTheMeasuresSay() throws {
    let layout = try #require(Self.view.labels[LayoutLabel.self])
    #expect(layout.cameraRoom == 1 && layout.rooms.map(\.room) == [1, 2])
    let (living, bedroom) = (layout.rooms[0], layout.rooms[1])
    #expect(living.isCuboid && living.isManhattan && !bedroom.isCuboid && bedroom.isManhattan)
    #expect(living.planes.count == 6 && living.lines.count == 12 && living.junctions.count == 8)
    #expect(bedroom.planes.count == 8 && bedroom.lines.count == 18 && bedroom.junctions.count == 12)
    // The corner of the ceiling at (4, 0), by hand.
    let corner = living.junctions[5]
    #expect(Self.distance(corner.position, [4, 0, 2.5]) < 1e-12)
    let (s, c) = DeterministicMath.sincos(HomeScene.yaw)
    let (x, y, z) = (4 - 0.6, 0 - 0.45, 2.5 - 1.4)
    let (ahead, right) = (c * x + s * y, s * x - c * y)
    #expect(abs((corner.u ?? 0) - (79.5 + 80 * right / ahead)) < 1e-9)
    #expect(abs((corner.v ?? 0) - (59.5 - 80 * z / ahead)) < 1e-9)
    #expect(corner.isInFrame && corner.isVisible)
    // The wardrobe stands before the corner at (4, 3), the camera before the one at (0, 0).
    #expect(living.junctions[2].isInFrame && !living.junctions[2].isVisible)
    #expect(living.junctions[0].u == nil && !living.junctions[0].isInFrame)
    for p in living.planes { #expect(p.visible.area <= p.amodal.area) }
  }

  /// Amodal and visible masks of the wall with the door and of the floor, by rays.
  @Test func masksOfPlanesFollowTheirOutlines() throws {
    let layout = try #require(Self.view.labels[LayoutLabel.self])
    let (floor, wall) = (layout.rooms[0].planes[0], layout.rooms[0].planes[3])
    #expect(wall.normal == [-1, 0, 0] && wall.offset == -4)
    let (floorMask, wallMask) = (floor.amodal.bitmap, wall.amodal.bitmap)
    let seen = wall.visible.bitmap
    var counts = (0, 0, 0)
    for v in 0..<120 {
      for u in 0..<160 {
        let ray = Self.ray(u, v)
        if ray.z < 0 {
          let p = HomeScene.eye + ray * (HomeScene.eye.z / -ray.z)
          let isInside = p.x > 0 && p.x < 4 && p.y > 0 && p.y < 3
          if !(Self.isNear(p.x, 4) || Self.isNear(p.y, 3) || Self.isNear(p.y, 0)) {
            counts.0 += isInside ? 1 : 0
            #expect((floorMask[u, v] != 0) == isInside, "floor (\(u), \(v))")
          }
        } else {
          #expect(floorMask[u, v] == 0)
        }
        guard let p = Self.meet(x: 4, ray) else {
          #expect(wallMask[u, v] == 0)
          continue
        }
        if Self.isNear(p.y, 0) || Self.isNear(p.y, 3) || Self.isNear(p.z, 0) || Self.isNear(p.z, 2.5) {
          continue
        }
        let isInside = p.y > 0 && p.y < 3 && p.z > 0 && p.z < 2.5
        #expect((wallMask[u, v] != 0) == isInside, "wall (\(u), \(v))")
        let isHole = p.y > 0.95 - 4e-3 && p.y < 1.85 + 4e-3 && p.z < HomeScene.doorHeight + 4e-3
        // Things alone hide the rest of it.
        if isInside && !Self.isThing(u, v) && !isHole {
          counts.1 += 1
          #expect(seen[u, v] != 0, "(\(u), \(v))")
        } else if !isInside || p.y > 0.95 + 4e-3 && p.y < 1.85 - 4e-3 && p.z < HomeScene.doorHeight - 4e-3 {
          counts.2 += 1
          #expect(seen[u, v] == 0, "(\(u), \(v))")
        }
      }
    }
    #expect(counts.0 > 2000 && counts.1 > 1000 && counts.2 > 1000, "\(counts)")
  }
}
