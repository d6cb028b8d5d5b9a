import RoadNetwork
import VectorMath

/// A vehicle on a lane, as seen by those who think of changing to it.
struct LaneOccupant: Sendable {
  var vehicle: Int
  /// Of the nose along the lane, metres; beyond its length where the nose is on the next lane.
  var nose: Double
}

extension TrafficSimulation {
  /// MOBIL's threshold, m/s² (Kesting, Treiber and Helbing 2007, table 1: 0.1; more, for drivers are lazy).
  private static let threshold = 0.25
  /// What the new follower may have to brake, m/s².
  private static let safeBraking = 2.5
  /// The gain of the lane that one should keep to.
  private static let keepBias = 0.15
  /// Seconds that a change is shown before it begins.
  private static let notice = 1.6
  /// Seconds between two thoughts.
  private static let interval = 1.0

  mutating func noteOccupants() {
    for lane in occupiedLanes { onLane[lane].removeAll(keepingCapacity: true) }
    occupiedLanes.removeAll(keepingCapacity: true)
    for i in vehicles.indices where !vehicles[i].isParked {
      let (nose, tail) = (vehicles[i].bumper, vehicles[i].tail)
      for piece in vehicles[i].line.pieces where piece.start < nose && piece.end > tail {
        noteOccupant(piece.lane, i, nose - piece.start)
        // Between two lanes it counts on both: on the old one too, once the new one is its own.
        if let sideways = vehicles[i].sideways, sideways.reason == .lane, piece.end > sideways.begin + 0.5 {
          let lane = network.lanes[piece.lane]
          let beside = sideways.isLeft ? lane.right : lane.left
          if let beside, nose > sideways.begin - 1,
            let at = lane.beside(nose - piece.start, on: network.lanes[beside])
          {
            noteOccupant(beside, i, at)
          }
        }
      }
    }
  }

  private mutating func noteOccupant(_ lane: Int, _ i: Int, _ nose: Double) {
    if onLane[lane].isEmpty { occupiedLanes.append(lane) }
    onLane[lane].append(LaneOccupant(vehicle: i, nose: nose))
  }

  /// The next vehicles ahead and behind on a lane, from a place of one's nose on it.
  private func neighbours(
    _ lane: Int, _ nose: Double, _ length: Double, except i: Int
  ) -> (ahead: (vehicle: Int, gap: Double)?, behind: (vehicle: Int, gap: Double)?) {
    var ahead: (vehicle: Int, gap: Double)?
    var behind: (vehicle: Int, gap: Double)?
    func look(_ lane: Int, _ shift: Double) {
      for occupant in onLane[lane] where occupant.vehicle != i {
        let at = occupant.nose + shift
        let tail = at - vehicles[occupant.vehicle].body.length
        if at >= nose {
          let gap = tail - nose
          if gap < ahead?.gap ?? .infinity { ahead = (occupant.vehicle, gap) }
        } else {
          let gap = nose - length - at
          if gap < behind?.gap ?? .infinity { behind = (occupant.vehicle, gap) }
        }
      }
    }
    look(lane, 0)
    var (here, shift) = (lane, 0.0)
    while shift < nose + 120, let next = network.lanes[here].successors.first {
      shift += network.lanes[here].length
      look(next, shift)
      here = next
      if here == lane || ahead != nil { break }
    }
    (here, shift) = (lane, 0)
    while shift > nose - 100, let last = network.lanes[here].predecessors.first {
      shift -= network.lanes[last].length
      look(last, shift)
      here = last
      if here == lane || behind != nil { break }
    }
    return (ahead, behind)
  }

  /// Thinks of changing lanes now and then; begins what has been shown long enough.
  mutating func thinkOfLanes(_ i: Int) {
    guard !vehicles[i].isParked, vehicles[i].parkingAt == nil else { return }
    if vehicles[i].sideways != nil || vehicles[i].ahead.map({ vehicles[$0].kind == .bicycle }) ?? false {
      thinkOfOvertaking(i)
    }
    guard time >= vehicles[i].nextThought else { return }
    let vehicle = vehicles[i]
    guard vehicle.kind != .bicycle, vehicles[i].sideways == nil, time >= vehicle.nextThought else { return }
    if let intent = vehicle.intent {
      guard time >= intent.from else { return }
      vehicles[i].intent = nil
      vehicles[i].nextThought = time + 2 * Self.interval
      guard (gain(i, isLeft: intent.isLeft) ?? -1) > -0.3 else { return }
      begin(i, isLeft: intent.isLeft)
      return
    }
    vehicles[i].nextThought = time + Self.interval
    let (left, right) = (gain(i, isLeft: true), gain(i, isLeft: false))
    let best = max(left ?? -.infinity, right ?? -.infinity)
    guard best > Self.threshold else { return }
    vehicles[i].intent = (isLeft: left == best, from: time + Self.notice)
    vehicles[i].nextThought = time + Self.notice
  }

