import RoadNetwork

/// The standard cross-section of a street, the same to both sides (RASt 06 for towns, RAL 2012 for the country).
///
/// From the middle outwards: half the median, driving lanes, cycle lane, parking, pavement; in the country driving lane,
/// paved shoulder, grass.
struct StreetProfile: Sendable, Hashable {
  enum Parking: Sendable, Hashable {
    case along, across
  }

  /// Driving lanes a direction.
  var lanes = 1
  var laneWidth = 3.25
  /// The whole of it, metres; 0 = none.
  var median = 0.0
  var bike = 0.0
  /// Width of the parking lane, metres; 0 = none.
  var parking = 0.0
  var parkingKind = Parking.along
  /// Length along the street of one bay, metres.
  var bay = 5.5
  var walk = 0.0
  var shoulder = 0.0
  var grass = 0.0
  /// The turning lane that junctions may get, metres.
  var turnWidth = 3.0
  /// OpenDRIVE road type.
  var kind = "town"
  /// m/s.
  var speed = 50 / 3.6
  /// Painted in the middle where nothing else is asked for; nil = a road so narrow that it has none.
  var centre: RoadMark.Pattern? = .broken
  /// A line along the edge of the carriageway.
  var hasEdgeLine = false
  /// Falls to both sides from the middle.
  var hasCrown = true

  /// From the reference line to the kerb (or the edge of the paving) in the midst of the street, metres.
  var kerb: Double { median / 2 + Double(lanes) * laneWidth + bike + parking }
  /// The same at a junction, where parking ends.
  func kerbAtJunction(hasTurnLane: Bool) -> Double { kerb - parking + (hasTurnLane ? turnWidth : 0) }
  /// Beyond the kerb, metres.
  var side: Double { walk + shoulder + grass }
}
