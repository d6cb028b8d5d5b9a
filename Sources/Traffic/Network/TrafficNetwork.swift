package import RoadNetwork
import VectorMath

/// A road map made ready for traffic: lanes to drive on, junctions with their approaches, conflicts between lanes.
///
/// Depends on the map alone; worlds add who has right of way (`JunctionControl`).
package struct TrafficNetwork: Sendable {
  package let graph: LaneGraph
  package let lanes: [TrafficLane]
  package let junctions: [TrafficJunction]
  /// By lane.
  let conflicts: [[LaneConflict]]
  /// Looked up, never iterated.
  private let indices: [LaneReference: Int]

  package var map: RoadMap { graph.map }

  /// - Parameter limit: the customary speed on a lane at a station, m/s.
  package init(_ graph: LaneGraph, limit: (LaneReference, Double) -> Double) {
    self.graph = graph
    let map = graph.map
    let references = graph.lanes.filter {
      map.lane($0)?.type.isDrivable == true && map.sectionLength($0) > 1e-6
    }
    let indices = Dictionary(references.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    self.indices = indices
    var lanes = references.map { Self.sampled($0, map, limit) }
    let junctionIndices = Dictionary(
      map.junctions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    for i in lanes.indices {
      let reference = lanes[i].reference
      lanes[i].successors = graph.successors(of: reference).compactMap { indices[$0] }
      lanes[i].predecessors = graph.predecessors(of: reference).compactMap { indices[$0] }
      lanes[i].left = map.parallelLane(of: reference, left: true).flatMap { indices[$0] }
      lanes[i].right = map.parallelLane(of: reference, left: false).flatMap { indices[$0] }
      lanes[i].junction = map.roads[reference.road].junction.flatMap { junctionIndices[$0] }
    }
    var junctions = map.junctions.map { TrafficJunction(map, $0) }
    Self.connect(&lanes, &junctions, map)
    Self.placeStops(&lanes, map, indices)
    Self.measureReach(&lanes)
    self.lanes = lanes
    self.junctions = junctions
    conflicts = LaneConflict.byLane(graph, lanes, indices)
  }

  package func index(_ lane: LaneReference) -> Int? { indices[lane] }

  private static func sampled(
    _ reference: LaneReference, _ map: RoadMap, _ limit: (LaneReference, Double) -> Double
  ) -> TrafficLane {
    var lane = TrafficLane(reference: reference)
    guard let section = map.section(reference) else { return lane }
    let road = map.roads[reference.road]
    let isForward = map.runsForward(reference)
    let count = max(1, min(20_000, Int(section.length.rounded(.up))))
    for k in 0...count {
      let share = Double(isForward ? k : count - k) / Double(count)
      let s = section.start + section.length * share
      guard let span = map.laneSpan(reference, at: s) else { continue }
      let pose = road.pose(s: s, t: (span.inner + span.outer) / 2)
      let way = lane.points.last.map { length(pose.position - $0) } ?? 0
      lane.distances.append(lane.distances.last.map { $0 + max(1e-9, way) } ?? 0)
      lane.points.append(pose.position)
      lane.normals.append(pose.normal)
      lane.stations.append(s)
      lane.widths.append((span.inner - span.outer).magnitude)
      lane.limits.append(max(1, limit(reference, s)))
    }
    lane.measureRadius()
    addKerb(&lane, map)
    return lane
  }

  /// The parking lane beside it, and the halts of buses: signs 224 of the German catalogue.
  private static func addKerb(_ lane: inout TrafficLane, _ map: RoadMap) {
    let reference = lane.reference
    let road = map.roads[reference.road]
    guard road.junction == nil else { return }
    let isLeft = road.rule == .leftHand
    if let beside = map.neighbour(of: reference, left: isLeft), map.lane(beside)?.type == .parking {
      lane.isParkingLeft = isLeft
      lane.parkingWidths = lane.stations.map { map.laneWidth(beside, at: $0) ?? 0 }
    }
    // The outermost lane has them.
    guard map.parallelLane(of: reference, left: isLeft) == nil, let section = map.section(reference) else {
      return
    }
    for signal in road.signals where signal.type == "224" {
      guard (signal.orientation != .backward) == map.runsForward(reference),
        signal.s > section.start, signal.s < section.end
      else { continue }
      lane.halts.append(lane.distance(station: signal.s))
    }
    lane.halts.sort()
  }

  /// Tells the lanes of junctions by which approach they are entered, and which way they turn.
  private static func connect(
    _ lanes: inout [TrafficLane], _ junctions: inout [TrafficJunction], _ map: RoadMap
  ) {
    var front: [Int] = []
    for i in lanes.indices {
      guard let j = lanes[i].junction else { continue }
      junctions[j].lanes.append(i)
      let (a, b) = (lanes[i].direction(atEnd: false), lanes[i].direction(atEnd: true))
      let angle = DeterministicMath.atan2(cross(a, b), dot(a, b))
      lanes[i].turn = angle > 0.5 ? .left : angle < -0.5 ? .right : .straight
      for p in lanes[i].predecessors where lanes[p].junction != j {
        let reference = lanes[p].reference
        let isAtEnd = map.runsForward(reference)
        let found = junctions[j].approaches.firstIndex { $0.road == reference.road && $0.isAtEnd == isAtEnd }
        if lanes[i].approach == nil, let found {
          lanes[i].approach = found
          front.append(i)
        }
      }
    }
    // Further lanes of a way through belong to the approach that it began at.
    while let i = front.popLast() {
      for next in lanes[i].successors
      where lanes[next].junction == lanes[i].junction && lanes[next].approach == nil {
        lanes[next].approach = lanes[i].approach
        front.append(next)
      }
    }
  }

  /// Reaches beyond this are as good as endless, metres.
  static let farReach = 600.0

  private static func measureReach(_ lanes: inout [TrafficLane]) {
    for i in lanes.indices { lanes[i].reach = min(farReach, lanes[i].length) }
    // From ends backwards: what grows makes those before it grow.
    var front = Array(lanes.indices)
    while let i = front.popLast() {
      for before in lanes[i].predecessors where lanes[before].reach < farReach {
        let through = min(farReach, lanes[before].length + lanes[i].reach)
        if through > lanes[before].reach + 1e-6 {
          lanes[before].reach = through
          front.append(before)
        }
      }
    }
  }

  private static func placeStops(
    _ lanes: inout [TrafficLane], _ map: RoadMap, _ indices: [LaneReference: Int]
  ) {
    for i in lanes.indices where lanes[i].junction == nil {
      if lanes[i].successors.contains(where: { lanes[$0].junction != nil }) {
        lanes[i].stop = lanes[i].length
      }
    }
    for line in StopLines(map).lines {
      guard let i = indices[line.lane] else { continue }
      let bar = lanes[i].distance(station: line.s)
      lanes[i].stop = max(0, min(lanes[i].length, bar - StopLines.thickness / 2 - 0.3))
    }
  }
}
