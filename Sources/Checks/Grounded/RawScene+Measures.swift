import Annotations
import GroundedLanguage
import VectorMath

/// Metres and seconds, a second time: in the camera's frame, and with all times multiplied out of one closing speed.
extension RawScene {
  /// Metres to the nearest place of a thing that is told with one number.
  func metres(_ id: UInt32) -> Double? {
    guard let (middle, nearest) = reach(id), truncation(id) <= FactMargins.truncation else { return nil }
    let depth = middle - nearest
    return depth > FactMargins.depthMetres && depth > FactMargins.depthShare * middle ? nil : nearest
  }

  /// Seconds until the carrier reaches a road user.
  func seconds(_ id: UInt32) -> Double? {
    guard category(id).map(SceneFacts.mobile.contains) ?? false,
      let (gap, speed) = closing(id, ego: egoVelocity), speed >= FactMargins.approaching
    else { return nil }
    return gap / speed
  }

  /// Whether a measure may be told with a number.
  static func called(_ value: String, _ measure: Double?) -> Bounds {
    guard let number = Double(value) else { return (false, false) }
    guard let measure else { return (false, true) }
    let off = measure > number ? measure - number : number - measure
    let (near, far) = (FactMargins.roundShare * number, FactMargins.otherShare * number)
    return (
      off <= FactMargins.roundUnits || off <= near, off < FactMargins.otherUnits || off < far
    )
  }

  func arrival(_ id: UInt32, _ value: String) -> Bounds? {
    if let (_, speed) = closing(id, ego: egoVelocity), speed <= FactMargins.notApproaching {
      return (false, false)
    }
    return Self.called(value, seconds(id))
  }

  func nearer(_ id: UInt32, than value: String) -> Bounds {
    guard let limit = Double(value) else { return (false, false) }
    guard let (middle, nearest) = reach(id) else { return (false, true) }
    return (middle <= FactMargins.rangeYes * limit, nearest < FactMargins.rangeNo * limit)
  }

  func parking(_ id: UInt32, _ value: String) -> Bounds? {
    lanes[id].map { lane in
      let isSo = (value == "parked") == (lane.place == .parking)
      return (isSo, isSo)
    }
  }

  func turn(_ id: UInt32, _ value: String) -> Bounds? {
    guard let v = speeds[id], let rate = turns[id] else { return nil }
    let speed = Self.norm(v)
    if speed <= FactMargins.still { return (false, false) }
    guard speed >= FactMargins.moving else { return nil }
    switch value {
    case "left": return (rate >= FactMargins.turning, rate > FactMargins.straight)
    case "right": return (-rate >= FactMargins.turning, -rate > FactMargins.straight)
    default:
      let range = -FactMargins.straight...FactMargins.straight
      return (range.contains(rate), rate < FactMargins.turning && -rate < FactMargins.turning)
    }
  }
}
