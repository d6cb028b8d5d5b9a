package import InteriorSurfaces
package import RandomStreams
package import WorldModel

/// What a home is to have: rooms, size, outline.
package struct HomeProgramme: Sendable, Hashable {
  /// The family of the outline.
  package enum Outline: String, Sendable, Hashable, CaseIterable {
    case rectangular, l, u, t, irregular
  }

  /// What becomes of some of the corners that stick out.
  package enum Corners: String, Sendable, Hashable, CaseIterable {
    case square
    /// Cut off straight.
    case slanted
    /// Rounded by short straight walls.
    case rounded

    /// As homes in a style have them; more often where the outline is no simple one.
    package static func usual(_ style: StylePack, _ outline: Outline, _ stream: RandomStream) -> Corners {
      let share: (slanted: Double, rounded: Double) =
        switch style {
        case .scandinavian: (0.06, 0.03)
        case .modern: (0.08, 0.12)
        case .industrial: (0.1, 0.04)
        case .classic: (0.15, 0.06)
        case .rustic: (0.08, 0.02)
        case .chineseModern: (0.05, 0.05)
        }
      let factor = outline == .irregular ? 2.5 : 1
      var chance = stream
      let lot = chance.uniform()
      return lot < share.slanted * factor
        ? .slanted : lot < (share.slanted + share.rounded) * factor ? .rounded : .square
    }
  }

  package var bedrooms: Int
  package var bathrooms: Int
  /// False in a home whose kitchen is a part of the living room.
  package var hasKitchen: Bool
  package var hasDiningRoom: Bool
  package var hasStudy: Bool
  package var hasStorage: Bool
  package var hasLaundry: Bool
  /// The clear floor of all rooms together, m².
  package var area: Double
  package var outline: Outline
  package var corners = Corners.square
  /// How stairs between storeys run; as chance has it where `nil`.
  package var stairs: HomePlan.Stair.Form?
  /// From floor to ceiling, metres.
  package var height: Double
  /// Kitchen, dining and living room are joined by wide passages instead of doors.
  package var isOpenPlan: Bool

  package init(
    bedrooms: Int, bathrooms: Int = 1, hasKitchen: Bool = true, hasDiningRoom: Bool = false,
    hasStudy: Bool = false, hasStorage: Bool = false, hasLaundry: Bool = false, area: Double,
    outline: Outline = .rectangular, height: Double = 2.6, isOpenPlan: Bool = false
  ) {
    self.bedrooms = bedrooms
    self.bathrooms = bathrooms
    self.hasKitchen = hasKitchen
    self.hasDiningRoom = hasDiningRoom
    self.hasStudy = hasStudy
    self.hasStorage = hasStorage
    self.hasLaundry = hasLaundry
    self.area = area
    self.outline = outline
    self.height = height
    self.isOpenPlan = isOpenPlan
  }

  /// A usual home with that many bedrooms (0 = a studio).
  package static func usual(bedrooms: Int, _ draws: inout Draws) -> HomeProgramme {
    let n = max(0, min(5, bedrooms))
    let areas: [ClosedRange<Double>] = [28...42, 42...62, 58...88, 82...122, 112...160, 140...200]
    let area = draws.draw(.uniform(min: areas[n].lowerBound, max: areas[n].upperBound), "area").rounded()
    var chance = draws.stream("programme")
    /// How large the home is among those with as many bedrooms, 0...1.
    let ease = (area - areas[n].lowerBound) / (areas[n].upperBound - areas[n].lowerBound)
    return HomeProgramme(
      bedrooms: n,
      bathrooms: n >= 3 || (n == 2 && ease > 0.6) ? (n >= 4 && ease > 0.6 ? 3 : 2) : 1,
      hasKitchen: n > 0 || ease > 0.35,
      hasDiningRoom: n >= 2 && chance.bool(probability: 0.25 + 0.5 * ease),
      hasStudy: n >= 1 && chance.bool(probability: 0.1 + 0.3 * ease),
      hasStorage: n >= 1 && chance.bool(probability: 0.3 + 0.3 * ease),
      hasLaundry: n >= 2 && chance.bool(probability: 0.15 + 0.3 * ease),
      area: area,
      outline: chance.bool(probability: n == 0 ? 0.9 : 0.55)
        ? .rectangular : chance.choose([Outline.l, .l, .u, .t, .irregular]) ?? .l,
      height: draws.draw(.choice([2.4, 2.5, 2.6, 2.6, 2.7, 2.8, 3.0]), "ceiling_height"),
      isOpenPlan: chance.bool(probability: 0.45))
  }

  /// How many rooms of a kind there are to be.
  package func count(_ kind: RoomKind) -> Int {
    switch kind {
    case .livingRoom, .hallway: 1
    case .kitchen: hasKitchen ? 1 : 0
    case .diningRoom: hasDiningRoom ? 1 : 0
    case .bedroom: bedrooms
    case .bathroom: max(1, bathrooms)
    case .study: hasStudy ? 1 : 0
    case .storage: hasStorage ? 1 : 0
    case .laundry: hasLaundry ? 1 : 0
    default: 0
    }
  }

  /// The same home with its least needed room left out; `nil` when nothing can be missed.
  var reduced: HomeProgramme? {
    var out = self
    if outline != .rectangular {
      out.outline = .rectangular
    } else if hasLaundry {
      out.hasLaundry = false
    } else if hasStorage {
      out.hasStorage = false
    } else if hasStudy {
      out.hasStudy = false
    } else if bathrooms > 1 {
      out.bathrooms -= 1
    } else if hasDiningRoom {
      out.hasDiningRoom = false
    } else if bedrooms > 0 {
      out.bedrooms -= 1
    } else if hasKitchen {
      out.hasKitchen = false
    } else {
      return nil
    }
    return out
  }
}
