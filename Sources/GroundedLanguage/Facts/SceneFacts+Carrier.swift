import Annotations
import Geometry
import VectorMath

/// What things are to the carrier of the camera: a car, where a street is seen.
extension SceneFacts {
  private var forward: Vector2 {
    let way = carrier.rotation * Vector3(1, 0, 0)
    return Vector2(way.x, way.y)
  }

  /// The way in which a vehicle goes against the way in which the carrier faces.
  func heading(_ value: String, _ i: Int) -> Verdict {
    guard Self.vehicles.contains(objects[i].category) else { return .no }
    guard isStreet, let v = objects[i].velocity else { return .undecided }
    let (speed, norm) = (length(v), length(forward))
    if speed <= FactMargins.still { return .no }
    guard speed >= FactMargins.moving, norm > 1e-6 else { return .undecided }
    let cosine = dot(Vector2(v.x, v.y), forward) / (speed * norm)
    switch value {
    case "same_way": return Verdict(yes: cosine >= FactMargins.alikeYes, no: cosine <= FactMargins.alikeNo)
    case "oncoming": return Verdict(yes: cosine <= -FactMargins.alikeYes, no: cosine >= -FactMargins.alikeNo)
    case "crossing":
      let along = cosine.magnitude
      return Verdict(yes: along <= FactMargins.acrossYes, no: along >= FactMargins.acrossNo)
    default: return .no
    }
  }

  /// Whether a vehicle is on a lane of the carrier's way. Who parks is on none.
  func lane(_ value: String, _ i: Int) -> Verdict {
    guard Self.vehicles.contains(objects[i].category) else { return .no }
    guard let place = objects[i].lanePlace else { return .undecided }
    switch value {
    case "own_lane": return Verdict(place == .own)
    case "other_lane": return Verdict(place != .own && place != .parking)
    default: return .no
    }
  }

  /// Whether a vehicle is parked, or on a lane that is driven on.
  func parking(_ value: String, _ i: Int) -> Verdict {
    guard Self.vehicles.contains(objects[i].category) else { return .no }
    guard let place = objects[i].lanePlace else { return .undecided }
    switch value {
    case "parked": return Verdict(place == .parking)
    case "in_traffic": return Verdict(place != .parking)
    default: return .no
    }
  }

  /// Which way a vehicle that moves turns.
  func turning(_ value: String, _ i: Int) -> Verdict {
    guard Self.vehicles.contains(objects[i].category) else { return .no }
    guard let v = objects[i].velocity, let rate = objects[i].yawRate else { return .undecided }
    if length(v) <= FactMargins.still { return .no }
    guard length(v) >= FactMargins.moving else { return .undecided }
    func turns(_ rate: Double) -> Verdict {
      Verdict(yes: rate >= FactMargins.turning, no: rate <= FactMargins.straight)
    }
    switch value {
    case "left": return turns(rate)
    case "right": return turns(-rate)
    case "straight": return !turns(rate.magnitude)
    default: return .no
    }
  }

  /// Whether something that can move is faster, or slower, than the carrier.
  func pace(_ value: String, _ i: Int) -> Verdict {
    guard Self.mobile.contains(objects[i].category) else { return .no }
    guard isStreet, let v = objects[i].velocity, let ego = egoVelocity else { return .undecided }
    switch value {
    case "faster": return Self.isFaster(length(v), than: length(ego))
    case "slower": return Self.isFaster(length(ego), than: length(v))
    default: return .no
    }
  }

  /// From where to where a thing reaches along the way in which the carrier faces, metres from the carrier's rear axle.
  private func reach(_ i: Int) -> ClosedRange<Double>? {
    guard isStreet, length(forward) > 1e-6, let print = objects[i].footprint else { return nil }
    let origin = Vector2(carrier.translation.x, carrier.translation.y)
    let places: [Double] = print.points.map { dot($0 - origin, forward) / length(forward) }
    guard let low = places.min(), let high = places.max() else { return nil }
    return low...high
  }

  /// Whether a road user is ahead of the carrier, beside it or behind it.
  func station(_ value: String, _ i: Int) -> Verdict {
    guard Self.mobile.contains(objects[i].category) else { return .no }
    guard let reach = reach(i) else { return .undecided }
    let (low, high) = (reach.lowerBound, reach.upperBound)
    let isAway = low >= FactMargins.aheadYes || high <= FactMargins.behindYes
    let isBeside = FactMargins.besideYes.contains((low + high) / 2)
    switch value {
    case "ahead":
      return Verdict(yes: low >= FactMargins.aheadYes, no: isBeside || high <= FactMargins.behindYes)
    case "behind":
      return Verdict(yes: high <= FactMargins.behindYes, no: isBeside || low >= FactMargins.aheadYes)
    case "beside": return Verdict(yes: isBeside, no: isAway)
    default: return .no
    }
  }

  /// Of two road users: along the way in which the carrier faces.
  func isAhead(_ a: Int, of b: Int) -> Verdict {
    guard Self.mobile.contains(objects[a].category), Self.mobile.contains(objects[b].category),
      let p = reach(a), let q = reach(b)
    else { return .undecided }
    return Verdict(
      yes: p.lowerBound - q.upperBound >= FactMargins.aheadGap,
      no: q.lowerBound - p.upperBound >= FactMargins.aheadGap)
  }

  /// One lane, or lanes of the carrier's way; who parks is on none.
  func isOnLane(_ a: Int, of b: Int) -> Verdict {
    let pair = [objects[a], objects[b]]
    if pair.contains(where: { !Self.vehicles.contains($0.category) }) { return .no }
    guard let p = pair[0].lanePlace, let q = pair[1].lanePlace else { return .undecided }
    if p == .parking || q == .parking { return .no }
    return Verdict(p == .own && q == .own || pair[0].lane == pair[1].lane)
  }

  /// Of two things that the carrier comes closer to, both going on as they do.
  func isSooner(_ a: Int, than b: Int) -> Verdict {
    guard let p = closing(a), let q = closing(b), p.speed >= FactMargins.approaching,
      q.speed >= FactMargins.approaching
    else { return .undecided }
    let (s, t) = (p.gap / p.speed, q.gap / q.speed)
    return Verdict(yes: s <= (1 - FactMargins.timeShare) * t, no: t <= (1 - FactMargins.timeShare) * s)
  }
}
