/// The lane types of OpenDRIVE 1.4 to 1.8 (e_laneType).
package enum LaneType: String, Sendable, Hashable, CaseIterable {
  case shoulder, border, driving, stop, none, restricted, parking, median, biking, shared, sidewalk, curb
  case exit, entry, onRamp, offRamp, connectingRamp, bidirectional, special1, special2, special3, roadWorks
  case tram, rail, bus, taxi, HOV, mwyEntry, mwyExit, walking, slipLane

  /// Motor traffic may drive here.
  package var isDrivable: Bool {
    switch self {
    case .driving, .exit, .entry, .onRamp, .offRamp, .connectingRamp, .bidirectional, .bus, .taxi, .HOV,
      .mwyEntry, .mwyExit, .slipLane, .shared:
      true
    default: false
    }
  }

  /// People on foot belong here.
  package var isWalkable: Bool { self == .sidewalk || self == .walking }
}

/// Which side of the road traffic keeps to.
package enum TrafficRule: String, Sendable, Hashable {
  case rightHand = "RHT"
  case leftHand = "LHT"
}
