package import RoadNetwork
import VectorMath

/// What happened: a track for every actor.
package struct TrafficRecord: Sendable {
  /// In the order of adding.
  package internal(set) var vehicles: [ActorTrack]
  /// In the order of adding.
  package internal(set) var walkers: [ActorTrack]
  /// Moments recorded.
  package internal(set) var count = 0

  init(vehicles: Int, walkers: Int) {
    self.vehicles = Array(repeating: ActorTrack(), count: vehicles)
    self.walkers = Array(repeating: ActorTrack(), count: walkers)
  }
}

extension TrafficSimulation {
  /// Runs for so many steps and records each moment, the first included.
  package mutating func run(steps: Int) -> TrafficRecord {
    var record = TrafficRecord(vehicles: vehicles.count, walkers: walkers.count)
    for i in record.vehicles.indices { record.vehicles[i].states.reserveCapacity(steps + 1) }
    note(&record)
    for _ in 0..<max(0, steps) {
      advance()
      note(&record)
    }
    return record
  }

  func note(_ record: inout TrafficRecord) {
    for i in vehicles.indices { record.vehicles[i].states.append(state(of: i)) }
    for i in walkers.indices { record.walkers[i].states.append(state(ofWalker: i)) }
    record.count += 1
  }

  /// All lanes that vehicle `i` has driven on and knows ahead, each once.
  package func route(_ i: Int) -> [LaneReference] {
    var result: [LaneReference] = []
    for lane in vehicles[i].line.passed + vehicles[i].line.pieces.map(\.lane) {
      let reference = network.lanes[lane].reference
      if !result.contains(reference) { result.append(reference) }
    }
    return result
  }

  /// What vehicle `i` covers of the ground in a recorded state.
  package func box(_ i: Int, _ state: ActorState) -> Footprint {
    Self.box(vehicles[i].body, state.pose)
  }

  /// What the trailer of vehicle `i` covers in a recorded state.
  package func trailerBox(_ i: Int, _ state: ActorState) -> Footprint? {
    guard let trailer = vehicles[i].body.trailer, let pose = state.trailer else { return nil }
    return Self.box(trailer.body, pose)
  }

  private static func box(_ body: VehicleBody, _ pose: RigidTransform<WorldSpace, ObjectSpace>) -> Footprint {
    let ahead = pose.rotation * Vector3(1, 0, 0)
    let forward = normalized(Vector2(ahead.x, ahead.y))
    let p = pose.translation
    return body.footprint(
      axle: Vector2(p.x, p.y), forward: forward, ground: p.z, up: pose.rotation * Vector3(0, 0, 1))
  }

  /// What vehicle `i` covers of the ground, without its trailer.
  package func box(_ i: Int) -> Footprint { vehicles[i].bodies(at: vehicles[i].x).own }
  package func speed(_ i: Int) -> Double { vehicles[i].speed }
  package func holds(_ i: Int) -> Int { vehicles[i].holds }

  func state(of i: Int) -> ActorState {
    let axles = vehicles[i].line.axles(at: vehicles[i].x)
    let lane = lane(under: i)
    return ActorState(
      pose: Self.pose(axles), speed: vehicles[i].rearSpeed,
      acceleration: vehicles[i].acceleration, travelled: vehicles[i].travelled,
      steer: DeterministicMath.atan(
        vehicles[i].body.wheelbase * vehicles[i].line.curvature(at: vehicles[i].x)),
      lane: lane.map { network.lanes[$0].reference }, lights: lights(of: i),
      behaviours: behaviours(of: i),
      trailer: vehicles[i].line.trailerAxles(at: vehicles[i].x).map(Self.pose))
  }

  private static func pose(
    _ axles: (rear: Vector3, front: Vector3, up: Vector3)
  ) -> RigidTransform<WorldSpace, ObjectSpace> {
    let forward = normalized(axles.front - axles.rear)
    let left = normalized(cross(axles.up, forward))
    let rotation = Quaternion(Matrix3(columns: forward, left, cross(forward, left)))
    return RigidTransform(rotation: rotation, translation: axles.rear)
  }

  /// The lane under the rear axle: while it changes, the one that its middle is on.
  private func lane(under i: Int) -> Int? {
    guard let sample = vehicles[i].line.sample(at: vehicles[i].x - vehicles[i].line.lead) else { return nil }
    let lane = network.lanes[sample.lane]
    if sample.shift > sample.width / 2, let left = lane.left { return left }
    if sample.shift < -sample.width / 2, let right = lane.right { return right }
    return sample.lane
  }

  /// The turn that the vehicle makes or is about to make.
  private func turn(of i: Int, within way: Double) -> TrafficLane.Turn {
    for piece in vehicles[i].line.pieces where piece.end > vehicles[i].tail {
      guard piece.start < vehicles[i].bumper + way else { break }
      let lane = network.lanes[piece.lane]
      if lane.junction != nil { return lane.turn }
    }
    return .straight
  }

  private func lights(of i: Int) -> ActorLights {
    var lights: ActorLights = vehicles[i].brakes ? .brake : []
    if vehicles[i].isParked, vehicles[i].pullsOutFrom == nil { return [] }
    if vehicles[i].pullsOutFrom != nil { return isLeftHand(i) ? .indicatorRight : .indicatorLeft }
    switch turn(of: i, within: 12 + 2.5 * vehicles[i].speed) {
    case .left: lights.insert(.indicatorLeft)
    case .right: lights.insert(.indicatorRight)
    case .straight: break
    }
    if let sideways = vehicles[i].sideways { lights = lights.showing(isLeft: sideways.isLeft) }
    if vehicles[i].haltsUntil != nil { lights = lights.showing(isLeft: isLeftHand(i)) }
    if let intent = vehicles[i].intent { lights = lights.showing(isLeft: intent.isLeft) }
    return lights
  }

  private func isLeftHand(_ i: Int) -> Bool {
    guard let piece = vehicles[i].line.pieces.first else { return false }
    return network.map.roads[network.lanes[piece.lane].reference.road].rule == .leftHand
  }

  private func behaviours(of i: Int) -> Behaviours {
    if vehicles[i].isParked { return [.stopped, .parked] }
    var result: Behaviours = vehicles[i].speed < 0.05 ? .stopped : .driving
    if vehicles[i].isFollowing { result.insert(.following) }
    switch vehicles[i].wait {
    case .none: break
    case .signal: if vehicles[i].speed < 4 { result.insert(.waitingAtSignal) }
    case .yield, .exit, .walker: result.insert(.yielding)
    }
    switch turn(of: i, within: 0) {
    case .left: result.insert(.turningLeft)
    case .right: result.insert(.turningRight)
    case .straight: break
    }
    if vehicles[i].haltsUntil != nil { result.insert(.atBusStop) }
    if let sideways = vehicles[i].sideways, vehicles[i].bumper > sideways.begin {
      switch sideways.reason {
      case .lane: result.insert(sideways.isLeft ? .changingLaneLeft : .changingLaneRight)
      case .overtake, .back: result.insert(.overtaking)
      case .park: result.insert(.parking)
      }
    }
    return result
  }
}

extension ActorLights {
  fileprivate func showing(isLeft: Bool) -> ActorLights {
    subtracting(.hazard).union(isLeft ? .indicatorLeft : .indicatorRight)
  }
}
