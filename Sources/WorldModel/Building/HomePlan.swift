package import VectorMath

/// The plan of a home: rooms, the walls between them, the openings in the walls, and the stairs between storeys.
///
/// World frame, metres; z = 0 is the finished floor of the lowest storey. Rooms and walls of all storeys are in one list
/// each, the lowest storey's first, so that their numbers are unique in the home; what is above each other shares places
/// of the plan. Heights of openings count from the floor of their wall's storey.
package struct HomePlan: Sendable, Hashable {
  package struct Room: Sendable, Hashable {
    package var kind: RoomKind
    /// The clear floor between the faces of the walls, counter-clockwise.
    package var outline: [Vector2]
    /// From floor to ceiling. A stairwell reaches from its floor to the ceiling of the highest storey.
    package var height: Double
    /// Height of the finished floor.
    package var floor: Double

    package init(kind: RoomKind, outline: [Vector2], height: Double, floor: Double = 0) {
      self.kind = kind
      self.outline = outline
      self.height = height
      self.floor = floor
    }

    package var ceiling: Double { floor + height }
  }

  /// A straight piece of wall with at most one room on each side.
  package struct Wall: Sendable, Hashable {
    /// Ends of the centre line. Looking from `start` to `end`, `left` is the room on the left.
    package var start: Vector2
    package var end: Vector2
    package var thickness: Double
    /// Indices into `rooms`; `nil` = outdoors (or a shaft).
    package var left: Int?
    package var right: Int?
    /// Ascending by `offset`, never overlapping.
    package var openings: [Opening]
    /// Height of the finished floor of its storey.
    package var floor: Double

    package init(
      start: Vector2, end: Vector2, thickness: Double, left: Int?, right: Int?, openings: [Opening] = [],
      floor: Double = 0
    ) {
      self.start = start
      self.end = end
      self.thickness = thickness
      self.left = left
      self.right = right
      self.openings = openings
      self.floor = floor
    }

    package var length: Double { VectorMath.length(end - start) }
    /// Unit, from start to end.
    package var direction: Vector2 { (end - start) / length }
    /// Unit, towards the room on the left.
    package var normal: Vector2 { Vector2(-direction.y, direction.x) }
    package var isExterior: Bool { left == nil || right == nil }
  }

  package struct Opening: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case hingedDoor = "hinged_door"
      case doubleDoor = "double_door"
      case slidingDoor = "sliding_door"
      /// No leaf.
      case passage
      case window
      /// A window down to the floor that opens: to a balcony or terrace.
      case balconyDoor = "balcony_door"
    }
    package var kind: Kind
    /// From the wall's start to the opening's nearer edge, along the wall.
    package var offset: Double
    package var width: Double
    /// Height of the lower edge: 0 for doors.
    package var sill: Double
    /// Height of the opening itself.
    package var height: Double
    /// The leaf turns about the edge nearer to the wall's start; else about the other.
    package var hingeAtStart: Bool
    /// The leaf swings to the side of the wall's left room; else of the right one.
    package var opensToLeft: Bool

    package init(
      kind: Kind, offset: Double, width: Double, sill: Double, height: Double, hingeAtStart: Bool = true,
      opensToLeft: Bool = true
    ) {
      self.kind = kind
      self.offset = offset
      self.width = width
      self.sill = sill
      self.height = height
      self.hingeAtStart = hingeAtStart
      self.opensToLeft = opensToLeft
    }

    /// Whether one can walk through.
    package var isWay: Bool { kind != .window }
    /// Whether daylight comes through the closed opening.
    package var isGlazed: Bool { kind == .window || kind == .balconyDoor }
    package var end: Double { offset + width }
    package var head: Double { sill + height }
  }

  package var rooms: [Room]
  package var walls: [Wall]
  /// The outer edge of the outer walls, counter-clockwise; of all storeys alike.
  package var footprint: [Vector2]
  /// From the lowest upwards, one between each two storeys.
  package var stairs: [Stair]

  package init(rooms: [Room], walls: [Wall], footprint: [Vector2], stairs: [Stair] = []) {
    self.rooms = rooms
    self.walls = walls
    self.footprint = footprint
    self.stairs = stairs
  }

  /// Walls that bound a room, by index, and whether the room lies to their left.
  package func walls(of room: Int) -> [(wall: Int, isLeft: Bool)] {
    walls.indices.compactMap { i in
      walls[i].left == room ? (i, true) : walls[i].right == room ? (i, false) : nil
    }
  }
}
