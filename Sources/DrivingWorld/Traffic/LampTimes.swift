import Traffic
import Vehicles
import WorldModel

/// Which lamps of a vehicle are lit when: by what its driver does, flashing where they flash.
struct LampTimes: Sendable {
  /// Seconds that a flash of the indicators takes, lit in its first half: 90 a minute (UN regulation 48 has 60 to 120).
  static let flash = 1 / 1.5
  /// Seconds after which beacons begin anew (UN regulation 65 has 2 to 4 flashes a second): two short flashes each time.
  static let beacon = 0.5
  /// Shares of the period in which a beacon is lit.
  private static let pulses = [0.0..<0.16, 0.28..<0.44]

  private let track: ActorTrack
  private let margin: Double
  private let call: Double?

  /// - Parameters:
  ///   - margin: seconds that the track begins before the world.
  ///   - call: where in their period the beacons begin, 0 to 1; nil = they are off.
  init(_ track: ActorTrack, margin: Double, call: Double?) {
    self.track = track
    self.margin = margin
    self.call = call
  }

  static func hasBeacons(_ asset: Asset) -> Bool {
    VehicleLamp.all(of: asset).contains { [.beaconBlue, .beaconRed].contains($0) }
  }

  /// Those of a vehicle that nobody drives.
  static func dark(_ asset: Asset) -> [StateTrack] {
    [StateTrack("lamps", states: [state(of: asset, lit: [])], changes: [.init(time: 0, state: 0)])]
  }

  /// `lamps`, those that are lit at each instant, and `indicator`, what the driver shows by them.
  func states(of asset: Asset) -> [StateTrack] {
    let lamps = VehicleLamp.all(of: asset)
    guard lamps.contains(.brake) || lamps.contains(.tail) else { return [] }
    var shining: [(lamp: VehicleLamp, span: Range<Double>)] = []
    for lamp in lamps { shining += spells(of: lamp).map { (lamp: lamp, span: $0) } }
    let edges = [-margin] + shining.flatMap { [$0.span.lowerBound, $0.span.upperBound] }
    let times = edges.filter { $0.isFinite }.sorted()
    var known: [Set<VehicleLamp>] = []
    var changes: [StateTrack.Change] = []
    for time in times where time != changes.last?.time {
      let lit = Set(shining.filter { $0.span.contains(time) }.map(\.lamp))
      let state = known.firstIndex(of: lit) ?? known.count
      if state == known.count { known.append(lit) }
      if state != changes.last?.state { changes.append(.init(time: time, state: state)) }
    }
    let shown = StateTrack("lamps", states: known.map { Self.state(of: asset, lit: $0) }, changes: changes)
    return lamps.contains(.indicatorLeft) ? [shown, indicator] : [shown]
  }

  private static func state(of asset: Asset, lit: Set<VehicleLamp>) -> StateTrack.State {
    let words = VehicleLamp.allCases.filter(lit.contains).map(\.word)
    return StateTrack.State(
      words.isEmpty ? "none" : words.joined(separator: "+"),
      materials: VehicleLamp.materials(of: asset, lit: lit))
  }

  /// When a lamp is lit, world time.
  private func spells(of lamp: VehicleLamp) -> [Range<Double>] {
    switch lamp {
    // Whoever sits in it has started the engine.
    case .day: spells { !$0.behaviours.contains(.parked) || !$0.lights.isEmpty }
    case .brake: spells { $0.lights.contains(.brake) }
    case .indicatorLeft: flashes(.indicatorLeft)
    case .indicatorRight: flashes(.indicatorRight)
    case .beaconBlue: pulses(after: 0)
    // Beside blue ones: in turns.
    case .beaconRed: pulses(after: 0.5)
    case .head, .tail, .reverse, .beaconAmber, .sign: []
    }
  }

  /// Each time that an indicator is set the flashes begin anew, lit.
  private func flashes(_ side: ActorLights) -> [Range<Double>] {
    let modes: [ActorLights] =
      side == .indicatorLeft ? [.indicatorLeft, .hazard] : [.indicatorRight, .hazard]
    let last = time(track.states.count)
    return modes.flatMap { mode in spells { $0.lights.intersection(.hazard) == mode } }.flatMap { spell in
      let whole = spell.lowerBound..<min(spell.upperBound, last)
      return (0..<count(whole, Self.flash)).compactMap { k -> Range<Double>? in
        let start = whole.lowerBound + Double(k) * Self.flash
        return Self.span(start, min(whole.upperBound, start + Self.flash / 2))
      }
    }
  }

  private func pulses(after share: Double) -> [Range<Double>] {
    guard let call else { return [] }
    let whole = (-margin - Self.beacon)..<time(track.states.count)
    return (0..<count(whole, Self.beacon)).flatMap { k in
      Self.pulses.compactMap { pulse in
        let start = whole.lowerBound + (Double(k) + share + call) * Self.beacon
        return Self.span(start + pulse.lowerBound * Self.beacon, start + pulse.upperBound * Self.beacon)
      }
    }
  }

  private func count(_ span: Range<Double>, _ period: Double) -> Int {
    Int(((span.upperBound - span.lowerBound) / period).rounded(.up))
  }

  private static func span(_ start: Double, _ end: Double) -> Range<Double>? {
    end > start ? start..<end : nil
  }

  /// What the driver shows, whether a flash is lit or not.
  private var indicator: StateTrack {
    let values: [(word: String, lights: ActorLights)] = [
      ("off", []), ("left", .indicatorLeft), ("right", .indicatorRight), ("hazard", .hazard),
    ]
    var changes: [StateTrack.Change] = []
    for (k, state) in track.states.enumerated() {
      let now = values.firstIndex { $0.lights == state.lights.intersection(.hazard) } ?? 0
      if now != changes.last?.state { changes.append(.init(time: time(k), state: now)) }
    }
    return StateTrack(
      "indicator", states: values.map { StateTrack.State($0.word) },
      changes: changes.isEmpty ? [.init(time: 0, state: 0)] : changes)
  }

  /// Spells of the record in which something holds: each recorded moment stands for the step that begins with it.
  private func spells(_ holds: (ActorState) -> Bool) -> [Range<Double>] {
    var result: [Range<Double>] = []
    var start: Int?
    for k in 0...track.states.count {
      let isOn = k < track.states.count && holds(track.states[k])
      if isOn, start == nil { start = k }
      if !isOn, let first = start {
        // What holds at the end holds for good.
        result.append(time(first)..<(k == track.states.count ? .infinity : time(k)))
        start = nil
      }
    }
    return result
  }

  /// World time of recorded moment `k`, seconds, free of rounding.
  private func time(_ k: Int) -> Double {
    ((Double(k) * TrafficSimulation.step - margin) * 100).rounded() / 100
  }
}
