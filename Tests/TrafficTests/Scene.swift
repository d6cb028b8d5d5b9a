import RandomStreams
import RoadNetwork
import Traffic
import VectorMath

/// Traffic for tests, on built-in roads.
struct Scene {
  var network: TrafficNetwork
  var controls: [JunctionControl]
  var walkways: Walkways?
  var simulation: TrafficSimulation

  static let car = VehicleBody(length: 4.4, width: 1.8, height: 1.5, rearAxle: -1.3, frontAxle: 1.35)
  static let lorry = VehicleBody(length: 9.5, width: 2.5, height: 3.4, rearAxle: -2.4, frontAxle: 3.3)
  static let bus = VehicleBody(length: 12, width: 2.55, height: 3.1, rearAxle: -2.7, frontAxle: 3.2)
  static let bicycle = VehicleBody(length: 1.8, width: 0.75, height: 1.9, rearAxle: -0.52, frontAxle: 0.52)

  /// - Parameter rule: of all junctions; nil = by chance.
  init(_ road: BuiltInRoads, rule: JunctionControl.Kind? = nil, seed: UInt64 = 1, people: Bool = false) throws
  {
    self.init(try road.map(), rule: rule, seed: seed, people: people)
  }

  init(_ map: RoadMap, rule: JunctionControl.Kind? = nil, seed: UInt64 = 1, people: Bool = false) {
    network = TrafficNetwork(LaneGraph(map)) { lane, s in map.speedLimit(lane, at: s) ?? 13.9 }
    var draws = Draws(stream: RandomStream(seed: seed), index: 0)
    controls = network.junctions.map { junction in
      var control = draws.scope(junction.id) {
        JunctionControl(junction, map, lights: rule == .signals ? 1 : rule == nil ? 0.5 : 0, &$0)
      }
      if let rule { control.kind = rule }
      return control
    }
    walkways = people ? Walkways(network) : nil
    simulation = TrafficSimulation(
      network, rules: RightOfWay(network, controls: controls), walkways: walkways)
  }

  func lane(_ road: Int, _ id: Int, section: Int = 0) -> Int {
    network.index(LaneReference(road: road, section: section, lane: id)) ?? 0
  }

  struct NoRoom: Error {}

  mutating func put(_ start: WalkerStart) throws { if !simulation.add(start) { throw NoRoom() } }

  mutating func put(
    _ body: VehicleBody = car, _ kind: VehicleKind = .car, lane: Int, at distance: Double,
    driver: DriverProfile = DriverProfile(), wanted: Double? = nil, route: [Int] = [],
    plan: KerbsidePlan = .none
  ) throws {
    let start = VehicleStart(
      kind: kind, body: body, driver: driver, lane: lane, distance: distance, wanted: wanted,
      forks: RandomStream(seed: 9).child("\(lane)/\(distance)"), route: route, plan: plan)
    if !simulation.add(start) { throw NoRoom() }
  }

  /// Fills the roads by chance; bodies in the order of vehicles.
  mutating func fill(_ count: Int, seed: UInt64) {
    let places = LanePlaces(network)
    let kinds: [(VehicleKind, VehicleBody, Double)] = [
      (.car, Self.car, 8), (.truck, Self.lorry, 1), (.bus, Self.bus, 0.6), (.bicycle, Self.bicycle, 1),
    ]
    for i in 0..<count {
      var stream = RandomStream(seed: seed).child(i)
      for _ in 0..<8 {
        let (kind, body, _) = kinds[stream.weighted(kinds.map(\.2))]
        guard let place = places.place(&stream) else { continue }
        let start = VehicleStart(
          kind: kind, body: body, driver: DriverProfile(kind, &stream), lane: place.lane,
          distance: place.distance, forks: stream.child("forks"))
        if simulation.add(start) { break }
      }
    }
  }
}
