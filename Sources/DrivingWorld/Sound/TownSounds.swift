import Assets
import RandomStreams
import VectorMath
import WorldModel

/// Which things of a town are heard: engines and tyres that follow their vehicles, steps that follow the walk, and what
/// happens now and then. It knows a town by what stands in the world alone.
struct TownSounds {
  let world: World
  let plan: TownSoundPlan
  /// Seconds from t = 0.
  let duration: Double

  /// Seconds before and after the recording in which tracks go on: sound needs some of them for its way.
  private static let margin = 0.9
  /// What is farther away is not heard above the rest, metres.
  private static let reach = 140.0

  func sources(_ draws: inout Draws) -> [SoundSource] {
    let movers = nearest(Self.reach) {
      Self.vehicles[$0.nativeClass.name] != nil || $0.articulation is WalkCycle
    }
    .filter { $0.attribute("state") != "parked" }.prefix(plan.sources)
    var sources: [SoundSource] = []
    for entity in movers {
      sources +=
        Self.vehicles[entity.nativeClass.name] == nil ? steps(of: entity) : vehicle(entity, &draws)
    }
    if plan.own { sources += own() }
    sources += trees(&draws)
    sources += events(Array(movers), &draws)
    return sources
  }

  // MARK: What moves

  /// Kinds of sound by class: what drives it, and whether its tyres are heard.
  private static let vehicles: [String: (drive: String, rolls: Bool)] = [
    "car": ("car_engine", true), "van": ("car_engine", true), "truck": ("truck_engine", true),
    "bus": ("truck_engine", true), "tram": ("tram", false), "motorcycle": ("motorcycle", false),
    "bicycle": ("bicycle_freewheel", false),
  ]

  private func lasting(_ kind: String) -> SoundContent {
    .kind(SoundOrder(kind, duration: duration + 2 * Self.margin, isDriven: true))
  }

  private func vehicle(_ entity: Entity, _ draws: inout Draws) -> [SoundSource] {
    guard let sounds = Self.vehicles[entity.nativeClass.name] else { return [] }
    var drive = sounds.drive
    if drive == "car_engine", draws.draw(.uniform(min: 0, max: 1), "\(entity.name)/electric") < 0.18 {
      drive = "electric_drive"
    }
    let start = SoundStart.at(-Self.margin)
    var out: [SoundSource] = []
    let moves = !entity.track.isStill
    if moves || drive.hasSuffix("engine") {
      out.append(
        SoundSource(
          entity.name + "/drive", entity: entity.id, at: Vector3(1.2, 0, 0.5), start: start, lasting(drive)))
    }
    // Whoever is on call has siren and beacons on.
    if entity.attribute("on_call") == "true", moves {
      out.append(
        SoundSource(
          entity.name + "/siren", entity: entity.id, at: Vector3(0.3, 0, 1.7), start: start,
          .kind(SoundOrder("siren", duration: duration + 2 * Self.margin))))
    }
    if sounds.rolls, moves {
      out.append(
        SoundSource(
          entity.name + "/tyres", entity: entity.id, at: Vector3(0, 0, 0.1), start: start,
          lasting("tyre_noise")))
    }
    return out
  }

  private func own() -> [SoundSource] {
    [("drive", Vector3(2.4, 0, 0.5), "car_engine"), ("tyres", Vector3(1.3, 0, 0.1), "tyre_noise")].map {
      var source = SoundSource("own/\($0.0)", at: $0.1, start: .at(-Self.margin), lasting($0.2))
      source.isOnCarrier = true
      return source
    }
  }

  /// A step wherever the walk puts a foot down.
  private func steps(of entity: Entity) -> [SoundSource] {
    guard let walk = entity.articulation as? WalkCycle, !entity.track.isStill, walk.stride > 0 else {
      return []
    }
    func half(_ time: Double) -> Double {
      2 * (walk.phase + walk.travel.distance(at: time) / walk.stride)
    }
    let step = 0.005
    var times: [Double] = []
    var last = half(-Self.margin)
    for k in 1...Int((duration + 2 * Self.margin) / step) {
      let time = -Self.margin + Double(k) * step
      let now = half(time)
      if now.rounded(.down) > last.rounded(.down), walk.travel.speed(at: time).magnitude > 0.2 {
        times.append(time)
      }
      last = now
    }
    guard let first = times.first else { return [] }
    return [
      SoundSource(
        entity.name + "/steps", entity: entity.id, at: Vector3(0, 0, 0.02), start: .at(first),
        .kind(SoundOrder("footsteps", contacts: times)))
    ]
  }

  // MARK: What stands

  private func trees(_ draws: inout Draws) -> [SoundSource] {
    let near = nearest(45) { $0.nativeClass.name == "tree" || $0.nativeClass.name == "vegetation" }
    var sources: [SoundSource] = []
    if draws.draw(.uniform(min: 0, max: 1), "wind") < plan.wind {
      for tree in near.prefix(2) {
        sources.append(
          SoundSource(
            tree.name + "/wind", entity: tree.id, at: Vector3(0, 0, 4), start: .at(-Self.margin),
            .kind(SoundOrder("wind_in_trees", duration: duration + 2 * Self.margin))))
      }
    }
    for k in 0..<count(plan.birds, "birds", &draws) {
      guard let tree = draws.choose(Array(near.prefix(6)), "bird/\(k)/tree", name: \.name) else { break }
      sources.append(
        SoundSource(
          "bird_\(k + 1)", entity: tree.id, at: Vector3(0, 0, 3.5), start: time("bird/\(k)", &draws),
          .kind(SoundOrder("bird_song"))))
    }
    return sources
  }

