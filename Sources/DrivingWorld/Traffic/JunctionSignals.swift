import RandomStreams
import RoadNetwork
import Traffic
import VectorMath

/// Who has to wait at which junction: what lights show and signs say.
///
/// Lights of a world stand still at one moment of their plan, for lamps cannot change with time.
struct JunctionSignals: Sendable {
  /// A road's end that leads into a junction.
  struct Approach: Sendable {
    var junction: String
    var road: Int
    var isAtEnd: Bool
    /// Direction of entering traffic, unit.
    var direction: Vector2
    /// Green light, or on the main road.
    var isGreen: Bool
    var hasLights: Bool
  }

  /// By junction of the network.
  let controls: [JunctionControl]
  /// In the order of junctions and roads; none where whoever comes from the right goes first.
  let approaches: [Approach]
  /// Whether the map says itself what stands at junctions.
  let isSigned: Bool

  /// - Parameters:
  ///   - ego: its way has green wherever it leads.
  ///   - isSigned: the map says itself where lights and signs stand; else chance puts some up.
  init(
    _ network: TrafficNetwork, _ region: Region, ego: EgoRoute, isSigned: Bool = false, _ draws: inout Draws
  ) {
    let map = network.map
    let lights = isSigned ? 0 : JunctionControl.guessedLights
    let roads = Set(region.stretches.map(\.road))
    // Junctions out of sight are decided too, but not noted.
    var beyond = Draws(stream: draws.stream("beyond"), index: draws.index)
    var controls: [JunctionControl] = []
    var approaches: [Approach] = []
    for (j, junction) in network.junctions.enumerated() {
      let isNear = junction.approaches.contains { roads.contains($0.road) }
      let entry = Self.entry(ego, j, network)
      let path = "junction/\(junction.id)"
      let direction = entry.map { junction.approaches[$0].direction }
      var control =
        isNear
        ? draws.scope(path) { JunctionControl(junction, map, ownWay: direction, lights: lights, &$0) }
        : beyond.scope(path) { JunctionControl(junction, map, ownWay: direction, lights: lights, &$0) }
      if let plan = control.plan { control.plan = Self.held(plan, entry.map { control.groups[$0] }) }
      controls.append(control)
      guard isNear, control.kind != .rightBeforeLeft else { continue }
      for (a, approach) in junction.approaches.enumerated() where roads.contains(approach.road) {
        approaches.append(
          Approach(
            junction: junction.id, road: approach.road, isAtEnd: approach.isAtEnd,
            direction: approach.direction,
            isGreen: control.plan.map { $0.aspect(control.groups[a], at: 0) == .green } ?? control.isMain[a],
            hasLights: control.plan != nil))
      }
    }
    self.controls = controls
    self.approaches = approaches
    self.isSigned = isSigned
  }

  /// The state of a light that stands at `s` on a road for traffic along or against +s.
  func isGreen(road: Int, forward: Bool) -> Bool {
    approaches.first { $0.road == road && $0.isAtEnd == forward }?.isGreen ?? true
  }

  /// A plan at a moment at which one group has green: the given one, or the one whose turn it is.
  private static func held(_ plan: SignalPlan, _ group: Int?) -> SignalPlan {
    var plan = plan
    let phase = plan.cycle / Double(plan.groups)
    let turn = group ?? min(plan.groups - 1, Int(plan.offset / phase))
    plan.heldAt = (Double(turn) + 0.25) * phase - plan.offset
    return plan
  }

  /// By which approach the way enters the junction.
  private static func entry(_ ego: EgoRoute, _ junction: Int, _ network: TrafficNetwork) -> Int? {
    ego.lanes.first { network.lanes[$0].junction == junction }.flatMap { network.lanes[$0].approach }
  }
}
