import Geometry
import RandomStreams
import RoadNetwork
import VectorMath

/// Who has to wait at which junction, for as long as the world lasts.
struct JunctionSignals: Sendable {
  /// A road's end that leads into a junction.
  struct Approach: Sendable {
    var junction: String
    var road: Int
    var isAtEnd: Bool
    /// Direction of entering traffic, unit.
    var direction: Vector2
    var isGreen: Bool
    var hasLights: Bool
  }

  /// In the order of junctions and roads.
  let approaches: [Approach]
  private let map: RoadMap

  /// - Parameter ego: its line has green wherever it goes.
  init(_ map: RoadMap, _ region: Region, ego: DrivingLine, _ draws: inout Draws) {
    self.map = map
    var out: [Approach] = []
    let roads = Set(region.stretches.map(\.road))
    for junction in map.junctions where junction.kind == .common {
      var own: [Approach] = []
      for (r, road) in map.roads.enumerated() where roads.contains(r) && road.junction == nil {
        for (link, isAtEnd) in [(road.predecessor, false), (road.successor, true)]
        where link?.target == .junction(id: junction.id) {
          let s = isAtEnd ? road.length : 0
          let (sin, cos) = DeterministicMath.sincos(road.planSample(at: s).heading)
          own.append(
            Approach(
              junction: junction.id, road: r, isAtEnd: isAtEnd,
              direction: Vector2(cos, sin) * (isAtEnd ? 1 : -1),
              isGreen: true, hasLights: false))
        }
      }
      guard own.count >= 3 else {
        out += own
        continue
      }
      let path = "junction/\(junction.id)"
      let hasLights =
        Self.hasLights(map, own)
        || draws.draw(.uniform(min: 0, max: 1), "\(path)/lights") < 0.55
      let green = draws.choose(own, "\(path)/green", name: { "road \(map.roads[$0.road].id)" })
      let axis = Self.entry(ego, own, map)?.direction ?? green?.direction ?? Vector2(1, 0)
      for approach in own {
        var approach = approach
        approach.hasLights = hasLights
        approach.isGreen = dot(approach.direction, axis).magnitude > 0.7
        out.append(approach)
      }
    }
    approaches = out
  }

  /// The way until the first junction where it would have to wait.
  func upToRed(_ path: LanePath, from s: Double) -> LanePath {
    let lanes = path.lanes
    for (i, lane) in lanes.enumerated().dropLast() {
      let next = lanes[i + 1]
      guard let junction = map.roads[next.road].junction, map.roads[lane.road].junction == nil else {
        continue
      }
      let isAtEnd = map.runsForward(lane)
      let waits = approaches.contains {
        $0.junction == junction && $0.road == lane.road && $0.isAtEnd == isAtEnd && !$0.isGreen
      }
      if waits { return LanePath(map, lanes: Array(lanes[...i]), from: s) }
    }
    return path
  }

  /// The state of a light that stands at `s` on a road for traffic along or against +s.
  func isGreen(road: Int, forward: Bool) -> Bool {
    approaches.first { $0.road == road && $0.isAtEnd == forward }?.isGreen ?? true
  }

  private static func hasLights(_ map: RoadMap, _ approaches: [Approach]) -> Bool {
    approaches.contains { approach in
      map.roads[approach.road].signals.contains { $0.isDynamic && !$0.isReference }
    }
  }

  /// By which approach the line enters the junction.
  private static func entry(_ line: DrivingLine, _ approaches: [Approach], _ map: RoadMap) -> Approach? {
    for (a, b) in zip(line.lanes, line.lanes.dropFirst()) where a.road != b.road {
      guard let junction = map.roads[b.road].junction else { continue }
      let isAtEnd = map.runsForward(a)
      if let found = approaches.first(where: {
        $0.junction == junction && $0.road == a.road && $0.isAtEnd == isAtEnd
      }) {
        return found
      }
    }
    return nil
  }
}
