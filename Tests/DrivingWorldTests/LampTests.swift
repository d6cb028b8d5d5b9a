import DrivingWorld
import Testing
import VectorMath
import WorldModel

/// Lamps of towns, as snapshots show them, against what moves.
@Suite struct LampTests {
  /// A town with lights and its entities, long enough for a whole cycle.
  private static let crossing: World? = (1...8 as ClosedRange<UInt64>).lazy.compactMap { seed in
    let world = try? Town.make(
      "{road: {builtin: crossroads}, vehicles: 16, pedestrians: 0, parked: 0}", seed: seed, duration: 75)
    return world?.entities.contains { $0.nativeClass.name == "traffic_light" } == true ? world : nil
  }.first

  /// The lamps of an entity whose materials shine in a snapshot, without `lamp_` and `_lit`.
  private func lit(_ entity: Entity, _ t: Double) -> Set<String> {
    let snapshot = World(entities: [entity]).snapshot(at: t)
    let shining = snapshot.materials.filter {
      $0.name.hasPrefix("lamp_") && max($0.emissive.x, $0.emissive.y, $0.emissive.z) > 0.45
    }
    return Set(shining.map { $0.name.replacing("lamp_", with: "").replacing("_lit", with: "") })
  }

  private func says(_ entity: Entity, _ name: String, _ t: Double) -> String {
    entity.attributes(at: t).first { $0.name == name }?.value ?? ""
  }

