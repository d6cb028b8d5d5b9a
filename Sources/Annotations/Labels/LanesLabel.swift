package import WorldModel

/// `lanes`: which lane each vehicle is on, and where that is for the carrier of the cameras. Lanes are named
/// `road/section/lane` after OpenDRIVE; a vehicle is where its rear axle is.
package struct LanesLabel: StructuredLabel {
  package static let name = "lanes"

  /// Where a lane is for the carrier.
  package enum Place: String, Codable, Sendable, Hashable {
    /// The carrier's way leads along it.
    case own
    /// Beside the carrier's lane, in its direction.
    case beside
    /// Of the carrier's road, in the other direction.
    case oncoming
    /// Vehicles are parked on it.
    case parking
    /// Of another road.
    case elsewhere
  }

  package struct Entry: Codable, Sendable, Hashable {
    package var instance: UInt32
    package var lane: String
    package var place: Place

    package init(instance: UInt32, lane: String, place: Place) {
      self.instance = instance
      self.lane = lane
      self.place = place
    }
  }

  /// The lane that the carrier is on.
  package var carrier: String
  /// The lanes that its way leads along, in order.
  package var route: [String]
  /// Ascending by instance; vehicles on lanes that `objects` has.
  package var entries: [Entry]

  package init(carrier: String, route: [String], entries: [Entry]) {
    self.carrier = carrier
    self.route = route
    self.entries = entries
  }
}

/// A lane by its name.
package struct LaneName: Sendable, Hashable {
  package var road: Substring
  package var section: Int
  /// Negative and positive ones lead in opposite directions.
  package var lane: Int

  /// `road/section/lane`; the road's own id may hold anything.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 3, let lane = Int(parts[parts.count - 1]),
      let section = Int(parts[parts.count - 2])
    else { return nil }
    self.lane = lane
    self.section = section
    road = text[..<parts[parts.count - 3].endIndex]
  }
}
