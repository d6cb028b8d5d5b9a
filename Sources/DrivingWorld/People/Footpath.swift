import RoadNetwork
import VectorMath

/// A line along pavement that a person walks on, in either direction of the road.
struct Footpath: Sendable {
  /// Map coordinates, on the pavement.
  private(set) var points: [Vector3] = []
  private var distances: [Double] = []
  private static let step = 0.5
  private static let reach = 4

  /// - Parameters:
  ///   - offset: metres from the lane's middle towards +t.
  ///   - s: where on the road it begins; it runs on for `length` metres or to where the pavement ends.
  init(
    _ map: RoadMap, _ ground: Ground, lane: LaneReference, from s: Double, forward: Bool, offset: Double,
    length wanted: Double
  ) {
    var raw: [Vector3] = []
    var here = lane
    var place = s
    let road = map.roads[lane.road]
    let count = Int(wanted / Self.step) + 1
    for _ in 0...count {
      let section = road.sections[here.section]
      if forward ? place > section.end : place < section.start {
        let next = here.section + (forward ? 1 : -1)
        guard let lane = Self.pavement(map, here, next) else { break }
        here = lane
      }
      guard let span = map.laneSpan(here, at: place) else { break }
      let width = (span.outer - span.inner).magnitude
      guard width > 0.9 else { break }
      let room = max(0, width / 2 - 0.45)
      let middle = (span.inner + span.outer) / 2
      let pose = road.pose(s: place, t: middle + max(-room, min(room, offset)))
      let plan = Vector2(pose.position.x, pose.position.y)
      guard let spot = ground.spot(plan, below: pose.position.z + 1.5), spot.kind == .sidewalk else { break }
      raw.append(Vector3(plan.x, plan.y, spot.height))
      place += forward ? Self.step : -Self.step
      if place < 0 || place > road.length { break }
    }
    guard raw.count > 2 else { return }
    for i in raw.indices {
      let w = min(Self.reach, min(i, raw.count - 1 - i))
      var p = Vector3.zero
      for k in (i - w)...(i + w) { p += raw[k] }
      p /= Double(2 * w + 1)
      // Feet stay on the surface as it is, not as it is on average.
      p.z = raw[i].z
      let way = points.last.map { VectorMath.length(p - $0) } ?? 0
      distances.append(distances.last.map { $0 + max(1e-6, way) } ?? 0)
      points.append(p)
    }
  }

  var length: Double { distances.last ?? 0 }

  func point(at distance: Double) -> Vector3 {
    guard points.count > 1 else { return points.first ?? .zero }
    let (i, w) = locate(max(0, min(length, distance)))
    return points[i] + (points[i + 1] - points[i]) * w
  }

  /// Direction of walking in the plane, unit.
  func direction(at distance: Double) -> Vector2 {
    let a = point(at: min(distance, length - 0.6) - 0.3)
    let b = point(at: max(distance, 0.0) + 0.6)
    return normalized(Vector2(b.x - a.x, b.y - a.y))
  }

  private func locate(_ distance: Double) -> (index: Int, weight: Double) {
    var low = 0
    var high = distances.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if distances[middle] <= distance { low = middle } else { high = middle }
    }
    return (low, (distance - distances[low]) / (distances[low + 1] - distances[low]))
  }

  /// The pavement of the neighbouring section on the same side.
  private static func pavement(_ map: RoadMap, _ lane: LaneReference, _ section: Int) -> LaneReference? {
    let sections = map.roads[lane.road].sections
    guard sections.indices.contains(section) else { return nil }
    let found = sections[section].lanes.filter {
      $0.type.isWalkable && $0.id.signum() == lane.lane.signum()
    }
    let best = found.first { $0.id == lane.lane } ?? found.first
    return best.map { LaneReference(road: lane.road, section: section, lane: $0.id) }
  }
}
