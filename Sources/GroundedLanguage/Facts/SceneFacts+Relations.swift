import Annotations
import Geometry
import VectorMath

extension SceneFacts {
  /// Whether thing number `a` stands so to thing number `b`.
  package func verdict(_ relation: Relation, _ a: Int, _ b: Int) -> Verdict {
    guard a != b else { return .no }
    switch relation {
    case .leftOf: return isLeft(a, of: b)
    case .rightOf: return isLeft(b, of: a)
    case .closer: return isCloser(a, than: b)
    case .farther: return isCloser(b, than: a)
    case .on: return rests(a, b, \.on)
    case .inside: return rests(a, b, \.inside)
    case .above: return isAbove(a, b)
    case .below: return isAbove(b, a)
    case .nextTo: return isNextTo(a, b)
    case .hiddenBy: return isHidden(a, by: b)
    case .faster: return isFaster(a, than: b)
    case .slower: return isFaster(b, than: a)
    case .sooner: return isSooner(a, than: b)
    case .later: return isSooner(b, than: a)
    case .aheadOf: return isAhead(a, of: b)
    case .behind: return isAhead(b, of: a)
    case .sameLane: return isOnLane(a, of: b)
    case .taller: return isTaller(a, than: b)
    case .shorter: return isTaller(b, than: a)
    }
  }

  private func isLeft(_ a: Int, of b: Int) -> Verdict {
    guard hasSides else { return .undecided }
    let (p, q) = (objects[a].box, objects[b].box)
    let here: Int = 2 * p.x + p.width
    let there: Int = 2 * q.x + q.width
    let shift = Double(there - here) / Double(2 * max(1, width))
    return Verdict(
      yes: shift >= FactMargins.sideYes && p.x < q.x && p.x + p.width < q.x + q.width,
      no: shift <= FactMargins.sideNo)
  }

  private func isCloser(_ a: Int, than b: Int) -> Verdict {
    let (p, q) = (objects[a], objects[b])
    guard let da = p.distance, let db = q.distance, let na = p.nearest, let nb = q.nearest,
      max(p.truncation, q.truncation) <= FactMargins.truncation
    else { return .undecided }
    func surely(_ x: Double, _ y: Double) -> Bool {
      y - x >= FactMargins.nearerMetres && y - x >= FactMargins.nearerShare * y
    }
    return Verdict(yes: surely(da, db) && surely(na, nb), no: surely(db, da) && surely(nb, na))
  }

  /// What rests on something that rests on something else may be said to rest on both.
  private func rests(_ a: Int, _ b: Int, _ direct: KeyPath<SceneObject, UInt32?>) -> Verdict {
    guard hasGraph else { return .undecided }
    let target = objects[b].instance
    if objects[a][keyPath: direct] == target { return .yes }
    var at = objects[a]
    for _ in 0..<8 {
      guard let next = at.on ?? at.inside ?? at.heldBy else { return .no }
      if next == target { return .undecided }
      guard let index = index(of: next) else { return .undecided }
      at = objects[index]
    }
    return .undecided
  }

  private func isAbove(_ a: Int, _ b: Int) -> Verdict {
    let (p, q) = (objects[a], objects[b])
    guard let pBox = p.bounds, let qBox = q.bounds, let pPrint = p.footprint, let qPrint = q.footprint else {
      return .undecided
    }
    let (pMiddle, qMiddle) = (
      Vector2(pBox.center.x, pBox.center.y), Vector2(qBox.center.x, qBox.center.y)
    )
    if p.low <= q.low { return .no }
    let isOver = qPrint.contains(pMiddle) || pPrint.contains(qMiddle)
    if isOver { return p.low >= q.high - FactMargins.aboveSlack ? .yes : .undecided }
    // What is this far off is surely beside it: no need to measure more closely.
    let far = length(pMiddle - qMiddle) - length(pBox.halfSize) - length(qBox.halfSize)
    return far >= FactMargins.aboveNo || GroundGap.between(pPrint, qPrint) >= FactMargins.aboveNo
      ? .no : .undecided
  }

