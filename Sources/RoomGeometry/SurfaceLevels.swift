package import Geometry
package import VectorMath

/// How high a surface lies over and under places of the plan, among its triangles that face one way.
///
/// Made once for many places: it keeps the triangles that reach into their window.
package struct SurfaceLevels {
  private let faces: [(a: Vector3, b: Vector3, c: Vector3, n: Vector3)]

  /// - Parameters:
  ///   - window: holds the places that are asked for, seen from above.
  ///   - takes: by a triangle's normal, of any length.
  package init(_ part: SolidPart, over window: Box3, where takes: (Vector3) -> Bool) {
    faces = part.triangles.compactMap { t in
      let (a, b, c) = part.corners(t)
      let (low, high) = (minimum(a, minimum(b, c)), maximum(a, maximum(b, c)))
      // A hair wider, as places are that lie on the window's sides.
      guard low.x <= window.max.x + 1e-6, high.x >= window.min.x - 1e-6, low.y <= window.max.y + 1e-6,
        high.y >= window.min.y - 1e-6
      else { return nil }
      let n = cross(b - a, c - a)
      return n.z != 0 && takes(n) ? (a, b, c, n) : nil
    }
  }

  /// The height over or under (x, y) that is nearest to `z`; `nil` beside the surface.
  package func level(_ x: Double, _ y: Double, nearest z: Double) -> Double? {
    var best: Double?
    for (a, b, c, n) in faces {
      guard let height = Self.height(x, y, a, b, c, n) else { continue }
      if best.map({ (height - z).magnitude < ($0 - z).magnitude }) ?? true { best = height }
    }
    return best
  }

  /// The height of a triangle over or under (x, y); `nil` beside it.
  ///
  /// - Parameter n: its normal, of any length; not level with the plan.
  package static func height(
    _ x: Double, _ y: Double, _ a: Vector3, _ b: Vector3, _ c: Vector3, _ n: Vector3
  ) -> Double? {
    guard x >= min(a.x, min(b.x, c.x)), x <= max(a.x, max(b.x, c.x)), y >= min(a.y, min(b.y, c.y)),
      y <= max(a.y, max(b.y, c.y))
    else { return nil }
    let slack = 1e-9 * n.z.magnitude
    func side(_ p: Vector3, _ q: Vector3) -> Double {
      ((q.x - p.x) * (y - p.y) - (q.y - p.y) * (x - p.x)) * (n.z > 0 ? 1 : -1)
    }
    guard side(a, b) >= -slack, side(b, c) >= -slack, side(c, a) >= -slack else { return nil }
    return a.z - (n.x * (x - a.x) + n.y * (y - a.y)) / n.z
  }
}
