import VectorMath

/// A vehicle on a lane of a junction, or on its way to it.
struct LaneUser: Sendable {
  var vehicle: Int
  /// Where the lane begins along its line.
  var start: Double
  /// Where the junction begins along its line.
  var entry: Double
  /// Its nose is in the junction, or it has been let in.
  var isCommitted: Bool
  var isInside: Bool
}

extension TrafficSimulation {
  /// The next junction on a vehicle's way.
  struct Gate {
    /// Positions along the line: where to stop, where the junction begins and ends.
    var line: Double
    var entry: Double
    var exit: Double
    /// Pieces of the line within.
    var pieces: Range<Int>
  }

  /// Seconds that a driver who has to wait wants between his leaving and the other's coming.
  private static let crossingGap = 1.6
  private static let mergingGap = 2.8
  /// Braking that one still takes upon him when amber lights up (RiLSA 2015: 3.5), m/s².
  private static let amberBraking = 3.0

  mutating func noteUsers() {
    for lane in usedLanes { users[lane].removeAll(keepingCapacity: true) }
    usedLanes.removeAll(keepingCapacity: true)
    for i in vehicles.indices {
      let (nose, tail) = (vehicles[i].bumper, vehicles[i].tail)
      let horizon = nose + 25 + vehicles[i].speed * 8
      var entry: (junction: Int, at: Double)?
      for piece in vehicles[i].line.pieces {
        guard let junction = network.lanes[piece.lane].junction else {
          entry = nil
          continue
        }
        if entry?.junction != junction { entry = (junction, piece.start) }
        guard let entry, piece.end > tail - 0.5 else { continue }
        guard piece.start < horizon else { break }
        if users[piece.lane].isEmpty { usedLanes.append(piece.lane) }
        let isInside = nose > entry.at
        users[piece.lane].append(
          LaneUser(
            vehicle: i, start: piece.start, entry: entry.at,
            isCommitted: isInside || vehicles[i].pass == entry.at, isInside: isInside))
      }
    }
  }

  /// The next junction that the nose has not yet entered.
  func gate(of i: Int) -> Gate? {
    let pieces = vehicles[i].line.pieces
    let nose = vehicles[i].bumper
    for (k, piece) in pieces.enumerated() where piece.start > nose - 0.2 {
      guard let junction = network.lanes[piece.lane].junction,
        k == 0 || network.lanes[pieces[k - 1].lane].junction != junction
      else { continue }
      var end = k + 1
      while end < pieces.count, network.lanes[pieces[end].lane].junction == junction { end += 1 }
      var line = piece.start
      if k > 0 {
        let before = network.lanes[pieces[k - 1].lane]
        line -= max(0, before.length - (before.stop ?? before.length))
      }
      return Gate(line: line, entry: piece.start, exit: pieces[end - 1].end, pieces: k..<end)
    }
    return nil
  }

  /// The line before a junction, while the vehicle may not enter: as a leader who stands there.
  mutating func lineToStopAt(_ i: Int, _ ahead: IntelligentDriver.Leader?) -> IntelligentDriver.Leader? {
    vehicles[i].wait = .none
    guard let gate = gate(of: i) else { return nil }
    let room = gate.line - vehicles[i].bumper
    let speed = vehicles[i].speed
    guard room < 10 + speed * (2 + speed / 2.4) else { return nil }
    // Over the line, or too fast to stop before it: what was allowed stays so.
    let need = speed * speed / (2 * max(0.1, room))
    if vehicles[i].pass == gate.entry, room < 0.3 || need > Self.amberBraking { return nil }
    let reason = room < -1.5 ? .none : hindrance(i, gate, room, ahead)
    if reason == .none {
      vehicles[i].pass = gate.entry
      vehicles[i].stoodSince = nil
      mark(i, gate)
      return nil
    }
    if vehicles[i].pass != nil {
      vehicles[i].pass = nil
      mark(i, gate)
    }
    vehicles[i].wait = reason
    if speed < 0.3, room < 8, vehicles[i].stoodSince == nil { vehicles[i].stoodSince = time }
    // One stops nearer to a line than to a car.
    return .init(gap: max(0.05, room + vehicles[i].driver.standstillGap - 0.8), speed: 0)
  }

  /// Tells the others at once that a vehicle has been let in, or not any more.
  private mutating func mark(_ i: Int, _ gate: Gate) {
    for piece in vehicles[i].line.pieces[gate.pieces] {
      for k in users[piece.lane].indices where users[piece.lane][k].vehicle == i {
        users[piece.lane][k].isCommitted =
          users[piece.lane][k].isInside || vehicles[i].pass == users[piece.lane][k].entry
      }
    }
  }

  /// What keeps a vehicle from entering the junction ahead.
  private func hindrance(
    _ i: Int, _ gate: Gate, _ room: Double, _ ahead: IntelligentDriver.Leader?
  ) -> Vehicle.Wait {
    let first = network.lanes[vehicles[i].line.pieces[gate.pieces.lowerBound].lane]
    switch rules.aspect(first, at: time) {
    case .red, .redAmber: return .signal
    case .amber:
      let need = vehicles[i].speed * vehicles[i].speed / (2 * max(0.1, room))
      if need < Self.amberBraking { return .signal }
    case .green, nil: break
    }
    // Nobody enters who would have to stand within, unless there is nothing to be in the way of.
    let isCrossed = gate.pieces.contains { !network.conflicts[vehicles[i].line.pieces[$0].lane].isEmpty }
    if isCrossed, let ahead, ahead.speed < 2.5, ahead.gap < 60 {
      let place = vehicles[i].bumper + ahead.gap
      if place < gate.exit + vehicles[i].body.length + vehicles[i].driver.standstillGap,
        place > gate.line + 0.5
      {
        return .exit
      }
    }
    for k in gate.pieces {
      let piece = vehicles[i].line.pieces[k]
      for (n, conflict) in network.conflicts[piece.lane].enumerated() {
        for user in users[conflict.other] where user.vehicle != i {
          if hinders(i, piece, conflict, rules.precedence[piece.lane][n], user) { return .yield }
        }
      }
    }
    return .none
  }

