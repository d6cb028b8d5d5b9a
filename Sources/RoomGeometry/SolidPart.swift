package import Geometry
package import VectorMath

/// One connected surface of a thing in its place: the audit's unit of matter.
///
/// World frame, metres.
package struct SolidPart {
  package let points: [Vector3]
  package let triangles: [SIMD3<Int32>]
  package let box: Box3
  /// Whether it encloses a volume; sheets have no inside.
  package let isClosed: Bool
  /// Whether it turns or slides with a joint.
  package let isMoving: Bool

  /// - Parameter triangles: counter-clockwise from outside, by indices of points.
  package init(points: [Vector3], triangles: [SIMD3<Int32>], isMoving: Bool = false) {
    self.points = points
    self.triangles = triangles
    self.isMoving = isMoving
    box = Box3(points)
    var sum = Vector3.zero
    var area = 0.0
    var volume = 0.0
    let middle = box.center
    for t in triangles {
      let (a, b, c) = (points[Int(t.x)], points[Int(t.y)], points[Int(t.z)])
      let n = cross(b - a, c - a)
      sum += n
      area += length(n)
      volume += dot(a - middle, cross(b - middle, c - middle))
    }
    // The faces of what is closed face all sides alike.
    isClosed = area > 0 && length(sum) < 1e-4 * area && volume > 0
  }

  /// A box along the axes of a frame whose x axis points along `x`, from its lowest to its highest corner.
  package init(box: Box3, origin: Vector2, x: Vector2) {
    let points = box.corners.map { c -> Vector3 in
      let p = origin + x * c.x + Vector2(-x.y, x.x) * c.y
      return Vector3(p.x, p.y, c.z)
    }
    let quads: [[Int32]] = [
      [0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5],
    ]
    self.init(
      points: points,
      triangles: quads.flatMap { q in [SIMD3(q[0], q[1], q[2]), SIMD3(q[0], q[2], q[3])] })
  }

  package func corners(_ t: SIMD3<Int32>) -> (Vector3, Vector3, Vector3) {
    (points[Int(t.x)], points[Int(t.y)], points[Int(t.z)])
  }

  /// The volume, cubic metres, and its first moment; nothing for sheets.
  package var mass: (volume: Double, moment: Vector3) {
    guard isClosed else { return (0, .zero) }
    let middle = box.center
    var (volume, moment) = (0.0, Vector3.zero)
    for t in triangles {
      let (a, b, c) = corners(t)
      let v = dot(a - middle, cross(b - middle, c - middle)) / 6
      volume += v
      moment += (a + b + c + middle) / 4 * v
    }
    return (volume, moment)
  }

  // MARK: points against it

  /// Whether a point is enclosed; for many points, see `Enclosure`.
  package func encloses(_ p: Vector3) -> Bool {
    guard isClosed, box.contains(p) else { return false }
    return Enclosure(self, for: Box3(min: p, max: p)).contains(p)
  }

  /// Metres from a point to the surface; stops looking below `limit`.
  package func distance(to p: Vector3, atLeast limit: Double = 0) -> Double {
    var best = Double.infinity
    for t in triangles {
      let (a, b, c) = corners(t)
      let low = minimum(a, minimum(b, c)) - p
      let high = p - maximum(a, maximum(b, c))
      let gap = maximum(maximum(low, high), .zero)
      if dot(gap, gap) >= best { continue }
      let q = SolidPart.nearest(to: p, a, b, c) - p
      best = Swift.min(best, dot(q, q))
      if best <= limit * limit { break }
    }
    return best.squareRoot()
  }

  /// How deep a point is inside; 0 outside, and where that is at most `limit`.
  ///
  /// - Parameter inside: the part's enclosure, for a region that holds the point.
  package func depth(of p: Vector3, beyond limit: Double, _ inside: Enclosure) -> Double {
    let inner = Swift.min(least(p - box.min), least(box.max - p))
    guard inner > limit, inside.contains(p) else { return 0 }
    let d = distance(to: p, atLeast: limit)
    return d > limit ? d : 0
  }

  /// The nearest point of a triangle (C. Ericson, Real-Time Collision Detection, 5.1.5).
  static func nearest(to p: Vector3, _ a: Vector3, _ b: Vector3, _ c: Vector3) -> Vector3 {
    let (ab, ac, ap) = (b - a, c - a, p - a)
    let (d1, d2) = (dot(ab, ap), dot(ac, ap))
    if d1 <= 0 && d2 <= 0 { return a }
    let bp = p - b
    let (d3, d4) = (dot(ab, bp), dot(ac, bp))
    if d3 >= 0 && d4 <= d3 { return b }
    let vc = d1 * d4 - d3 * d2
    if vc <= 0 && d1 >= 0 && d3 <= 0 { return d1 > d3 ? a + ab * (d1 / (d1 - d3)) : a }
    let cp = p - c
    let (d5, d6) = (dot(ab, cp), dot(ac, cp))
    if d6 >= 0 && d5 <= d6 { return c }
    let vb = d5 * d2 - d1 * d6
    if vb <= 0 && d2 >= 0 && d6 <= 0 { return d2 > d6 ? a + ac * (d2 / (d2 - d6)) : a }
    let va = d3 * d6 - d5 * d4
    if va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0 {
      let whole = (d4 - d3) + (d5 - d6)
      return whole > 0 ? b + (c - b) * ((d4 - d3) / whole) : b
    }
    let whole = va + vb + vc
    return whole > 0 ? a + ab * (vb / whole) + ac * (vc / whole) : a
  }

  // MARK: surfaces against it

  /// Places all over what of the surface lies in a box: of every triangle the part inside, its corners, the middles of
  /// its edges, its middle, and places between.
  package func samples(
    in window: Box3, where takes: (Vector3) -> Bool = { _ in true }, _ body: (Vector3) -> Void
  ) {
    guard box.meets(window) else { return }
    for t in triangles {
      let (a, b, c) = corners(t)
      let low = minimum(a, minimum(b, c))
      let high = maximum(a, maximum(b, c))
      guard Box3(min: low, max: high).meets(window), takes(cross(b - a, c - a)) else { continue }
      let polygon = window.contains(low) && window.contains(high) ? [a, b, c] : window.clipped([a, b, c])
      guard !polygon.isEmpty else { continue }
      let middle = polygon.reduce(.zero, +) / Double(polygon.count)
      body(middle)
      for (i, p) in polygon.enumerated() {
        let q = polygon[(i + 1) % polygon.count]
        let half = (p + q) / 2
        body(p)
        body(half)
        // Small triangles are dense enough.
        if length(q - p) > 0.02 {
          body((p + middle) / 2)
          body((half + middle) / 2)
        }
      }
    }
  }

  /// The place of this part that is deepest inside of another, if it is deeper than `limit`.
  package func deepest(in other: SolidPart, beyond limit: Double) -> (depth: Double, place: Vector3)? {
    guard other.isClosed else { return nil }
    let window = other.box.grown(by: -limit)
    guard !window.isEmpty else { return nil }
    var best: (depth: Double, place: Vector3)?
    var inside: Enclosure?
    samples(in: window) { p in
      let known = inside ?? Enclosure(other, for: window.common(with: box))
      inside = known
      let depth = other.depth(of: p, beyond: best?.depth ?? limit, known)
      if depth > best?.depth ?? limit { best = (depth, p) }
    }
    return best
  }
}

