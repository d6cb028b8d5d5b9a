package import VectorMath

extension Polygon {
  /// The convex hull, counter-clockwise from the leftmost point (clockwise as seen where y points down), without
  /// points on its edges (Andrew's chain). Fewer than three points when all lie on one line.
  ///
  /// Exact for whole numbers below 2²⁵, such as corners of pixels.
  package static func hull(of points: [Vector2]) -> Polygon {
    let sorted = points.sorted { $0.x != $1.x ? $0.x < $1.x : $0.y < $1.y }
    func chain(_ list: some Sequence<Vector2>) -> [Vector2] {
      var out: [Vector2] = []
      for p in list {
        while out.count >= 2 {
          let (a, b) = (out[out.count - 2], out[out.count - 1])
          guard cross(b - a, p - a) <= 0 else { break }
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
}