  private func hinders(
    _ i: Int, _ piece: GuideLine.Piece, _ conflict: LaneConflict, _ precedence: Precedence, _ user: LaneUser
  ) -> Bool {
    // Vehicles are read in place: a copy counts references to all of their lists.
    let j = user.vehicle
    // Where both are in the conflict area, along each line, and what is left to it.
    let theirIn = user.start + conflict.others.lowerBound - vehicles[j].bumper - 0.5
    let theirOut = user.start + conflict.others.upperBound - vehicles[j].tail + 0.5
    guard theirOut > 0 else { return false }
    if !user.isCommitted {
      guard precedence == .yields else { return false }
      let lane = network.lanes[conflict.other]
      if let aspect = rules.aspect(lane, at: time), aspect == .red || aspect == .redAmber { return false }
      // Who stands at the line himself and cannot go on does not keep others; of several who all wait, the first
      // in the list goes.
      if vehicles[j].speed < 0.3, let stood = vehicles[j].stoodSince {
        if vehicles[j].wait == .exit { return false }
        if let mine = vehicles[i].stoodSince, time - mine > 2.5, time - stood > 1, i < user.vehicle {
          return false
        }
        if let mine = vehicles[i].stoodSince, time - mine > 12, time - stood > 2 { return false }
      }
    }
    let ownIn = piece.start + conflict.own.lowerBound - vehicles[i].bumper - 0.5
    let ownOut = piece.start + conflict.own.upperBound - vehicles[i].tail + 0.5
    let ownCap = max(3, vehicles[i].line.cap(at: piece.start + conflict.own.lowerBound))
    let arrive = Self.duration(ownIn, vehicles[i].speed, ownCap, vehicles[i].driver.acceleration)
    let leave = Self.duration(ownOut, vehicles[i].speed, ownCap, vehicles[i].driver.acceleration * 0.8)
    let otherCap = max(3, vehicles[j].line.cap(at: user.start + conflict.others.lowerBound))
    let comes = Self.duration(max(0, theirIn), vehicles[j].speed, max(vehicles[j].speed, otherCap), 1.6)
    let goes =
      user.isInside && vehicles[j].speed < 0.4
      ? .infinity
      : Self.duration(theirOut, vehicles[j].speed, max(vehicles[j].speed * 0.8, otherCap * 0.8), 0.8)
    if conflict.isMerging {
      // Behind the other, as behind any car.
      if user.isCommitted, vehicles[j].speed > 1.5 || user.isInside,
        theirIn < ownIn - vehicles[j].body.length - 2,
        arrive > comes + 0.9
      {
        return false
      }
      let wanted = Self.mergingGap + max(0, vehicles[j].speed - vehicles[i].speed) * 0.15
      return !(comes > min(leave, arrive + 2.5) + (user.isCommitted ? 0.8 : wanted))
    }
    if goes + 0.4 < arrive { return false }
    return !(leave + (user.isCommitted ? 0.7 : Self.crossingGap) < comes)
  }

  /// Seconds for a way, at a speed that grows up to a limit.
  static func duration(_ way: Double, _ speed: Double, _ most: Double, _ gain: Double) -> Double {
    guard way > 0 else { return 0 }
    let top = max(most, 0.5)
    if speed >= top { return way / max(speed, 0.5) }
    let ramp = (top * top - speed * speed) / (2 * gain)
    if way <= ramp { return ((speed * speed + 2 * gain * way).squareRoot() - speed) / gain }
    return (top - speed) / gain + (way - ramp) / top
  }

  /// Who is on another lane that leads to the same end, nearer to it: followed as if ahead on the own lane.
  func mergingLeader(of i: Int) -> IntelligentDriver.Leader? {
    let nose = vehicles[i].bumper
    var best: IntelligentDriver.Leader?
    for piece in vehicles[i].line.pieces where network.lanes[piece.lane].junction != nil {
      guard piece.start < nose + 40 else { break }
      guard piece.end > nose - 0.5 else { continue }
      for conflict in network.conflicts[piece.lane] where conflict.isMerging {
        for user in users[conflict.other] where user.vehicle != i && user.isCommitted {
          let j = user.vehicle
          let mine = piece.start + conflict.own.upperBound - nose
          let theirs = user.start + conflict.others.upperBound - vehicles[j].bumper
          let length = vehicles[j].body.length
          guard theirs < mine, theirs > -length - 1 else { continue }
          // Beside one another: the geometry of the way decides, not this.
          let gap = mine - theirs - length
          guard gap > -length * 0.6 else { continue }
          if max(0.3, gap) < best?.gap ?? .infinity {
            best = .init(gap: max(0.3, gap), speed: vehicles[j].speed)
          }
        }
      }
    }
    return best
  }
}
