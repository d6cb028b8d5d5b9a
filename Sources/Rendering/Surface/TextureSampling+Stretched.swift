import CLanes

extension TextureSampling {
  /// Look-ups for footprints much longer than wide, as roads have towards the horizon: up to eight trilinear ones along the
  /// long axis, at the level that fits the short one (A. Schilling et al., "Texram", 1996).
  ///
  /// Parameters and result as in `sample`.
  @inline(__always)
  func stretched(
    _ texture: SIMD8<Int32>, _ u: SIMD8<Float>, _ v: SIMD8<Float>, _ dux: SIMD8<Float>, _ dvx: SIMD8<Float>,
    _ duy: SIMD8<Float>, _ dvy: SIMD8<Float>
  ) -> SIMD8<UInt32> {
    if lanes_mask(lanes_less_i(.zero, texture)) == 0 { return SIMD8(repeating: 0xffff_ffff) }
    let base = texture &* TextureAtlas.stride
    let size = level(at: base, UnsafeRawPointer(levels).assumingMemoryBound(to: UInt32.self))
    let (w, h) = (lanes_to_f(size.width), lanes_to_f(size.height))
    let (ax, bx, ay, by) = (dux * w, dvx * h, duy * w, dvy * h)
    let (right, down) = (ax * ax + bx * bx, ay * ay + by * by)
    let long = lanes_sqrt(lanes_max(right, down))
    let short = lanes_abs(ax * by - bx * ay) / lanes_max(long, SIMD8(repeating: 1e-6))
    let ratio = long / lanes_max(short, SIMD8(repeating: 1))
    let most = lanes_max(ratio, .zero).max()
    if most < 1.5 { return trilinear(texture, base, u, v, width: long) }
    let isRight = lanes_less(down, right)
    let (du, dv) = (lanes_select(isRight, dux, duy), lanes_select(isRight, dvx, dvy))
    @inline(__always)
    func tap(_ k: Int, of n: Int) -> SIMD8<UInt32> {
      let f = (Float(k) + 0.5) / Float(n) - 0.5
      return trilinear(
        texture, base, u + du * f, v + dv * f, width: lanes_max(short, long * (1 / Float(n))))
    }
    let half = SIMD8<UInt32>(repeating: 128)
    @inline(__always)
    func pair(_ k: Int, of n: Int) -> SIMD8<UInt32> { lanes_mix(tap(k, of: n), tap(k + 1, of: n), half) }
    if most < 3 { return pair(0, of: 2) }
    if most < 6 { return lanes_mix(pair(0, of: 4), pair(2, of: 4), half) }
    return eight(texture, base, u, v, du, dv, short: short, long: long)
  }

  @inline(never)
  private func eight(
    _ texture: SIMD8<Int32>, _ base: SIMD8<Int32>, _ u: SIMD8<Float>, _ v: SIMD8<Float>,
    _ du: SIMD8<Float>, _ dv: SIMD8<Float>, short: SIMD8<Float>, long: SIMD8<Float>
  ) -> SIMD8<UInt32> {
    let width = lanes_max(short, long * (1.0 / 8))
    var sums = (SIMD8<UInt32>.zero, SIMD8<UInt32>.zero, SIMD8<UInt32>.zero, SIMD8<UInt32>.zero)
    for k in 0..<8 {
      let f = (Float(k) + 0.5) / 8 - 0.5
      let t = trilinear(texture, base, u + du * f, v + dv * f, width: width)
      sums.0 &+= t & 255
      sums.1 &+= (t &>> 8) & 255
      sums.2 &+= (t &>> 16) & 255
      sums.3 &+= t &>> 24
    }
    let low = ((sums.0 &+ 4) &>> 3) | (((sums.1 &+ 4) &>> 3) &<< 8)
    return low | (((sums.2 &+ 4) &>> 3) &<< 16) | (((sums.3 &+ 4) &>> 3) &<< 24)
  }

  /// - Parameter width: of the footprint in texels of the finest level.
  @inline(never)
  private func trilinear(
    _ texture: SIMD8<Int32>, _ base: SIMD8<Int32>, _ u: SIMD8<Float>, _ v: SIMD8<Float>, width: SIMD8<Float>
  ) -> SIMD8<UInt32> {
    trilinear(texture, base, u, v, square: width * width)
  }
}
