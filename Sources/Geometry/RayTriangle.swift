package import VectorMath

/// A ray made ready for triangle tests: the space sheared so that the ray runs along one axis
/// (Woop, Benthin, Wald, "Watertight Ray/Triangle Intersection", JCGT 2(1), 2013), in double precision.
///
/// Each vertex is carried into the sheared plane on its own, so triangles that share a vertex share its
/// rounded image, and the signs of the edge functions are exact for those images. A ray therefore never
/// slips between triangles that share an edge or a vertex, however thin they are.
package struct PreparedRay: Sendable {
  /// Coordinates beyond this are refused: products of four must stay finite, boxes are single precision.
  package static let coordinateLimit = 1e30

  package let origin: Vector3
  /// The direction times a power of two, so that its largest component lies in [1, 2).
  package let direction: Vector3
  /// The caller's t of a point is its t along `direction` times this power of two.
  package let callerScale: Double
  /// The direction's largest axis, and the other two so that the three keep their handedness along the ray.
  @usableFromInline let axes: (x: Int, y: Int, z: Int)
  @usableFromInline let permutedOrigin: Vector3
  @usableFromInline let shearX: Double
  @usableFromInline let shearY: Double
  @usableFromInline let depthScale: Double

  /// - Parameters:
  ///   - origin: metres, any frame; the triangles' one.
  ///   - direction: of any length; t is counted in its lengths.
  /// - Returns: `nil` for a direction that is zero or subnormal and for values not finite or beyond
  ///   `coordinateLimit`.
  package init?(origin: Vector3, direction: Vector3) {
    let size = (x: direction.x.magnitude, y: direction.y.magnitude, z: direction.z.magnitude)
    let largest = Swift.max(size.x, Swift.max(size.y, size.z))
    guard (size.x + size.y + size.z).isFinite, largest.isNormal, Self.isInReach(origin) else { return nil }
    // By its bits, but for the one that is subnormal: every ray needs this, and composing it is a call.
    let exponent = largest.bitPattern >> 52
    let scale = exponent < 2046 ? Double(bitPattern: (2046 - exponent) << 52) : 0x1p-1023
    let d = direction * scale
    self.origin = origin
    self.direction = d
    callerScale = scale
    let z = size.x >= size.y && size.x >= size.z ? 0 : size.y >= size.z ? 1 : 2
    let next = z == 2 ? 0 : z + 1
    let last = z == 0 ? 2 : z - 1
    // Lanes picked by a variable go through memory.
    let (way, from) =
      z == 0
      ? (Vector3(d.y, d.z, d.x), Vector3(origin.y, origin.z, origin.x))
      : z == 1
        ? (Vector3(d.z, d.x, d.y), Vector3(origin.z, origin.x, origin.y))
        : (d, origin)
    depthScale = way.z
    // A ray against its axis sees the other two mirrored.
    if way.z < 0 {
      axes = (last, next, z)
      permutedOrigin = Vector3(from.y, from.x, from.z)
      shearX = way.y / way.z
      shearY = way.x / way.z
    } else {
      axes = (next, last, z)
      permutedOrigin = from
      shearX = way.x / way.z
      shearY = way.y / way.z
    }
  }

  /// Whether a point can take part in tests: finite and within `coordinateLimit`.
  package static func isInReach(_ p: Vector3) -> Bool {
    p.x.magnitude <= coordinateLimit && p.y.magnitude <= coordinateLimit && p.z.magnitude <= coordinateLimit
  }

  /// A distance along the ray in the caller's unit as one along `direction`. The scaling is exact.
  @inline(__always)
  package func internalDistance(_ t: Double) -> Double { t / callerScale }

  /// Where the ray meets a triangle, edges and vertices included; `nil` where it misses or runs within the
  /// triangle's plane. `t` counts lengths of `direction` and may be negative.
  package func meets(_ a: Vector3, _ b: Vector3, _ c: Vector3) -> RayTriangleHit? {
    let (x, y, z) = axes
    return meets(
      Vector3(a[x], a[y], a[z]) - permutedOrigin, Vector3(b[x], b[y], b[z]) - permutedOrigin,
      permutedOffset: Vector3(c[x], c[y], c[z]) - permutedOrigin)
  }

  /// The test for corners already permuted by `axes`, relative to the origin.
  @inline(__always)
  func meets(_ a: Vector3, _ b: Vector3, permutedOffset c: Vector3) -> RayTriangleHit? {
    let ax = a.x - shearX * a.z
    let ay = a.y - shearY * a.z
    let bx = b.x - shearX * b.z
    let by = b.y - shearY * b.z
    let cx = c.x - shearX * c.z
    let cy = c.y - shearY * c.z
    // Each is twice the area of the triangle of the ray and one edge; positive when front faces are hit.
    let u = differenceOfProducts(cx, by, cy, bx)
    let v = differenceOfProducts(ax, cy, ay, cx)
    let w = differenceOfProducts(bx, ay, by, ax)
    guard (u >= 0 && v >= 0 && w >= 0) || (u <= 0 && v <= 0 && w <= 0) else { return nil }
    // Three terms of one sign: no cancellation, so the weights are good to a few ulp even for slivers, and the
    // point found lies within the triangle.
    let area = u + v + w
    guard area != 0 else { return nil }
    let depth = (u * a.z + v * b.z + w * c.z) / area
    return RayTriangleHit(t: depth / depthScale, b1: v / area, b2: w / area, isFront: area > 0)
  }
}

/// Where a ray met a triangle.
package struct RayTriangleHit: Sendable, Hashable {
  /// In lengths of the direction that the test was made with.
  package var t: Double
  /// Weight of the triangle's second corner at the point.
  package var b1: Double
  /// Weight of the third; the first corner's is 1 − b1 − b2.
  package var b2: Double
  /// Whether the corners are counter-clockwise seen from the ray's origin.
  package var isFront: Bool
}

/// a·b − c·d within 1.5 ulp, hence with its exact sign and zero only if it is zero (Kahan's method; error bound by
/// Jeannerod, Louvet, Muller 2013), as long as no product underflows. A fused multiply-add is one rounding by
/// IEEE 754, in hardware or not, so the bits are the same everywhere.
@inline(__always)
package func differenceOfProducts(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
  let cd = c * d
  let error = cd.addingProduct(-c, d)
  return (-cd).addingProduct(a, b) + error
}
