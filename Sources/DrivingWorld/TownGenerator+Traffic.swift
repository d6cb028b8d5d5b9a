import Assets
import RandomStreams
import RoadNetwork
import Traffic
import VectorMath
import WorldModel

/// What moves: from the simulation's tracks to entities.
extension TownGenerator {
  /// The own vehicle first, then all others that find room.
  func drive(
    _ network: Network, _ region: Region, _ ego: EgoRoute, _ driver: DriverProfile, _ wanted: Double?,
    _ signals: JunctionSignals, _ draws: inout Draws
  ) -> (TrafficSimulation, [PlacedVehicle]) {
    let rules = RightOfWay(network.traffic, controls: signals.controls)
    var simulation = TrafficSimulation(network.traffic, rules: rules, walkways: network.walkways)
    let forks = draws.stream("ego/forks")
    _ = simulation.add(
      VehicleStart(
        kind: .car, body: .ego, driver: driver, lane: ego.lanes.first ?? 0, distance: ego.distance,
        wanted: wanted, forks: forks, route: ego.lanes))
    let placement = TrafficPlacement(
      network: network.traffic, region: region, palette: network.vehicles, mix: description.mix, ego: ego)
    let count = draws.count(description.vehicles, "vehicles", in: 0...200)
    let placed = placement.place(count, into: &simulation, &draws)
    return (simulation, placed)
  }

  func track(_ actor: ActorTrack, ahead: Double) -> Track {
    track(actor.states.map { ($0.pose, $0.travelled) }, ahead: ahead)
  }

  /// - Parameters:
  ///   - states: poses of a rear axle, and metres gone, one a step.
  ///   - ahead: metres from the rear axle to the point that the track is of.
  func track(
    _ states: [(pose: RigidTransform<WorldSpace, ObjectSpace>, travelled: Double)], ahead: Double
  ) -> Track {
    func pose(
      _ state: (pose: RigidTransform<WorldSpace, ObjectSpace>, travelled: Double)
    ) -> RigidTransform<WorldSpace, ObjectSpace> {
      RigidTransform(rotation: state.pose.rotation, translation: state.pose * Vector3(ahead, 0, 0))
    }
    guard let first = states.first, let last = states.last, last.travelled > 0 else {
      return Track(still: states.first.map(pose) ?? .identity)
    }
    guard last.travelled > first.travelled else { return Track(still: pose(first)) }
    return Track(
      keys: states.enumerated().map { k, state in
        Track.Key(time: Double(k) * TrafficSimulation.step - Self.margin, worldFromObject: pose(state))
      })
  }

  func add(
    _ placed: PlacedVehicle, _ actor: ActorTrack, _ map: RoadMap, _ plates: inout PlateRegister,
    to list: inout EntityList
  ) {
    let track = track(actor, ahead: placed.model.ahead)
    let now = min(actor.states.count - 1, Int(Self.margin / TrafficSimulation.step))
    guard now >= 0 else { return }
    let state = actor.states[now]
    let isParked = actor.states.allSatisfy { $0.behaviours.contains(.parked) }
    var attributes: [(name: String, value: String)] = [
      ("state", isParked ? "parked" : track.isStill ? "stopped" : "moving"),
      ("speed", "\((state.speed * 10).rounded() / 10)"),
    ]
    if let lane = state.lane {
      attributes.append(("lane", TimedText.name(lane, map)))
      attributes.append(("lanes", TimedText.lanes(actor, map, margin: Self.margin)))
    }
    attributes.append(
      (
        "behaviour",
        TimedText(actor, margin: Self.margin) { $0.behaviours.names.joined(separator: "+") }.text
      ))
    let model = placed.model
    var chance = placed.crew
    // Nobody is in what stays parked.
    let crew: (asset: Asset, materials: [Int: Material], count: Int) =
      isParked ? (model.asset, [:], 0) : model.crews.drive(model.asset, model.kind, &chance)
    let plate = plates.register(model.asset, number: chance.next())
    let occupants = model.asset.fittings.seats.isEmpty ? [] : [(name: "occupants", value: "\(crew.count)")]
    if placed.call != nil { attributes.append(("on_call", "true")) }
    let lamps = LampTimes(actor, margin: Self.margin, call: placed.call)
    list.add(
      model.asset.name, crew.asset, track,
      materials: Self.paint(model, placed.colour).merging(crew.materials) { paint, _ in paint }
        .merging(plate.materials) { paint, _ in paint },
      attributes: attributes + occupants + plate.attributes, states: lamps.states(of: model.asset)
    ) { track in
      guard let rider = model.rider else {
        return RollingWheels(travel: TravelledDistance(track: track), wheels: model.wheels)
      }
      return Pedalling(track: track, body: rider.person, geometry: rider.geometry)
    }
    if let trailer = model.trailer {
      let poses = actor.states.compactMap { state in state.trailer.map { ($0, state.travelled) } }
      let plate = plates.register(trailer.asset, number: chance.next())
      list.add(
        trailer.asset.name, trailer.asset, self.track(poses, ahead: trailer.ahead),
        materials: plate.materials,
        attributes: attributes + plate.attributes,
        states: lamps.states(of: trailer.asset)
      ) { RollingWheels(travel: TravelledDistance(track: $0), wheels: trailer.wheels) }
    }
    guard let rider = model.rider else { return }
    list.add("rider", rider.asset, track, attributes: attributes) {
      Pedalling(track: $0, body: rider.person, geometry: rider.geometry)
    }
  }

  func add(
    _ person: PeoplePlacement.Person, _ actor: ActorTrack, _ ground: Ground, to list: inout EntityList
  ) {
    // Feet stay on the surface as it is seen; a kerb is taken in one step.
    func pose(_ state: ActorState) -> RigidTransform<WorldSpace, ObjectSpace> {
      var pose = state.pose
      let p = pose.translation
      let ahead = pose.rotation * Vector3(0.3, 0, 0)
      let heights = [-1.0, 0, 1].compactMap { k in
        ground.spot(Vector2(p.x + k * ahead.x, p.y + k * ahead.y), below: p.z + 1.5)?.height
      }
      // Over a kerb one is as high as its top: no foot is hidden in the pavement.
      if let low = heights.min(), let high = heights.max() {
        pose.translation.z = high - low > 0.05 ? high : heights.reduce(0, +) / Double(heights.count)
      }
      return pose
    }
    let now = min(actor.states.count - 1, Int(Self.margin / TrafficSimulation.step))
    guard now >= 0, let last = actor.states.last else { return }
    if let aid = person.aid {
      add(person, aid, actor, ground, to: &list)
      return
    }
    let track =
      last.travelled > 0
      ? Track(
        keys: actor.states.enumerated().map { k, state in
          Track.Key(time: Double(k) * TrafficSimulation.step - Self.margin, worldFromObject: pose(state))
        }) : Track(still: pose(actor.states[now]))
    list.add(
      "pedestrian", person.model.asset, track, materials: person.colours,
      attributes: [
        ("state", track.isStill ? "standing" : "walking"),
        ("speed", "\((actor.states[now].speed * 10).rounded() / 10)"),
        (
          "behaviour",
          TimedText(actor, margin: Self.margin) { $0.behaviours.names.joined(separator: "+") }.text
        ),
      ]
    ) { track in
      var walk = WalkCycle(
        body: person.model.body, track: track, speed: max(0.7, person.speed), phase: person.phase)
      if track.isStill {
        walk.rest = .atEase(person.model.body, AssetVariation(seed: person.phase.bitPattern))
      }
      return walk
    }
  }
}
