import RoadNetwork
import VectorMath

/// Where another lane of the same junction lies over this one.
struct LaneConflict: Sendable {
  /// Index in `TrafficNetwork.lanes`.
  var other: Int
  var isMerging: Bool
  /// Metres along this lane and along the other.
  var own: ClosedRange<Double>
  var others: ClosedRange<Double>

  /// All crossings and merges by lane, in the order of `LaneGraph.conflicts`. Lanes that part are none: there drivers
  /// follow one another.
  static func byLane(
    _ graph: LaneGraph, _ lanes: [TrafficLane], _ indices: [LaneReference: Int]
  ) -> [[LaneConflict]] {
    var result = [[LaneConflict]](repeating: [], count: lanes.count)
    for area in graph.conflicts(least: 0.3) where area.kind != .diverging {
      guard let a = indices[area.first], let b = indices[area.second] else { continue }
      let (own, others) = (range(lanes[a], area.firstStations), range(lanes[b], area.secondStations))
      let isMerging = area.kind == .merging
      result[a].append(LaneConflict(other: b, isMerging: isMerging, own: own, others: others))
      result[b].append(LaneConflict(other: a, isMerging: isMerging, own: others, others: own))
    }
    return result
  }

  private static func range(_ lane: TrafficLane, _ stations: ClosedRange<Double>) -> ClosedRange<Double> {
    let (a, b) = (lane.distance(station: stations.lowerBound), lane.distance(station: stations.upperBound))
    return min(a, b)...max(a, b)
  }
}
