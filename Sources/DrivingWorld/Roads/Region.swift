import Geometry
import RoadNetwork
import VectorMath

/// The part of a road map that a world shows: all stretches of road near a place.
struct Region: Sendable {
  /// A run along one lane section that lies in the region.
  struct Stretch: Sendable {
    var road: Int
    var section: Int
    /// Metres along the road.
    var start: Double
    var end: Double

    var length: Double { end - start }
  }

  let center: Vector2
  /// Metres.
  let radius: Double
  let stretches: [Stretch]
  private static let step = 4.0

  init(_ map: RoadMap, center: Vector2, radius: Double) {
    self.center = center
    self.radius = radius
    var out: [Stretch] = []
    for (r, road) in map.roads.enumerated() {
      for (k, section) in road.sections.enumerated() where section.length > 1e-3 {
        let n = max(1, Int((section.length / Self.step).rounded(.up)))
        var first: Double?
        var last = section.start
        for i in 0...n {
          let s = section.start + section.length * Double(i) / Double(n)
          if length(road.planSample(at: s).point - center) <= radius {
            if first == nil { first = s }
            last = s
          } else if let from = first {
            if last > from { out.append(Stretch(road: r, section: k, start: from, end: last)) }
            first = nil
          }
        }
        if let from = first, last > from { out.append(Stretch(road: r, section: k, start: from, end: last)) }
      }
    }
    stretches = out
  }

  func contains(_ p: Vector2) -> Bool { length(p - center) <= radius }
}

extension RoadMap {
  /// Off limits for houses, people on foot and bicycles.
  func isMotorway(_ road: Int, at s: Double) -> Bool {
    guard roads.indices.contains(road) else { return false }
    let kind = roads[road].kind(at: s)
    return kind?.name == "motorway" || (kind?.speedLimit ?? 0) > 25
  }

  /// What drivers take for the limit at a place, m/s: the file's, else the usual one for the kind of road.
  func usualSpeed(_ lane: LaneReference, at s: Double) -> Double {
    if let limit = speedLimit(lane, at: s), limit > 1 { return min(40, limit) }
    guard roads.indices.contains(lane.road) else { return 13.9 }
    switch roads[lane.road].kind(at: s)?.name {
    case "motorway": return 33
    case "rural": return 22
    case "lowSpeed", "pedestrian", "bicycle", "townPlayStreet", "townPrivate": return 5.6
    default: return 13.9
    }
  }

  /// Lateral offset of the outermost border of what is paved, on the left or right as seen along +s; nil where
  /// nothing is.
  func pavedBorder(_ road: Int, section: Int, at s: Double, left: Bool) -> Double? {
    guard roads.indices.contains(road), roads[road].sections.indices.contains(section) else { return nil }
    let borders = roads[road].laneBorders(at: s, section: section)
    let lanes = roads[road].sections[section].lanes
    let order = left ? Array(lanes.indices) : Array(lanes.indices.reversed())
    for i in order where borders.indices.contains(i) && (left ? lanes[i].id >= 0 : lanes[i].id <= 0) {
      switch lanes[i].type {
      case .none, .border, .median, .restricted: if lanes[i].id != 0 { continue }
      default: break
      }
      return borders[i]
    }
    return nil
  }
}
