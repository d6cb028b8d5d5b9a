import RoadNetwork
import VectorMath

/// Moves vehicles along the lanes of a network in fixed steps: a pure function of network, rules and starts.
///
/// Drivers follow by the intelligent driver model whatever stands in their way, change lanes by MOBIL, obey lights and
/// right of way. Last of all comes a rule that no model can break: who would touch another body in a step stays
/// where it is. Bodies that are apart in one step so are apart in the next.
package struct TrafficSimulation: Sendable {
  /// Seconds.
  package static let step = 0.1
  /// m/s².
  private static let emergencyBraking = 8.0
  /// Metres that bodies keep at least.
  static let apart = 0.12

  package let network: TrafficNetwork
  package let rules: RightOfWay
  var vehicles: [Vehicle] = []
  var walkers: [Walker] = []
  /// Where people walk; nil without.
  package let walkways: Walkways?
  /// What stands in the way and does not move.
  package private(set) var obstacles: [Footprint]
  /// Seconds since the beginning.
  package internal(set) var time = 0.0

  private var passages: [(body: VehicleBody, lanes: [Bool])] = []

  // Of the present step.
  var boxes = FootprintList()
  /// By crosswalk: who uses it.
  var claims: [[CrossingClaim]] = []
  /// People on the road, with their velocity.
  var crossers: [(box: Footprint, velocity: Vector2)] = []
  /// By lane of a junction: who is on it or comes to it.
  var users: [[LaneUser]]
  var usedLanes: [Int] = []
  /// By lane: vehicles on it, for changes of lane.
  var onLane: [[LaneOccupant]]
  var occupiedLanes: [Int] = []

  /// - Parameter obstacles: bodies such as parked cars.
  package init(
    _ network: TrafficNetwork, rules: RightOfWay, obstacles: [Footprint] = [], walkways: Walkways? = nil
  ) {
    self.walkways = walkways
    self.network = network
    self.rules = rules
    self.obstacles = obstacles
    users = Array(repeating: [], count: network.lanes.count)
    onLane = Array(repeating: [], count: network.lanes.count)
  }

  package var count: Int { vehicles.count }
  package var walkerCount: Int { walkers.count }
  /// Times that a vehicle had to be held in place, over all vehicles.
  package var holds: Int { vehicles.reduce(0) { $0 + $1.holds } }

  /// Puts a vehicle on the road if there is room, standing or at the speed that traffic allows.
  ///
  /// - Parameter gap: metres to keep to the bodies of others along the road.
  /// - Returns: whether there was.
  package mutating func add(_ start: VehicleStart, gap: Double = 2.5) -> Bool {
    guard network.lanes.indices.contains(start.lane) else { return false }
    let passable = passable(start.body)
    guard passable.isEmpty || passable[start.lane] else { return false }
    // Thoughts of different drivers fall into different steps.
    let vehicle = Vehicle(
      start, network, passable: passable, thought: Double(vehicles.count % 10) * Self.step)
    guard vehicle.line.points.count > 4, vehicle.line.end > vehicle.bumper + 2
    else { return false }
    let bodies = vehicle.bodies(at: vehicle.x)
    for body in [bodies.own, bodies.trailer].compactMap({ $0 }) {
      var room = body
      room.half.x += gap
      room.half.y += 0.1
      guard !boxes.touch(room), !obstacles.contains(where: { $0.overlaps(body, gap: 0.2) }) else {
        return false
      }
    }
    vehicles.append(vehicle)
    boxes.append(bodies)
    return true
  }

  /// By lane: whether a body gets round all bends from there on, by some way; empty for bodies that do everywhere.
  private mutating func passable(_ body: VehicleBody) -> [Bool] {
    guard body.length > 7 else { return [] }
    if let known = passages.first(where: { $0.body == body }) { return known.lanes }
    var lanes = network.lanes.map { $0.fits(body) }
    var front = lanes.indices.filter { !lanes[$0] }
    while let lane = front.popLast() {
      for before in network.lanes[lane].predecessors
      where lanes[before] && !network.lanes[before].successors.contains(where: { lanes[$0] }) {
        lanes[before] = false
        front.append(before)
      }
    }
    passages.append((body, lanes))
    return lanes
  }

  /// Gives all vehicles the speed at which none has to brake hard: to be called once all are there.
  package mutating func begin() {
    for i in vehicles.indices {
      // The faster, the farther one looks, and may see an end or a bend.
      for _ in 0..<3 {
        vehicles[i].speed = vehicles[i].isParked ? 0 : vehicles[i].wish
        vehicles[i].extend(network)
      }
      vehicles[i].speed = vehicles[i].isParked ? 0 : min(vehicles[i].speed, vehicles[i].wish)
    }
    for _ in 0..<4 {
      for i in vehicles.indices {
        guard let ahead = leader(of: i, within: 90) else { continue }
        let room = max(0, ahead.gap - vehicles[i].driver.standstillGap)
        let most = min(room / vehicles[i].driver.headway, ahead.speed + (1.2 * room).squareRoot())
        vehicles[i].speed = min(vehicles[i].speed, most)
      }
    }
    // Nor for a line that it may not pass.
    noteUsers()
    noteOccupants()
    noteClaims()
    for i in vehicles.indices where !vehicles[i].isParked {
      let standstill = vehicles[i].driver.standstillGap
      for line in [lineToStopAt(i, leader(of: i, within: 90)), crosswalkToStopAt(i)].compactMap({ $0 }) {
        vehicles[i].speed = min(vehicles[i].speed, (2.4 * max(0, line.gap - standstill)).squareRoot())
      }
    }
    for i in vehicles.indices { vehicles[i].rearSpeed = vehicles[i].speed }
  }

  /// One step on.
  package mutating func advance() {
    boxes = FootprintList()
    for vehicle in vehicles { boxes.append(vehicle.bodies(at: vehicle.x)) }
    noteUsers()
    noteOccupants()
    noteClaims()
    var wishes: [Double] = []
    wishes.reserveCapacity(vehicles.count)
    for i in vehicles.indices {
      thinkOfKerb(i)
      thinkOfLanes(i)
      wishes.append(acceleration(of: i))
    }
    for i in vehicles.indices { move(i, wishes[i]) }
    moveWalkers()
    time += Self.step
  }

  /// What the vehicle's driver does with the pedals, m/s².
  private mutating func acceleration(of i: Int) -> Double {
    if vehicles[i].isParked { return 0 }
    let driver = vehicles[i].driver
    let speed = vehicles[i].speed
    let wish = vehicles[i].wish
    var a = IntelligentDriver.acceleration(speed, wanted: wish, nil, driver)
    let sight = 15 + speed * (2 + speed / 4)
    let ahead = leader(of: i, within: min(250, sight + 45))
    vehicles[i].isFollowing = false
    vehicles[i].ahead = ahead?.vehicle
    if let ahead {
      a = min(a, IntelligentDriver.acceleration(speed, wanted: wish, ahead, driver))
      vehicles[i].isFollowing = ahead.gap < driver.standstillGap + 2.2 * driver.headway * max(speed, 2)
    }
    if let line = lineToStopAt(i, ahead) {
      a = min(a, IntelligentDriver.acceleration(speed, wanted: wish, line, driver))
    }
    if let stop = kerbsideStop(i) {
      a = min(a, IntelligentDriver.acceleration(speed, wanted: wish, stop, driver))
    }
    if let walk = crosswalkToStopAt(i) {
      a = min(a, IntelligentDriver.acceleration(speed, wanted: wish, walk, driver))
    }
    if let other = mergingLeader(of: i) {
      a = min(a, max(-3.5, IntelligentDriver.acceleration(speed, wanted: wish, other, driver)))
    }
    return a
  }

  private mutating func move(_ i: Int, _ wish: Double) {
    if vehicles[i].isParked {
      (vehicles[i].acceleration, vehicles[i].rearSpeed, vehicles[i].brakes) = (0, 0, false)
      return
    }
    let dt = Self.step
    let (driver, last, from) = (vehicles[i].driver, vehicles[i].speed, vehicles[i].x)
    // Pedals take time: the change of acceleration is bounded (10 m/s³), but for an emergency.
    let was = vehicles[i].acceleration
    let a = wish < -5 ? wish : max(was - 10 * dt, min(was + 6 * dt, wish))
    var speed = max(0, last + a * dt)
    // Speed follows the line's own profile down, which brakes evenly.
    let reach = (last + speed) / 2 * dt
    let most = vehicles[i].line.cap(at: from + reach) * max(1, driver.speedFactor)
    speed = max(min(speed, most), min(speed, last - driver.braking * 1.4 * dt), 0)
    if speed < 0.03, wish <= 0.05 { speed = 0 }
    let way = (last + speed) / 2 * dt
    var x = from
    if way > 0 {
      // Who would touch another brakes as hard as tyres can, and only where that is too late is held.
      let slow = min(speed, max(0, last - Self.emergencyBraking * dt))
      var isFree = false
      for next in slow < speed ? [speed, slow] : [speed] {
        let way = (last + next) / 2 * dt
        x = min(from + way / vehicles[i].line.stretch(at: from), vehicles[i].line.end)
        let bodies = vehicles[i].bodies(at: x)
        isFree = !touches(i, bodies.own, boxes[i])
        if isFree, let trailer = bodies.trailer, let old = boxes.trailer(i) {
          isFree = !touches(i, trailer, old)
        }
        guard isFree else { continue }
        boxes.move(i, bodies)
        speed = next
        break
      }
      if !isFree {
        vehicles[i].holds += last > 0.3 ? 1 : 0
        (x, speed) = (from, 0)
      }
    }
    let gone =
      x == from ? 0 : length(vehicles[i].line.rear(at: x).axle - vehicles[i].line.rear(at: from).axle)
    vehicles[i].travelled += gone
    vehicles[i].rearSpeed = gone / dt
    vehicles[i].acceleration = (speed - last) / dt
    vehicles[i].speed = speed
    vehicles[i].x = x
    vehicles[i].brakes =
      speed < 0.05 || vehicles[i].acceleration < (vehicles[i].brakes ? -0.25 : -0.6)
    if let sideways = vehicles[i].sideways, vehicles[i].tail > sideways.end { vehicles[i].sideways = nil }
    vehicles[i].extend(network)
  }

  /// Whether a body would come too near to another, nearer than it is.
  private func touches(_ i: Int, _ box: Footprint, _ old: Footprint) -> Bool {
    let near = boxes.first(near: box.center, within: box.radius + Self.apart) { j, other in
      // Who is too near already (never by its own move) may go where it does not come nearer.
      j != i && box.overlaps(other, gap: Self.apart)
        && (!old.overlaps(other, gap: Self.apart) || box.overlaps(other))
    }
    if near != nil { return true }
    for walker in walkers where box.overlaps(walker.box, gap: 0.05) { return true }
    for obstacle in obstacles where box.overlaps(obstacle, gap: 0.05) { return true }
    return false
  }
}
