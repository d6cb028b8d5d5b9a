import Geometry
import VectorMath

/// Finds what happens from moment to moment, from the facts of each alone.
struct EventFinder {
  let moments: [SceneMoment]
  /// For each thing its number among the facts of each moment, where it is among them.
  private let places: [UInt32: [Int?]]

  init(_ moments: [SceneMoment]) {
    self.moments = moments
    var places: [UInt32: [Int?]] = [:]
    for (k, moment) in moments.enumerated() {
      for (i, o) in moment.facts.objects.enumerated() {
        places[o.instance, default: Array(repeating: nil, count: moments.count)][k] = i
      }
    }
    self.places = places
  }

  /// Everything that is clearly seen at any moment, ascending.
  var things: [UInt32] {
    places.keys.sorted().filter { id in moments.indices.contains { sight(id, $0)?.isClear == true } }
  }

  /// A thing as it is seen at moment number `k`.
  func sight(_ id: UInt32, _ k: Int) -> SceneObject? {
    guard let places = places[id], let i = places[k] else { return nil }
    return moments[k].facts.objects[i]
  }

  /// The moment at which most is seen of a thing, of those at which it is clear.
  func best(_ id: UInt32) -> (moment: Int, object: SceneObject)? {
    var found: (moment: Int, object: SceneObject)?
    for k in moments.indices {
      if let o = sight(id, k), o.isClear, o.pixels > (found?.object.pixels ?? 0) { found = (k, o) }
    }
    return found
  }

  private func event(_ kind: NarratedEvent, _ id: UInt32?, other: UInt32? = nil, _ a: Int, _ b: Int)
    -> NarrationLabel.Event
  {
    NarrationLabel.Event(
      predicate: kind.rawValue, instance: id, other: other, start: moments[a].time, end: moments[b].time)
  }

  private var last: Int { moments.count - 1 }

  // MARK: Things

  /// What one thing does, in the order in which it is told.
  func events(of id: UInt32) -> [NarrationLabel.Event] {
    guard moments.count >= 2, let best = best(id) else { return [] }
    let seen = moments.indices.filter { sight(id, $0) != nil }
    var out: [NarrationLabel.Event] = []
    let isMobile = SceneFacts.mobile.contains(best.object.category)
    if isMobile, let first = seen.first, first > 0, sight(id, first)?.isClear == true {
      out.append(event(.appears, id, first - 1, first))
    }
    if isMobile { out += conduct(of: id, seen) }
    out += joints(of: id, seen)
    if isMobile, let end = seen.last, end < last, sight(id, end)?.isClear == true {
      out.append(event(.leaves, id, end, end + 1))
    }
    return out
  }

  private func motion(_ id: UInt32, _ k: Int) -> Verdict {
    guard let v = sight(id, k)?.velocity else { return .undecided }
    return Self.moves(length(v))
  }

  static func moves(_ speed: Double) -> Verdict {
    Verdict(yes: speed >= FactMargins.moving, no: speed <= FactMargins.still)
  }

  private func conduct(of id: UInt32, _ seen: [Int]) -> [NarrationLabel.Event] {
    guard seen.count >= 2, let a = seen.first, let b = seen.last else { return [] }
    let motions = seen.map { motion(id, $0) }
    if let change = Self.change(motions) {
      let kind: NarratedEvent = motions[change.from] == .no ? .starts : .stops
      return [event(kind, id, seen[change.from], seen[change.to])]
    }
    if motions.allSatisfy({ $0 == .no }) { return [event(.stands, id, a, b)] }
    guard motions.allSatisfy({ $0 == .yes }) else { return [] }
    if let turn = turn(seen.map { sight(id, $0)?.bounds?.rotation.yaw }) {
      return [event(turn, id, a, b)]
    }
    if isOncoming(id, seen) { return [event(.oncoming, id, a, b)] }
    return [event(.moves, id, a, b)]
  }

  /// From the last moment of one state to the first of the other, where there is one change alone.
  private static func change(_ motions: [Verdict]) -> (from: Int, to: Int)? {
    let clear = motions.indices.filter { motions[$0] != .undecided }
    let changes = zip(clear, clear.dropFirst()).filter { motions[$0] != motions[$1] }
    guard changes.count == 1, let only = changes.first else { return nil }
    return (only.0, only.1)
  }

  /// Which way a heading has turned in all; steps of more than a right angle cannot be followed.
  private func turn(_ yaws: [Double?]) -> NarratedEvent? {
    var sum = 0.0
    for (a, b) in zip(yaws, yaws.dropFirst()) {
      guard let a, let b else { return nil }
      let step = Self.wrapped(b - a)
      guard step.magnitude <= .pi / 2 else { return nil }
      sum += step
    }
    return sum >= FactMargins.turn ? .turnsLeft : sum <= -FactMargins.turn ? .turnsRight : nil
  }

