import VectorMath

/// Metres and seconds, as people tell them: in round numbers.
extension SceneFacts {
  func isMobile(_ i: Int) -> Bool { Self.mobile.contains(objects[i].category) }

  /// Metres from the camera to the nearest place of thing number `i`; `nil` where most of it lies much farther, so that two
  /// people would give two numbers.
  func distance(_ i: Int) -> Double? {
    let o = objects[i]
    guard let nearest = o.nearest, let middle = o.distance, o.truncation <= FactMargins.truncation,
      middle - nearest <= max(FactMargins.depthMetres, FactMargins.depthShare * middle)
    else { return nil }
    return nearest
  }

  /// The whole number for a measure, and from 20 on a multiple of five.
  static func rounded(_ measure: Double) -> String {
    let step = measure < 20 ? 1.0 : 5.0
    return String(Int(min(1e6, (measure / step).rounded() * step)))
  }

  /// Whether a measure is called by a number.
  func measured(_ value: String, _ measure: Double?) -> Verdict {
    guard let number = Double(value) else { return .no }
    guard let measure else { return .undecided }
    let off = (measure - number).magnitude
    return Verdict(
      yes: off <= max(FactMargins.roundUnits, FactMargins.roundShare * number),
      no: off >= max(FactMargins.otherUnits, FactMargins.otherShare * number))
  }

  /// Whether the carrier reaches a road user in about so many seconds; never what it does not come closer to.
  func arrival(_ value: String, _ i: Int) -> Verdict {
    guard isMobile(i) else { return .no }
    if approaches(i) == .no { return .no }
    return measured(value, secondsToReach(i))
  }

  /// Whether thing number `i` is nearer than so many metres, whatever is seen of it.
  func range(_ value: String, _ i: Int) -> Verdict {
    guard let limit = Double(value) else { return .no }
    guard let nearest = objects[i].nearest, let middle = objects[i].distance else { return .undecided }
    return Verdict(
      yes: middle <= FactMargins.rangeYes * limit, no: nearest >= FactMargins.rangeNo * limit)
  }

  /// Of two things that are seen from top to bottom.
  func isTaller(_ a: Int, than b: Int) -> Verdict {
    let pair = [objects[a], objects[b]]
    guard pair.allSatisfy({ $0.bounds != nil && $0.truncation <= FactMargins.tallTruncation }) else {
      return .undecided
    }
    let (p, q) = (pair[0].high - pair[0].low, pair[1].high - pair[1].low)
    func surely(_ x: Double, _ y: Double) -> Bool {
      x - y >= FactMargins.tallerMetres && x - y >= FactMargins.tallerShare * x
    }
    return Verdict(yes: surely(p, q), no: surely(q, p))
  }
}
