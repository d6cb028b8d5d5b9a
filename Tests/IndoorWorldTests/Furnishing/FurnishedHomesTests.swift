import Geometry
import IndoorWorld
import Testing
import VectorMath
import WorldModel

/// What an eye for rooms asks of furnished homes, read from the entities of many of them.
@Suite struct FurnishedHomesTests {
  private func entities(_ seed: Int, _ world: String = "{}") throws -> (World, [Entity]) {
    var maker = try AuditedHomes.Maker(seed: seed, world: world)
    let world = try maker.world()
    return (
      world, world.entities.filter { attribute("room", $0) != nil && attribute("supported_by", $0) != nil }
    )
  }

  private func attribute(_ name: String, _ entity: Entity) -> String? {
    entity.attributes.first { $0.name == name }?.value
  }

  /// A television is as wide as what it stands on or hangs above, or a little less.
  @Test func televisionsSuitTheirStands() throws {
    var count = 0
    for seed in 0..<24 {
      let things = try entities(seed).1
      for screen in things where screen.asset.nativeClass.name == "television" {
        guard
          let stand = things.first(where: {
            $0.asset.nativeClass.name == "tv_stand" && attribute("room", $0) == attribute("room", screen)
          })
        else { continue }
        count += 1
        let share = screen.asset.restBounds.size.y / stand.asset.restBounds.size.y
        #expect((0.5...0.97).contains(share), "seed \(seed): \(share)")
      }
    }
    #expect(count > 10)
  }

  /// More lies about where a home is untidy, and nothing on the floor of a tidy one.
  @Test func clutterIsSeen() throws {
    var small: [Int] = []
    var onFloor: [Int] = []
    for clutter in ["0.0", "0.5", "1.0"] {
      var (things, low) = (0, 0)
      for seed in 0..<6 {
        let found = try entities(seed, "{clutter: \(clutter), fullness: 0.8}").1
        things += found.count { Int(attribute("supported_by", $0) ?? "") != nil }
        low += found.count {
          let size = $0.asset.restBounds.size
          return attribute("supported_by", $0) == "floor" && max(size.x, max(size.y, size.z)) < 0.45
        }
      }
      small.append(things)
      onFloor.append(low)
    }
    #expect(small[1] > small[0] + 30 && small[2] > small[1] + 30, "\(small)")
    #expect(onFloor[2] > 2 * onFloor[0] + 20, "\(onFloor)")
  }

  /// One switch has the lamps at a room's ceiling, and rooms without windows are rarely dark.
  @Test func ceilingsAreLitByRooms() throws {
    var (dark, lit, inside) = (0, 0, 0)
    for seed in 0..<16 {
      let (world, things) = try entities(seed, "{lamps: 0.5}")
      let plan = try #require(world.plan)
      for room in plan.rooms.indices {
        let states = things.filter {
          attribute("room", $0) == String(room) && attribute("supported_by", $0) == "ceiling"
            && ["downlight", "ceiling_lamp"].contains($0.asset.nativeClass.name)
        }.map { attribute("state", $0) }
        guard let first = states.first else { continue }
        #expect(states.allSatisfy { $0 == first }, "seed \(seed), room \(room)")
        let hasDaylight = plan.walls(of: room).contains { index, _ in
          plan.walls[index].openings.contains(where: \.isGlazed)
        }
        if hasDaylight {
          if first == "on" { lit += 1 } else { dark += 1 }
        } else {
          inside += first == "on" ? 1 : -1
        }
      }
    }
    #expect(lit > 10 && dark > 10 && inside > 4, "\(lit) lit, \(dark) dark, \(inside) without windows")
  }

  /// Few shelves for books stand empty.
  @Test func bookshelvesAreFilled() throws {
    var (filled, all) = (0, 0)
    for seed in 0..<16 {
      let things = try entities(seed, "{fullness: 1}").1
      for shelf in things where shelf.asset.nativeClass.name == "bookshelf" {
        let boards = shelf.asset.fittings.supports.filter { $0.node == 0 && $0.headroom.isFinite }
        let carried = things.filter { attribute("supported_by", $0) == String(shelf.id) }
        for board in boards {
          all += 1
          let z = shelf.track.pose(at: 0).translation.z + board.center.z
          if carried.contains(where: {
            ($0.track.pose(at: 0).translation.z + $0.asset.restBounds.min.z - z).magnitude < 1e-3
          }) {
            filled += 1
          }
        }
      }
    }
    #expect(all > 60 && Double(filled) > 0.85 * Double(all), "\(filled) of \(all)")
  }
}
