package import Assets
import Furniture
package import InteriorSurfaces
package import RandomStreams
package import WorldModel

/// The surfaces of a home: one set for all its doors and windows, one of each room.
package struct HomeFinishes: Sendable, Hashable {
  /// The surfaces of one room.
  package struct Room: Sendable, Hashable {
    package var floor: IndoorFinish
    package var wall: IndoorFinish
    /// Another finish for the longest wall without openings, if any.
    package var accent: IndoorFinish?
    /// Tiles from the floor up to a height; the whole wall where it is higher than the room.
    package var wainscot: IndoorFinish?
    package var wainscotHeight: Double
    package var hasSkirting: Bool
    /// Share of the window that curtains cover when drawn as they are, 0...1; `nil` = no curtains.
    package var curtains: Double?
    /// How far a roller blind is let down, 0...1; `nil` = none.
    package var blind: Double?
    package var curtainColour: Colour

    package init(
      floor: IndoorFinish, wall: IndoorFinish, accent: IndoorFinish? = nil, wainscot: IndoorFinish? = nil,
      wainscotHeight: Double = 0, hasSkirting: Bool = true, curtains: Double? = nil, blind: Double? = nil,
      curtainColour: Colour = Colour(0xe8e4da)
    ) {
      self.floor = floor
      self.wall = wall
      self.accent = accent
      self.wainscot = wainscot
      self.wainscotHeight = wainscotHeight
      self.hasSkirting = hasSkirting
      self.curtains = curtains
      self.blind = blind
      self.curtainColour = curtainColour
    }
  }

  package enum DoorDesign: String, Sendable, Hashable, CaseIterable {
    case flush, onePanel = "one_panel", twoPanels = "two_panels", fourPanels = "four_panels"
  }

  package var style: StylePack
  package var palette: Palette
  /// One a room of the plan.
  package var rooms: [Room]
  package var ceiling: Colour
  /// Skirtings, door frames, window sills.
  package var trim: Colour
  package var skirtingHeight: Double
  /// Whether walls meet the ceiling in a moulding.
  package var hasCornice: Bool
  package var door: DoorDesign
  /// The leaf's paint; `nil` = wood of the palette.
  package var doorColour: Colour?
  package var windowFrame: Colour
  /// Whether sashes are parted by bars.
  package var hasGlazingBars: Bool
  package var facade: IndoorFinish

  /// Finishes that suit a style. `rooms` follow the kinds of the plan's rooms.
  package static func draw(
    _ style: StylePack, _ palette: Palette, plan: HomePlan, _ draws: inout Draws
  ) -> HomeFinishes {
    var chance = draws.stream("finishes")
    let walls = wallColours(style)
    let usual = chance.choose(walls) ?? Colour(0xf1efe9)
    let wood = chance.choose(woods(style, palette)) ?? palette.wood
    let wetTone = Colour(
      chance.choose([0xe9e7e2, 0xdcd8cf, 0xc9c7c2, 0xb9b2a6, 0x8f8f8e, 0xeeeeec] as [UInt32]) ?? 0xe9e7e2)
    let wetFloor = Self.wetFloor(style, wetTone, &chance)
    let wetWall = Self.wetWall(style, palette, wetTone, &chance)
    let kitchenHasTiles = chance.bool(probability: 0.5)
    let bedroomHasCarpet = chance.bool(probability: style == .classic ? 0.5 : 0.18)
    let mainFloor = Self.mainFloor(style, wood, &chance)
    let clothes = chance.bool() ? palette.upholstery.mixed(palette.linen, 0.55) : palette.linen
    let rooms = plan.rooms.map { room -> Room in
      let wet = room.kind.isWet
      var out = Room(
        floor: wet && (room.kind != .kitchen || kitchenHasTiles) ? wetFloor : mainFloor,
        wall: .paint(chance.bool(probability: 0.75) ? usual : chance.choose(walls) ?? usual),
        curtainColour: clothes)
      switch room.kind {
      case .bathroom:
        out.wainscot = wetWall
        out.wainscotHeight = chance.bool(probability: 0.5) ? 10 : chance.bool() ? 2.1 : 1.2
        out.hasSkirting = false
        if chance.bool(probability: 0.3) { out.blind = chance.uniform(0.1, 0.6) }
      case .laundry:
        out.hasSkirting = true
      case .kitchen:
        if chance.bool(probability: 0.4) { out.blind = chance.uniform(0.05, 0.4) }
      case .bedroom, .livingRoom, .diningRoom, .study, .hotelRoom:
        if room.kind == .bedroom && bedroomHasCarpet {
          out.floor = .carpet(palette.linen.mixed(Colour(0x9a9284), 0.5))
        }
        if chance.bool(probability: 0.45) {
          out.accent = accent(style, palette, usual: usual, number: chance.integer(in: 0..<8), &chance)
        }
        let dressing = chance.uniform() * (room.kind == .hotelRoom ? 0.6 : 1)
        if dressing < 0.66 {
          out.curtains = chance.bool(probability: 0.8) ? chance.uniform(0.22, 0.4) : chance.uniform(0.5, 0.95)
        } else if dressing < 0.85 {
          out.blind = chance.uniform(0.05, 0.5)
        }
      case .office, .meetingRoom:
        if chance.bool(probability: 0.6) {
          out.floor = .carpet(Colour(0x8a8c8e).mixed(palette.upholstery, 0.3))
        }
        if chance.bool(probability: 0.3) {
          out.accent = accent(style, palette, usual: usual, number: chance.integer(in: 0..<8), &chance)
        }
      case .classroom, .clinic, .shop:
        out.floor = chance.bool(probability: 0.7) ? wetFloor : mainFloor
        if chance.bool(probability: 0.3) { out.blind = chance.uniform(0.1, 0.5) }
      case .warehouse: out.floor = .concrete(Colour(0x9a9892))
      default: break
      }
      return out
    }
    let paint: Colour? =
      style == .rustic || style == .chineseModern || chance.bool(probability: 0.3)
      ? nil : style == .industrial ? Colour(0x3a3d40) : Colour(0xf0eeea)
    return HomeFinishes(
      style: style, palette: palette, rooms: rooms, ceiling: Colour(0xf6f5f2),
      trim: paint == nil
        ? (chance.bool() ? wood : Colour(0xf2f0ec))
        : style == .industrial ? Colour(0x47494b) : Colour(0xf2f0ec),
      skirtingHeight: style == .classic ? 0.1 : chance.choose([0.06, 0.07, 0.08]) ?? 0.07,
      hasCornice: style == .classic || chance.bool(probability: 0.15),
      door: chance.choose(doors(style)) ?? .flush, doorColour: paint,
      windowFrame: style == .industrial || (style == .modern && chance.bool())
        ? Colour(0x33363a)
        : style == .rustic || style == .chineseModern ? palette.wood : Colour(0xf3f3f1),
      hasGlazingBars: (style == .classic || style == .rustic || style == .industrial) && chance.bool(),
      facade: .plaster(
        chance.choose([Colour(0xe9e2d4), Colour(0xf0ede6), Colour(0xd9cdb8), Colour(0xcfd3d2)])
          ?? Colour(0xe9e2d4)))
  }
}
