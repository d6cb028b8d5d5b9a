import RoadNetwork
import Traffic

/// What changes with time, as the attributes of entities say it: `second value;second value;…`, each from then on.
struct TimedText: Sendable {
  /// Seconds of world time, ascending, each with the value from then on.
  private(set) var changes: [(time: Double, value: String)] = []

  /// - Parameters:
  ///   - margin: seconds that the track begins before the world.
  ///   - value: nil = as before.
  init(_ track: ActorTrack, margin: Double, _ value: (ActorState) -> String?) {
    for (k, state) in track.states.enumerated() {
      guard let value = value(state), value != changes.last?.value else { continue }
      // Hundredths of a second, which the steps are multiples of.
      let time = ((Double(k) * TrafficSimulation.step - margin) * 100).rounded() / 100
      changes.append((time: time, value: value))
    }
  }

  var text: String { changes.map { "\($0.time) \($0.value)" }.joined(separator: ";") }

  static func lanes(_ track: ActorTrack, _ map: RoadMap, margin: Double) -> String {
    TimedText(track, margin: margin) { $0.lane.map { name($0, map) } }.text
  }

  /// `road/section/lane`, each with the road's own id.
  static func name(_ lane: LaneReference, _ map: RoadMap) -> String {
    "\(map.roads[lane.road].id)/\(lane.section)/\(lane.lane)"
  }
}
