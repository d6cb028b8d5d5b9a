import RandomStreams
import RoadNetwork
import VectorMath
import WorldModel

/// A vehicle of the traffic with its looks.
struct PlacedVehicle: Sendable {
  var model: VehiclePalette.Model
  var colour: Int
  var vehicle: TrafficVehicle
}

/// Puts vehicles on lanes: ahead and behind on the own way, oncoming, and anywhere else.
struct TrafficPlacement {
  let graph: LaneGraph
  let region: Region
  let palette: VehiclePalette
  let mix: VehicleMix
  let signals: JunctionSignals
  /// Seconds that traffic is to last.
  let time: Double
  private let lanes: DrivableLanes
  private let ownLanes: [LaneReference]

  init(
    graph: LaneGraph, region: Region, palette: VehiclePalette, mix: VehicleMix, signals: JunctionSignals,
    time: Double, ego: DrivingLine
  ) {
    self.graph = graph
    self.region = region
    self.palette = palette
    self.mix = mix
    self.signals = signals
    self.time = time
    lanes = DrivableLanes(graph.map, in: region)
    var own: [LaneReference] = []
    for lane in ego.lanes where own.last != lane { own.append(lane) }
    ownLanes = own
  }

  func place(_ count: Int, ego: TrafficVehicle, _ draws: inout Draws) -> [PlacedVehicle] {
    var taken = [inflated(ego.footprint(at: ego.start))]
    var placed: [PlacedVehicle] = []
    for i in 0..<count {
      let made = draws.scope("vehicle/\(i)") { vehicle(ego, &$0, taken) }
      guard let made else { continue }
      taken.append(inflated(made.vehicle.footprint(at: made.vehicle.start)))
      placed.append(made)
    }
    return placed
  }

  private func vehicle(_ ego: TrafficVehicle, _ draws: inout Draws, _ taken: [Footprint]) -> PlacedVehicle? {
    let weights = VehiclePalette.Kind.allCases.map { (kind: $0, weight: weight($0)) }.filter {
      $0.weight > 0 && !palette.models($0.kind).isEmpty
    }
    var looks = draws.stream("looks")
    guard !weights.isEmpty else { return nil }
    let kind = weights[looks.weighted(weights.map(\.weight))].kind
    guard let model = looks.choose(palette.models(kind)) else { return nil }
    let colour = looks.weighted(VehiclePalette.paints(kind).weights)
    let role = draws.choose(["own way", "oncoming", "anywhere"], "role", name: { $0 }) ?? "anywhere"
    let temper = draws.draw(.uniform(min: 0.75, max: 1), "temper")
    var places = draws.stream("place")
    var forks = draws.stream("forks")
    for attempt in 0..<10 {
      guard let (lane, s) = place(attempt < 6 ? role : "anywhere", ego, &places) else { continue }
      let map = graph.map
      let wide = map.laneWidth(lane, at: s) ?? 0
      if model.body.width > 2.3, wide < 3 { continue }
      if kind == .bicycle, map.isMotorway(lane.road, at: s) { continue }
      let top = kind == .bicycle ? 5.5 : kind == .truck || kind == .bus ? 22 : 40
      let need = min(top, map.usualSpeed(lane, at: s)) * time + 40
      let way = LanePath.walk(graph, from: lane, at: s, length: need) {
        forks.integer(in: 0..<max(1, $0.count))
      }
      let path = signals.upToRed(way, from: s)
      let line = DrivingLine(path, rest: model.body.ahead + 1) { min(top, map.usualSpeed($0, at: $1)) }
      guard line.length > model.body.length + 8 else { continue }
      let vehicle = TrafficVehicle(body: model.body, line: line, start: 0, temper: temper)
      let print = inflated(vehicle.footprint(at: 0))
      guard taken.allSatisfy({ !$0.overlaps(print) }) else { continue }
      return PlacedVehicle(model: model, colour: colour, vehicle: vehicle)
    }
    return nil
  }

  private func place(_ role: String, _ ego: TrafficVehicle, _ stream: inout RandomStream) -> (
    lane: LaneReference, s: Double
  )? {
    switch role {
    case "own way":
      // The lanes of the own way are few: also those that lead to its first, and their parallels.
      let near = Set(ownLanes.map { SIMD2($0.road, $0.section) })
      return lanes.place(&stream) { lane in
        near.contains(SIMD2(lane.road, lane.section))
          && ownLanes.contains {
            $0.road == lane.road && graph.map.runsForward($0) == graph.map.runsForward(lane)
          }
      }
    case "oncoming":
      return lanes.place(&stream) { lane in
        ownLanes.contains { $0.road == lane.road && graph.map.runsForward($0) != graph.map.runsForward(lane) }
      }
    default: return lanes.place(&stream)
    }
  }

  private func weight(_ kind: VehiclePalette.Kind) -> Double {
    switch kind {
    case .car: mix.car
    case .van: mix.van
    case .truck: mix.truck
    case .bus: mix.bus
    case .bicycle: mix.bicycle
    }
  }

  /// With the room that drivers leave in front and behind.
  private func inflated(_ print: Footprint) -> Footprint {
    var print = print
    print.half += Vector2(2.5, 0.1)
    return print
  }
}
