import Geometry
import HomePlans
import IndoorWorld
import RandomStreams
import Testing
import VectorMath
import WorldModel

/// Homes with corners cut off or rounded: what must hold of them as of all plans, and of their corners.
struct CornerPlannerTests {
  static let seeds = Array(0..<24)

  private func plan(_ seed: Int, _ corners: HomeProgramme.Corners) -> HomePlan {
    var draws = Draws(stream: RandomStream(seed: UInt64(seed) &* 7919 &+ 17), index: 0)
    var programme = HomeProgramme.usual(bedrooms: seed % 5, &draws)
    programme.corners = corners
    if seed % 4 == 3, programme.bedrooms > 0, let plan = StackPlanner(programme, storeys: 2).plan(&draws) {
      return plan
    }
    return HomePlanner(programme).plan(&draws)
  }

  private func isSlanted(_ wall: HomePlan.Wall) -> Bool {
    min(wall.direction.x.magnitude, wall.direction.y.magnitude) > 1e-9
  }

  @Test(arguments: seeds) func plansStillClose(_ seed: Int) {
    for form in [HomeProgramme.Corners.slanted, .rounded] {
      let plan = plan(seed, form)
      var world = World(entities: [])
      world.plan = plan
      let found = HomeAudit(world)?.planViolations() ?? []
      #expect(found.isEmpty, "\(form) \(found)")
      for ring in plan.rooms.map(\.outline) + [plan.footprint] {
        #expect(Polygon(ring).isSimple && Polygon(ring).isCounterClockwise)
      }
      // Both faces of every slanted wall, which no other wall meets, lie on the rooms' outlines, or on the home's.
      for wall in plan.walls where isSlanted(wall) {
        for isLeft in [true, false] {
          let room = isLeft ? wall.left : wall.right
          let ring = room.map { plan.rooms[$0].outline } ?? plan.footprint
          for share in [0.3, 0.5, 0.7] {
            let face = wall.face(left: isLeft, at: wall.length * share)
            #expect(Polygon(ring).distanceToBoundary(face) < 1e-9)
          }
        }
      }
      // And every slanted edge of an outline, inside and outside, is a face of a wall.
      var rings: [(ring: [Vector2], room: Int?)] = [(plan.footprint, nil)]
      for room in plan.rooms.indices { rings.append((plan.rooms[room].outline, room)) }
      for (ring, room) in rings {
        for (a, b) in Polygon(ring).edges where a.x != b.x && a.y != b.y {
          let middle = (a + b) / 2
          let own = plan.walls.filter { room == nil ? $0.isExterior : $0.left == room }
          let isFace = own.contains { wall in
            let p = middle - wall.start
            let face = room == nil ? -wall.thickness / 2 : wall.thickness / 2
            let along = dot(p, wall.direction)
            return (dot(p, wall.normal) - face).magnitude < 1e-9 && along > 0 && along < wall.length
          }
          #expect(isFace)
        }
      }
    }
  }

  @Test func cornersComeUpAndAreWhatTheyAreCalled() {
    var counts = [HomeProgramme.Corners: Int]()
    for seed in Self.seeds {
      #expect(!plan(seed, .square).walls.contains(where: isSlanted))
      for form in [HomeProgramme.Corners.slanted, .rounded] {
        let plan = plan(seed, form)
        let slanted = plan.walls.filter(isSlanted)
        if !slanted.isEmpty { counts[form, default: 0] += 1 }
        // A rounding turns a little at each of its corners, a cut by a good part of a right angle.
        for wall in slanted {
          let next = plan.walls.first {
            $0.left == wall.left && length($0.start - wall.end) < 1e-9 && $0.floor == wall.floor
          }
          let turn = next.map { cross(wall.direction, $0.direction) } ?? 0
          #expect(form == .rounded ? (0.03...0.45).contains(turn) : (0.3...0.95).contains(turn))
          #expect(wall.isExterior && wall.left != nil)
        }
      }
    }
    #expect(counts[.slanted, default: 0] >= 10 && counts[.rounded, default: 0] >= 10, "\(counts)")
  }

  @Test func windowsComeIntoCutCorners() {
    let windows = Self.seeds.flatMap { plan($0, .slanted).walls.filter(isSlanted).flatMap(\.openings) }
    #expect(windows.count >= 4 && windows.allSatisfy { $0.kind == .window })
  }
}
