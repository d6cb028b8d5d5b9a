import RandomStreams
import RoadNetwork
import Traffic
import VectorMath

/// A vehicle of the traffic with its looks.
struct PlacedVehicle: Sendable {
  var model: VehiclePalette.Model
  var colour: Int
  /// On its way to help, with beacons and siren: where in their period the beacons begin, 0 to 1; nil = as others.
  var call: Double?
  /// Chooses who sits in it.
  var crew: RandomStream
}

/// Puts vehicles on lanes: ahead and behind on the own way, oncoming, and anywhere else.
struct TrafficPlacement {
  let network: TrafficNetwork
  let palette: VehiclePalette
  let mix: VehicleMix
  private let places: LanePlaces
  /// Lanes of the own way.
  private let ownLanes: [LaneReference]

  init(
    network: TrafficNetwork, region: Region, palette: VehiclePalette, mix: VehicleMix, ego: EgoRoute
  ) {
    self.network = network
    self.palette = palette
    self.mix = mix
    places = LanePlaces(network, in: region)
    ownLanes = ego.lanes.map { network.lanes[$0].reference }
  }

  /// Adds as many of `count` vehicles as find room.
  func place(_ count: Int, into simulation: inout TrafficSimulation, _ draws: inout Draws) -> [PlacedVehicle]
  {
    var placed: [PlacedVehicle] = []
    for i in 0..<count {
      if let made = draws.scope("vehicle/\(i)", { vehicle(into: &simulation, &$0) }) { placed.append(made) }
    }
    return placed
  }

  private func vehicle(into simulation: inout TrafficSimulation, _ draws: inout Draws) -> PlacedVehicle? {
    let weights = VehicleKind.allCases.map { (kind: $0, weight: weight($0)) }.filter {
      $0.weight > 0 && !palette.models($0.kind).isEmpty
    }
    var looks = draws.stream("looks")
    guard !weights.isEmpty else { return nil }
    let kind = weights[looks.weighted(weights.map(\.weight))].kind
    let models = palette.models(kind)
    let model = models[looks.weighted(models.map(VehiclePalette.share))]
    let colour = looks.weighted(VehiclePalette.paints(kind).weights)
    let role = draws.choose(["own way", "oncoming", "anywhere"], "role", name: { $0 }) ?? "anywhere"
    var temper = draws.stream("driver")
    let driver = DriverProfile(kind, &temper)
    var stream = draws.stream("place")
    let forks = draws.stream("forks")
    let crew = draws.stream("crew")
    var kerb = draws.stream("kerb")
    var calls = draws.stream("call")
    let isCalled = calls.bool(probability: 0.6)
    let phase = calls.uniform()
    let call = isCalled && LampTimes.hasBeacons(model.asset) ? phase : nil
    let roll = kerb.uniform()
    let when = kerb.uniform(0, 12)
    let plan: KerbsidePlan =
      kind != .car ? .none : roll < 0.1 ? .leaves(at: when) : roll < 0.18 ? .parks(after: 5 * when) : .none
    for attempt in 0..<10 {
      guard let (lane, distance) = place(attempt < 6 ? role : "anywhere", &stream) else { continue }
      let own = network.lanes[lane]
      let width = own.place(distance).width
      if model.body.width > 2.3, width < 3 { continue }
      if kind == .bicycle, network.map.isMotorway(own.reference.road, at: own.station(distance)) { continue }
      let start = VehicleStart(
        kind: kind, body: model.body, driver: driver, lane: lane, distance: distance, forks: forks,
        plan: plan)
      if simulation.add(start) {
        return PlacedVehicle(model: model, colour: colour, call: call, crew: crew)
      }
    }
    return nil
  }

  private func place(_ role: String, _ stream: inout RandomStream) -> (lane: Int, distance: Double)? {
    let map = network.map
    switch role {
    case "own way":
      // The lanes of the own way are few: also those beside them.
      let near = Set(ownLanes.map { SIMD2($0.road, $0.section) })
      return places.place(&stream) { i in
        let lane = network.lanes[i].reference
        return near.contains(SIMD2(lane.road, lane.section))
          && ownLanes.contains { $0.road == lane.road && map.runsForward($0) == map.runsForward(lane) }
      }
    case "oncoming":
      return places.place(&stream) { i in
        let lane = network.lanes[i].reference
        return ownLanes.contains { $0.road == lane.road && map.runsForward($0) != map.runsForward(lane) }
      }
    default: return places.place(&stream)
    }
  }

  private func weight(_ kind: VehicleKind) -> Double {
    switch kind {
    case .car: mix.car
    case .van: mix.van
    case .truck: mix.truck
    case .bus: mix.bus
    case .bicycle: mix.bicycle
    case .motorcycle: mix.motorcycle
    }
  }
}
