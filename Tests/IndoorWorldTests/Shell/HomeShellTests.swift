import Assets
import Furniture
import Geometry
import HomePlans
import IndoorWorld
import InteriorSurfaces
import RandomStreams
import Testing
import VectorMath
import WorldModel

/// Shells of many homes: closed but for their openings, named and placed as generators rely on.
struct HomeShellTests {
  private func home(_ seed: Int) -> (plan: HomePlan, built: HomeShell.Built) {
    var draws = Draws(stream: RandomStream(seed: UInt64(seed) &+ 4000), index: 0)
    var programme = HomeProgramme.usual(bedrooms: seed % 5, &draws)
    // Some have corners that are cut off, some rounded ones; some trays and beams.
    programme.corners = HomeProgramme.Corners.allCases[seed % 3]
    let plan = HomePlanner(programme).plan(&draws)
    let style = StylePack.allCases[seed % StylePack.allCases.count]
    let finishes = HomeFinishes.draw(style, Palette(style, variant: seed), plan: plan, &draws)
    var shell = HomeShell(plan: plan, finishes: finishes)
    if seed % 4 > 1 {
      shell.ceilings = zip(
        plan.rooms, CeilingDesign.draw(seed % 4 == 2 ? .tray : .beams, style: style, plan: plan, &draws)
      )
      .map { $1.fitted(to: $0.outline, around: []) }
    }
    return (plan, shell.build(firstID: 100, &draws))
  }

  private func tree(_ entities: [Entity]) -> BoundingVolumeHierarchy {
    var positions: [Vector3] = []
    var triangles: [SIMD3<UInt32>] = []
    for entity in entities {
      guard let place = entity.track.keys.first?.worldFromObject else { continue }
      let nodes = entity.asset.objectFromNodes(entity.asset.restPoses)
      for piece in entity.asset.pieces {
        let base = UInt32(positions.count)
        positions += piece.mesh.positions.map { place * (nodes[piece.node] * Vector3($0)) }
        triangles += piece.mesh.triangles.map { $0 &+ SIMD3(repeating: base) }
      }
    }
    return BoundingVolumeHierarchy(positions: positions, triangles: triangles)
  }

  /// Rays from inside the rooms in all directions, with where they start.
  private func rays(_ built: HomeShell.Built, _ seed: Int) -> [PreparedRay] {
    var chance = RandomStream(seed: UInt64(seed))
    return built.interiors.flatMap { box in
      (0..<250).compactMap { _ in
        let inner = maximum(box.size - Vector3(repeating: 0.3), .zero)
        let origin =
          box.center + inner
          * Vector3(chance.uniform(-0.5, 0.5), chance.uniform(-0.5, 0.5), chance.uniform(-0.5, 0.5))
        return PreparedRay(origin: origin, direction: chance.unitVector())
      }
    }
  }

  @Test(arguments: 0..<12) func nothingLooksOutWhenAllIsShut(_ seed: Int) {
    let built = home(seed).built
    let tree = tree(built.entities)
    let escaped = rays(built, seed).filter { tree.nearest($0) == nil }
    #expect(escaped.isEmpty)
  }

