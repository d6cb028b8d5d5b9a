import WorldModel

/// `floor_plan`: the plan of the home as a drawing holds it, with doors and furniture as they are at the time of the frame.
///
/// World frame, metres and radians; places are (x, y), angles from +x counter-clockwise, heights z (those of openings above
/// the floor of their wall's storey). All storeys are in one list each, the lowest first: what has the same `floor` is on
/// one storey, and a room of kind `stairwell` goes on up to the highest. Rooms have the numbers of the `room` raster, walls and openings numbers of their own from 1; room 0 is outdoors.
/// All views of a sample say the same.
package struct FloorPlanLabel: StructuredLabel {
  package static let name = "floor_plan"

  package struct Room: Codable, Sendable, Hashable {
    package var room: Int
    package var kind: String
    /// The clear floor between the faces of the walls, counter-clockwise.
    package var outline: [[Double]]
    /// Height of the finished floor.
    package var floor: Double
    /// From floor to ceiling.
    package var height: Double
    package var area: Double

    package init(
      room: Int, kind: String, outline: [[Double]], floor: Double = 0, height: Double, area: Double
    ) {
      self.floor = floor
      self.room = room
      self.kind = kind
      self.outline = outline
      self.height = height
      self.area = area
    }
  }

  package struct Wall: Codable, Sendable, Hashable {
    package var wall: Int
    /// Ends of the middle line.
    package var start: [Double]
    package var end: [Double]
    package var thickness: Double
    /// Rooms on the left and right of who looks from start to end.
    package var left: Int
    package var right: Int
    /// Height of the finished floor of its storey.
    package var floor: Double

    package init(
      wall: Int, start: [Double], end: [Double], thickness: Double, left: Int, right: Int, floor: Double = 0
    ) {
      self.floor = floor
      self.wall = wall
      self.start = start
      self.end = end
      self.thickness = thickness
      self.left = left
      self.right = right
    }
  }

  /// A leaf that turns about upright hinges, or slides.
  package struct Leaf: Codable, Sendable, Hashable {
    /// `hinge` or `slide`.
    package var motion: String
    /// Where it turns; of a sliding leaf its hind end when shut.
    package var pivot: [Double]
    /// The far end when it is shut, wide open, and as it stands.
    package var shut: [Double]
    package var open: [Double]
    package var now: [Double]
    /// From shut to wide open, counter-clockwise positive; 0 for sliding ones.
    package var swing: Double
    /// 0 = shut, 1 = wide open.
    package var opening: Double

    package init(
      motion: String, pivot: [Double], shut: [Double], open: [Double], now: [Double], swing: Double,
      opening: Double
    ) {
      self.motion = motion
      self.pivot = pivot
      self.shut = shut
      self.open = open
      self.now = now
      self.swing = swing
      self.opening = opening
    }
  }

  /// A door, passage or window.
  package struct Opening: Codable, Sendable, Hashable {
    package var opening: Int
    /// `hinged_door`, `double_door`, `sliding_door`, `passage`, `balcony_door` or `window`.
    package var kind: String
    package var wall: Int
    /// On the left and right of the wall.
    package var left: Int
    package var right: Int
    /// Its edges on the wall's middle line.
    package var start: [Double]
    package var end: [Double]
    package var width: Double
    /// Heights of the lower and upper edge.
    package var sill: Double
    package var head: Double
    /// Of the door or window in it; absent for passages.
    package var instance: UInt32?
    package var leaves: [Leaf]

    package init(
      opening: Int, kind: String, wall: Int, left: Int, right: Int, start: [Double], end: [Double],
      width: Double, sill: Double, head: Double, instance: UInt32?, leaves: [Leaf]
    ) {
      self.opening = opening
      self.kind = kind
      self.wall = wall
      self.left = left
      self.right = right
      self.start = start
      self.end = end
      self.width = width
      self.sill = sill
      self.head = head
      self.instance = instance
      self.leaves = leaves
    }
  }

  /// Something that a plan shows: all that floors, walls and ceilings hold, and whatever else is at least 0.4 m long.
  package struct Symbol: Codable, Sendable, Hashable {
    package var instance: UInt32
    package var category: String
    package var room: Int
    /// `floor`, `wall`, `ceiling`, or the instance that holds it.
    package var support: String
    /// The middle of its rectangle.
    package var center: [Double]
    /// Along the heading, and across it.
    package var size: [Double]
    /// Where its front looks.
    package var heading: Double
    /// The rectangle's corners, counter-clockwise from the one behind on the right.
    package var footprint: [[Double]]
    /// Heights of its lowest and highest point.
    package var low: Double
    package var high: Double

    package init(
      instance: UInt32, category: String, room: Int, support: String, center: [Double], size: [Double],
      heading: Double, footprint: [[Double]], low: Double, high: Double
    ) {
      self.instance = instance
      self.category = category
      self.room = room
      self.support = support
      self.center = center
      self.size = size
      self.heading = heading
      self.footprint = footprint
      self.low = low
      self.high = high
    }
  }

  /// An edge of the graph of rooms: a way from one to the other.
  package struct Passage: Codable, Sendable, Hashable {
    /// The two rooms, the lower one first.
    package var rooms: [Int]
    package var opening: Int
    package var width: Double

    package init(rooms: [Int], opening: Int, width: Double) {
      self.rooms = rooms
      self.opening = opening
      self.width = width
    }
  }

  /// The steps between two storeys.
  package struct Stair: Codable, Sendable, Hashable {
    package struct Flight: Codable, Sendable, Hashable {
      /// The middle of the lowest riser's foot, and the way up from it, unit.
      package var foot: [Double]
      package var direction: [Double]
      package var width: Double
      /// Height of what it begins on.
      package var base: Double
      /// How many, the height of each, and the depth of the treads between them.
      package var risers: Int
      package var riser: Double
      package var going: Double

      package init(
        foot: [Double], direction: [Double], width: Double, base: Double, risers: Int, riser: Double,
        going: Double
      ) {
        self.foot = foot
        self.direction = direction
        self.width = width
        self.base = base
        self.risers = risers
        self.riser = riser
        self.going = going
      }
    }

    package struct Landing: Codable, Sendable, Hashable {
      /// A rectangle, counter-clockwise from its lowest corner.
      package var outline: [[Double]]
      /// Height of its surface.
      package var top: Double

      package init(outline: [[Double]], top: Double) {
        self.outline = outline
        self.top = top
      }
    }

    /// `straight`, `quarter_turn` or `half_turn`.
    package var form: String
    /// The stairwell.
    package var room: Int
    /// Of the steps with their landings, and of their railing; absent where the world leaves them out.
    package var instance: UInt32?
    package var railing: UInt32?
    /// Heights of the two storeys' floors.
    package var bottom: Double
    package var top: Double
    /// Upwards.
    package var flights: [Flight]
    /// Between the flights, and floors of the stairwell at the level of the upper storey.
    package var landings: [Landing]

    package init(
      form: String, room: Int, instance: UInt32?, railing: UInt32?, bottom: Double, top: Double,
      flights: [Flight], landings: [Landing]
    ) {
      self.form = form
      self.room = room
      self.instance = instance
      self.railing = railing
      self.bottom = bottom
      self.top = top
      self.flights = flights
      self.landings = landings
    }
  }

  /// The outer edge of the outer walls of every storey, counter-clockwise.
  package var footprint: [[Double]]
  package var rooms: [Room]
  package var walls: [Wall]
  package var openings: [Opening]
  package var furniture: [Symbol]
  package var passages: [Passage]
  /// From the lowest upwards.
  package var stairs: [Stair]

  package init(
    footprint: [[Double]], rooms: [Room], walls: [Wall], openings: [Opening], furniture: [Symbol],
    passages: [Passage], stairs: [Stair] = []
  ) {
    self.stairs = stairs
    self.footprint = footprint
    self.rooms = rooms
    self.walls = walls
    self.openings = openings
    self.furniture = furniture
    self.passages = passages
  }
}
