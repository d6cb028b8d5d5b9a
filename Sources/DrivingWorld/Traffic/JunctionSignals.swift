import RandomStreams
import RoadNetwork
import Traffic
import VectorMath

/// Who has to wait at which junction: what lights show and signs say.
struct JunctionSignals: Sendable {
  /// A road's end that leads into a junction.
  struct Approach: Sendable {
    var junction: String
    var road: Int
    var isAtEnd: Bool
    /// Direction of entering traffic, unit.
    var direction: Vector2
    var isMain: Bool
    /// What its light shows when, if it has one; by the clock of the traffic, which begins before the world.
    var light: Light?
  }

  /// A light of a junction: its group in the plan.
  struct Light: Sendable {
    var plan: SignalPlan
    var group: Int
  }

  /// By junction of the network.
  let controls: [JunctionControl]
  /// In the order of junctions and roads; none where whoever comes from the right goes first.
  let approaches: [Approach]
  /// Whether the map says itself what stands at junctions.
  let isSigned: Bool

  /// - Parameters:
  ///   - ego: its way is the main road where no sign says otherwise.
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
      let control =
        isNear
        ? draws.scope(path) { JunctionControl(junction, map, ownWay: direction, lights: lights, &$0) }
        : beyond.scope(path) { JunctionControl(junction, map, ownWay: direction, lights: lights, &$0) }
      controls.append(control)
      guard isNear, control.kind != .rightBeforeLeft else { continue }
      for (a, approach) in junction.approaches.enumerated() where roads.contains(approach.road) {
        approaches.append(
          Approach(
            junction: junction.id, road: approach.road, isAtEnd: approach.isAtEnd,
            direction: approach.direction, isMain: control.isMain[a],
            light: control.plan.map { Light(plan: $0, group: control.groups[a]) }))
      }
    }
    self.controls = controls
    self.approaches = approaches
    self.isSigned = isSigned
  }

  /// The light on a road for traffic along or against +s; nil where none is known, which then shows green.
  func light(road: Int, forward: Bool) -> Light? {
    approaches.first { $0.road == road && $0.isAtEnd == forward }?.light
  }

  /// By which approach the way enters the junction.
  private static func entry(_ ego: EgoRoute, _ junction: Int, _ network: TrafficNetwork) -> Int? {
    ego.lanes.first { network.lanes[$0].junction == junction }.flatMap { network.lanes[$0].approach }
  }
}
