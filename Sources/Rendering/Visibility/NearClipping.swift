import VectorMath

/// Cuts triangles at the near plane and at the guard band, beyond which fixed-point coordinates would overflow.
///
/// Where an edge is cut depends on the edge alone, not on the triangle it belongs to: neighbours stay tight.
struct NearClipping {
  /// The convex polygon left over; up to eight corners.
  struct Polygon {
    var corners: InlineArray<8, Vector3> = InlineArray(repeating: .zero)
    var count = 0

    mutating func append(_ p: Vector3) {
      if count < 8 {
        corners[count] = p
        count += 1
      }
    }
  }

  let lens: Lens
  /// Largest distance from the image's origin in pixels, horizontally and vertically.
  let guardPixels: Double

  func clip(_ a: Vector3, _ b: Vector3, _ c: Vector3) -> Polygon {
    var polygon = Polygon()
    polygon.append(a)
    polygon.append(b)
    polygon.append(c)
    // Slopes at which the guard band begins: a point is inside where −left·z ≤ x ≤ right·z, and so on.
    // The band lies around the image's origin, from which fixed-point coordinates count, not around the axis.
    let k = Slopes(
      right: (guardPixels - lens.cx) * lens.inverseFx, left: (guardPixels + lens.cx) * lens.inverseFx,
      below: (guardPixels - lens.cy) * lens.inverseFy, above: (guardPixels + lens.cy) * lens.inverseFy)
    for plane in 0..<5 {
      let input = polygon
      polygon = Polygon()
      guard input.count > 0 else { return polygon }
      for i in 0..<input.count {
        let p = input.corners[i]
        let q = input.corners[i + 1 == input.count ? 0 : i + 1]
        let dp = distance(p, plane, k)
        let dq = distance(q, plane, k)
        if dp >= 0 { polygon.append(p) }
        if (dp >= 0) != (dq >= 0) { polygon.append(cut(p, dp, q, dq, plane)) }
      }
    }
    return polygon
  }

  /// x or y over z on the four sides of the guard band, outward positive.
  private struct Slopes {
    var right: Double
    var left: Double
    var below: Double
    var above: Double
  }

  private func distance(_ p: Vector3, _ plane: Int, _ k: Slopes) -> Double {
    let z = lens.isParallel ? 1 : p.z
    return switch plane {
    case 0: p.z - lens.near
    case 1: k.right * z - p.x
    case 2: k.left * z + p.x
    case 3: k.below * z - p.y
    default: k.above * z + p.y
    }
  }

  /// The point where the edge crosses the plane, computed from its inside end whatever the direction of travel.
  private func cut(_ p: Vector3, _ dp: Double, _ q: Vector3, _ dq: Double, _ plane: Int) -> Vector3 {
    let (a, da, b, db) = dp >= 0 ? (p, dp, q, dq) : (q, dq, p, dp)
    var x = a + (b - a) * (da / (da - db))
    if plane == 0 { x.z = lens.near }
    return x
  }
}
