import WorldModel

/// `rooms`: the rooms of the home, seen or not, as they are at the time of the frame.
///
/// World frame, metres; z = 0 is the finished floor of the lowest storey. All views of a sample say the same.
package struct RoomsLabel: StructuredLabel {
  package static let name = "rooms"

  package struct Neighbour: Codable, Sendable, Hashable {
    package var room: Int
    /// Openings between the two that one can walk through, by their numbers in `floor_plan`; none where a wall alone is
    /// between them.
    package var ways: [Int]
    /// How long the walls between the two are, metres.
    package var wall: Double

    package init(room: Int, ways: [Int], wall: Double) {
      self.room = room
      self.ways = ways
      self.wall = wall
    }
  }

  package struct Entry: Codable, Sendable, Hashable {
    /// The value in the `room` raster: 1 + index in the plan.
    package var room: Int
    package var kind: String
    /// The clear floor between the faces of the walls, counter-clockwise, (x, y).
    package var outline: [[Double]]
    /// Height of the finished floor: of a storey, or of a stairwell that of the storey in which it begins.
    package var floor: Double
    /// From floor to ceiling.
    package var height: Double
    /// Square metres of the clear floor.
    package var area: Double
    /// Doors and passages, by their numbers in `floor_plan`; also those that lead outdoors.
    package var doors: [Int]
    /// Windows that do not reach the floor, likewise.
    package var windows: [Int]
    /// Ascending by room.
    package var neighbours: [Neighbour]
    /// Instances that stand, lie or hang in it, ascending.
    package var things: [UInt32]

    package init(
      room: Int, kind: String, outline: [[Double]], floor: Double, height: Double, area: Double, doors: [Int],
      windows: [Int], neighbours: [Neighbour], things: [UInt32]
    ) {
      self.room = room
      self.kind = kind
      self.outline = outline
      self.floor = floor
      self.height = height
      self.area = area
      self.doors = doors
      self.windows = windows
      self.neighbours = neighbours
      self.things = things
    }
  }

  /// Ascending by room.
  package var entries: [Entry]
  package init(entries: [Entry]) { self.entries = entries }
}
