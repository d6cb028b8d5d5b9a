import Geometry
package import VectorMath

extension HomePlan {
  /// An opening with its number in the plan and the wall that it is in.
  package struct PlacedOpening: Sendable, Hashable {
    /// From 1, over all walls in their order and along each wall.
    package var id: Int
    /// Index into `walls`.
    package var wall: Int
    package var opening: Opening
  }

  /// All openings in the order of their numbers.
  package var placedOpenings: [PlacedOpening] {
    var out: [PlacedOpening] = []
    for (i, wall) in walls.enumerated() {
      for opening in wall.openings {
        out.append(PlacedOpening(id: out.count + 1, wall: i, opening: opening))
      }
    }
    return out
  }

  /// The room over whose clear floor a point lies, between floor and ceiling (or up to 0.1 m below and above them);
  /// `nil` in walls, openings, between storeys and outdoors.
  package func room(at p: Vector3) -> Int? {
    rooms.firstIndex { room in
      p.z > room.floor - Self.levelSlack && p.z < room.ceiling + Self.levelSlack
        && Polygon(room.outline).contains(Vector2(p.x, p.y))
    }
  }

  /// Between two storeys there is more than twice this, metres.
  private static let levelSlack = 0.1

  /// The room that a surface of a door belongs to: the one from which it is seen.
  ///
  /// - In a room: that room.
  /// - In an opening, between the faces of its wall: the room that the surface faces; of jambs, lintels and
  ///   thresholds, which face neither, the room on whose side of the wall's middle the point lies.
  /// - Elsewhere, and on the side of outdoors: `nil`.
  ///
  /// - Parameters:
  ///   - p: a point of the surface, world frame, metres.
  ///   - normal: unit, out of the surface, world frame.
  ///   - reach: a point up to so many metres outside of rooms and openings still belongs to what is nearest: pictures
  ///     round outlines, so that a surface seen at a slant may run on a little.
  package func roomFacing(_ p: Vector3, normal: Vector3, reach: Double = 0.05) -> Int? {
    let q = Vector2(p.x, p.y)
    if let room = room(at: p) { return room }
    var best: (distance: Double, room: Int?) = (reach, nil)
    for wall in walls where wall.length > 0 {
      let along = dot(q - wall.start, wall.direction)
      let across = dot(q - wall.start, wall.normal)
      for opening in wall.openings
      where p.z > wall.floor + opening.sill - Self.levelSlack
        && p.z < wall.floor + opening.head + Self.levelSlack
      {
        let dx = max(0, opening.offset - along, along - opening.end)
        let dy = max(0, across.magnitude - wall.thickness / 2)
        let distance = (dx * dx + dy * dy).squareRoot()
        guard distance < best.distance else { continue }
        let facing = dot(Vector2(normal.x, normal.y), wall.normal)
        let isLeft = facing.magnitude > 0.5 ? facing > 0 : across > 0
        best = (distance, isLeft ? wall.left : wall.right)
      }
    }
    guard best.distance > 0 else { return best.room }
    for (i, room) in rooms.enumerated()
    where p.z > room.floor - Self.levelSlack && p.z < room.ceiling + Self.levelSlack {
      let distance = Polygon(room.outline).distanceToBoundary(q)
      if distance < best.distance { best = (distance, i) }
    }
    return best.room
  }
}

extension HomePlan.Wall {
  /// A point of the middle line, `along` metres from the start.
  package func point(_ along: Double) -> Vector2 { start + direction * along }

  /// The floor of an opening between the faces of the wall, counter-clockwise.
  package func threshold(of opening: HomePlan.Opening) -> [Vector2] {
    [
      face(left: false, at: opening.offset), face(left: false, at: opening.end),
      face(left: true, at: opening.end), face(left: true, at: opening.offset),
    ]
  }
}
