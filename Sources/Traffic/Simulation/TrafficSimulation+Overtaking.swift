import RoadNetwork
import VectorMath

/// Passing bicycles within a lane, with the width that they need; over the middle of the road where nobody comes.
extension TrafficSimulation {
  /// Metres between bodies when passing; 1.5 m is the rule in towns (StVO §5), and what most keep is less.
  private static let clearance = 1.3

  mutating func thinkOfOvertaking(_ i: Int) {
    let vehicle = vehicles[i]
    if let sideways = vehicle.sideways {
      if sideways.reason == .overtake { thinkOfReturning(i, sideways) }
      return
    }
    guard vehicle.kind != .bicycle, vehicle.intent == nil, let j = vehicle.ahead,
      vehicles[j].kind == .bicycle,
      let sample = vehicle.line.sample(at: vehicle.x)
    else { return }
    let bicycle = vehicles[j]
    let lane = network.lanes[sample.lane]
    guard lane.junction == nil, lane.left == nil || network.map.roads[lane.reference.road].rule == .leftHand,
      vehicle.wish > bicycle.speed + 2, bicycle.speed > 1
    else { return }
    let (own, other) = (boxes[i], boxes[j])
    let between = dot(other.center - own.center, own.forward) - own.half.x - other.half.x
    guard between > 3, between < 22 else { return }
    // Relative to the lane's middle, towards the side on which one passes.
    let isLeftHand = network.map.roads[lane.reference.road].rule == .leftHand
    let side = isLeftHand ? -1.0 : 1
    let at = vehicle.line.point(at: vehicle.bumper + between)
    let way = vehicle.line.direction(at: vehicle.bumper + between)
    let beside = side * (dot(other.center - at, Vector2(-way.y, way.x)) + sample.shift)
    let shift = beside + other.half.y + Self.clearance + vehicle.body.width / 2
    guard shift > side * sample.shift + 0.1 else { return }
    // Time and way until one is back.
    let gain = max(1.5, min(4, vehicle.wish - bicycle.speed) * 0.7)
    let seconds = (between + vehicle.body.length + other.half.x * 2 + 6) / gain + 2.5
    let reach = (bicycle.speed + gain) * seconds
    guard isPlain(vehicle, reach) else { return }
    let room = sample.width / 2 - vehicle.body.width / 2 - 0.1
    if shift > room {
      guard shift < sample.width, mayUseOtherSide(lane, sample, left: !isLeftHand),
        isFreeOfOncoming(i, reach, seconds)
      else { return }
    }
    let nose = sample.station + vehicle.bumper - vehicle.x + between + 2 * other.half.x
    guard isFreeBeyond(sample.lane, nose, vehicle.body.length + 14, except: i, j) else { return }
    guard
      let start = vehicles[i].line.change(
        to: sample.lane, shift: side * shift, from: vehicle.x, over: max(11, vehicle.speed * 2.2), network)
    else { return }
    vehicles[i].extend(network)
    vehicles[i].passed = j
    vehicles[i].sideways = .init(reason: .overtake, isLeft: !isLeftHand, begin: start, end: .infinity)
  }

  /// Back to the own place once the bicycle is well behind, or has gone on alone.
  private mutating func thinkOfReturning(_ i: Int, _ sideways: Vehicle.Sideways) {
    let vehicle = vehicles[i]
    guard let j = vehicle.passed, vehicle.x > sideways.begin + 6,
      let sample = vehicle.line.sample(at: vehicle.x)
    else { return }
    let (own, other) = (boxes[i], boxes[j])
    let d = dot(other.center - own.center, own.forward)
    let apart = own.half.x + other.half.x
    guard d < -apart - 2.5 || d > apart + 28, network.lanes[sample.lane].junction == nil else { return }
    let way = max(13, vehicle.speed * 2.6)
    guard
      let start = vehicles[i].line.change(
        to: sample.lane, shift: vehicle.driver.aside, from: vehicle.x, over: way, network)
    else { return }
    vehicles[i].extend(network)
    vehicles[i].sideways = .init(reason: .back, isLeft: !sideways.isLeft, begin: start, end: start + way)
  }

  /// A straight way without junctions and crosswalks.
  private func isPlain(_ vehicle: Vehicle, _ reach: Double) -> Bool {
    guard vehicle.line.end > vehicle.bumper + reach + 10 else { return false }
    for piece in vehicle.line.pieces
    where piece.end > vehicle.tail && piece.start < vehicle.bumper + reach + 12 {
      if network.lanes[piece.lane].junction != nil { return false }
      for walk in walkways?.onLane[piece.lane] ?? [] where piece.start + walk.from > vehicle.tail {
        if piece.start + walk.from < vehicle.bumper + reach + 5 { return false }
      }
    }
    let here = vehicle.line.direction(at: vehicle.x)
    return stride(from: 10.0, through: reach, by: 10).allSatisfy {
      dot(here, vehicle.line.direction(at: vehicle.x + $0)) > 0.985
    }
  }

  /// There is a lane on that side, and paint does not forbid to use it.
  private func mayUseOtherSide(_ lane: TrafficLane, _ sample: GuideLine.Raw, left: Bool) -> Bool {
    let map = network.map
    guard let other = map.neighbour(of: lane.reference, left: left), map.lane(other)?.type.isDrivable == true
    else {
      return false
    }
    let mark = map.mark(lane.reference, left: left, at: lane.station(sample.station))
    return mark == nil || mark?.pattern != .solid && mark?.pattern != .solidSolid
  }

  private func isFreeOfOncoming(_ i: Int, _ reach: Double, _ seconds: Double) -> Bool {
    let own = boxes[i]
    return boxes.indices.allSatisfy { j in
      guard j != i, dot(boxes[j].forward, own.forward) < -0.2 else { return true }
      let d = boxes[j].center - own.center
      let ahead = dot(d, own.forward)
      let aside = cross(own.forward, d).magnitude
      let closing = reach + max(vehicles[j].speed + 2, 8) * seconds + 20
      return ahead < -own.half.x || ahead > closing || aside > 9 + 0.15 * ahead
    }
  }

  /// No vehicle on the lane over so many metres from a place on.
  private func isFreeBeyond(_ lane: Int, _ from: Double, _ way: Double, except i: Int, _ j: Int) -> Bool {
    onLane[lane].allSatisfy { occupant in
      guard occupant.vehicle != i, occupant.vehicle != j else { return true }
      let tail = occupant.nose - vehicles[occupant.vehicle].body.length
      return occupant.nose < from || tail > from + way
    }
  }
}