extension Box3 {
  package func meets(_ other: Box3) -> Bool {
    min.x <= other.max.x && other.min.x <= max.x && min.y <= other.max.y && other.min.y <= max.y
      && min.z <= other.max.z && other.min.z <= max.z
  }

  /// What both have in common.
  package func common(with other: Box3) -> Box3 {
    Box3(min: maximum(min, other.min), max: minimum(max, other.max))
  }

  /// Larger on all sides.
  package func grown(by margin: Double) -> Box3 {
    Box3(min: min - Vector3(repeating: margin), max: max + Vector3(repeating: margin))
  }

  /// The part of a convex polygon that lies in the box.
  package func clipped(_ polygon: [Vector3]) -> [Vector3] {
    var polygon = polygon
    for axis in 0..<3 {
      polygon = Self.clipped(polygon) { $0[axis] - min[axis] }
      polygon = Self.clipped(polygon) { max[axis] - $0[axis] }
      if polygon.isEmpty { return [] }
    }
    return polygon
  }

  /// The part of a convex polygon where a linear function is not negative (Sutherland and Hodgman).
  package static func clipped(_ polygon: [Vector3], _ height: (Vector3) -> Double) -> [Vector3] {
    var out: [Vector3] = []
    out.reserveCapacity(polygon.count + 1)
    for (i, p) in polygon.enumerated() {
      let q = polygon[(i + 1) % polygon.count]
      let (h, k) = (height(p), height(q))
      if h >= 0 { out.append(p) }
      if (h > 0 && k < 0) || (h < 0 && k > 0) { out.append(p + (q - p) * (h / (h - k))) }
    }
    return out
  }
}
