import Diagnostics
import RandomStreams
import RoadNetwork
import Traffic
import VectorMath

/// Where the carrier of the cameras begins, and the way that it has before it.
struct EgoRoute: Sendable {
  /// Indices of lanes in the network, and where on the first its rear axle stands, metres.
  let lanes: [Int]
  let distance: Double
  /// Metres of the way.
  let length: Double
  /// m/s at the beginning, where nothing hinders.
  let speed: Double

  /// Looks for a start with road enough ahead; where no lane has that, takes the longest way found.
  ///
  /// - Throws: `badInput` where no lane can be driven on at all.
  static func choose(
    _ network: TrafficNetwork, _ places: LanePlaces, time: Double, wanted: Double?, name: String,
    _ draws: inout Draws
  ) throws -> (route: EgoRoute, driver: DriverProfile) {
    var driver = DriverProfile()
    driver.speedFactor = wanted == nil ? draws.draw(.uniform(min: 0.8, max: 1), "share_of_limit") : 1
    var stream = draws.stream("place")
    var forks = draws.stream("forks")
    var best: EgoRoute?
    for _ in 0..<24 {
      guard let (lane, distance) = places.place(&stream) else { break }
      let speed = wanted ?? network.lanes[lane].place(distance).limit * driver.speedFactor
      let need = speed * time + 30
      let way = network.route(from: lane, at: distance, length: need) { forks.integer(in: 0..<$0) }
      guard way.length > max(5, best?.length ?? 0) else { continue }
      best = EgoRoute(lanes: way.lanes, distance: distance, length: way.length, speed: speed)
      if way.length >= need - 2 { break }
    }
    guard let best else {
      throw DioramaError(
        .badInput, "\(name) has no lane that is long and wide enough to drive on",
        remedy: "give a road network with lanes of type driving, at least 2 m wide and 5 m long")
    }
    return (best, driver)
  }

  /// The place so many metres along the way, map coordinates.
  func point(at way: Double, _ network: TrafficNetwork) -> Vector3 {
    var rest = distance + min(way, length)
    for lane in lanes {
      let own = network.lanes[lane]
      if rest <= own.length { return own.place(rest).point }
      rest -= own.length
    }
    return lanes.last.map { network.lanes[$0].place(.infinity).point } ?? .zero
  }
}

extension LanePlaces {
  /// Those of a region.
  init(_ network: TrafficNetwork, in region: Region) {
    self.init()
    for stretch in region.stretches {
      for lane in network.map.roads[stretch.road].sections[stretch.section].lanes {
        guard
          let i = network.index(.init(road: stretch.road, section: stretch.section, lane: lane.id))
        else { continue }
        let (a, b) = (
          network.lanes[i].distance(station: stretch.start), network.lanes[i].distance(station: stretch.end)
        )
        add(i, from: min(a, b), to: max(a, b), network)
      }
    }
  }
}
