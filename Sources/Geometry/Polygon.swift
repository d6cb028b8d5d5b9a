package import VectorMath

/// A closed ring of plan points, the last joined to the first. Counter-clockwise rings have positive area.
package struct Polygon: Sendable, Hashable {
  package var points: [Vector2]

  package init(_ points: [Vector2]) { self.points = points }

  /// An axis-aligned rectangle, counter-clockwise from its lower left corner.
  package init(min: Vector2, max: Vector2) {
    self.init([min, Vector2(max.x, min.y), max, Vector2(min.x, max.y)])
  }

  /// The directed edges; one ends where the next begins.
  package var edges: [(from: Vector2, to: Vector2)] {
    points.indices.map { (points[$0], points[($0 + 1) % points.count]) }
  }

  /// Area in square units, negative for clockwise rings; where a ring crosses itself, areas count by winding.
  package var signedArea: Double {
    guard points.count >= 3 else { return 0 }
    // Measured from the first point, so that places far from the origin lose no digits.
    let origin = points[0]
    var twice = 0.0
    for i in 1..<(points.count - 1) { twice += cross(points[i] - origin, points[i + 1] - origin) }
    return twice / 2
  }

  package var area: Double { signedArea.magnitude }
  package var isCounterClockwise: Bool { signedArea > 0 }
  package var reversed: Polygon { Polygon(points.reversed()) }
  /// The same ring, its area not negative.
  package var counterClockwise: Polygon { signedArea < 0 ? reversed : self }

  package var perimeter: Double { edges.reduce(0) { $0 + length($1.to - $1.from) } }

  /// The centre of area; of the points where the area vanishes; zero without points.
  package var centroid: Vector2 {
    guard let origin = points.first else { return .zero }
    var twice = 0.0
    var sum = Vector2.zero
    for (a, b) in edges {
      let (p, q) = (a - origin, b - origin)
      let w = cross(p, q)
      twice += w
      sum += (p + q) * w
    }
    if twice.magnitude > 1e-300 { return origin + sum / (3 * twice) }
    return points.reduce(.zero, +) / Double(points.count)
  }

  /// True inside by the even-odd rule. Points on an edge belong to one side or the other, so that polygons which
  /// share an edge never both hold a point of it.
  package func contains(_ p: Vector2) -> Bool {
    var isInside = false
    // Not over `edges`, which would be made anew for every point asked.
    guard var a = points.last else { return false }
    for b in points {
      if (a.y > p.y) != (b.y > p.y) {
        // The side of the edge tells whether the ray to +x crosses it, without a division.
        let side = cross(b - a, p - a)
        if (b.y > a.y) == (side > 0) && side != 0 { isInside.toggle() }
      }
      a = b
    }
    return isInside
  }

  /// The distance from a point to the nearest edge; infinite without edges.
  package func distanceToBoundary(_ p: Vector2) -> Double {
    guard var a = points.last else { return .infinity }
    var best = Double.infinity
    for b in points {
      let d = b - a
      let squared = dot(d, d)
      let t = squared > 0 ? Swift.min(Swift.max(dot(p - a, d) / squared, 0), 1) : 0
      let off = p - (a + d * t)
      best = Swift.min(best, dot(off, off))
      a = b
    }
    return best.squareRoot()
  }

  /// True when no corner turns against the others and the ring goes round once; flat corners are allowed.
  package var isConvex: Bool {
    guard points.count >= 3 else { return false }
    var sign = 0.0
    var flips = 0
    var lastX = 0.0
    for i in points.indices {
      let d = points[(i + 1) % points.count] - points[i]
      let e = points[(i + 2) % points.count] - points[(i + 1) % points.count]
      let turn = cross(d, e)
      if turn != 0 {
        if sign * turn < 0 { return false }
        sign = turn
      }
      if d.x != 0 {
        if lastX * d.x < 0 { flips += 1 }
        lastX = d.x
      }
    }
    // A star turns one way too, but its x direction flips more than twice.
    if let first = points.indices.lazy.map({ points[($0 + 1) % points.count].x - points[$0].x }).first(
      where: { $0 != 0 }),
      lastX * first < 0
    {
      flips += 1
    }
    return sign != 0 && flips <= 2
  }

  /// True when no two edges meet but neighbours in their common corner.
  package var isSimple: Bool {
    let all = edges
    guard all.count >= 3 else { return false }
    for i in all.indices {
      guard all[i].from != all[i].to else { return false }
      for j in (i + 1)..<Swift.max(all.count, i + 1) {
        let isNext = j == i + 1
        let isPrevious = i == 0 && j == all.count - 1
        let (p, q) = (all[i], all[j])
        if isNext || isPrevious {
          // Neighbours overlap only by folding back.
          let (d, e) = (p.to - p.from, q.to - q.from)
          if cross(d, e) == 0 && dot(d, e) < 0 { return false }
        } else if segmentsMeet(p.from, p.to, q.from, q.to) {
          return false
        }
      }
    }
    return true
  }
}

/// Whether two closed segments have a point in common.
func segmentsMeet(_ a: Vector2, _ b: Vector2, _ c: Vector2, _ d: Vector2) -> Bool {
  let (s, t) = (cross(b - a, c - a), cross(b - a, d - a))
  let (u, v) = (cross(d - c, a - c), cross(d - c, b - c))
  if s * t < 0 && u * v < 0 { return true }
  func between(_ p: Vector2, _ q: Vector2, _ r: Vector2) -> Bool {
    r.x >= Swift.min(p.x, q.x) && r.x <= Swift.max(p.x, q.x) && r.y >= Swift.min(p.y, q.y)
      && r.y <= Swift.max(p.y, q.y)
  }
  return (s == 0 && between(a, b, c)) || (t == 0 && between(a, b, d)) || (u == 0 && between(c, d, a))
    || (v == 0 && between(c, d, b))
}