  /// −π … π.
  private static func wrapped(_ angle: Double) -> Double {
    angle - 2 * .pi * (angle / (2 * .pi)).rounded()
  }

  private func isOncoming(_ id: UInt32, _ seen: [Int]) -> Bool {
    guard let a = seen.first, let b = seen.last, let before = sight(id, a)?.distance,
      let after = sight(id, b)?.distance, before - after >= FactMargins.nearingMetres,
      before - after >= FactMargins.nearingShare * before
    else { return false }
    return seen.allSatisfy { k in
      guard let i = moments[k].facts.index(of: id) else { return false }
      return moments[k].facts.verdict(Filter(.heading, "oncoming"), i) == .yes
    }
  }

  private func joints(of id: UInt32, _ seen: [Int]) -> [NarrationLabel.Event] {
    let known = seen.filter { k in
      sight(id, k).map { SceneFacts.opening.contains($0.category) && $0.isClear } ?? false
    }
    guard let a = known.first, let b = known.last, a < b, let i = moments[a].facts.index(of: id),
      let j = moments[b].facts.index(of: id)
    else { return [] }
    let before = moments[a].facts.value(of: .openness, i)
    let after = moments[b].facts.value(of: .openness, j)
    switch (before, after) {
    case ("closed"?, "open"?): return [event(.opens, id, a, b)]
    case ("open"?, "closed"?): return [event(.closes, id, a, b)]
    default: return []
    }
  }

  // MARK: Pairs

  /// Who overtakes whom; without `other`, the carrier.
  func overtaking(_ things: [UInt32]) -> [NarrationLabel.Event] {
    var out: [NarrationLabel.Event] = []
    for id in things {
      if let (a, b) = change(of: { self.place(id, $0) }) { out.append(event(.overtakes, id, a, b)) }
      for other in things where other != id {
        if let (a, b) = change(of: { self.order(id, other, $0) }) {
          out.append(event(.overtakes, id, other: other, a, b))
        }
      }
    }
    return out
  }

  /// The last moment at which something is surely not so, and the first after it at which it surely is.
  private func change(of verdict: (Int) -> Verdict) -> (Int, Int)? {
    let verdicts = moments.indices.map(verdict)
    guard let b = verdicts.firstIndex(of: .yes), let a = verdicts[..<b].lastIndex(of: .no) else { return nil }
    return (a, b)
  }

  private func goesOurWay(_ id: UInt32, _ k: Int) -> Bool {
    guard let i = moments[k].facts.index(of: id) else { return false }
    return moments[k].facts.verdict(Filter(.heading, "same_way"), i) == .yes
  }

  /// Whether it is ahead of the carrier, not behind it, both going one way.
  private func place(_ id: UInt32, _ k: Int) -> Verdict {
    let facts = moments[k].facts
    guard let i = facts.index(of: id), goesOurWay(id, k), let ego = facts.egoVelocity,
      Self.moves(length(ego)) == .yes
    else { return .undecided }
    return Verdict(
      yes: facts.verdict(Filter(.station, "ahead"), i) == .yes,
      no: facts.verdict(Filter(.station, "behind"), i) == .yes)
  }

  private func order(_ id: UInt32, _ other: UInt32, _ k: Int) -> Verdict {
    let facts = moments[k].facts
    guard let i = facts.index(of: id), let j = facts.index(of: other), goesOurWay(id, k), goesOurWay(other, k)
    else { return .undecided }
    return facts.verdict(.aheadOf, i, j)
  }

  // MARK: The carrier

  /// How fast the carrier is at each moment, m/s; `nil` where that is not known.
  var speeds: [Double]? {
    let all = moments.compactMap { $0.facts.egoVelocity.map { length($0) } }
    return all.count == moments.count ? all : nil
  }

  /// What the carrier does: one thing about its way, one about its pace.
  var ownEvents: [NarrationLabel.Event] {
    guard moments.count >= 2, let speeds else { return [] }
    let motions = speeds.map { Self.moves($0) }
    if let change = Self.change(motions) {
      return [event(motions[change.from] == .no ? .starts : .stops, nil, change.from, change.to)]
    }
    let turn = turn(moments.map { $0.facts.carrier.rotation.yaw })
    if motions.allSatisfy({ $0 == .no }) {
      // Who stands may still look around.
      return [event(turn ?? .stands, nil, 0, last)]
    }
    guard motions.allSatisfy({ $0 == .yes }) else { return [] }
    var out = [event(turn ?? .moves, nil, 0, last)]
    if SceneFacts.isFaster(speeds[last], than: speeds[0]) == .yes {
      out.append(event(.speedsUp, nil, 0, last))
    }
    if SceneFacts.isFaster(speeds[0], than: speeds[last]) == .yes {
      out.append(event(.slowsDown, nil, 0, last))
    }
    return out
  }
}
