package import VectorMath

/// The smallest rectangle, at any angle, around a set of pixel corners.
package struct MinimumAreaRectangle: Sendable, Hashable {
  /// Clockwise as seen in the image, starting at the topmost, then leftmost; corner-origin pixels.
  package let corners: [Vector2]
  package let area: Double

  /// Around `points`, with all corners inside the image: of the rectangles along the convex hull's edges and
  /// along the image axes, the smallest that does not leave 0…width × 0…height. The one along the axes
  /// never leaves it, so only an empty set has no answer.
  package init?(around points: [PixelCorner], width: Int, height: Int) {
    let hull = ConvexHull.ring(points)
    guard hull.count >= 3 else { return nil }
    var best: (area: Double, corners: [Vector2])?
    var directions = [PixelCorner(1, 0)]
    for (i, p) in hull.enumerated() {
      let q = hull[(i + 1) % hull.count]
      directions.append(PixelCorner(q.x - p.x, q.y - p.y))
    }
    for d in directions {
      // Along d and across it, in exact integers; lengths carry a factor |d|.
      var (low, high) = (PixelCorner(Int.max, Int.max), PixelCorner(Int.min, Int.min))
      for p in hull {
        let (along, across) = (p.x * d.x + p.y * d.y, p.y * d.x - p.x * d.y)
        low = PixelCorner(min(low.x, along), min(low.y, across))
        high = PixelCorner(max(high.x, along), max(high.y, across))
      }
      let norm = Double(d.x * d.x + d.y * d.y)
      let area = Double(high.x - low.x) * Double(high.y - low.y) / norm
      if let best, area >= best.area { continue }
      let corners = [(low.x, low.y), (high.x, low.y), (high.x, high.y), (low.x, high.y)].map { u, v in
        Vector2(Double(u * d.x - v * d.y) / norm, Double(u * d.y + v * d.x) / norm)
      }
      let fits = corners.allSatisfy {
        $0.x >= 0 && $0.y >= 0 && $0.x <= Double(width) && $0.y <= Double(height)
      }
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

/// Convex hulls of pixel corners, in exact integers.
package enum ConvexHull {
  /// The corners of the hull, clockwise as seen in the image, without collinear ones (Andrew's monotone
  /// chain); fewer than three when the points lie on a line.
  package static func ring(_ points: [PixelCorner]) -> [PixelCorner] {
    let sorted = points.sorted { $0.x != $1.x ? $0.x < $1.x : $0.y < $1.y }
    var unique: [PixelCorner] = []
    for p in sorted where unique.last != p { unique.append(p) }
    guard unique.count >= 3 else { return unique }
    let upper = half(unique)
    let lower = half(unique.reversed())
    return upper.dropLast() + lower.dropLast()
  }

  private static func half(_ points: [PixelCorner]) -> [PixelCorner] {
    var chain: [PixelCorner] = []
    for p in points {
      while chain.count >= 2 {
        let (a, b) = (chain[chain.count - 2], chain[chain.count - 1])
        // Clockwise with y down: the cross product is positive.
        if (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0 { break }
        chain.removeLast()
      }
      chain.append(p)
    }
    return chain
  }
}
