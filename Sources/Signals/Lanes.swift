/// Unaligned vectors of floats in memory.
package enum Lanes {
  @inline(__always)
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

  @inline(__always)
  package static func store<V: SIMD>(_ v: V, _ p: UnsafeMutablePointer<Float>) where V.Scalar == Float {
    UnsafeMutableRawPointer(p).storeBytes(of: v, as: V.self)
  }

  /// a₀ b₀ c₀ d₀ a₁ b₁ c₁ d₁ …
  @inline(__always)
  static func storeInterleaved(
    _ a: SIMD8<Float>, _ b: SIMD8<Float>, _ c: SIMD8<Float>, _ d: SIMD8<Float>,
    _ p: UnsafeMutablePointer<Float>
  ) {
    let (ac0, ac1, bd0, bd1) = (
      zip(a.lowHalf, c.lowHalf), zip(a.highHalf, c.highHalf), zip(b.lowHalf, d.lowHalf),
      zip(b.highHalf, d.highHalf)
    )
    store(zip(ac0.lowHalf, bd0.lowHalf), p)
    store(zip(ac0.highHalf, bd0.highHalf), p + 8)
    store(zip(ac1.lowHalf, bd1.lowHalf), p + 16)
    store(zip(ac1.highHalf, bd1.highHalf), p + 24)
  }

  @inline(__always)
  private static func zip(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD8<Float> {
    var r = SIMD8<Float>()
    r.evenHalf = a
    r.oddHalf = b
    return r
  }
}
