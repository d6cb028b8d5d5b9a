import Geometry
import VectorMath
import WorldModel

/// The planes around a room and the entities that are them.
struct RoomSurfaces {
  /// A straight side of the room, its ends in the order of the outline.
  struct Side {
    var start: Vector2
    var end: Vector2
    /// Indices into the world's entities.
    var walls: [Int]

    var length: Double { VectorMath.length(end - start) }
    var direction: Vector2 { normalized(end - start) }
    /// Unit, into the room.
    var normal: Vector2 { Vector2(-direction.y, direction.x) }
    var plane: Plane {
      Plane(normal: Vector3(normal.x, normal.y, 0), through: Vector3(start.x, start.y, 0))
    }
  }

  /// Index into the plan's rooms.
  let room: Int
  /// Heights of floor and ceiling, metres.
  let low: Double
  let high: Double
  /// The outline without corners in a straight line, counter-clockwise; side i runs from corner i to the next.
  let corners: [Vector2]
  let sides: [Side]
  /// Indices into the world's entities; `nil` where the world leaves them out.
  let floor: Int?
  let ceiling: Int?

  /// - Returns: `nil` for a room whose outline encloses nothing.
  init?(_ room: Int, of plan: HomePlan, in world: World) {
    guard plan.rooms.indices.contains(room) else { return nil }
    self.room = room
    (low, high) = (plan.rooms[room].floor, plan.rooms[room].ceiling)
    let ring = plan.rooms[room].outline
    let own = world.entities.indices.filter {
      world.entities[$0].room == room && world.entities[$0].supportedBy == nil
    }
    func only(_ name: String) -> Int? { own.first { world.entities[$0].nativeClass.name == name } }
    floor = only("floor")
    ceiling = only("ceiling")
    // The generators number a room's walls as the edges of its outline, and end their names with that.
    var wallAt: [Int: [Int]] = [:]
    for i in own where world.entities[i].nativeClass.name == "interior_wall" {
      if let k = world.entities[i].name.split(separator: "_").last.flatMap({ Int($0) }) {
        wallAt[k, default: []].append(i)
      }
    }
    let bends = ring.indices.filter { i in
      let (a, b) = (ring[(i + ring.count - 1) % ring.count], ring[(i + 1) % ring.count])
      let (d, e) = (ring[i] - a, b - ring[i])
      return cross(d, e).magnitude > 1e-9 * length(d) * length(e)
    }
    guard bends.count >= 3, Polygon(ring).signedArea > 0 else { return nil }
    corners = bends.map { ring[$0] }
    sides = bends.indices.map { k in
      let (from, to) = (bends[k], bends[(k + 1) % bends.count])
      var walls: [Int] = []
      var edge = from
      repeat {
        walls += wallAt[edge] ?? []
        edge = (edge + 1) % ring.count
      } while edge != to
      return Side(start: ring[from], end: ring[to], walls: walls)
    }
  }
}
