package import VectorMath

extension Polygon {
  /// The part on the left of the directed line from `a` to `b`, or on it (Sutherland and Hodgman's step).
  ///
  /// A concave ring may come out as pieces joined by edges of no width; areas stay exact.
  package func clipped(leftOf a: Vector2, _ b: Vector2) -> Polygon {
    let direction = b - a
    func side(_ p: Vector2) -> Double { cross(direction, p - a) }
    var out: [Vector2] = []
    for (p, q) in edges {
      let (s, t) = (side(p), side(q))
      if s >= 0 { out.append(p) }
      if (s > 0 && t < 0) || (s < 0 && t > 0) { out.append(p + (q - p) * (s / (s - t))) }
    }
    return Polygon(out.count >= 3 ? out : [])
  }

  /// The part inside a convex ring, of either orientation; empty where they do not overlap.
  package func clipped(toConvex window: Polygon) -> Polygon {
    var out = self
    for (a, b) in window.counterClockwise.edges where a != b {
      out = out.clipped(leftOf: a, b)
      if out.points.isEmpty { break }
    }
    return out
  }
}