  private func isNextTo(_ a: Int, _ b: Int) -> Verdict {
    guard let p = objects[a].footprint, let q = objects[b].footprint, let pBox = objects[a].bounds,
      let qBox = objects[b].bounds
    else { return .undecided }
    let scale = isStreet ? FactMargins.streetScale : 1
    // Far apart: no need to measure more closely.
    let far = length(pBox.center - qBox.center) - length(pBox.halfSize) - length(qBox.halfSize)
    let isLevel = min(objects[a].high, objects[b].high) > max(objects[a].low, objects[b].low)
    if isLevel, far >= FactMargins.nextToNo * scale { return .no }
    let gap = GroundGap.between(p, q)
    return Verdict(
      yes: gap <= FactMargins.nextToYes * scale && gap > 0 && isLevel,
      no: gap >= FactMargins.nextToNo * scale)
  }

  private func isHidden(_ a: Int, by b: Int) -> Verdict {
    let pixels = hidden[SIMD2(objects[b].instance, objects[a].instance)] ?? 0
    let whole = alone[objects[a].instance] ?? 0
    return Verdict(
      yes: pixels >= FactMargins.hidesPixels && Double(pixels) >= FactMargins.hidesYes * Double(whole),
      no: pixels == 0)
  }

  private func isFaster(_ a: Int, than b: Int) -> Verdict {
    guard let v = objects[a].velocity, let w = objects[b].velocity else { return .undecided }
    return Self.isFaster(length(v), than: length(w))
  }

  /// Whether one speed is above another, m/s.
  static func isFaster(_ v: Double, than w: Double) -> Verdict {
    func surely(_ x: Double, _ y: Double) -> Bool {
      x - y >= FactMargins.fasterMetres && x - y >= FactMargins.fasterShare * x
    }
    return Verdict(yes: surely(v, w), no: surely(w, v))
  }

  /// How fast the camera and the nearest corner of a thing's footprint come together, m/s, and how far apart they are,
  /// metres, both level.
  func closing(_ i: Int) -> (speed: Double, gap: Double)? {
    guard let ego = egoVelocity, let v = objects[i].velocity, let print = objects[i].footprint else {
      return nil
    }
    let eye = Vector2(camera.x, camera.y)
    let ways: [Vector2] = print.points.map { $0 - eye }
    guard let way = ways.min(by: { length($0) < length($1) }) else { return nil }
    guard length(way) > 1e-6 else { return nil }
    let relative = Vector2(v.x - ego.x, v.y - ego.y)
    return (-dot(relative, way) / length(way), length(way))
  }

  /// Whether the distance to thing number `i` shrinks.
  package func approaches(_ i: Int) -> Verdict {
    guard let (speed, _) = closing(i) else { return .undecided }
    return Verdict(yes: speed >= FactMargins.approaching, no: speed <= FactMargins.notApproaching)
  }

  /// Seconds until the gap to thing number `i` is closed if all goes on as it does; `nil` where it surely does not close,
  /// or too slowly to say.
  package func secondsToReach(_ i: Int) -> Double? {
    guard let (speed, gap) = closing(i), speed >= FactMargins.approaching else { return nil }
    return gap / speed
  }

  /// Whether the gap closes within so many seconds if all goes on as it does.
  package func isReached(within seconds: Double, _ i: Int) -> Verdict {
    guard let (speed, gap) = closing(i) else { return .undecided }
    if speed <= FactMargins.notApproaching { return .no }
    guard speed >= FactMargins.approaching else { return .undecided }
    let time = gap / speed
    return Verdict(
      yes: time <= seconds * (1 - FactMargins.timeShare), no: time >= seconds * (1 + FactMargins.timeShare))
  }
}

/// How far two convex outlines are from each other.
enum GroundGap {
  /// Metres; 0 where they meet.
  static func between(_ a: Polygon, _ b: Polygon) -> Double {
    guard let p = a.points.first, let q = b.points.first else { return .infinity }
    if a.contains(q) || b.contains(p) { return 0 }
    for (s, t) in a.edges {
      for (u, v) in b.edges
      where cross(t - s, u - s) * cross(t - s, v - s) < 0
        && cross(v - u, s - u) * cross(v - u, t - u) < 0
      { return 0 }
    }
    // Nearest places of convex outlines that are apart: a corner of one and an edge of the other.
    return min(
      a.points.map(b.distanceToBoundary).min() ?? .infinity,
      b.points.map(a.distanceToBoundary).min() ?? .infinity)
  }
}
