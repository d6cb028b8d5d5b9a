import VectorMath

/// Somebody on a crosswalk, or at its kerb and about to step on to it.
struct CrossingClaim: Sendable {
  var walker: Int
  var isOnRoad: Bool
}

extension TrafficSimulation {
  /// Braking that people on foot may ask of a driver, m/s².
  private static let askedBraking = 2.5
  /// Metres before a crosswalk that bumpers stop.
  private static let setBack = 1.0

  /// Adds somebody, if there is room.
  package mutating func add(_ start: WalkerStart) -> Bool {
    guard start.path.points.count > 2 else { return false }
    let walker = Walker(start)
    let isFree = walkers.allSatisfy { walker.gap(to: $0, from: walker.position) > Walker.apart + 0.1 }
    guard isFree, !boxes.touch(walker.box, gap: 0.2) else { return false }
    walkers.append(walker)
    if let first = start.companion, walkers.indices.contains(first) {
      walkers[first].isInGroup = true
      walkers[walkers.count - 1].isInGroup = true
    }
    return true
  }

  static func plan(_ p: Vector3) -> Vector2 { Vector2(p.x, p.y) }

  /// Who is on which crosswalk, and who stands before it.
  mutating func noteClaims() {
    claims = Array(repeating: [], count: walkways?.crosswalks.count ?? 0)
    crossers.removeAll(keepingCapacity: true)
    for (i, walker) in walkers.enumerated() where walker.usual > 0 {
      if let k = walker.crossing {
        claims[walker.path.crossings[k].crosswalk].append(CrossingClaim(walker: i, isOnRoad: true))
        crossers.append((walker.box, walker.facing * walker.speed))
      } else if walker.isWaiting, let k = walker.crossingAhead(within: 2) {
        let crosswalk = walker.path.crossings[k].crosswalk
        if hasWalkSign(crosswalk, for: 0) {
          claims[crosswalk].append(CrossingClaim(walker: i, isOnRoad: false))
        }
      }
    }
  }

  /// Lights let people cross now and for so many seconds more; true without lights.
  private func hasWalkSign(_ crosswalk: Int, for need: Double) -> Bool {
    guard let walk = walkways?.crosswalks[crosswalk], let j = walk.junction, let a = walk.approach,
      rules.controls.indices.contains(j), let plan = rules.controls[j].plan
    else { return true }
    let group = rules.controls[j].groups[a]
    return plan.aspect(group, at: time) == .red && plan.aspect(group, at: time + need) == .red
  }

  /// Crosswalks on a vehicle's way, as positions along its line.
  private func crosswalks(_ vehicle: Vehicle, within way: Double) -> [(
    crosswalk: Int, from: Double, to: Double
  )] {
    guard let walkways, !walkways.crosswalks.isEmpty else { return [] }
    var result: [(crosswalk: Int, from: Double, to: Double)] = []
    for piece in vehicle.line.pieces where piece.end > vehicle.tail - 1 {
      guard piece.start < vehicle.bumper + way else { break }
      for walk in walkways.onLane[piece.lane] {
        let (from, to) = (piece.start + walk.from, piece.start + walk.to)
        if to > vehicle.tail - 0.5, from < vehicle.bumper + way { result.append((walk.crosswalk, from, to)) }
      }
    }
    return result
  }

  /// The line before a crosswalk that somebody uses, as a leader who stands there.
  mutating func crosswalkToStopAt(_ i: Int) -> IntelligentDriver.Leader? {
    guard !walkers.isEmpty else { return nil }
    let vehicle = vehicles[i]
    var best: IntelligentDriver.Leader?
    for walk in crosswalks(vehicle, within: 12 + vehicle.speed * (1.5 + vehicle.speed / 3)) {
      let room = walk.from - Self.setBack - vehicle.bumper
      guard room > -Self.setBack, !claims[walk.crosswalk].isEmpty else { continue }
      let need = vehicle.speed * vehicle.speed / (2 * max(0.1, room))
      let (here, way) = (vehicle.line.point(at: walk.from), vehicle.line.direction(at: walk.from))
      let left = Vector2(-way.y, way.x)
      let isUsed = claims[walk.crosswalk].contains { claim in
        let walker = walkers[claim.walker]
        if !claim.isOnRoad { return need < Self.askedBraking }
        let aside = dot(Self.plan(walker.position) - here, left)
        let walks = dot(walker.facing, left)
        // Behind the car's side and going away.
        let isPast = aside * walks > 0 && aside.magnitude > vehicle.body.width / 2 + 0.9
        return !isPast && need < 6
      }
      guard isUsed else { continue }
      vehicles[i].wait = .walker
      let gap = max(0.05, room + vehicle.driver.standstillGap - 0.3)
      if gap < best?.gap ?? .infinity { best = .init(gap: gap, speed: 0) }
    }
    return best
  }

