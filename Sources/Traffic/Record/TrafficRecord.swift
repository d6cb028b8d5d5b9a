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
  package func box(_ i: Int, _ state: ActorState) -> BodyBox {
    let body = vehicles[i].body
    let ahead = state.pose.rotation * Vector3(1, 0, 0)
    let forward = normalized(Vector2(ahead.x, ahead.y))
    let p = state.pose.translation
    return BodyBox(
      center: Vector2(p.x, p.y) - forward * body.rearAxle, forward: forward,
      half: Vector2(body.length, body.width) / 2, low: p.z - 0.3, high: p.z + body.height)
  }

  /// What vehicle `i` covers of the ground.
  package func box(_ i: Int) -> BodyBox { vehicles[i].box(at: vehicles[i].x) }
  package func speed(_ i: Int) -> Double { vehicles[i].speed }
  package func holds(_ i: Int) -> Int { vehicles[i].holds }

  func state(of i: Int) -> ActorState {
    let vehicle = vehicles[i]
    let axles = vehicle.line.axles(at: vehicle.x)
    let forward = normalized(axles.front - axles.rear)
    let left = normalized(cross(axles.up, forward))
    let rotation = Quaternion(Matrix3(columns: forward, left, cross(forward, left)))
    let lane = lane(under: vehicle)
    return ActorState(
      pose: RigidTransform(rotation: rotation, translation: axles.rear), speed: vehicle.rearSpeed,
      acceleration: vehicle.acceleration, travelled: vehicle.travelled,
      steer: DeterministicMath.atan(vehicle.body.wheelbase * vehicle.line.curvature(at: vehicle.x)),
      lane: lane.map { network.lanes[$0].reference }, lights: lights(of: vehicle),
      behaviours: behaviours(of: vehicle))
  }

  /// The lane under the rear axle: while it changes, the one that its middle is on.
  private func lane(under vehicle: Vehicle) -> Int? {
    guard let sample = vehicle.line.sample(at: vehicle.x - vehicle.line.lead) else { return nil }
    let lane = network.lanes[sample.lane]
    if sample.shift > sample.width / 2, let left = lane.left { return left }
    if sample.shift < -sample.width / 2, let right = lane.right { return right }
    return sample.lane
  }

  /// The turn that the vehicle makes or is about to make.
  private func turn(of vehicle: Vehicle, within way: Double) -> TrafficLane.Turn {
    for piece in vehicle.line.pieces where piece.end > vehicle.tail {
      guard piece.start < vehicle.bumper + way else { break }
      let lane = network.lanes[piece.lane]
      if lane.junction != nil { return lane.turn }
    }
    return .straight
  }

  private func lights(of vehicle: Vehicle) -> ActorLights {
    var lights: ActorLights = vehicle.brakes ? .brake : []
    if vehicle.isParked, vehicle.pullsOutFrom == nil { return [] }
    if vehicle.pullsOutFrom != nil { return isLeftHand(vehicle) ? .indicatorRight : .indicatorLeft }
    switch turn(of: vehicle, within: 12 + 2.5 * vehicle.speed) {
    case .left: lights.insert(.indicatorLeft)
    case .right: lights.insert(.indicatorRight)
    case .straight: break
    }
    if let sideways = vehicle.sideways { lights = lights.showing(isLeft: sideways.isLeft) }
    if vehicle.haltsUntil != nil { lights = lights.showing(isLeft: isLeftHand(vehicle)) }
    if let intent = vehicle.intent { lights = lights.showing(isLeft: intent.isLeft) }
    return lights
  }

  private func isLeftHand(_ vehicle: Vehicle) -> Bool {
    guard let piece = vehicle.line.pieces.first else { return false }
    return network.map.roads[network.lanes[piece.lane].reference.road].rule == .leftHand
  }

  private func behaviours(of vehicle: Vehicle) -> Behaviours {
    if vehicle.isParked { return [.stopped, .parked] }
    var result: Behaviours = vehicle.speed < 0.05 ? .stopped : .driving
    if vehicle.isFollowing { result.insert(.following) }
    switch vehicle.wait {
    case .none: break
    case .signal: if vehicle.speed < 4 { result.insert(.waitingAtSignal) }
    case .yield, .exit, .walker: result.insert(.yielding)
    }
    switch turn(of: vehicle, within: 0) {
    case .left: result.insert(.turningLeft)
    case .right: result.insert(.turningRight)
    case .straight: break
    }
    if vehicle.haltsUntil != nil { result.insert(.atBusStop) }
    if let sideways = vehicle.sideways, vehicle.bumper > sideways.begin {
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
