package import RandomStreams
import RoadNetwork
import VectorMath

/// A vehicle that is to take part, before it drives.
package struct VehicleStart: Sendable {
  package var kind: VehicleKind
  package var body: VehicleBody
  package var driver: DriverProfile
  /// The lane of its rear axle, and where on it, metres along the lane.
  package var lane: Int
  package var distance: Double
  /// Speed where nothing hinders, instead of the customary one, m/s.
  package var wanted: Double?
  /// Decides at forks.
  package var forks: RandomStream
  /// Lanes of its way, of which forks take the next that they lead to, by index in `TrafficNetwork.lanes`.
  package var route: [Int]
  /// Of cars: whether it pulls out or parks.
  package var plan: KerbsidePlan

  package init(
    kind: VehicleKind, body: VehicleBody, driver: DriverProfile, lane: Int, distance: Double,
    wanted: Double? = nil, forks: RandomStream, route: [Int] = [],
    plan: KerbsidePlan = .none
  ) {
    self.plan = plan
    self.kind = kind
    self.body = body
    self.driver = driver
    self.lane = lane
    self.distance = distance
    self.wanted = wanted
    self.forks = forks
    self.route = route
  }
}

/// A vehicle that drives.
struct Vehicle: Sendable {
  /// Why it does not go on.
  enum Wait: Sendable { case none, signal, yield, exit, walker }

  /// A move to the side under way.
  struct Sideways: Sendable {
    enum Reason: Sendable { case lane, overtake, back, park }
    var reason: Reason
    var isLeft: Bool
    /// Along the line.
    var begin: Double
    var end: Double
  }

  let kind: VehicleKind
  let body: VehicleBody
  let driver: DriverProfile
  /// By lane: whether it gets round all bends from there on; empty = everywhere.
  let passable: [Bool]
  var forks: RandomStream
  var route: [Int]
  var line: GuideLine
  /// Of the guide point along the line.
  var x: Double
  var speed: Double
  var acceleration = 0.0
  /// Metres that the rear axle has gone.
  var travelled = 0.0
  /// Of the rear axle in the last step, m/s.
  var rearSpeed = 0.0

  /// The beginning of the junction, along the line, that it has been let into.
  var pass: Double?
  /// Since when it has stood before a junction, seconds.
  var stoodSince: Double?
  var wait = Wait.none
  var sideways: Sideways?
  /// A change of lane that it has decided on and shows, and when it may begin.
  var intent: (isLeft: Bool, from: Double)?
  /// When it may think of changing again.
  var nextThought: Double
  /// The vehicle ahead that it sees, and the one that it overtakes.
  var ahead: Int?
  var passed: Int?
  /// It keeps close to what is ahead.
  var isFollowing = false
  var brakes = false
  /// Times that it was held to keep bodies apart.
  var holds = 0

  var plan: KerbsidePlan
  /// It stands at the kerb with nobody about to drive it.
  var isParked = false
  /// Since when it shows that it pulls out.
  var pullsOutFrom: Double?
  /// Where along the line the guide point comes to rest when it parks.
  var parkingAt: Double?
  /// Until when a bus stands at its halt, and where it stood last.
  var haltsUntil: Double?
  var servedHalt: Double?

  init(_ start: VehicleStart, _ network: TrafficNetwork, passable: [Bool], thought: Double) {
    self.passable = passable
    kind = start.kind
    body = start.body
    driver = start.driver
    plan = start.plan
    forks = start.forks
    route = start.route
    var aside = start.driver.aside
    let width = network.lanes[start.lane].place(start.distance).width
    if start.kind == .bicycle {
      // Near the right edge, 0.8 m from it (ERA 2010); on the left in left-hand traffic.
      let isLeftHand = network.map.roads[network.lanes[start.lane].reference.road].rule == .leftHand
      aside = max(0, width / 2 - 0.8) * (isLeftHand ? 1 : -1)
    } else {
      let room = max(0, width - start.body.width) / 2
      aside = max(-room / 2, min(room / 2, aside))
    }
    if case .leaves = start.plan {
      if let kerb = network.lanes[start.lane].kerbOffset(at: start.distance, start.body) {
        (aside, isParked) = (kerb, true)
      } else {
        plan = .none
      }
    }
    line = GuideLine(
      network, lane: start.lane, station: start.distance, aside: aside, body: start.body,
      driver: start.driver, wanted: start.wanted)
    x = line.lead + 1
    speed = 0
    nextThought = thought
    extend(network)
  }

  /// Of the front bumper along the line.
  var bumper: Double { x - line.lead + body.ahead }
  /// Of the rear bumper.
  var tail: Double { x - line.lead - body.behind }

  /// Makes enough of the line for its speed.
  mutating func extend(_ network: TrafficNetwork) {
    let sight = 40 + body.length + speed * (4 + speed / 3)
    guard !line.hasEnded, line.end < x + sight else { return }
    let passable = passable
    var (forks, route) = (forks, route)
    line.extend(to: x + sight, network) { lanes in
      // Of the route, what lay between two forks is passed over.
      if let k = route.firstIndex(where: { lanes.contains($0) }), let i = lanes.firstIndex(of: route[k]) {
        route.removeFirst(k + 1)
        return i
      }
      // Long vehicles take ways that they get round; nobody takes one that ends soon if another does not.
      var fitting = lanes.indices.filter { passable.isEmpty || passable[lanes[$0]] }
      let far = fitting.filter { network.lanes[lanes[$0]].reach >= 250 }
      if !far.isEmpty { fitting = far }
      let pick = forks.integer(in: 0..<max(1, fitting.isEmpty ? lanes.count : fitting.count))
      return fitting.isEmpty ? pick : fitting[pick]
    }
    (self.forks, self.route) = (forks, route)
    line.forget(before: x - 60)
  }

  /// What it would drive at here if nothing hindered, m/s.
  var wish: Double {
    min(kind.topSpeed, line.cap(at: x) * driver.speedFactor)
  }

  /// What it covers of the ground with the guide point at `x`.
  func bodies(at x: Double) -> VehicleFootprint {
    let (axle, forward) = line.rear(at: x)
    let own = body.footprint(
      axle: axle, forward: forward, ground: line.height(at: x), up: line.normal(at: x))
    guard let trailer = body.trailer, let (axles, way) = line.trailerAxle(at: x) else {
      return VehicleFootprint(own: own)
    }
    let behind = x - line.lead + trailer.hitch - trailer.axle
    return VehicleFootprint(
      own: own,
      trailer: trailer.body.footprint(
        axle: axles, forward: way, ground: line.height(at: behind), up: line.normal(at: behind)))
  }
}