  /// Vehicles leave somebody time to cross, or can still stop for him.
  private func trafficAllows(_ crosswalk: Int, seconds: Double) -> Bool {
    for vehicle in vehicles {
      for walk in crosswalks(vehicle, within: 70) where walk.crosswalk == crosswalk {
        if vehicle.bumper > walk.from - 0.5 {
          // On it: one waits until it has passed, unless it stands far on.
          if vehicle.tail < walk.to + 0.3 { return false }
          continue
        }
        let room = walk.from - Self.setBack - vehicle.bumper
        let comes = vehicle.speed > 0.3 ? room / vehicle.speed : .infinity
        let need = vehicle.speed * vehicle.speed / (2 * max(0.1, room))
        if comes < seconds, need > Self.askedBraking * 0.8 { return false }
        if room < 0.4, vehicle.speed > 0.3 { return false }
      }
    }
    return true
  }

  mutating func moveWalkers() {
    for i in walkers.indices where walkers[i].usual > 0 { moveWalker(i) }
  }

  private mutating func moveWalker(_ i: Int) {
    let walker = walkers[i]
    let dt = Self.step
    var speed = walker.usual
    // Companions keep abreast.
    if let first = walker.companion, walkers.indices.contains(first) {
      let ahead = walkers[first].distance - walker.distance
      speed = max(0, min(walker.usual * 1.25, walkers[first].speed + 0.8 * ahead))
    }
    let (kerb, isWaiting) = kerbToWaitAt(i)
    var left = max(0, walker.path.length - walker.distance - 0.1)
    if let kerb { left = min(left, max(0, kerb - walker.distance)) }
    let (wish, free) = avoidance(i, speed)
    let side = walker.isLong ? walker.aside : wish
    speed = min(speed, free, (2 * 1.2 * left).squareRoot())
    speed = max(walker.speed - 2.0 * dt, min(walker.speed + 1.2 * dt, speed))
    speed = max(0, speed)
    let place = walker.path.place(walker.distance)
    let most = 0.5 * min(1, speed) * dt
    let aside = max(
      -place.room, min(place.room, walker.aside + max(-most, min(most, side - walker.aside))))
    let way = min(left, (walker.speed + speed) / 2 * dt)
    var distance = min(walker.distance + way, walker.path.length)
    var position = Walker.position(walker.path, distance, aside)
    // On the outside of a bend the way beside the path is longer than the path.
    let over = length(Self.plan(position - walker.position)) / max(1e-6, way)
    if over > 1.02, way > 0 {
      distance = walker.distance + way / over
      position = Walker.position(walker.path, distance, aside)
    }
    let step = Self.plan(position - walker.position)
    let facing =
      length(step) > 0.01 ? Self.turned(walker.facing, towards: normalized(step), by: 3 * dt) : walker.facing
    if isBlocked(i, position, facing: walker.isLong ? facing : walker.facing) {
      walkers[i].speed = 0
      walkers[i].isWaiting = isWaiting
      return
    }
    let gone = Self.plan(position - walker.position)
    walkers[i].travelled += length(gone)
    walkers[i].speed = length(gone) / dt
    walkers[i].distance = distance
    walkers[i].aside = aside
    walkers[i].position = position
    walkers[i].isWaiting = isWaiting && speed < 0.3
    walkers[i].facing = facing
  }

