import Annotations
import Geometry
import GroundedLanguage
import VectorMath
import WorldModel

extension RawScene {
  /// Whether one thing surely, or possibly, stands so to another.
  func stands(_ a: UInt32, _ relation: Relation, _ b: UInt32) -> Bounds {
    guard a != b else { return (false, false) }
    switch relation {
    case .leftOf: return left(a, b)
    case .rightOf: return left(b, a)
    case .closer: return order(a, b)
    case .farther: return order(b, a)
    case .on: return rests(a, "on", b)
    case .inside: return rests(a, "inside", b)
    case .above: return above(a, b)
    case .below: return above(b, a)
    case .nextTo: return beside(a, b)
    case .hiddenBy: return hidden(a, b)
    case .faster: return quicker(a, b)
    case .slower: return quicker(b, a)
    case .sooner: return earlier(a, b)
    case .later: return earlier(b, a)
    case .aheadOf: return beyond(a, b)
    case .behind: return beyond(b, a)
    case .sameLane: return together(a, b)
    case .taller: return higher(a, b)
    case .shorter: return higher(b, a)
    }
  }

  private func left(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard view.camera.period == nil, let p = box(a), let q = box(b) else { return (false, true) }
    let (pEnd, qEnd) = (Double(p.x) + Double(p.width), Double(q.x) + Double(q.width))
    let twice = (Double(q.x) + qEnd) - (Double(p.x) + pEnd)
    let share = twice / Double(2 * max(1, view.width))
    let isSure = share >= FactMargins.sideYes && p.x < q.x && pEnd < qEnd
    return (isSure, isSure || share > FactMargins.sideNo)
  }

  /// In the camera's own frame: from its middle to the box's, and to the nearest place of the box.
  func reach(_ id: UInt32) -> (middle: Double, nearest: Double)? {
    guard let b = solids[id] else { return nil }
    let c = Vector3(b.cameraCenter[0], b.cameraCenter[1], b.cameraCenter[2])
    let q = Quaternion(
      w: b.cameraRotation[0], x: b.cameraRotation[1], y: b.cameraRotation[2], z: b.cameraRotation[3])
    let eye = q.conjugate * (c * -1)
    let beyond = (0..<3).map { max(0, eye[$0].magnitude - b.size[$0] / 2) }
    return (length(c), Self.norm(beyond))
  }

  private func order(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard truncation(a) <= FactMargins.truncation, truncation(b) <= FactMargins.truncation, let p = reach(a),
      let q = reach(b)
    else { return (false, true) }
    func isBefore(_ x: Double, _ y: Double) -> Bool {
      y - x >= max(FactMargins.nearerMetres, FactMargins.nearerShare * y)
    }
    let isAfter = isBefore(q.middle, p.middle) && isBefore(q.nearest, p.nearest)
    return (isBefore(p.middle, q.middle) && isBefore(p.nearest, q.nearest), !isAfter)
  }

  /// Through everything that holds it, whatever the way.
  private func rests(_ a: UInt32, _ relation: String, _ b: UInt32) -> Bounds {
    guard hasGraph else { return (false, true) }
    if (holders[a] ?? []).last(where: { $0.relation == relation })?.object == b { return (true, true) }
    var reached: Set<UInt32> = [a]
    var front = [a]
    while let id = front.popLast() {
      for (_, object) in holders[id] ?? [] where reached.insert(object).inserted { front.append(object) }
    }
    return (false, reached.contains(b))
  }

  private struct Standing {
    var middle: Vector2
    var outline: [Vector2]
    var low: Double
    var high: Double
  }

  /// Corners from the half axes, which the rotation's columns are.
  private func standing(_ id: UInt32) -> Standing? {
    guard let b = solids[id] else { return nil }
    let m = Quaternion(w: b.rotation[0], x: b.rotation[1], y: b.rotation[2], z: b.rotation[3]).matrix
    let axes = [m.x * (b.size[0] / 2), m.y * (b.size[1] / 2), m.z * (b.size[2] / 2)]
    let c = Vector3(b.center[0], b.center[1], b.center[2])
    var outline: [Vector2] = []
    var rise = 0.0
    for signs in 0..<8 {
      var p = c
      for k in 0..<3 { p += axes[k] * (signs >> k & 1 == 0 ? 1 : -1) }
      outline.append(Vector2(p.x, p.y))
      rise = max(rise, p.z - c.z)
    }
    return Standing(middle: Vector2(c.x, c.y), outline: outline, low: c.z - rise, high: c.z + rise)
  }