  /// The pieces of a rounding, which are flat, are shaded as the circle on which their ends lie; all other walls as they
  /// are.
  @Test func roundedWallsAreShadedRound() throws {
    var count = 0
    for seed in 0..<12 {
      let (plan, built) = home(seed)
      for (room, it) in plan.rooms.enumerated() {
        let ring = it.outline
        func way(_ k: Int) -> Vector2 { ring[(k + 1) % ring.count] - ring[k % ring.count] }
        func isPiece(_ k: Int) -> Bool {
          let d = way(k)
          let isCut = dot(normalized(way(k + ring.count - 1)), normalized(d)) < 0.92
          return min(d.x.magnitude, d.y.magnitude) > 1e-9 && length(d) < 0.4 && !isCut
        }
        for k in ring.indices {
          let name = "\(it.kind.rawValue)_\(room)_wall_\(k)"
          let wall = try #require(built.entities.first { $0.name == name })
          var expected = [(ring[k], Vector2(-normalized(way(k)).y, normalized(way(k)).x))]
          if isPiece(k) {
            count += 1
            // The rounding begins behind the last side that runs along an axis, and is a quarter of a circle.
            var first = k
            while isPiece((first + ring.count - 1) % ring.count) {
              first = (first + ring.count - 1) % ring.count
            }
            var last = k
            while isPiece((last + 1) % ring.count) { last = (last + 1) % ring.count }
            let before = normalized(way(first + ring.count - 1))
            let radius = dot(ring[(last + 1) % ring.count] - ring[first], before)
            let center = ring[first] + Vector2(-before.y, before.x) * radius
            expected = [ring[k], ring[(k + 1) % ring.count]].map { ($0, normalized(center - $0)) }
          }
          for piece in wall.asset.pieces where wall.asset.parts[piece.part] != "reveal" {
            for (p, n) in zip(piece.mesh.positions, piece.mesh.normals) {
              let at = Vector2(Double(p.x), Double(p.y))
              let nearest = try #require(expected.min { length($0.0 - at) < length($1.0 - at) })
              #expect(
                Double(n.x) * nearest.1.x + Double(n.y) * nearest.1.y > 0.9998, "\(name) of home \(seed)")
            }
          }
        }
      }
    }
    #expect(count > 8)
  }

  /// Without doors and windows there are holes where the plan has openings and nowhere else.
  @Test(arguments: 0..<12) func lightComesThroughOpeningsAlone(_ seed: Int) {
    let (plan, built) = home(seed)
    let tree = tree(
      built.entities.filter { !["door", "window", "curtain", "blind"].contains($0.nativeClass.name) })
    var through = 0
    for ray in rays(built, seed) where tree.nearest(ray) == nil {
      let goesThrough = plan.walls.contains { wall in
        guard wall.isExterior else { return false }
        let n = Vector3(wall.normal.x, wall.normal.y, 0)
        let start = Vector3(wall.start.x, wall.start.y, 0)
        let slope = dot(ray.direction, n)
        guard slope.magnitude > 1e-12 else { return false }
        let t = dot(start - ray.origin, n) / slope
        guard t > 0 else { return false }
        let p = ray.origin + ray.direction * t
        let u = dot(p - start, Vector3(wall.direction.x, wall.direction.y, 0))
        return wall.openings.contains {
          u > $0.offset - 0.01 && u < $0.end + 0.01 && p.z > $0.sill - 0.01 && p.z < $0.head + 0.01
        }
      }
      #expect(goesThrough)
      through += 1
    }
    #expect(through > 0)
  }

  @Test(arguments: 0..<12) func entitiesAreNamedAndNumbered(_ seed: Int) {
    let (plan, built) = home(seed)
    #expect(built.entities.enumerated().allSatisfy { $1.id == UInt32($0 + 100) })
    #expect(Set(built.entities.map(\.name)).count == built.entities.count)
    func count(_ name: String) -> Int { built.entities.filter { $0.nativeClass.name == name }.count }
    #expect(count("floor") == plan.rooms.count)
    #expect(built.entities.count { $0.name.hasSuffix("_ceiling") } == plan.rooms.count)
    #expect(count("interior_wall") == plan.rooms.reduce(0) { $0 + $1.outline.count })
    let openings = plan.walls.flatMap(\.openings)
    #expect(count("window") == openings.filter(\.isGlazed).count)
    #expect(count("door") == openings.filter { !$0.isGlazed && $0.kind != .passage }.count)
    #expect(built.entities.allSatisfy { !$0.asset.pieces.contains { $0.mesh.triangles.isEmpty } })
  }

  /// One portal a window, which looks into a room from its edge.
  @Test(arguments: 0..<12) func portalsLookIntoRooms(_ seed: Int) {
    let (plan, built) = home(seed)
    #expect(built.portals.count == plan.walls.flatMap(\.openings).filter(\.isGlazed).count)
    for portal in built.portals {
      let inward = normalized(cross(portal.halfU, portal.halfV))
      let inside = portal.center + inward * 0.6
      #expect(built.interiors.contains { $0.contains(inside) })
      #expect(!built.interiors.contains { $0.contains(portal.center) })
    }
    let area = plan.rooms.reduce(0) { $0 + Polygon($1.outline).area }
    let boxes = built.interiors.reduce(0) { $0 + $1.size.x * $1.size.y }
    if seed % 3 == 0 { #expect((area - boxes).magnitude < 1e-6) }
    #expect(boxes > area - 1e-6)
  }

  /// Floors, ceilings and roof are as large as what they cover, all of them facing their side.
  @Test(arguments: 0..<12) func levelFacesFillTheirOutlines(_ seed: Int) throws {
    let (plan, built) = home(seed)
    /// The area of a part's triangles, by the sign of z of their normals.
    func area(_ name: String, part: String) throws -> (up: Double, down: Double) {
      let asset = try #require(built.entities.first { $0.name == name }).asset
      var out = (up: 0.0, down: 0.0)
      for piece in asset.pieces where asset.parts[piece.part] == part {
        for t in piece.mesh.triangles {
          let p = piece.mesh.positions
          let (a, b, c) = (Vector3(p[Int(t.x)]), Vector3(p[Int(t.y)]), Vector3(p[Int(t.z)]))
          let z = cross(b - a, c - a).z / 2
          if z > 0 { out.up += z } else { out.down -= z }
        }
      }
      return out
    }
    for (i, room) in plan.rooms.enumerated() {
      let whole = Polygon(room.outline).area
      let floor = try area("\(room.kind.rawValue)_\(i)_floor", part: "floor")
      let ceiling = try area("\(room.kind.rawValue)_\(i)_ceiling", part: "ceiling")
      #expect((floor.up - whole).magnitude < 1e-4 * whole && floor.down == 0)
      #expect((ceiling.down - whole).magnitude < 1e-4 * whole && ceiling.up == 0)
    }
    let whole = Polygon(plan.footprint).area
    let roof = try area("facade", part: "roof")
    #expect((roof.up - whole).magnitude < 1e-4 * whole)
  }

  /// Boxes hold the rooms, and stand out of them by less than their walls are thick.
  @Test(arguments: 0..<12) func interiorsHoldTheRooms(_ seed: Int) {
    let (plan, built) = home(seed)
    var chance = RandomStream(seed: UInt64(seed) &+ 5)
    for box in built.interiors {
      let corners = [
        box.min, box.max, Vector3(box.min.x, box.max.y, 0), Vector3(box.max.x, box.min.y, 0),
      ]
      for p in corners.map({ Vector2($0.x, $0.y) }) {
        let off =
          plan.rooms.map { room -> Double in
            let outline = Polygon(room.outline)
            return outline.contains(p) ? 0 : outline.distanceToBoundary(p)
          }.min() ?? 1
        #expect(off < 0.08)
      }
    }
    for room in plan.rooms {
      let bounds = Box3(room.outline.map { Vector3($0.x, $0.y, 1) })
      for _ in 0..<200 {
        let p = Vector3(
          chance.uniform(bounds.min.x, bounds.max.x), chance.uniform(bounds.min.y, bounds.max.y), 1)
        guard Polygon(room.outline).contains(Vector2(p.x, p.y)) else { continue }
        #expect(built.interiors.contains { $0.contains(p) })
      }
    }
  }

  /// A leaf that stands open is where the plan says that it swings to.
  @Test(arguments: 0..<12) func leavesOpenToTheirSide(_ seed: Int) {
    let (plan, built) = home(seed)
    for (i, wall) in plan.walls.enumerated() {
      for (k, opening) in wall.openings.enumerated() where opening.kind == .hingedDoor {
        guard let entity = built.entities.first(where: { $0.name == "door_\(i)_\(k)" }),
          let place = entity.track.keys.first?.worldFromObject,
          let joint = entity.asset.fittings.joints.first
        else {
          Issue.record("a door without a leaf")
          continue
        }
        let poses = OpenJoints(all: entity.asset, open: 1).articulation(of: entity.asset, at: 0).poses
        let nodes = entity.asset.objectFromNodes(poses)
        var leaf = Box3()
        for piece in entity.asset.pieces
        where piece.node == joint.node && entity.asset.parts[piece.part] == "leaf" {
          for p in piece.mesh.positions { leaf.insert(place * (nodes[piece.node] * Vector3(p))) }
        }
        let sweep = wall.sweep(of: opening) ?? Box3()
        let wide = Box3(min: sweep.min - Vector3(0.05, 0.05, 0), max: sweep.max + Vector3(0.05, 0.05, 3))
        #expect(wide.contains(leaf.center))
        // Fully open it stands beside the opening, at the hinges.
        let hinge = opening.hingeAtStart ? opening.offset : opening.end
        let at = dot(Vector2(leaf.center.x, leaf.center.y) - wall.start, wall.direction)
        #expect((at - hinge).magnitude < 0.1)
      }
    }
  }

  @Test func shellsRepeat() {
    let (a, b) = (home(7).built, home(7).built)
    #expect(a.entities.map(\.name) == b.entities.map(\.name))
    #expect(a.interiors == b.interiors && a.portals == b.portals)
    #expect(
      zip(a.entities, b.entities).allSatisfy { x, y in
        zip(x.asset.pieces, y.asset.pieces).allSatisfy { $0.mesh.positions == $1.mesh.positions }
      })
  }
}
