package import VectorMath

/// A smooth curve y(x) through given points that never overshoots them: monotone cubic Hermite pieces
/// (Fritsch and Carlson, 1980). Constant beyond the ends.
package struct ProfileCurve: Sendable {
  private let points: [Vector2]
  private let slopes: [Double]

  /// - Parameter points: (x, y), x ascending strictly; at least one.
  package init(_ points: [Vector2]) {
    precondition(!points.isEmpty && zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x })
    self.points = points
    let secants = zip(points, points.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
    var m = [Double](repeating: 0, count: points.count)
    for i in points.indices where !secants.isEmpty {
      let before = secants[max(0, i - 1)]
      let after = secants[min(i, secants.count - 1)]
      // The harmonic mean keeps every piece monotone.
      m[i] = before * after <= 0 ? 0 : 2 * before * after / (before + after)
    }
    slopes = m
  }

  package func callAsFunction(_ x: Double) -> Double {
    guard let first = points.first, let last = points.last, x > first.x else { return points[0].y }
    guard x < last.x else { return last.y }
    var i = 0
    while points[i + 1].x < x { i += 1 }
    let (a, b) = (points[i], points[i + 1])
    let h = b.x - a.x
    let t = (x - a.x) / h
    let (t2, t3) = (t * t, t * t * t)
    return a.y * (2 * t3 - 3 * t2 + 1) + slopes[i] * h * (t3 - 2 * t2 + t) + b.y * (3 * t2 - 2 * t3)
      + slopes[i + 1] * h * (t3 - t2)
  }
}

/// 0 below `a`, 1 above `b`, a smooth step between.
package func smoothstep(_ a: Double, _ b: Double, _ x: Double) -> Double {
  let t = max(0, min(1, (x - a) / (b - a)))
  return t * t * (3 - 2 * t)
}
