import RoadNetwork
import VectorMath

/// What a vehicle wants at the side of the road.
package enum KerbsidePlan: Sendable, Hashable {
  case none
  /// Stands in the parking lane and pulls out at this time, seconds.
  case leaves(at: Double)
  /// Parks where there is room, after so many metres.
  case parks(after: Double)
}

/// Parking at the kerb and pulling out, and halts of buses.
extension TrafficSimulation {
  /// From where a vehicle begins to move over to where it stands, metres.
  private static let parkingWay = 14.0
  /// Free metres that parking needs.
  private static let slot = 12.0

  /// What the driver does with the pedals because of the kerb: a place to stop at ahead.
  mutating func kerbsideStop(_ i: Int) -> IntelligentDriver.Leader? {
    guard vehicles[i].parkingAt != nil || vehicles[i].kind == .bus else { return nil }
    let vehicle = vehicles[i]
    if let target = vehicle.parkingAt {
      let room = target - vehicle.x
      if vehicle.speed < 0.05, room < 1.5 { vehicles[i].isParked = true }
      return .init(gap: max(0.05, room + vehicle.driver.standstillGap - 0.3), speed: 0)
    }
    return vehicle.kind == .bus ? busStop(i) : nil
  }

  /// Pulls out, or looks for a place.
  mutating func thinkOfKerb(_ i: Int) {
    guard vehicles[i].plan != .none else { return }
    let vehicle = vehicles[i]
    switch vehicle.plan {
    case .none: return
    case .leaves(let time):
      guard vehicle.isParked, self.time >= time - 2 else { return }
      if vehicle.pullsOutFrom == nil { vehicles[i].pullsOutFrom = max(self.time, time) }
      guard self.time >= time else { return }
      pullOut(i)
    case .parks(let way):
      guard vehicle.travelled > way, vehicle.sideways == nil, vehicle.intent == nil, vehicle.parkingAt == nil,
        vehicle.speed < 11, vehicle.speed > 2
      else { return }
      pullIn(i)
    }
  }

  private mutating func pullOut(_ i: Int) {
    let vehicle = vehicles[i]
    guard let sample = vehicle.line.sample(at: vehicle.x) else { return }
    let (own, way) = (boxes[i], boxes[i].forward)
    // Nobody comes from behind within three seconds, nor stands beside or just ahead.
    let isFree = boxes.indices.allSatisfy { j in
      guard j != i, !vehicles[j].isParked else { return true }
      let d = boxes[j].center - own.center
      let (ahead, aside) = (dot(d, way), cross(way, d).magnitude)
      guard aside < 5 + own.half.y, dot(boxes[j].forward, way) > 0 else { return true }
      let behind = -ahead - own.half.x - boxes[j].half.x
      return ahead > own.half.x + boxes[j].half.x + 6 || behind > 6 + 3.5 * vehicles[j].speed
    }
    guard isFree,
      let start = vehicles[i].line.change(
        to: sample.lane, shift: vehicle.driver.aside, from: vehicle.x, over: 10, network)
    else { return }
    vehicles[i].extend(network)
    vehicles[i].isParked = false
    vehicles[i].plan = .none
    vehicles[i].pullsOutFrom = nil
    let isLeftHand = network.map.roads[network.lanes[sample.lane].reference.road].rule == .leftHand
    vehicles[i].sideways = .init(reason: .park, isLeft: !isLeftHand, begin: start, end: start + 10)
  }

  private mutating func pullIn(_ i: Int) {
    let vehicle = vehicles[i]
    guard let sample = vehicle.line.sample(at: vehicle.x) else { return }
    let lane = network.lanes[sample.lane]
    let left = lane.length - sample.station
    guard lane.junction == nil, let offset = lane.kerbOffset(at: sample.station + 25, vehicle.body),
      left > 45, lane.right == nil || lane.left == nil
    else { return }
    let begin = vehicle.x + 8
    let stand = begin + Self.parkingWay + 3
    // Nothing stands where it wants to.
    let middle = stand - vehicle.line.lead - vehicle.body.rearAxle
    let (p, way) = (vehicle.line.point(at: middle), vehicle.line.direction(at: middle))
    let place = Footprint(
      center: p + Vector2(-way.y, way.x) * (offset - sample.shift), forward: way,
      half: Vector2(Self.slot / 2 + vehicle.body.length / 2, vehicle.body.width / 2), low: boxes[i].low,
      high: boxes[i].high)
    guard !boxes.touch(place, except: i),
      !obstacles.contains(where: { $0.overlaps(place) }),
      let start = vehicles[i].line.change(
        to: sample.lane, shift: offset, from: vehicle.x + 2, over: Self.parkingWay, network)
    else { return }
    vehicles[i].extend(network)
    vehicles[i].plan = .none
    vehicles[i].parkingAt = start + Self.parkingWay + 3
    vehicles[i].sideways = .init(reason: .park, isLeft: offset > 0, begin: start, end: .infinity)
  }

  /// The halt ahead, until the bus has stood there.
  private mutating func busStop(_ i: Int) -> IntelligentDriver.Leader? {
    let vehicle = vehicles[i]
    for piece in vehicle.line.pieces where piece.end > vehicle.bumper - 3 {
      guard piece.start < vehicle.bumper + 90 else { break }
      for stop in network.lanes[piece.lane].halts {
        let at = piece.start + stop
        let room = at - vehicle.bumper
        guard room > -3, vehicle.servedHalt.map({ at > $0 + 20 }) ?? true else { continue }
        if vehicle.speed < 0.05, room < 2.5 {
          if vehicle.haltsUntil == nil { vehicles[i].haltsUntil = time + 10 + Double(i % 5) * 2 }
          if let until = vehicles[i].haltsUntil, time >= until {
            vehicles[i].servedHalt = at
            vehicles[i].haltsUntil = nil
            return nil
          }
        }
        return .init(gap: max(0.05, room + vehicle.driver.standstillGap - 0.5), speed: 0)
      }
    }
    return nil
  }
}

extension TrafficLane {
  /// Where a body stands in the parking lane beside, metres to the left of this lane's middle (negative: on the right);
  /// nil without one that is wide enough.
  package func kerbOffset(at distance: Double, _ body: VehicleBody) -> Double? {
    guard !parkingWidths.isEmpty else { return nil }
    let i = locate(distance).index
    guard parkingWidths.indices.contains(i), parkingWidths[i] >= body.width - 0.05, parkingWidths[i] < 4
    else {
      return nil
    }
    let out = widths[i] / 2 + parkingWidths[i] - body.width / 2 - 0.2
    return isParkingLeft ? out : -out
  }
}
