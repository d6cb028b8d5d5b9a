package import VectorMath

/// The smallest rectangle, at any angle, around a set of points.
///
/// One side of it lies along an edge of the convex hull. Directions are not normalised, so that whole numbers below
/// 2¹³ (corners of pixels) are compared without rounding.
package struct MinimumAreaRectangle: Sendable, Hashable {
  /// Counter-clockwise (clockwise as seen where y points down), from the least y, then the least x.
  package let corners: [Vector2]
  /// In square units of the points.
  package let area: Double

  /// - Parameter bounds: an upright rectangle around all points that no corner may leave. Of the rectangles along
  ///   the hull's edges and along the axes the smallest inside is taken; that along the axes always is.
  /// - Returns: `nil` without points.
  package init?(around points: [Vector2], within bounds: (low: Vector2, high: Vector2)? = nil) {
    let hull = Polygon.hull(of: points)
    guard !hull.points.isEmpty else { return nil }
    var best: (area: Double, corners: [Vector2])?
    let directions = [Vector2(1, 0)] + hull.edges.map { $0.to - $0.from }.filter { $0 != .zero }
    for d in directions {
      // Along d and across it; both carry a factor |d|.
      var low = Vector2(repeating: .infinity)
      var high = Vector2(repeating: -.infinity)
      for p in hull.points {
        let q = Vector2(dot(p, d), p.y * d.x - p.x * d.y)
        low = Vector2(min(low.x, q.x), min(low.y, q.y))
        high = Vector2(max(high.x, q.x), max(high.y, q.y))
      }
      let norm = dot(d, d)
      let area = (high.x - low.x) * (high.y - low.y) / norm
      if let best, area >= best.area { continue }
      let corners = [low, Vector2(high.x, low.y), high, Vector2(low.x, high.y)].map { q in
        Vector2((q.x * d.x - q.y * d.y) / norm, (q.x * d.y + q.y * d.x) / norm)
      }
      let fits =
        bounds.map { b in
          corners.allSatisfy { $0.x >= b.low.x && $0.y >= b.low.y && $0.x <= b.high.x && $0.y <= b.high.y }
        } ?? true
      if fits { best = (area, corners) }
    }
    guard let best else { return nil }
    area = best.area
    let first = best.corners.indices.min {
      let (a, b) = (best.corners[$0], best.corners[$1])
      return a.y != b.y ? a.y < b.y : a.x < b.x
    }
    let start = first ?? 0
    corners = (0..<4).map { best.corners[(start + $0) % 4] }
  }
}