  // MARK: What happens

  /// What a detector of anomalies should find.
  private static let rare = ["brake_squeal", "tyre_burst", "glass_break", "collision", "tyre_skid"]

  private func events(_ movers: [Entity], _ draws: inout Draws) -> [SoundSource] {
    var sources: [SoundSource] = []
    let vehicles = movers.filter { Self.vehicles[$0.nativeClass.name] != nil }
    for k in 0..<count(plan.horns, "horns", &draws) {
      guard let vehicle = draws.choose(vehicles, "horn/\(k)/vehicle", name: \.name) else { break }
      let kind =
        switch vehicle.nativeClass.name {
        case "bicycle": "bicycle_bell"
        case "truck", "bus", "tram": "truck_horn"
        default: "car_horn"
        }
      sources.append(
        SoundSource(
          "horn_\(k + 1)", entity: vehicle.id, at: Vector3(1.5, 0, 0.7), start: time("horn/\(k)", &draws),
          .kind(SoundOrder(kind))))
    }
    for k in 0..<count(plan.dogs, "dogs", &draws) {
      sources.append(
        SoundSource(
          "dog_\(k + 1)", at: place("dog/\(k)", height: 0.5, &draws), start: time("dog/\(k)", &draws),
          .kind(SoundOrder("dog_bark"))))
    }
    for k in 0..<count(plan.anomalies, "anomalies", &draws) {
      let kind = draws.choose(Self.rare, "anomaly/\(k)/kind", name: { $0 }) ?? "collision"
      let vehicle = draws.choose(vehicles, "anomaly/\(k)/vehicle", name: \.name)
      let isGlass = kind == "glass_break"
      sources.append(
        SoundSource(
          "anomaly_\(k + 1)", entity: isGlass ? nil : vehicle?.id,
          at: isGlass || vehicle == nil
            ? place("anomaly/\(k)", height: 1, &draws) : Vector3(0.8, 0, 0.4),
          start: time("anomaly/\(k)", &draws), .kind(SoundOrder(kind)), isAnomaly: true))
    }
    return sources
  }

  /// How many of what comes so often a minute: the whole part, and one more by chance.
  private func count(_ perMinute: Distribution, _ path: String, _ draws: inout Draws) -> Int {
    let mean = draws.draw(perMinute, path + "/per_minute") * duration / 60
    let whole = mean.rounded(.down)
    return Int(whole) + (draws.draw(.uniform(min: 0, max: 1), path + "/one_more") < mean - whole ? 1 : 0)
  }

  private func time(_ path: String, _ draws: inout Draws) -> SoundStart {
    .at(draws.draw(.uniform(min: 0, max: max(0.1, duration - 0.5)), path + "/time"))
  }

  /// Beside the way of the carrier, 6 to 25 m from where it is half way.
  private func place(_ path: String, height: Double, _ draws: inout Draws) -> Vector3 {
    let pose = world.rig.track.pose(at: duration / 2)
    let side = draws.draw(.uniform(min: -1, max: 1), path + "/side") < 0 ? -1.0 : 1
    let across = side * draws.draw(.uniform(min: 6, max: 16), path + "/across")
    let along = draws.draw(.uniform(min: -20, max: 20), path + "/along")
    return pose * Vector3(along, across, height)
  }

  // MARK: Choosing

  /// Entities that come nearest to the carrier, the nearest first.
  private func nearest(_ reach: Double, where isWanted: (Entity) -> Bool) -> [Entity] {
    let times = stride(from: 0, through: duration, by: max(0.25, duration / 40)).map { $0 }
    let ears = times.map { world.rig.track.pose(at: $0).translation }
    let found = world.entities.compactMap { entity -> (Double, Entity)? in
      guard isWanted(entity) else { return nil }
      let least =
        zip(times, ears).map { length(entity.track.pose(at: $0).translation - $1) }.min() ?? .infinity
      return least <= reach ? (least, entity) : nil
    }
    return found.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
  }
}

extension TownGenerator {
  func soundscape(of world: inout World, for brief: SoundscapeBrief, _ draws: inout Draws) throws
    -> Soundscape?
  {
    let sounds = TownSounds(world: world, plan: description.sounds, duration: brief.duration ?? 10)
    // The road where the carrier is, which its origin stands on.
    let height = world.rig.track.pose(at: 0).translation.z
    return Soundscape(
      .outdoors(ground: "asphalt", height: height),
      temperature: draws.draw(.uniform(min: 2, max: 30), "air/temperature"),
      humidity: draws.draw(.uniform(min: 35, max: 90), "air/humidity"), sources: sounds.sources(&draws))
  }
}