  /// What a change would bring, m/s²; nil where it cannot or must not be.
  private func gain(_ i: Int, isLeft: Bool) -> Double? {
    let vehicle = vehicles[i]
    guard let sample = vehicle.line.sample(at: vehicle.x) else { return nil }
    let lane = network.lanes[sample.lane]
    guard lane.junction == nil, let target = isLeft ? lane.left : lane.right else { return nil }
    let other = network.lanes[target]
    let way = Self.changeLength(vehicle.speed)
    // Lanes of most maps end at every section: the change may run on into what follows, but not into a junction.
    guard let place = lane.beside(sample.station, on: other), room(other, place, way + 15),
      other.place(place).width > vehicle.body.width + 0.4
    else { return nil }
    let ends = lane.reach - sample.station < 250 && other.reach > lane.reach + 30
    guard vehicle.speed > (ends ? 1 : 4),
      network.map.mayChange(lane.reference, left: isLeft, at: lane.station(sample.station))
    else { return nil }
    if !ends, other.reach - place < 250, other.reach < lane.reach - 30 { return nil }
    let driver = vehicle.driver
    let shift = vehicle.bumper - vehicle.x
    let now = neighbours(sample.lane, sample.station + shift, vehicle.body.length, except: i)
    let then = neighbours(target, place + shift, vehicle.body.length, except: i)
    if let ahead = then.ahead, ahead.gap < driver.standstillGap { return nil }
    var others = 0.0
    if let behind = then.behind {
      guard behind.gap > driver.standstillGap else { return nil }
      let b = vehicles[behind.vehicle]
      let leader = IntelligentDriver.Leader(gap: behind.gap, speed: vehicle.speed)
      let after = IntelligentDriver.acceleration(b.speed, wanted: b.wish, leader, b.driver)
      guard after > -Self.safeBraking else { return nil }
      others += min(0, after - b.acceleration)
    }
    func follow(_ ahead: (vehicle: Int, gap: Double)?) -> Double {
      IntelligentDriver.acceleration(
        vehicle.speed, wanted: vehicle.wish,
        ahead.map { .init(gap: max(0.1, $0.gap), speed: vehicles[$0.vehicle].speed) }, driver)
    }
    let mine = follow(then.ahead)
    guard mine > -Self.safeBraking else { return nil }
    let isRightHand = network.map.roads[lane.reference.road].rule == .rightHand
    let bias = isLeft == isRightHand ? -Self.keepBias : Self.keepBias
    return mine - follow(now.ahead) + driver.politeness * others + bias + (ends ? 3 : 0)
  }

  /// Metres from beginning to end of a change: four seconds and more.
  private static func changeLength(_ speed: Double) -> Double { max(16, speed * 4.2) }

  /// No junction within `way` metres on a lane beside.
  private func room(_ other: TrafficLane, _ place: Double, _ way: Double) -> Bool {
    var left = way - (other.length - place)
    var lane = other
    while left > 0 {
      guard let next = lane.successors.first, network.lanes[next].junction == nil, lane.successors.count == 1
      else {
        return false
      }
      lane = network.lanes[next]
      left -= max(0.1, lane.length)
    }
    return true
  }

  private mutating func begin(_ i: Int, isLeft: Bool) {
    let vehicle = vehicles[i]
    guard let sample = vehicle.line.sample(at: vehicle.x) else { return }
    let lane = network.lanes[sample.lane]
    guard let target = isLeft ? lane.left : lane.right else { return }
    let way = Self.changeLength(vehicle.speed)
    guard
      let start = vehicles[i].line.change(
        to: target, shift: vehicle.driver.aside, from: vehicle.x, over: way, network)
    else { return }
    vehicles[i].extend(network)
    vehicles[i].sideways = .init(reason: .lane, isLeft: isLeft, begin: start, end: start + way)
    vehicles[i].pass = nil
    // Who thinks later in this step must know: two that come from both sides would meet in the middle.
    if let place = lane.beside(sample.station, on: network.lanes[target]) {
      noteOccupant(target, i, place + vehicle.bumper - vehicle.x)
    }
  }
}
