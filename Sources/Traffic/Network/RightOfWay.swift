import RoadNetwork
import VectorMath

/// Who waits for whom where two lanes of a junction conflict.
enum Precedence: Sendable { case first, yields, equal }

/// The rules of all junctions of one world, and the state of their lights.
package struct RightOfWay: Sendable {
  /// By junction.
  package let controls: [JunctionControl]
  /// By lane, then as `TrafficNetwork.conflicts`.
  let precedence: [[Precedence]]

  package init(_ network: TrafficNetwork, controls: [JunctionControl]) {
    self.controls = controls
    precedence = network.lanes.indices.map { a in
      network.conflicts[a].map { Self.precedence(a, $0, network, controls) }
    }
  }

  /// What traffic on a lane of a junction sees at its entry; nil without lights.
  func aspect(_ lane: TrafficLane, at time: Double) -> SignalAspect? {
    guard let j = lane.junction, let approach = lane.approach, controls.indices.contains(j),
      let plan = controls[j].plan, controls[j].groups.indices.contains(approach)
    else { return nil }
    return plan.aspect(controls[j].groups[approach], at: time)
  }

  private static func precedence(
    _ a: Int, _ conflict: LaneConflict, _ network: TrafficNetwork, _ controls: [JunctionControl]
  ) -> Precedence {
    let (own, other) = (network.lanes[a], network.lanes[conflict.other])
    guard let j = own.junction, let p = own.approach, let q = other.approach, controls.indices.contains(j)
    else {
      return a < conflict.other ? .first : .yields
    }
    let (roadA, roadB) = (
      network.map.roads[own.reference.road].id, network.map.roads[other.reference.road].id
    )
    for rule in network.map.junctions[j].priorities {
      if rule.high == roadA, rule.low == roadB { return .first }
      if rule.high == roadB, rule.low == roadA { return .yields }
    }
    let control = controls[j]
    if control.kind == .mainRoad, control.isMain[p] != control.isMain[q] {
      return control.isMain[p] ? .first : .yields
    }
    let (ways, turns) = (network.junctions[j].approaches, (own.turn, other.turn))
    let (from, others) = (ways[p].direction, ways[q].direction)
    let along = dot(from, others)
    if along < -0.5, turns.0 != turns.1 {
      // Oncoming: whoever turns across the other's way waits.
      let isLeftHand = network.map.roads[own.reference.road].rule == .leftHand
      func rank(_ turn: TrafficLane.Turn) -> Int {
        switch turn {
        case .straight: 0
        case .right: isLeftHand ? 2 : 1
        case .left: isLeftHand ? 1 : 2
        }
      }
      return rank(turns.0) < rank(turns.1) ? .first : .yields
    }
    if along > 0.7 || p == q {
      // Side by side or one behind the other, as where a ramp joins: the faster road, then the straighter lane.
      let (u, v) = (own.limits.first ?? 0, other.limits.first ?? 0)
      if (u - v).magnitude > 1 { return u > v ? .first : .yields }
      if (turns.0 == .straight) != (turns.1 == .straight) { return turns.0 == .straight ? .first : .yields }
      return a < conflict.other ? .first : .yields
    }
    if along < -0.5 { return a < conflict.other ? .first : .yields }
    // The other comes from the right.
    return cross(from, others) > 0 ? .yields : .first
  }
}