  /// In the order and for the times of the Vienna convention; what crosses never has green together.
  @Test func lightsGoRound() throws {
    let world = try #require(Self.crossing)
    let lights = world.entities.filter { $0.nativeClass.name == "traffic_light" }
    let next = ["red": "red+amber", "red+amber": "green", "green": "amber", "amber": "red"]
    var cycles = 0
    for light in lights {
      var since = (state: "", time: -1.0, isWhole: false)
      for k in 0...750 {
        let t = Double(k) / 10
        let lamps = lit(light, t)
        let state = ["red", "amber", "green"].filter(lamps.contains).joined(separator: "+")
        #expect(says(light, "state", t) == state.replacing("+", with: "_"), "\(light.name) at \(t)")
        guard state != since.state else { continue }
        if !since.state.isEmpty { #expect(next[since.state] == state, "\(light.name) at \(t)") }
        let lasted = t - since.time
        if since.isWhole, since.state == "amber" { #expect((lasted - 3).magnitude < 0.11); cycles += 1 }
        if since.isWhole, since.state == "red+amber" { #expect((lasted - 1).magnitude < 0.11) }
        since = (state, t, !since.state.isEmpty)
      }
    }
    #expect(cycles > 2)
    for t in stride(from: 0.0, through: 75, by: 0.5) {
      let going = lights.filter { !lit($0, t).isDisjoint(with: ["green"]) }.map {
        $0.track.pose(at: t).rotation * Vector3(1, 0, 0)
      }
      for a in going { for b in going { #expect(dot(a, b).magnitude > 0.6, "at \(t)") } }
    }
  }

  /// Whoever waits at a light and drives off has green before him in that very moment.
  @Test func whoWaitsGoesAtGreen() throws {
    let world = try #require(Self.crossing)
    let lights = world.entities.filter { $0.nativeClass.name == "traffic_light" }
    var starts = 0
    for vehicle in world.entities where Town.vehicles.contains(vehicle.nativeClass.name) {
      for k in 1...740 {
        let t = Double(k) / 10
        let (before, now) = [t - 0.1, t].map { Town.says(vehicle, "behaviour", at: $0 + 1e-6) }.pair
        guard before.contains("waiting_at_signal"), !now.contains("waiting_at_signal") else { continue }
        let pose = vehicle.track.pose(at: t)
        let ahead = lights.filter { light in
          let way = pose.inverse * light.track.pose(at: t).translation
          let facing = light.track.pose(at: t).rotation * Vector3(1, 0, 0)
          return way.x > 0 && way.x < 14 && way.y.magnitude < 9
            && dot(facing, pose.rotation * Vector3(1, 0, 0)) < -0.7
        }
        guard !ahead.isEmpty else { continue }
        starts += 1
        #expect(ahead.contains { lit($0, t).contains("green") }, "\(vehicle.name) at \(t)")
      }
    }
    #expect(starts > 1)
  }

  /// Brake lamps are lit where the vehicle slows down, in that very step of the traffic and not in one beside it.
  @Test func brakeLampsFollowTheBrakes() throws {
    var errors: [Int: Int] = [-1: 0, 0: 0, 1: 0]
    var slowed = 0
    for seed in [2, 5] as [UInt64] {
      let world = try Town.make(
        "{road: {builtin: crossroads}, vehicles: 20, pedestrians: 0, parked: 0}", seed: seed, duration: 10)
      for vehicle in world.entities
      where Town.vehicles.contains(vehicle.nativeClass.name) && says(vehicle, "lamps", 0).contains("day") {
        func speed(_ t: Double) -> Double {
          length(
            vehicle.track.pose(at: t + 0.05).translation - vehicle.track.pose(at: t - 0.05).translation) / 0.1
        }
        for k in 3...97 {
          let t = Double(k) / 10
          // Over the step that ends at t, and the one before.
          let (v, before) = (speed(t - 0.05), speed(t - 0.15))
          let pull = (v - before) / 0.1
          // Pedals are taken for brakes from 0.6 m/s² on, and until 0.25.
          guard v > 1, pull < -0.65 || pull > -0.2 else { continue }
          if pull < -0.65 { slowed += 1 }
          for shift in -1...1 {
            let isLit = lit(vehicle, t + Double(shift) * 0.1 + 1e-4).contains("brake")
            if isLit != (pull < -0.65) { errors[shift, default: 0] += 1 }
          }
        }
      }
    }
    #expect(slowed > 100)
    let found = "\([-1, 0, 1].map { errors[$0] ?? 0 }) of \(slowed)"
    let now = errors[0] ?? 0
    #expect(now * 50 < slowed, "\(found)")
    #expect((errors[-1] ?? 0) > now && (errors[1] ?? 0) > now, "\(found)")
  }

  /// Ninety flashes a minute on one side, lit at first, and none without the driver's wish.
  @Test func indicatorsFlash() throws {
    let world = try #require(Self.crossing)
    var flashes = 0
    for vehicle in world.entities where Town.vehicles.contains(vehicle.nativeClass.name) {
      var since: (mode: String, time: Double)?
      var last: String?
      for k in 0...1500 {
        let t = Double(k) / 100
        let mode = says(vehicle, "indicator", t)
        let (left, right) = (
          lit(vehicle, t).contains("indicator_left"), lit(vehicle, t).contains("indicator_right")
        )
        // When the first one began is not known.
        if mode != last { since = last == nil ? nil : (mode, t) }
        last = mode
        #expect(!(left || right) || mode != "off", "\(vehicle.name) at \(t)")
        #expect(!left || mode != "right", "\(vehicle.name) at \(t)")
        #expect(!right || mode != "left", "\(vehicle.name) at \(t)")
        guard let since, since.mode == "left" || since.mode == "right" else { continue }
        let phase = ((t - since.time) * 1.5).truncatingRemainder(dividingBy: 1)
        guard phase > 0.04, phase < 0.46 || phase > 0.54, phase < 0.96 else { continue }
        #expect((left || right) == (phase < 0.5), "\(vehicle.name) at \(t)")
        if phase < 0.5 { flashes += 1 }
      }
    }
    #expect(flashes > 30)
  }

  /// Parked cars are dark, those that drive have their daytime lights on.
  @Test func whoDrivesIsSeen() throws {
    let world = try Town.make(
      "{road: {builtin: straight-street}, vehicles: 12, parked: 15}", seed: 3, duration: 2)
    let parked = world.entities.filter { $0.attribute("state") == "parked" && !says($0, "lamps", 0).isEmpty }
    let driven = world.entities.filter { $0.attribute("state") == "moving" && $0.nativeClass.name == "car" }
    #expect(parked.count > 2 && driven.count > 2)
    for car in parked where says(car, "behaviour", 0).isEmpty { #expect(lit(car, 1).isEmpty, "\(car.name)") }
    for car in driven { #expect(lit(car, 1).contains("day"), "\(car.name)") }
  }
}

extension Array {
  fileprivate var pair: (Element, Element) { (self[0], self[1]) }
}
