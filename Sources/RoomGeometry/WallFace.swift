import Geometry
package import VectorMath
package import WorldModel

/// One straight face of a wall as a room sees it, with what opens in it.
package struct WallFace: Sendable {
  /// An opening on the face.
  package struct Gap: Sendable {
    /// Metres along the face.
    package var range: ClosedRange<Double>
    package var opening: HomePlan.Opening
    /// Index of the plan's wall.
    package var wall: Int
    /// Whether the leaf of a door swings into this room.
    package var swingsIn: Bool
    /// The room behind; `nil` = outdoors.
    package var beyond: Int?
    /// Whether the leaf hangs at the end of `range` nearer to the face's start.
    package var hingeAtStart: Bool
  }

  /// The room lies to the left of the way from start to end.
  package var start: Vector2
  package var end: Vector2
  /// Ascending.
  package var gaps: [Gap]

  package var length: Double { VectorMath.length(end - start) }
  package var direction: Vector2 { (end - start) / length }
  /// Unit, into the room.
  package var inward: Vector2 { Vector2(-direction.y, direction.x) }

  package func point(_ along: Double) -> Vector2 { start + direction * along }

  /// The faces of a room, one an edge of its outline.
  package static func faces(of room: Int, in plan: HomePlan) -> [WallFace] {
    let outline = plan.rooms[room].outline
    let bounding = plan.walls(of: room)
    return outline.indices.map { i in
      var face = WallFace(start: outline[i], end: outline[(i + 1) % outline.count], gaps: [])
      guard face.length > 1e-9 else { return face }
      let (direction, length) = (face.direction, face.length)
      for (index, isLeft) in bounding {
        let wall = plan.walls[index]
        guard wall.length > 1e-9 else { continue }
        // The room's face of this wall lies half a thickness from its centre line, and runs along this edge.
        let side = isLeft ? 1.0 : -1.0
        guard dot(wall.normal * side, face.inward) > 0.999 else { continue }
        let offset = dot(wall.start + wall.normal * (side * wall.thickness / 2) - face.start, face.inward)
        guard offset.magnitude < 1e-3 else { continue }
        for opening in wall.openings {
          let a = dot(wall.start + wall.direction * opening.offset - face.start, direction)
          let b = dot(wall.start + wall.direction * opening.end - face.start, direction)
          let range = min(a, b)...max(a, b)
          guard range.lowerBound > -0.01 && range.upperBound < length + 0.01 else { continue }
          face.gaps.append(
            Gap(
              range: range, opening: opening, wall: index, swingsIn: opening.opensToLeft == isLeft,
              beyond: isLeft ? wall.right : wall.left, hingeAtStart: (a < b) == opening.hingeAtStart))
        }
      }
      face.gaps.sort { $0.range.lowerBound < $1.range.lowerBound }
      return face
    }
  }

  /// Parts of the face that no opening between two heights interrupts, ascending.
  package func free(from low: Double, to high: Double, margin: Double = 0.05) -> [ClosedRange<Double>] {
    var parts: [ClosedRange<Double>] = []
    var from = 0.0
    for gap in gaps where gap.opening.sill < high && gap.opening.head > low {
      if gap.range.lowerBound - margin > from { parts.append(from...gap.range.lowerBound - margin) }
      from = max(from, gap.range.upperBound + margin)
    }
    if length > from { parts.append(from...length) }
    return parts
  }
}
