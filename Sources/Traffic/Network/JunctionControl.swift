package import RandomStreams
package import RoadNetwork
package import VectorMath

/// Who goes first at a junction: lights, a main road, or whoever comes from the right.
package struct JunctionControl: Sendable {
  package enum Kind: String, Sendable { case signals, mainRoad, rightBeforeLeft }

  package var kind: Kind
  /// By approach: on the main road.
  package var isMain: [Bool]
  /// By approach: its group in the plan.
  package var groups: [Int]
  package var plan: SignalPlan?

  /// Share of junctions of three roads and more that get lights where a map does not say what stands there.
  package static let guessedLights = 0.55

  /// What the map tells, else what chance decides.
  ///
  /// - Parameters:
  ///   - ownWay: traffic from this direction has the main road where signs do not say otherwise.
  ///   - lights: share of junctions of three roads and more that get lights if the map says nothing.
  package init(
    _ junction: TrafficJunction, _ map: RoadMap, ownWay: Vector2? = nil, lights: Double = guessedLights,
    _ draws: inout Draws
  ) {
    let approaches = junction.approaches
    let signs = approaches.map { Self.sign($0, map) }
    let roll = draws.draw(.uniform(min: 0, max: 1), "lights")
    let main = draws.choose(approaches, "main", name: { "road \(map.roads[$0.road].id)" })
    let share = draws.draw(.uniform(min: 0, max: 1), "offset")
    let green = draws.draw(.uniform(min: 14, max: 26), "green")
    let axis = ownWay ?? main?.direction ?? Vector2(1, 0)
    let hasLights =
      approaches.contains { Self.hasLights($0, map) }
      || map.roads.contains { $0.junction == junction.id && $0.signals.contains(where: \.isDynamic) }
    groups = Self.grouped(approaches)
    let isSigned = signs.contains { $0 != nil }
    isMain = approaches.indices.map { i in
      if let sign = signs[i] { return sign }
      if isSigned { return true }
      return dot(approaches[i].direction, axis).magnitude > 0.7
    }
    let isRing = approaches.contains { $0.isCircular }
    if isRing { isMain = approaches.map(\.isCircular) }
    if approaches.count >= 3, hasLights || (!isSigned && !isRing && roll < lights) {
      kind = .signals
      var plan = SignalPlan(groups: (groups.max() ?? 0) + 1, green: green, offset: 0)
      plan.offset = share * plan.cycle
      self.plan = plan
    } else if approaches.count < 3 || isMain.contains(false) {
      kind = .mainRoad
    } else {
      kind = .rightBeforeLeft
    }
  }

  /// Approaches of about one axis, both ways, have green together.
  private static func grouped(_ approaches: [TrafficJunction.Approach]) -> [Int] {
    var axes: [Vector2] = []
    return approaches.map { approach in
      if let found = axes.firstIndex(where: { dot($0, approach.direction).magnitude > 0.75 }) { return found }
      axes.append(approach.direction)
      return axes.count - 1
    }
  }

  private static func hasLights(_ approach: TrafficJunction.Approach, _ map: RoadMap) -> Bool {
    map.roads[approach.road].signals.contains {
      $0.isDynamic && ($0.orientation != .backward) == approach.isAtEnd
    }
  }

  /// Whether a sign near the junction says that the road is the main one (306, 301) or not (205, 206); nil for none.
  private static func sign(_ approach: TrafficJunction.Approach, _ map: RoadMap) -> Bool? {
    let road = map.roads[approach.road]
    for signal in road.signals
    where !signal.isDynamic && (signal.orientation != .backward) == approach.isAtEnd {
      let left = approach.isAtEnd ? road.length - signal.s : signal.s
      guard left < 40 else { continue }
      switch signal.type {
      case "205", "206": return false
      case "306", "301": return true
      default: break
      }
    }
    return nil
  }
}
