import Geometry
package import VectorMath
import WorldModel

/// A corner of a home that is cut off straight, or rounded by short straight walls.
package struct CornerCut: Sendable, Hashable {
  /// Where the middle lines of the two outer walls met, world, metres.
  package var corner: Vector2
  /// How much of the inner faces of the wall that leads up to the corner, and of the one that goes on from it, is taken;
  /// metres.
  package var before: Double
  package var after: Double
  /// How many walls take the corner's place: 1 = straight across; more follow a quarter of an ellipse.
  package var walls: Int

  package init(corner: Vector2, before: Double, after: Double, walls: Int = 1) {
    self.corner = corner
    self.before = before
    self.after = after
    self.walls = walls
  }

  /// The corner of the new inner faces between two directions at a right angle: from the wall before to the one after.
  ///
  /// - Parameters:
  ///   - corner: of the room.
  ///   - into, onward: unit, along the two walls in the order of the outline.
  func path(around corner: Vector2, into: Vector2, onward: Vector2) -> [Vector2] {
    (0...max(1, walls)).map { k in
      let (s, c) = DeterministicMath.sincos(.pi / 2 * Double(k) / Double(max(1, walls)))
      // The ends exactly on the walls.
      let (sine, cosine) = k == 0 ? (0, 1) : k == max(1, walls) ? (1, 0) : (s, c)
      return corner - into * (before * (1 - sine)) + onward * (after * (1 - cosine))
    }
  }
}

extension HomePlan {
  /// Two outer walls of one room that meet at a right angle which sticks out.
  struct OuterCorner: Hashable {
    /// Indices of the wall that leads up to it and of the one that goes on, counter-clockwise around the home.
    var before: Int
    var after: Int
    var room: Int
    /// Where their middle lines meet.
    var place: Vector2
  }

  /// All such corners, in the order of the walls.
  var outerCorners: [OuterCorner] {
    walls.indices.compactMap { i in
      guard let room = walls[i].left, walls[i].right == nil, walls[i].length > 0 else { return nil }
      guard
        let j = walls.indices.first(where: {
          walls[$0].left == room && walls[$0].right == nil && length(walls[$0].start - walls[i].end) < 1e-9
            && walls[$0].length > 0 && HomePlan.isLevel(walls[$0].floor, walls[i].floor)
        }), cross(walls[i].direction, walls[j].direction) > 0.999
      else { return nil }
      return OuterCorner(before: i, after: j, room: room, place: walls[i].end)
    }
  }

  /// Takes a corner off a plan of one storey that has no openings near it.
  ///
  /// The walls between keep the thickness of the wall that led up to it; all meet in mitres, so that rooms, walls and
  /// what is outdoors go on filling the plan.
  ///
  /// - Parameter free: where along each wall both faces are free of other walls; changed with the walls.
  /// - Returns: whether there was such a corner with so much wall.
  mutating func take(_ cut: CornerCut, free: inout [ClosedRange<Double>]) -> Bool {
    guard let corner = outerCorners.first(where: { length($0.place - cut.corner) < 1e-9 }),
      walls[corner.before].thickness == walls[corner.after].thickness
    else { return false }
    let (first, second) = (walls[corner.before], walls[corner.after])
    let (into, onward, half) = (first.direction, second.direction, first.thickness / 2)
    let inner = corner.place + (first.normal + second.normal) * half
    let outer = corner.place - (first.normal + second.normal) * half
    let (firstFree, secondFree) = (free[corner.before], free[corner.after])
    guard firstFree.upperBound - firstFree.lowerBound > cut.before,
      secondFree.upperBound - secondFree.lowerBound > cut.after, cut.before > 0, cut.after > 0,
      let at = rooms[corner.room].outline.firstIndex(where: { length($0 - inner) < 1e-9 }),
      let out = footprint.firstIndex(where: { length($0 - outer) < 1e-9 })
    else { return false }

    let path = cut.path(around: inner, into: into, onward: onward)
    let ways = zip(path, path.dropFirst()).map { normalized($1 - $0) }
    /// Points of the path moved outwards to where lines at that distance meet.
    func moved(_ distance: Double) -> [Vector2] {
      path.indices.map { k in
        let (a, b) = (k == 0 ? into : ways[k - 1], k == ways.count ? onward : ways[k])
        let (m, n) = (Vector2(a.y, -a.x), Vector2(b.y, -b.x))
        return path[k] + (m + n) * (distance / (1 + dot(m, n)))
      }
    }
    let middles = moved(half)
    rooms[corner.room].outline.replaceSubrange(at...at, with: path)
    footprint.replaceSubrange(out...out, with: moved(2 * half))
    walls[corner.before].end = middles[0]
    free[corner.before] =
      firstFree.lowerBound...max(firstFree.lowerBound, dot(path[0] - first.start, into))
    let last = path.count - 1
    walls[corner.after].start = middles[last]
    // Measured from the new start.
    let shift = dot(middles[last] - second.start, onward)
    let from = dot(path[last] - middles[last], onward)
    free[corner.after] = from...max(from, secondFree.upperBound - shift)
    for i in walls[corner.after].openings.indices { walls[corner.after].openings[i].offset -= shift }
    for k in ways.indices {
      walls.append(
        Wall(
          start: middles[k], end: middles[k + 1], thickness: first.thickness, left: corner.room, right: nil,
          floor: first.floor))
      free.append(
        dot(path[k] - middles[k], ways[k])...dot(path[k + 1] - middles[k], ways[k]))
    }
    return true
  }
}
