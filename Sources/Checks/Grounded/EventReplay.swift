import GroundedLanguage
import VectorMath

/// Whether events happened, a second time: each by what its definition asks of the raw labels at its moments.
struct EventReplay {
  let moments: [RawMoment]
  /// Of the carrier at each of them, m/s, as the label says.
  let speeds: [Double]

  func holds(_ event: NarrationLabel.Event) -> Bool {
    guard let kind = NarratedEvent(rawValue: event.predicate), moments.count == speeds.count,
      let a = moments.firstIndex(where: { $0.time == event.start }),
      let b = moments.firstIndex(where: { $0.time == event.end }), a < b
    else { return false }
    guard let id = event.instance else { return ownHolds(kind, a, b) && event.other == nil }
    if kind == .overtakes { return overtakes(id, event.other, a, b) }
    return event.other == nil && holds(kind, id, a, b)
  }

  private func all(_ range: some Sequence<Int>, _ test: (RawMoment) -> Bool) -> Bool {
    range.allSatisfy { test(moments[$0]) }
  }

  private func holds(_ kind: NarratedEvent, _ id: UInt32, _ a: Int, _ b: Int) -> Bool {
    let seen = moments.indices.filter { moments[$0].sees(id) }
    let isWhole = seen.first == a && seen.last == b
    let motions = seen.map { moments[$0].speed(id) }
    let isMobile = seen.contains { moments[$0].scene.category(id).map(SceneFacts.mobile.contains) ?? false }
    switch kind {
    case .appears: return isMobile && b == a + 1 && seen.first == b && moments[b].seesClearly(id)
    case .leaves: return isMobile && b == a + 1 && seen.last == a && moments[a].seesClearly(id)
    case .moves: return isMobile && isWhole && motions.allSatisfy(Self.goes)
    case .stands: return isMobile && isWhole && motions.allSatisfy(Self.rests)
    case .starts: return isMobile && Self.changes(seen, motions, a, b, Self.rests, Self.goes)
    case .stops: return isMobile && Self.changes(seen, motions, a, b, Self.goes, Self.rests)
    case .turnsLeft, .turnsRight:
      let turn = turn(id, seen)
      return isMobile && isWhole && motions.allSatisfy(Self.goes)
        && (kind == .turnsLeft ? turn >= FactMargins.turn : turn <= -FactMargins.turn)
    case .oncoming:
      guard let before = moments[a].scene.reach(id)?.middle, let after = moments[b].scene.reach(id)?.middle
      else { return false }
      let nearer = before - after
      return isWhole && nearer >= max(FactMargins.nearingMetres, FactMargins.nearingShare * before)
        && all(seen) { $0.scene.course(id, "oncoming")?.sure == true }
    case .opens, .closes:
      let states = kind == .opens ? ["closed", "open"] : ["open", "closed"]
      return zip([a, b], states).allSatisfy { k, state in
        moments[k].seesClearly(id) && moments[k].scene.has(id, Filter(.openness, state)).sure
      }
    case .overtakes, .speedsUp, .slowsDown: return false
    }
  }

  private static func goes(_ speed: Double?) -> Bool { speed.map { $0 >= FactMargins.moving } ?? false }
  private static func rests(_ speed: Double?) -> Bool { speed.map { $0 <= FactMargins.still } ?? false }

  /// One state up to moment `a`, the other from moment `b` on, and nothing clear between.
  private static func changes(
    _ seen: [Int], _ motions: [Double?], _ a: Int, _ b: Int, _ first: (Double?) -> Bool,
    _ second: (Double?) -> Bool
  ) -> Bool {
    var (isFirst, isSecond) = (false, false)
    for (k, speed) in zip(seen, motions) {
      if k == a { isFirst = first(speed) }
      if k == b { isSecond = second(speed) }
      if k < b && second(speed) || k > a && first(speed) { return false }
    }
    return isFirst && isSecond
  }

  /// Radians that a thing, or the carrier, has turned by, left being positive; 0 where that cannot be followed.
  private func turn(_ id: UInt32?, _ seen: [Int]) -> Double {
    var sum = 0.0
    for (j, k) in zip(seen, seen.dropFirst()) {
      guard let p = moments[j].front(id), let q = moments[k].front(id) else { return 0 }
      let step = DeterministicMath.atan2(cross(p, q), dot(p, q))
      if step.magnitude > .pi / 2 { return 0 }
      sum += step
    }
    return sum
  }

  private func overtakes(_ id: UInt32, _ other: UInt32?, _ a: Int, _ b: Int) -> Bool {
    guard all([a, b], { $0.sees(id) && $0.scene.course(id, "same_way")?.sure == true }) else { return false }
    if let other {
      return all([a, b]) { $0.sees(other) && $0.scene.course(other, "same_way")?.sure == true }
        && moments[a].scene.beyond(other, id).sure && moments[b].scene.beyond(id, other).sure
    }
    return Self.goes(speeds[a]) && Self.goes(speeds[b])
      && moments[a].scene.station(id, "behind")?.sure == true
      && moments[b].scene.station(id, "ahead")?.sure == true
  }

  private func ownHolds(_ kind: NarratedEvent, _ a: Int, _ b: Int) -> Bool {
    let all = Array(moments.indices)
    let isWhole = a == 0 && b == moments.count - 1
    let motions = speeds.map { Optional($0) }
    switch kind {
    case .moves: return isWhole && motions.allSatisfy(Self.goes)
    case .stands: return isWhole && motions.allSatisfy(Self.rests)
    case .starts: return Self.changes(all, motions, a, b, Self.rests, Self.goes)
    case .stops: return Self.changes(all, motions, a, b, Self.goes, Self.rests)
    case .turnsLeft: return isWhole && turn(nil, all) >= FactMargins.turn
    case .turnsRight: return isWhole && turn(nil, all) <= -FactMargins.turn
    case .speedsUp: return isWhole && RawScene.quicker(speeds[b], speeds[a]).sure
    case .slowsDown: return isWhole && RawScene.quicker(speeds[a], speeds[b]).sure
    default: return false
    }
  }
}
