import WorldModel

/// `scene_graph`: what is in which room and what holds it, seen or not, and how rooms are joined.
///
/// Every relation is one of the world's own making, and those with a distance have been measured on the meshes; nothing is
/// guessed from pictures. World frame, metres. Rooms have the numbers of the `room` raster; 0 is outdoors. All views of a
/// sample say the same.
package struct SceneGraphLabel: StructuredLabel {
  package static let name = "scene_graph"

  /// A surface of a room that things stand on or hang from.
  package struct Surface: Codable, Sendable, Hashable {
    package var instance: UInt32
    package var room: Int
    /// `floor`, `wall` or `ceiling`.
    package var kind: String

    package init(instance: UInt32, room: Int, kind: String) {
      self.instance = instance
      self.room = room
      self.kind = kind
    }
  }

  package struct Thing: Codable, Sendable, Hashable {
    package var instance: UInt32
    package var category: String
    package var room: Int

    package init(instance: UInt32, category: String, room: Int) {
      self.instance = instance
      self.category = category
      self.room = room
    }
  }

  /// | relation | the subject … |
  /// |---|---|
  /// | `on` | stands or lies with its lowest point on a level surface of the object, within 1 mm: `distance` above it, `height` above the floor |
  /// | `hung_on` | is fixed to a wall: `distance` from its hindmost point to the wall (negative: sunk in) |
  /// | `hung_from` | is fixed to a ceiling: `distance` from its highest point to the ceiling |
  /// | `held_by` | is let into, lies on or leans against the object in another way |
  /// | `inside` | lies with its whole box in the box of the object that holds it |
  package struct Relation: Codable, Sendable, Hashable {
    package var subject: UInt32
    package var relation: String
    package var object: UInt32
    package var distance: Double?
    package var height: Double?

    package init(
      subject: UInt32, relation: String, object: UInt32, distance: Double? = nil, height: Double? = nil
    ) {
      self.subject = subject
      self.relation = relation
      self.object = object
      self.distance = distance
      self.height = height
    }
  }

  /// Two rooms that share a wall, or a room and outdoors.
  package struct Adjacency: Codable, Sendable, Hashable {
    /// The lower number first.
    package var rooms: [Int]
    /// Openings that one can walk through, by their numbers in `floor_plan`; none where only a wall is between.
    package var ways: [Int]

    package init(rooms: [Int], ways: [Int]) {
      self.rooms = rooms
      self.ways = ways
    }
  }

  package var surfaces: [Surface]
  /// Ascending by instance.
  package var things: [Thing]
  /// In the order of their subjects.
  package var relations: [Relation]
  package var adjacencies: [Adjacency]

  package init(
    surfaces: [Surface], things: [Thing], relations: [Relation], adjacencies: [Adjacency]
  ) {
    self.surfaces = surfaces
    self.things = things
    self.relations = relations
    self.adjacencies = adjacencies
  }
}
