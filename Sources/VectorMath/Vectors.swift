/// A pair of doubles: an image point (u, v) in pixels or a plan point (x, y) in metres.
@usableFromInline package typealias Vector2 = SIMD2<Double>
/// A point or direction in metres, right-handed.
@usableFromInline package typealias Vector3 = SIMD3<Double>
/// Single-precision forms for mesh attributes.
@usableFromInline package typealias Vector2f = SIMD2<Float>
@usableFromInline package typealias Vector3f = SIMD3<Float>

/// The scalar product.
@inlinable @inline(__always) package func dot<S: BinaryFloatingPoint>(_ a: SIMD2<S>, _ b: SIMD2<S>) -> S {
  a.x * b.x + a.y * b.y
}

/// The scalar product.
@inlinable @inline(__always) package func dot<S: BinaryFloatingPoint>(_ a: SIMD3<S>, _ b: SIMD3<S>) -> S {
  a.x * b.x + a.y * b.y + a.z * b.z
}

/// The z component of the product of two plane vectors: positive when `b` lies to the left of `a`.
@inlinable @inline(__always) package func cross<S: BinaryFloatingPoint>(_ a: SIMD2<S>, _ b: SIMD2<S>) -> S {
  a.x * b.y - a.y * b.x
}

/// The vector product, right-handed.
@inlinable @inline(__always) package func cross<S: BinaryFloatingPoint>(_ a: SIMD3<S>, _ b: SIMD3<S>)
  -> SIMD3<S>
{
  SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}

/// Euclidean length.
@inlinable @inline(__always) package func length<S: BinaryFloatingPoint>(_ a: SIMD2<S>) -> S {
  dot(a, a).squareRoot()
}
/// Euclidean length.
@inlinable @inline(__always) package func length<S: BinaryFloatingPoint>(_ a: SIMD3<S>) -> S {
  dot(a, a).squareRoot()
}

/// The unit vector along `a`; zero stays zero.
@inlinable @inline(__always) package func normalized<S: BinaryFloatingPoint>(_ a: SIMD2<S>) -> SIMD2<S> {
  let l = length(a)
  return l > 0 ? a / l : a
}

/// The unit vector along `a`; zero stays zero.
@inlinable @inline(__always) package func normalized<S: BinaryFloatingPoint>(_ a: SIMD3<S>) -> SIMD3<S> {
  let l = length(a)
  return l > 0 ? a / l : a
}

/// The smallest lane.
@inlinable @inline(__always) package func least(_ a: Vector3) -> Double {
  Swift.min(a.x, Swift.min(a.y, a.z))
}
/// The largest lane.
@inlinable @inline(__always) package func greatest(_ a: Vector3) -> Double {
  Swift.max(a.x, Swift.max(a.y, a.z))
}

/// Lane by lane minimum (the standard library's compiles to a call per lane).
@inlinable @inline(__always) package func minimum<S: BinaryFloatingPoint>(_ a: SIMD3<S>, _ b: SIMD3<S>)
  -> SIMD3<S>
{
  SIMD3(Swift.min(a.x, b.x), Swift.min(a.y, b.y), Swift.min(a.z, b.z))
}
/// Lane by lane maximum.
@inlinable @inline(__always) package func maximum<S: BinaryFloatingPoint>(_ a: SIMD3<S>, _ b: SIMD3<S>)
  -> SIMD3<S>
{
  SIMD3(Swift.max(a.x, b.x), Swift.max(a.y, b.y), Swift.max(a.z, b.z))
}
