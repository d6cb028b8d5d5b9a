package import VectorMath

extension Polygon {
  /// The convex hull, counter-clockwise from the leftmost point, without points on its edges (Andrew's chain).
  /// Fewer than three points when all lie on one line.
  package static func hull(of points: [Vector2]) -> Polygon {
    let sorted = points.sorted { $0.x != $1.x ? $0.x < $1.x : $0.y < $1.y }
    func chain(_ list: some Sequence<Vector2>) -> [Vector2] {
      var out: [Vector2] = []
      for p in list {
        while out.count >= 2, cross(out[out.count - 1] - out[out.count - 2], p - out[out.count - 2]) <= 0 {
          out.removeLast()
        }
        out.append(p)
      }
      return out
    }
    guard let first = sorted.first, let last = sorted.last, first != last else {
      return Polygon(sorted.first.map { [$0] } ?? [])
    }
    return Polygon(Array(chain(sorted).dropLast() + chain(sorted.reversed()).dropLast()))
  }

  /// The rectangle of least area around the points; `nil` without points.
  package static func minimumAreaRectangle(around points: [Vector2]) -> OrientedRectangle? {
    let hull = hull(of: points)
    guard let first = hull.points.first else { return nil }
    var best: OrientedRectangle?
    // One side of the least rectangle lies along an edge of the hull.
    for (a, b) in hull.edges {
      let axis = a == b ? Vector2(1, 0) : normalized(b - a)
      let across = Vector2(-axis.y, axis.x)
      var low = Vector2(repeating: .infinity)
      var high = Vector2(repeating: -.infinity)
      for p in hull.points {
        let q = Vector2(dot(p - first, axis), dot(p - first, across))
        low = Vector2(Swift.min(low.x, q.x), Swift.min(low.y, q.y))
        high = Vector2(Swift.max(high.x, q.x), Swift.max(high.y, q.y))
      }
      let middle = (low + high) / 2
      let found = OrientedRectangle(
        center: first + axis * middle.x + across * middle.y, axis: axis, size: high - low)
      if best.map({ found.area < $0.area }) ?? true { best = found }
    }
    return best
  }
}

/// A rectangle turned in the plane.
package struct OrientedRectangle: Sendable, Hashable {
  package var center: Vector2
  /// The unit direction of its first side; the second lies a quarter turn to the left.
  package var axis: Vector2
  /// Full lengths along and across `axis`.
  package var size: Vector2

  package init(center: Vector2, axis: Vector2, size: Vector2) {
    self.center = center
    self.axis = axis
    self.size = size
  }

  package var area: Double { size.x * size.y }

  /// Its corners, counter-clockwise.
  package var polygon: Polygon {
    let a = axis * (size.x / 2)
    let b = Vector2(-axis.y, axis.x) * (size.y / 2)
    return Polygon([center - a - b, center + a - b, center + a + b, center - a + b])
  }
}
