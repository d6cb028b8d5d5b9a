import CLanes

/// Unaligned vectors of floats in memory. Inlinable, for kernels in other modules.
@usableFromInline package enum Lanes {
  @inlinable @inline(__always)
  package static func load(_ p: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(p).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  static func load<V: SIMD>(_ p: UnsafeMutablePointer<Float>) -> V where V.Scalar == Float {
    UnsafeRawPointer(p).loadUnaligned(as: V.self)
  }

  @inline(__always)
  static func load16(_ p: UnsafePointer<Float>) -> SIMD16<Float> {
    UnsafeRawPointer(p).loadUnaligned(as: SIMD16<Float>.self)
  }

  @inlinable @inline(__always)
  package static func store<V: SIMD>(_ v: V, _ p: UnsafeMutablePointer<Float>) where V.Scalar == Float {
    UnsafeMutableRawPointer(p).storeBytes(of: v, as: V.self)
  }

  /// The last lane first.
  @inline(__always)
  static func turned(_ v: SIMD8<Float>) -> SIMD8<Float> {
    SIMD8(v[7], v[6], v[5], v[4], v[3], v[2], v[1], v[0])
  }

  /// a₀ b₀ c₀ d₀ a₁ b₁ c₁ d₁ …
  @inline(__always)
  static func storeInterleaved(
    _ a: SIMD8<Float>, _ b: SIMD8<Float>, _ c: SIMD8<Float>, _ d: SIMD8<Float>,
    _ p: UnsafeMutablePointer<Float>
  ) {
    // In two steps through memory that the optimiser makes registers: Swift's own even and odd halves become scalar code.
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 32) { buffer in
      guard let work = buffer.baseAddress else { return }
      lanes_store2(work, a, c)
      lanes_store2(work + 16, b, d)
      lanes_store2(p, load(work), load(work + 16))
      lanes_store2(p + 16, load(work + 8), load(work + 24))
    }
  }
}