  /// The distance from the origin to the hull of all differences: that between the hulls.
  private static func gap(_ a: [Vector2], _ b: [Vector2]) -> Double {
    let hull = Polygon.hull(of: a.flatMap { p in b.map { p - $0 } }).points
    guard hull.count >= 3 else { return hull.map { length($0) }.min() ?? .infinity }
    var outside = -Double.infinity
    var nearest = Double.infinity
    for (n, p) in hull.enumerated() {
      let q = hull[(n + 1) % hull.count]
      let d = q - p
      let along = min(max(-dot(p, d) / dot(d, d), 0), 1)
      nearest = min(nearest, length(p + d * along))
      outside = max(outside, -cross(d, p * -1))
    }
    return outside <= 0 ? 0 : nearest
  }

  private func above(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard let p = standing(a), let q = standing(b) else { return (false, true) }
    guard p.low > q.low else { return (false, false) }
    if Self.gap([p.middle], q.outline) == 0 || Self.gap([q.middle], p.outline) == 0 {
      return (p.low + FactMargins.aboveSlack >= q.high, true)
    }
    return (false, Self.gap(p.outline, q.outline) < FactMargins.aboveNo)
  }

  private func higher(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard let p = standing(a), let q = standing(b),
      max(truncation(a), truncation(b)) <= FactMargins.tallTruncation
    else { return (false, true) }
    let more = (p.high - p.low) - (q.high - q.low)
    func clears(_ shift: Double, _ whole: Double) -> Bool {
      shift >= max(FactMargins.tallerMetres, FactMargins.tallerShare * whole)
    }
    return (clears(more, p.high - p.low), !clears(-more, q.high - q.low))
  }

  private func beside(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard let p = standing(a), let q = standing(b) else { return (false, true) }
    let unit = isStreet ? FactMargins.streetScale : 1
    let gap = Self.gap(p.outline, q.outline)
    let isLevel = p.low < q.high && q.low < p.high
    return (
      isLevel && gap > 0 && gap <= FactMargins.nextToYes * unit, gap < FactMargins.nextToNo * unit
    )
  }

  private func hidden(_ a: UInt32, _ b: UInt32) -> Bounds {
    let edges = view[OcclusionLabel.self]?.edges ?? []
    let pixels = edges.first { $0.front == b && $0.behind == a }?.pixels ?? 0
    let needed = FactMargins.hidesYes * Double(wholePixels(a))
    return (pixels >= FactMargins.hidesPixels && Double(pixels) >= needed, pixels > 0)
  }

  private func quicker(_ a: UInt32, _ b: UInt32) -> Bounds {
    guard let v = speeds[a].map(Self.norm), let w = speeds[b].map(Self.norm) else { return (false, true) }
    return Self.quicker(v, w)
  }

  static func quicker(_ v: Double, _ w: Double) -> Bounds {
    func surely(_ x: Double, _ y: Double) -> Bool {
      x - y >= max(FactMargins.fasterMetres, FactMargins.fasterShare * x)
    }
    return (surely(v, w), !surely(w, v))
  }

  /// Metres to the nearest corner of the footprint, and metres a second by which they shrink; level.
  func closing(_ id: UInt32, ego: [Double]?) -> (gap: Double, speed: Double)? {
    guard let ego, ego.count == 3, let v = speeds[id], let p = standing(id) else { return nil }
    let eye = view.view.worldFromCamera.translation
    let ways = Polygon.hull(of: p.outline).points.map { $0 - Vector2(eye.x, eye.y) }
    guard let way = ways.min(by: { dot($0, $0) < dot($1, $1) }), dot(way, way) > 1e-12 else { return nil }
    let gap = dot(way, way).squareRoot()
    return (gap, ((ego[0] - v[0]) * way.x + (ego[1] - v[1]) * way.y) / gap)
  }
}
