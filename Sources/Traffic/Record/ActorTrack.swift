package import RoadNetwork
package import VectorMath

/// An actor at one moment.
package struct ActorState: Sendable {
  /// Of the middle between the rear wheels on the ground, x forward; of a person, between the feet.
  package var pose: RigidTransform<WorldSpace, ObjectSpace>
  /// m/s and m/s².
  package var speed: Double
  package var acceleration: Double
  /// Metres gone since the beginning.
  package var travelled: Double
  /// Of the front wheels (bicycle model), radians, positive to the left.
  package var steer: Double
  /// Under the rear axle; nil off the lanes.
  package var lane: LaneReference?
  package var lights: ActorLights
  package var behaviours: Behaviours
  /// Of the middle between the wheels of what it draws on the ground, x forward; nil without a trailer.
  package var trailer: RigidTransform<WorldSpace, ObjectSpace>?
}

/// An actor over time: one state every `TrafficSimulation.step` seconds.
package struct ActorTrack: Sendable {
  package var states: [ActorState] = []

  package init() {}

  /// Something that held from one time to another, seconds since the first state.
  package struct Interval: Sendable, Hashable {
    package var name: String
    package var start: Double
    package var end: Double
  }

  /// What it did when: each behaviour's spells, by beginning, then in the order of `Behaviours.names`.
  package var intervals: [Interval] {
    spells(Behaviours.names) { state, bit in state.behaviours.rawValue >> UInt32(bit) & 1 == 1 }
  }

  /// When which lamps were on; `indicator_left` and `indicator_right` together are the hazard lights.
  package var lampIntervals: [Interval] {
    spells(["indicator_left", "indicator_right", "brake"]) { state, bit in
      state.lights.rawValue >> UInt8(bit) & 1 == 1
    }
  }

  /// Since when it was on which lane.
  package var laneChanges: [(time: Double, lane: LaneReference)] {
    var result: [(time: Double, lane: LaneReference)] = []
    for (k, state) in states.enumerated() {
      guard let lane = state.lane, result.last?.lane != lane else { continue }
      result.append((Self.time(k), lane))
    }
    return result
  }

  private func spells(_ names: [String], _ holds: (ActorState, Int) -> Bool) -> [Interval] {
    var result: [Interval] = []
    for (bit, name) in names.enumerated() {
      var start: Int?
      for k in 0...states.count {
        let isOn = k < states.count && holds(states[k], bit)
        if isOn, start == nil { start = k }
        if !isOn, let first = start {
          result.append(Interval(name: name, start: Self.time(first), end: Self.time(k)))
          start = nil
        }
      }
    }
    // Stable by hand: names are in order already.
    return result.enumerated().sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }
      .map(\.element)
  }

  /// Seconds of state `k`, free of rounding.
  static func time(_ k: Int) -> Double { (Double(k) * TrafficSimulation.step * 100).rounded() / 100 }
}
