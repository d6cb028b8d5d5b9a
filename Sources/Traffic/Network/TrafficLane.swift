package import RoadNetwork
package import VectorMath

/// A lane as its drivers know it: a middle line in the direction of travel, with limits and what comes next.
///
/// Lanes that lie beside each other in a section have samples at the same stations: sample i of one is beside
/// sample i of the other.
package struct TrafficLane: Sendable {
  /// Which way a lane of a junction leads.
  package enum Turn: String, Sendable { case left, straight, right }

  package var reference: LaneReference
  /// Of the middle line, metres, map frame, at most a metre apart.
  package var points: [Vector3] = []
  /// Of the surface, unit, upwards.
  package var normals: [Vector3] = []
  /// Metres from the lane's beginning to each sample.
  package var distances: [Double] = []
  /// Of each sample along the road, metres: ascending or descending.
  package var stations: [Double] = []
  /// Metres.
  package var widths: [Double] = []
  /// m/s at each sample.
  package var limits: [Double] = []

  /// Indices in `TrafficNetwork.lanes`.
  package var successors: [Int] = []
  package var predecessors: [Int] = []
  /// Lanes beside it with traffic in the same direction.
  package var left: Int?
  package var right: Int?

  /// Index in `TrafficNetwork.junctions` of the junction that the lane lies in.
  package var junction: Int?
  /// Index of the way in, among the junction's approaches, of a lane in a junction.
  package var approach: Int?
  package var turn = Turn.straight
  /// Where bumpers stop before the junction ahead, metres along the lane; nil where none follows.
  package var stop: Double?

  /// Of the parking lane at its outer side, at each sample, metres; empty without one.
  package var parkingWidths: [Double] = []
  package var isParkingLeft = false
  /// Where buses halt, metres along the lane.
  package var halts: [Double] = []
  /// Metres from its beginning to where no lane goes on, by the longest way; at most `TrafficNetwork.farReach`.
  package internal(set) var reach = 0.0
  /// Of its tightest bend, metres; infinite where it is straight.
  package var radius = Double.infinity

  package var length: Double { distances.last ?? 0 }

  /// Whether a body keeps to the lane, but for a little, all along its bends: the nose sweeps outside of what the rear
  /// axle's way needs by about A² / 2R, and as far inside runs a trailer whose axles are A behind the hitch.
  func fits(_ body: VehicleBody) -> Bool {
    let spare = (widths.min() ?? 0) - body.width + 0.8
    let swing = max(body.ahead, body.trailer?.axle ?? 0)
    return swing * swing / (2 * max(1, radius)) <= max(0.4, spare)
  }

  /// The radius over the stretch of five metres that turns most.
  mutating func measureRadius() {
    let k = 3
    guard points.count > 2 * k else { return }
    for i in k..<(points.count - k) {
      let (a, b) = (points[i] - points[i - k], points[i + k] - points[i])
      let (u, v) = (Vector2(a.x, a.y), Vector2(b.x, b.y))
      let turn = DeterministicMath.atan2(cross(u, v), dot(u, v)).magnitude
      if turn > 1e-4 { radius = min(radius, (VectorMath.length(u) + VectorMath.length(v)) / 2 / turn) }
    }
  }

  /// The sample at or before `distance`, and the share of the way to the next one.
  @inline(__always)
  func locate(_ distance: Double) -> (index: Int, weight: Double) {
    let last = distances.count - 1
    guard last > 0 else { return (0, 0) }
    // Samples are nearly evenly spaced: a guess, then a step or two.
    let guess = length > 0 ? distance / length * Double(last) : 0
    var i = max(0, min(last - 1, Int(max(0, min(1e7, guess)))))
    while i > 0, distances[i] > distance { i -= 1 }
    while i < last - 1, distances[i + 1] <= distance { i += 1 }
    let way = distances[i + 1] - distances[i]
    return (i, way > 0 ? max(0, min(1, (distance - distances[i]) / way)) : 0)
  }

  /// The place beside `distance` on a lane of the same section, metres along that; nil for lanes of others.
  func beside(_ distance: Double, on other: TrafficLane) -> Double? {
    guard points.count == other.points.count, points.count > 1 else { return nil }
    let (i, w) = locate(distance)
    return other.distances[i] + (other.distances[i + 1] - other.distances[i]) * w
  }

  /// Metres along the lane at `station` of its road.
  package func distance(station: Double) -> Double {
    guard let first = stations.first, let last = stations.last, first != last else { return 0 }
    let share = max(0, min(1, (station - first) / (last - first)))
    let x = share * Double(stations.count - 1)
    let i = min(distances.count - 2, Int(x))
    guard i >= 0 else { return 0 }
    return distances[i] + (distances[i + 1] - distances[i]) * (x - Double(i))
  }

  /// Station on the lane's road at `distance`.
  package func station(_ distance: Double) -> Double {
    let (i, w) = locate(distance)
    guard i + 1 < stations.count else { return stations.first ?? 0 }
    return stations[i] + (stations[i + 1] - stations[i]) * w
  }

  /// The middle line at `distance`, clamped to the lane.
  package func place(_ distance: Double) -> (
    point: Vector3, normal: Vector3, forward: Vector3, width: Double, limit: Double
  ) {
    let (i, w) = locate(distance)
    guard i + 1 < points.count else {
      return (
        points.first ?? .zero, Vector3(0, 0, 1), Vector3(1, 0, 0), widths.first ?? 3, limits.first ?? 10
      )
    }
    let (a, b) = (points[i], points[i + 1])
    return (
      a + (b - a) * w, normalized(normals[i] + (normals[i + 1] - normals[i]) * w), normalized(b - a),
      widths[i] + (widths[i + 1] - widths[i]) * w, w < 0.5 ? limits[i] : limits[i + 1]
    )
  }

  /// Unit, in the plan, at the lane's beginning or end.
  func direction(atEnd: Bool) -> Vector2 {
    guard points.count > 1 else { return Vector2(1, 0) }
    let k = atEnd ? points.count - 2 : 0
    // Over some metres, for the first chord may be short.
    let n = max(0, min(points.count - 2, atEnd ? k - 2 : 2))
    let (a, b) = (points[min(k, n)], points[max(k, n) + 1])
    return normalized(Vector2(b.x - a.x, b.y - a.y))
  }
}