  /// Where to stand before the crossing ahead, while one may not cross.
  private mutating func kerbToWaitAt(_ i: Int) -> (at: Double?, isWaiting: Bool) {
    let walker = walkers[i]
    guard walker.crossing == nil || walker.pass == nil, let k = walker.crossingAhead(within: 2.2) else {
      if walker.crossing == nil { walkers[i].pass = nil }
      return (nil, false)
    }
    let crossing = walker.path.crossings[k]
    if let first = walker.companion, walkers.indices.contains(first),
      walkers[first].pass == k || walkers[first].distance > crossing.from
    {
      walkers[i].pass = k
      return (nil, false)
    }
    if walker.pass == k { return (nil, false) }
    let seconds = (crossing.to - crossing.from) / max(0.5, walker.usual) + 1
    if hasWalkSign(crossing.crosswalk, for: seconds), trafficAllows(crossing.crosswalk, seconds: seconds) {
      walkers[i].pass = k
      return (nil, false)
    }
    return (crossing.from - 0.5, crossing.from - walker.distance < 1.2)
  }

  /// Where to go beside the path, and how fast, for those in the way: to the side with more room, on the right first.
  private func avoidance(_ i: Int, _ wish: Double) -> (aside: Double, speed: Double) {
    let walker = walkers[i]
    let place = walker.path.place(walker.distance)
    let way = place.direction
    let left = Vector2(-way.y, way.x)
    var aside = walker.home
    var speed = wish
    let here = Self.plan(walker.position)
    for (j, other) in walkers.enumerated() where j != i {
      let d = Self.plan(other.position) - here
      guard dot(d, d) < 25, (other.position.z - walker.position.z).magnitude < 1.5 else { continue }
      // From the foremost of one to the hindmost of the other.
      let ends = (
        dot(other.facing, way) * other.reach.lowerBound, dot(other.facing, way) * other.reach.upperBound
      )
      let ahead = dot(d, way) - max(0, walker.reach.upperBound) + min(0, min(ends.0, ends.1))
      guard ahead > 0.05, ahead < 5 else { continue }
      // Those who go the same way as fast are followed.
      let along = dot(other.facing, way) * other.speed
      let closing = wish - along
      guard closing > 0.05 else { continue }
      let beside = dot(d, left)
      let clear = Walker.apart + 0.14
      let isGroup =
        other.companion == i || walker.companion == j
        || (walker.companion != nil && walker.companion == other.companion)
      if !isGroup, beside.magnitude < clear {
        let right = walker.aside + beside - clear - 0.05
        let other = walker.aside + beside + clear + 0.05
        let toRight = right >= -place.room
        let toLeft = other <= place.room
        if toRight, !toLeft || beside >= -0.15 { aside = right } else if toLeft { aside = other }
      }
      if beside.magnitude < Walker.apart + 0.04 {
        let room = ahead - Walker.apart - 0.05
        speed = min(speed, max(0, max(0, along) + room / 1.2))
      }
    }
    return (max(-place.room, min(place.room, aside)), speed)
  }

  /// Somebody or a vehicle is where the step would lead, and not farther away than now.
  private func isBlocked(_ i: Int, _ position: Vector3, facing: Vector2) -> Bool {
    let walker = walkers[i]
    var moved = walker
    (moved.position, moved.facing) = (position, facing)
    for (j, other) in walkers.enumerated() where j != i {
      guard (other.position.z - position.z).magnitude < 1.5 else { continue }
      let gap = moved.gap(to: other, from: position)
      guard gap < Walker.apart else { continue }
      if gap <= walker.gap(to: other, from: walker.position) { return true }
    }
    let box = moved.box
    return boxes.touch(box, gap: 0.05)
  }

  /// A direction turned towards another by at most an angle, radians.
  private static func turned(_ from: Vector2, towards to: Vector2, by most: Double) -> Vector2 {
    let angle = DeterministicMath.atan2(cross(from, to), dot(from, to))
    let (sin, cos) = DeterministicMath.sincos(max(-most, min(most, angle)))
    return normalized(Vector2(from.x * cos - from.y * sin, from.x * sin + from.y * cos))
  }

  func state(ofWalker i: Int) -> ActorState {
    let walker = walkers[i]
    let yaw = DeterministicMath.atan2(walker.facing.y, walker.facing.x)
    var behaviours: Behaviours = walker.speed > 0.1 ? .walking : .standing
    if walker.isWaiting { behaviours.insert(.waiting) }
    if walker.crossing != nil { behaviours.insert(.crossing) }
    if walker.isInGroup { behaviours.insert(.inGroup) }
    return ActorState(
      pose: RigidTransform(rotation: Quaternion(yaw: yaw), translation: walker.position), speed: walker.speed,
      acceleration: 0, travelled: walker.travelled, steer: 0, lane: nil, lights: [], behaviours: behaviours)
  }
}
