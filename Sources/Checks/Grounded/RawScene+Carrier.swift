import Annotations
import GroundedLanguage
import VectorMath
import WorldModel

/// What things are to the carrier, a second time: in angles and in the axes of boxes.
extension RawScene {
  /// The carrier's place and the angle of its way about world z, radians; `nil` where it faces up or down.
  private var stand: (origin: Vector3, yaw: Double)? {
    let pose = view.view.worldFromCamera * view.view.rigFromCamera.inverse
    let way = pose.rotation.matrix.x
    guard way.x * way.x + way.y * way.y > 1e-12 else { return nil }
    return (pose.translation, DeterministicMath.atan2(way.y, way.x))
  }

  /// The way of what moves, against the carrier's.
  func course(_ id: UInt32, _ value: String) -> Bounds? {
    guard isStreet, let v = speeds[id] else { return nil }
    let speed = Self.norm(v)
    if speed <= FactMargins.still { return (false, false) }
    guard speed >= FactMargins.moving, let stand else { return nil }
    let level = (v[0] * v[0] + v[1] * v[1]).squareRoot() / speed
    let cosine = level * DeterministicMath.cos(DeterministicMath.atan2(v[1], v[0]) - stand.yaw)
    switch value {
    case "same_way": return (cosine >= FactMargins.alikeYes, cosine > FactMargins.alikeNo)
    case "oncoming": return (-cosine >= FactMargins.alikeYes, -cosine > FactMargins.alikeNo)
    case "crossing":
      return (
        (-FactMargins.acrossYes...FactMargins.acrossYes).contains(cosine),
        cosine > -FactMargins.acrossNo && cosine < FactMargins.acrossNo
      )
    default: return (false, false)
    }
  }

  func pace(_ id: UInt32, _ value: String) -> Bounds? {
    guard isStreet, let v = speeds[id], let ego = egoVelocity, ego.count == 3 else { return nil }
    return value == "faster"
      ? Self.quicker(Self.norm(v), Self.norm(ego)) : Self.quicker(Self.norm(ego), Self.norm(v))
  }

  /// The middle of a thing along the carrier's way, metres from the carrier, and how far it reaches to both sides.
  private func extent(_ id: UInt32) -> (middle: Double, reach: Double)? {
    guard isStreet, let stand, let b = solids[id] else { return nil }
    let (sin, cos) = DeterministicMath.sincos(stand.yaw)
    let m = Quaternion(w: b.rotation[0], x: b.rotation[1], y: b.rotation[2], z: b.rotation[3]).matrix
    var reach = 0.0
    for (axis, size) in zip([m.x, m.y, m.z], b.size) {
      reach += (axis.x * cos + axis.y * sin).magnitude * size / 2
    }
    return ((b.center[0] - stand.origin.x) * cos + (b.center[1] - stand.origin.y) * sin, reach)
  }

  func station(_ id: UInt32, _ value: String) -> Bounds? {
    guard let (middle, reach) = extent(id) else { return nil }
    let isAhead = middle - reach >= FactMargins.aheadYes
    let isBehind = middle + reach <= FactMargins.behindYes
    let isBeside = FactMargins.besideYes.contains(middle)
    switch value {
    case "ahead": return (isAhead, !isBeside && !isBehind)
    case "behind": return (isBehind, !isBeside && !isAhead)
    case "beside": return (isBeside, !isAhead && !isBehind)
    default: return (false, false)
    }
  }

  private func has(_ classes: Set<String>, _ ids: UInt32...) -> Bool {
    ids.allSatisfy { id in category(id).map(classes.contains) ?? false }
  }

  func beyond(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard has(SceneFacts.mobile, a, b), let p = extent(a), let q = extent(b) else { return (false, true) }
    let (shift, reach) = (p.middle - q.middle, p.reach + q.reach)
    return (shift >= reach + FactMargins.aheadGap, -shift < reach + FactMargins.aheadGap)
  }

  func together(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard has(SceneFacts.vehicles, a, b) else { return (false, false) }
    guard let p = lanes[a], let q = lanes[b] else { return (false, true) }
    let isParked = [p.place, q.place].contains(.parking)
    let isOne = p.lane == q.lane || [p.place, q.place].allSatisfy { $0 == .own }
    return (isOne && !isParked, isOne && !isParked)
  }

  func earlier(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard let p = closing(a, ego: egoVelocity), let q = closing(b, ego: egoVelocity),
      min(p.speed, q.speed) >= FactMargins.approaching
    else { return (false, true) }
    // Times of both with the speeds multiplied out.
    let (s, t) = (p.gap * q.speed, q.gap * p.speed)
    let share = 1 - FactMargins.timeShare
    return (s <= share * t, t > share * s)
  }
}
