package import Diagnostics
import Furniture
import HomePlans
import InteriorSurfaces
package import LocatedYAML
package import RandomStreams
import RoomGeometry
package import WorldModel

/// A furnished home.
package struct HomeDescription: WorldDescription {
  package static let kind = "home"
  package static let summary =
    "A furnished home: rooms, furniture, small things, lamps, daylight through windows."

  package var building: TextDistribution
  package var bedrooms: Distribution
  package var storeys: Distribution
  package var outline: TextDistribution?
  package var corners: TextDistribution?
  package var ceilings: TextDistribution?
  package var stairs: TextDistribution?
  package var rooms: RoomCounts
  /// Of all clear floor, m²; as is usual for so many bedrooms where `nil`.
  package var area: Distribution?
  package var must: [HomeWish]
  package var style: TextDistribution
  package var fullness: Distribution
  package var clutter: Distribution
  package var lamps: Distribution
  /// Share of the furniture with doors or drawers that stands open, and of empty vessels that are filled; as homes come
  /// where `nil`.
  package var openness: Distribution?
  package var filled: Distribution?
  /// How many there are; nobody where `nil`.
  package var people: Distribution?
  package var pets: Distribution?
  package var view: HomeView
  package var variants: [String]

  package init(from fields: FieldReader) {
    building = fields.read(
      "building", .textDistribution(among: Self.buildings), default: "home",
      "A whole home, or one room of another building, off a corridor.")
    bedrooms = fields.read(
      "bedrooms", .distribution(in: 0...5), default: .choice([1, 2, 2, 3]),
      "How many bedrooms; 0 = a studio. `rooms.bedroom` goes before it."
    )
    storeys = fields.read(
      "storeys", .distribution(in: 1...3), default: .constant(1),
      "Of a home, joined by stairs: by day below, by night above.")
    outline = fields.optional(
      "outline", .textDistribution(among: HomeProgramme.Outline.allCases.map(\.rawValue)),
      "The family of a home's outline: rectangular, l, u, t or irregular (an arm at either end, to either side); as chance has it where left out."
    )
    corners = fields.optional(
      "corners", .textDistribution(among: HomeProgramme.Corners.allCases.map(\.rawValue)),
      "Of a home's outline: square; or slanted or rounded, where one or two corners that stick out are cut off straight or rounded by short walls; as suits the style where left out."
    )
    ceilings = fields.optional(
      "ceilings", .textDistribution(among: RoomCeiling.Form.allCases.map(\.rawValue)),
      "plain, tray (lower along the walls) or beams, in rooms that are high and wide enough; as suits the style where left out."
    )
    stairs = fields.optional(
      "stairs", .textDistribution(among: HomePlan.Stair.Form.allCases.map(\.rawValue)),
      "Between storeys: straight (in a tower that stands out from the outline), quarter_turn or half_turn; one of the two turns where left out."
    )
    rooms = fields.nested("rooms", RoomCounts.self)
    area = fields.optional(
      "area", .distribution(in: 20...400, unit: "m²"),
      "Of all rooms of a home together; as is usual for so many bedrooms where left out.")
    must = fields.read(
      "must", .list(of: .homeWish, count: 0...50), default: [],
      "What has to be so, a sentence each: \"desk faces window\", \"every bedroom has window\", \"kitchen opens to dining_room\", \"living_room larger than 25 m2\", \"bed away from door\", \"home has 2 sofa\", \"no mirror\". Homes are drawn until all hold; if none does, an error says what was rarest."
    )
    style = fields.read(
      "style", .textDistribution(among: StylePack.allCases.map(\.rawValue)),
      default: .choice(StylePack.allCases.map(\.rawValue)), "What ties colours and materials together.")
    fullness = fields.read(
      "fullness", .distribution(in: 0...1), default: .uniform(min: 0.6, max: 1),
      "How much furniture there is.")
    clutter = fields.read(
      "clutter", .distribution(in: 0...1), default: .uniform(min: 0.1, max: 0.7),
      "How small things lie about: 0 tidy, 1 chaotic.")
    lamps = fields.read(
      "lamps", .distribution(in: 0...1), default: .uniform(min: 0.3, max: 1),
      "Share of the lamps that are on.")
    openness = fields.optional(
      "openness", .distribution(in: 0...1),
      "Share of cupboards, wardrobes, drawers, fridges, ovens and the like that stand open, each by a drawn degree, with things inside; all are shut where left out."
    )
    filled = fields.optional(
      "filled", .distribution(in: 0...1),
      "Share of empty glasses, cups, bowls, basins and bathtubs that are filled to a drawn level; as they come where left out."
    )
    people = fields.optional(
      "people", .distribution(in: 0...20),
      "How many people sit, stand, lie and (in sequences whose cameras stand still) walk in the home, as far as there is room for them; nobody where left out."
    )
    pets = fields.optional(
      "pets", .distribution(in: 0...10), "How many cats and dogs; none where left out.")
    view = fields.nested("view", HomeView.self)
    variants = fields.read(
      "variants", .list(of: .text(among: HomeVariant.names), count: 0...100), default: [],
      "Every view in each of these, one sequence after the other: full, simple or empty, with _raw, _cold or _warm light; or full with one change: moved, removed, recoloured, lamp_off, lamp_on, sun (another hour)."
    )
  }

  /// Kinds of buildings, by the room that they show.
  static let buildings =
    ["home"]
    + [RoomKind.office, .meetingRoom, .classroom, .hotelRoom, .shop, .clinic, .warehouse].map(\.rawValue)

  package func prepare(warn: (Warning) -> Void) throws -> any WorldGenerator { HomeGenerator(self) }
}

/// From where a home is seen.
package struct HomeView: YAMLDecodable, Sendable {
  package static let summary = "Where the carrier of the cameras stands."

  package enum Mode: String, Sendable, CaseIterable {
    /// As a person standing in the room sees it.
    case eyes
    /// As a camera in the corner below the ceiling.
    case corner
    /// As a robot that drives about, 0.3 m above the floor.
    case robot
    /// A person with a telephone walks from room to room.
    case walk
    /// A person stands and turns.
    case lookAround = "look_around"
    /// A robot drives from room to room, 0.3 m above the floor.
    case drive
    /// From above, ceilings taken away.
    case plan
    /// In the middle of each room in turn, at the height of the eyes: for cameras that see all around.
    case panorama
  }

  package var mode: Mode
  package var rooms: [String]
  /// Of those who walk or drive, m/s; as is usual for them where `nil`.
  package var speed: Distribution?
  /// How far one who looks around turns, degrees.
  package var turn: Distribution

  package init(from fields: FieldReader) {
    let text = fields.read(
      "mode", .text(among: Mode.allCases.map(\.rawValue)), default: Mode.eyes.rawValue,
      "Standing: eyes, corner (below the ceiling), robot (near the floor), plan (from above, no ceilings), panorama (the middle of each room in turn). Moving: walk (telephone in the hand), look_around, drive (robot)."
    )
    mode = Mode(rawValue: text) ?? .eyes
    rooms = fields.read(
      "rooms", .list(of: .text(among: RoomKind.allCases.map(\.rawValue))), default: [],
      "Only rooms of these kinds; all where empty.")
    speed = fields.optional(
      "speed", .distribution(in: 0.05...2, unit: "m/s"),
      "Of walk (usually 0.7 to 1.3) and drive (usually 0.4).")
    turn = fields.read(
      "turn", .distribution(in: 0...720, unit: "°"), default: .uniform(min: 60, max: 360),
      "How far look_around turns, to either side; less where the sequence is too short to do so at ease.")
  }
}
