import Assets
import Geometry
import VectorMath
import WorldModel

/// One straight side of a room as seen from inside, with the openings in it.
struct RoomSide {
  /// An opening along the side, from `u0` to `u1` metres after the side's start.
  struct Hole {
    var u0: Double
    var u1: Double
    /// Its heights count from the floor of the room (of a façade: from the lowest floor of the home).
    var opening: HomePlan.Opening
    var wall: Int
    /// How deep its reveal is that belongs to the room, metres.
    var depth: Double
  }

  var start: Vector2
  var end: Vector2
  var holes: [Hole]
  /// Whether the room's corner at the start (and at the end) is an inner one, where sides may run on into the wall.
  var isInnerStart: Bool
  var isInnerEnd: Bool
  /// Unit normals into the room at the start and at the end of a piece of a rounding, as if it were round; `nil` = flat.
  var bend: Bend?

  struct Bend: Hashable {
    var start: Vector2
    var end: Vector2
  }

  var length: Double { VectorMath.length(end - start) }
  var direction: Vector2 { normalized(end - start) }
  /// Into the room.
  var normal: Vector2 { Vector2(-direction.y, direction.x) }

  func point(_ u: Double, _ z: Double, depth: Double = 0) -> Vector3 {
    let p = start + direction * u - normal * depth
    return Vector3(p.x, p.y, z)
  }
}

extension HomePlan {
  /// From the inner face of an outer wall to the middle of what closes its openings, metres.
  static func frameDepth(_ thickness: Double) -> Double { thickness * 0.6 }

  /// Pieces of roundings are shorter than this, metres, and turn by less than an angle of this cosine (24°).
  private static let (longestPiece, leastCosine) = (0.5, 0.9135)

  /// How a side from `a` to `b` bends if it is a piece of a rounding: it meets other pieces half way, and ends along the
  /// straight sides beside the rounding.
  private static func bend(before: Vector2, _ a: Vector2, _ b: Vector2, after: Vector2) -> RoomSide.Bend? {
    let ways = [a - before, b - a, after - b]
    let directions = ways.map { normalized($0) }
    guard length(ways[1]) < longestPiece, dot(directions[0], directions[1]) > leastCosine,
      dot(directions[1], directions[2]) > leastCosine
    else { return nil }
    func normal(_ neighbour: Int) -> Vector2 {
      let isPiece = length(ways[neighbour]) < longestPiece
      let d = isPiece ? normalized(directions[1] + directions[neighbour]) : directions[neighbour]
      return Vector2(-d.y, d.x)
    }
    return RoomSide.Bend(start: normal(0), end: normal(2))
  }

  /// The sides of a room, in the order of its outline.
  func sides(of room: Int) -> [RoomSide] {
    let ring = rooms[room].outline
    let own = walls(of: room)
    return ring.indices.map { i in
      let (a, b) = (ring[i], ring[(i + 1) % ring.count])
      let before = ring[(i + ring.count - 1) % ring.count]
      let after = ring[(i + 2) % ring.count]
      let d = normalized(b - a)
      let n = Vector2(-d.y, d.x)
      var side = RoomSide(
        start: a, end: b, holes: [], isInnerStart: cross(a - before, b - a) > 0,
        isInnerEnd: cross(b - a, after - b) > 0
      )
      side.bend = Self.bend(before: before, a, b, after: after)
      for (index, isLeft) in own {
        let wall = walls[index]
        // The wall's face lies in the side's plane.
        let face = wall.face(left: isLeft, at: wall.length / 2)
        guard dot(wall.normal * (isLeft ? 1 : -1), n) > 0.999, dot(face - a, n).magnitude < 1e-6 else {
          continue
        }
        let along = dot(face - a, d)
        guard along > 0, along < side.length else { continue }
        for var opening in wall.openings {
          // A stairwell has walls of several storeys.
          opening.sill += wall.floor - rooms[room].floor
          let p = dot(wall.face(left: isLeft, at: opening.offset) - a, d)
          let q = dot(wall.face(left: isLeft, at: opening.end) - a, d)
          side.holes.append(
            RoomSide.Hole(
              u0: min(p, q), u1: max(p, q), opening: opening, wall: index,
              depth: wall.isExterior ? Self.frameDepth(wall.thickness) : wall.thickness / 2))
        }
      }
      side.holes.sort { ($0.u0, $0.opening.sill) < ($1.u0, $1.opening.sill) }
      return side
    }
  }
}

/// The faces of a wall with holes, and the reveals of these.
struct WallFaces {
  /// How far faces run on behind each other where they meet, so that no light comes through the joint.
  static let lap = 0.004

  /// The face of a side from the floor to `height`; `part` tells which of the finishes a rectangle has by its middle.
  static func face(
    _ side: RoomSide, height: Double, extraLines: [Double] = [], keeps: @escaping (Double, Double) -> Bool
  ) -> MeshBuilder {
    let grid = grid(side, height: height, extraLines: extraLines)
    var face = grid.mesh(
      flipped: true,
      keeps: { u, v in
        keeps(u, v)
          && !side.holes.contains {
            u > $0.u0 && u < $0.u1 && v > $0.opening.sill && v < $0.opening.head
          }
      }, texture: { Vector2(-$0, -$1) }, place: { side.point($0, $1) })
    if let bend = side.bend {
      face.setNormals { p in
        let along = dot(Vector2(p.x, p.y) - side.start, side.direction) / side.length
        let n = bend.start + (bend.end - bend.start) * max(0, min(1, along))
        return Vector3(n.x, n.y, 0)
      }
    }
    return face
  }

  private static func grid(_ side: RoomSide, height: Double, extraLines: [Double]) -> FaceGrid {
    var us = [side.isInnerStart ? -lap : 0, side.length + (side.isInnerEnd ? lap : 0)]
    var vs = [-lap, height + lap] + extraLines.filter { $0 > 0.05 && $0 < height - 0.05 }
    for hole in side.holes {
      us += [hole.u0, hole.u1]
      if hole.opening.sill > 0 { vs.append(hole.opening.sill) }
      vs.append(hole.opening.head)
    }
    return FaceGrid(us: us, vs: vs)
  }

  /// The four (at a door three) sides of a hole, as deep as belongs to the room; they look into the hole.
  static func reveals(_ side: RoomSide, height: Double, extraLines: [Double] = []) -> MeshBuilder {
    var b = MeshBuilder()
    let grid = grid(side, height: height, extraLines: extraLines)
    for hole in side.holes {
      let (low, high) = (hole.opening.sill, hole.opening.head)
      let vs = grid.vs.filter { $0 >= min(low, low == 0 ? -lap : low) - 1e-9 && $0 <= high + 1e-9 }
      let us = grid.us.filter { $0 >= hole.u0 - 1e-9 && $0 <= hole.u1 + 1e-9 }
      let depths = [0, hole.depth]
      // Jambs: at u0 looking along +u, at u1 along -u.
      for (u, flipped) in [(hole.u0, false), (hole.u1, true)] {
        b.append(
          FaceGrid(us: depths, vs: vs).mesh(
            flipped: !flipped, texture: { Vector2($0, -$1) }, place: { side.point(u, $1, depth: $0) }))
      }
      for (v, flipped) in [(low, true), (high, false)] where v > 0 {
        b.append(
          FaceGrid(us: us, vs: depths).mesh(
            flipped: flipped, texture: { Vector2($0, $1) }, place: { side.point($0, v, depth: $1) }))
      }
    }
    return b
  }
}
