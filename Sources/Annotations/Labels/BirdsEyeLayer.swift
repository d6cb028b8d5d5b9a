package import WorldModel

/// What a cell of `bev_layers` may hold, several at once: the layer's bit is 1 << `rawValue`.
///
/// Ground is told by the surfaces that lie there, whatever stands or drives on them or hides them from above; where roads
/// cross on two levels, by both. A layer has a cell when it covers the cell's centre.
package enum BirdsEyeLayer: Int, Sendable, Hashable, CaseIterable {
  /// Carriageways, junctions included.
  case drivableArea = 0
  /// Parking lanes and places, shoulders.
  case carpark
  case walkway
  case kerb
  case railTrack
  case terrain
  /// All paint.
  case roadMark
  /// Lanes that vehicles drive on, by the map.
  case lane
  /// Borders of lanes that lead the same way, by the map, at least a cell wide.
  case laneDivider
  /// Borders of lanes that lead opposite ways.
  case roadDivider
  /// Whole crosswalks, stripes and what is between them.
  case crosswalk
  case stopLine
  case vehicle
  /// Bicycles and motorcycles with their riders.
  case twoWheeler
  /// People on foot or in wheelchairs, and what they push.
  case pedestrian
  case building

  /// In files and documentation.
  package var name: String {
    switch self {
    case .drivableArea: "drivable_area"
    case .carpark: "carpark_area"
    case .walkway: "walkway"
    case .kerb: "kerb"
    case .railTrack: "rail_track"
    case .terrain: "terrain"
    case .roadMark: "road_mark"
    case .lane: "lane"
    case .laneDivider: "lane_divider"
    case .roadDivider: "road_divider"
    case .crosswalk: "crosswalk"
    case .stopLine: "stop_line"
    case .vehicle: "vehicle"
    case .twoWheeler: "two_wheeler"
    case .pedestrian: "pedestrian"
    case .building: "building"
    }
  }

  package var bit: UInt16 { 1 << UInt16(rawValue) }

  /// The layer of surfaces and bodies of a class; `nil` for those that have none.
  package init?(_ nativeClass: NativeClass) {
    switch nativeClass.name {
    case "road": self = .drivableArea
    case "parking": self = .carpark
    case "sidewalk": self = .walkway
    case "kerb": self = .kerb
    case "rail_track": self = .railTrack
    case "terrain": self = .terrain
    case "road_mark": self = .roadMark
    case "car", "van", "truck", "bus", "tram", "trailer": self = .vehicle
    case "bicycle", "motorcycle", "rider": self = .twoWheeler
    case "person", "wheelchair", "pram": self = .pedestrian
    case "building": self = .building
    default: return nil
    }
  }

  /// Whether what it shows takes part in traffic: has a number in `bev_instance` and a box.
  package var isRoadUser: Bool { self == .vehicle || self == .twoWheeler || self == .pedestrian }

  /// Whether it shows bodies, by all that is seen of them from above, rather than surfaces.
  package var isBody: Bool { isRoadUser || self == .building }
}
