package import VectorMath

/// A limb or trunk as a field: elliptic cross-sections along the z axis of a frame, rounded off at both ends.
///
/// Negative inside; near the surface about metres.
struct FleshField: Sendable {
  /// A cross-section: its height, half depth (along x), half width (along y) and how far its middle lies forward.
  struct Row: Sendable {
    var z: Double
    var depth: Double
    var width: Double
    var x: Double

    init(_ z: Double, _ depth: Double, _ width: Double, _ x: Double = 0) {
      (self.z, self.depth, self.width, self.x) = (z, depth, width, x)
    }
  }

  private let fromObject: Matrix3
  private let origin: Vector3
  private let low: Double
  private let high: Double
  /// (half depth, half width, forward) at even heights.
  private let table: [SIMD3<Double>]
  /// 0 = ellipses, 1 = as square as |x|⁴ + |y|⁴ = 1.
  private let squareness: Double

  private static let steps = 48

  /// - Parameters:
  ///   - objectFromFrame: rigid.
  ///   - rows: in any order; at least two.
  init(_ objectFromFrame: AffineTransform, _ rows: [Row], squareness: Double = 0) {
    fromObject = objectFromFrame.linear.transpose
    origin = objectFromFrame.translation
    self.squareness = squareness
    let sorted = rows.sorted { $0.z < $1.z }
    low = sorted.first?.z ?? 0
    high = sorted.last?.z ?? 0
    func curve(_ value: (Row) -> Double) -> ProfileCurve {
      var points: [Vector2] = []
      for row in sorted where row.z > points.last?.x ?? -.infinity {
        points.append(Vector2(row.z, value(row)))
      }
      return ProfileCurve(points.isEmpty ? [Vector2(0, 0.01)] : points)
    }
    let (depth, width, x) = (curve(\.depth), curve(\.width), curve(\.x))
    let (a, b) = (low, high)
    table = (0...Self.steps).map { i in
      let z = a + (b - a) * Double(i) / Double(Self.steps)
      return SIMD3(max(1e-4, depth(z)), max(1e-4, width(z)), x(z))
    }
  }

  /// - Parameter ease: metres by which the cross-sections are larger.
  func callAsFunction(_ p: Vector3, ease: Double = 0) -> Double {
    let q = fromObject * (p - origin)
    let t = max(0, min(1, (q.z - low) / max(1e-9, high - low))) * Double(Self.steps)
    let i = min(Self.steps - 1, Int(t))
    let row = table[i] + (table[i + 1] - table[i]) * (t - Double(i))
    let (a, b) = (row.x + ease, row.y + ease)
    let (kx, ky) = ((q.x - row.z) / a, q.y / b)
    let (x2, y2) = (kx * kx, ky * ky)
    let round = (x2 + y2).squareRoot()
    let k =
      squareness > 0 ? round + ((x2 * x2 + y2 * y2).squareRoot().squareRoot() - round) * squareness : round
    let slope = (x2 / (a * a) + y2 / (b * b)).squareRoot()
    // The distance to an ellipse, nearly; in its middle minus the lesser half axis.
    let side = slope > 1e-9 ? max(-min(a, b), (k - 1) * round / slope) : -min(a, b)
    let beyond = max(low - ease - q.z, q.z - high - ease)
    if beyond <= 0 { return max(side, beyond) }
    return side <= 0 ? beyond : (side * side + beyond * beyond).squareRoot()
  }
}

/// The union of two solids, filleted over about `k` metres.
@inline(__always)
package func merged(_ a: Double, _ b: Double, _ k: Double) -> Double {
  let h = max(0, k - (a - b).magnitude)
  return min(a, b) - (k > 0 ? h * h / (4 * k) : 0)
}

/// A ball stretched between two balls, in object coordinates.
package struct RoundCone: Sendable {
  private let from: Vector3
  private let along: Vector3
  private let scale: Double
  private let radii: (Double, Double)

  package init(_ from: Vector3, _ to: Vector3, _ radius: Double, _ endRadius: Double? = nil) {
    self.from = from
    along = to - from
    let square = dot(along, along)
    scale = square > 0 ? 1 / square : 0
    radii = (radius, endRadius ?? radius)
  }

  package func callAsFunction(_ p: Vector3) -> Double {
    let t = max(0, min(1, dot(p - from, along) * scale))
    return length(p - from - along * t) - (radii.0 + (radii.1 - radii.0) * t)
  }
}

/// Smooth bumps without direction, about −1...1: cloth that is not flat. Sums of sines at odd angles, so that no period
/// shows over a body.
@inline(__always)
package func rumples(_ p: Vector3) -> Double {
  let a = DeterministicMath.sin(
    p.x * 2.1 + p.y * 0.9 + p.z * 0.6 + 1.7 * DeterministicMath.sin(p.z * 0.7 - p.y * 1.1))
  let b = DeterministicMath.sin(
    p.y * 2.3 - p.x * 0.7 + p.z * 1.1 + 1.3 * DeterministicMath.sin(p.x * 0.9 + p.z * 0.8))
  return (a + b) / 2
}
