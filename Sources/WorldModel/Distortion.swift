package import VectorMath

/// How a lens bends the rays of a pinhole: three radial and two tangential coefficients (Brown 1966, Conrady 1919), as
/// OpenCV, COLMAP and Kalibr write them.
///
/// For slopes (x, y) of a ray, r² = x² + y² and s = 1 + k1 r² + k2 r⁴ + k3 r⁶, it is seen where a pinhole sees the slopes
/// (x s + 2 p1 x y + p2 (r² + 2 x²), y s + p1 (r² + 2 y²) + 2 p2 x y).
package struct Distortion: Sendable, Hashable {
  package let k1: Double
  package let k2: Double
  package let p1: Double
  package let p2: Double
  package let k3: Double
  /// Slopes of this length and more are not seen: there the picture would fold back over itself. At most 50, which is 89°
  /// off the axis.
  package let limit: Double

  package init(k1: Double = 0, k2: Double = 0, p1: Double = 0, p2: Double = 0, k3: Double = 0) {
    (self.k1, self.k2, self.p1, self.p2, self.k3) = (k1, k2, p1, p2, k3)
    limit = Self.limit { Self.determinant($0, k1, k2, p1, p2, k3) }
  }

  package static let none = Distortion()
  package var isNone: Bool { self == .none }
  /// In the order of OpenCV: k1, k2, p1, p2, k3.
  package var coefficients: [Double] { [k1, k2, p1, p2, k3] }

  /// Where slopes are seen; meaningless beyond `limit`.
  package func distort(_ p: Vector2) -> Vector2 {
    let r = dot(p, p)
    let s = 1 + r * (k1 + r * (k2 + r * k3))
    let xy = 2 * p.x * p.y
    return Vector2(
      p.x * s + p1 * xy + p2 * (r + 2 * p.x * p.x), p.y * s + p1 * (r + 2 * p.y * p.y) + p2 * xy)
  }

  /// The slopes that are seen at a place, by Newton's method; `nil` where none within `limit` are.
  package func undistort(_ q: Vector2) -> Vector2? {
    let reach = length(q)
    guard reach.isFinite else { return nil }
    if reach == 0, p1 == 0, p2 == 0 { return .zero }
    // Along the radius first, where there is one root and it can be held between two ends: exact but for the tangential
    // part, which is small.
    var (low, high) = (0.0, limit)
    func overshoot(_ r: Double) -> Double { r * (1 + r * r * (k1 + r * r * (k2 + r * r * k3))) - reach }
    var r = min(reach, limit)
    for _ in 0..<80 {
      let over = overshoot(r)
      if over > 0 { high = min(high, r) } else { low = max(low, r) }
      let slope = 1 + r * r * (3 * k1 + r * r * (5 * k2 + r * r * 7 * k3))
      let next = r - over / slope
      let step = slope > 0 && next > low && next < high ? next : (low + high) / 2
      if step == r || (step - r).magnitude <= 1e-15 * r { break }
      r = step
    }
    var p = reach > 0 ? q * (r / reach) : .zero
    for _ in 0..<12 {
      let miss = distort(p) - q
      let (a, b, c) = jacobian(p)
      let determinant = a * c - b * b
      guard determinant > 0 else { return nil }
      let step = Vector2(c * miss.x - b * miss.y, a * miss.y - b * miss.x) / determinant
      p -= step
      if dot(step, step) <= 1e-32 * (1 + dot(p, p)) { break }
    }
    guard dot(p, p) < limit * limit, length(distort(p) - q) <= 1e-12 * (1 + reach) else { return nil }
    return p
  }

  /// How many times farther a place moves than slopes do, in the direction in which it moves most.
  package func stretch(_ p: Vector2) -> Double {
    let (a, b, c) = jacobian(p)
    let half = (a - c) / 2
    let middle = ((a + c) / 2).magnitude
    return middle + (half * half + b * b).squareRoot()
  }

  /// The derivatives ∂u/∂x, ∂u/∂y = ∂v/∂x and ∂v/∂y.
  private func jacobian(_ p: Vector2) -> (Double, Double, Double) {
    Self.jacobian(p, k1, k2, p1, p2, k3)
  }

  private static func jacobian(
    _ p: Vector2, _ k1: Double, _ k2: Double, _ p1: Double, _ p2: Double, _ k3: Double
  ) -> (Double, Double, Double) {
    let r = dot(p, p)
    let s = 1 + r * (k1 + r * (k2 + r * k3))
    let slope = 2 * (k1 + r * (2 * k2 + r * 3 * k3))
    return (
      s + p.x * p.x * slope + 2 * p1 * p.y + 6 * p2 * p.x,
      p.x * p.y * slope + 2 * p1 * p.x + 2 * p2 * p.y,
      s + p.y * p.y * slope + 6 * p1 * p.y + 2 * p2 * p.x
    )
  }

  private static func determinant(
    _ p: Vector2, _ k1: Double, _ k2: Double, _ p1: Double, _ p2: Double, _ k3: Double
  ) -> Double {
    let (a, b, c) = jacobian(p, k1, k2, p1, p2, k3)
    // Turned inside out both ways is a positive determinant too.
    return a + c > 0 ? a * c - b * b : -1
  }

  /// The shortest slopes, in any of 32 directions, at which a determinant is no more positive.
  private static func limit(_ determinant: (Vector2) -> Double) -> Double {
    var best = 50.0
    for k in 0..<32 {
      let (s, c) = DeterministicMath.sincos(Double(k) * .pi / 16)
      let way = Vector2(c, s)
      var r = 0.0
      while r < best {
        let next = min(best, r + max(0.004, 0.01 * r))
        if determinant(way * next) <= 0 {
          var (low, high) = (r, next)
          for _ in 0..<50 {
            let middle = (low + high) / 2
            if determinant(way * middle) > 0 { low = middle } else { high = middle }
          }
          best = low
          break
        }
        r = next
      }
    }
    return best
  }
}

extension Distortion: Codable {
  private enum CodingKeys: String, CodingKey { case k1, k2, p1, p2, k3 }

  package init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    func value(_ key: CodingKeys) throws -> Double { try c.decodeIfPresent(Double.self, forKey: key) ?? 0 }
    self.init(
      k1: try value(.k1), k2: try value(.k2), p1: try value(.p1), p2: try value(.p2), k3: try value(.k3))
  }

  package func encode(to encoder: any Encoder) throws {
    var c = encoder.container(keyedBy: CodingKeys.self)
    try c.encode(k1, forKey: .k1)
    try c.encode(k2, forKey: .k2)
    try c.encode(p1, forKey: .p1)
    try c.encode(p2, forKey: .p2)
    try c.encode(k3, forKey: .k3)
  }
}
