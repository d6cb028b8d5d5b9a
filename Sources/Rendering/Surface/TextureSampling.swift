import CLanes

/// Trilinear look-ups for eight pixels at once.
///
/// Filtering works on the stored 8-bit values with 8-bit fractions, as graphics hardware of that class does.
struct TextureSampling {
  let texels: UnsafePointer<UInt32>
  let levels: UnsafePointer<Int32>
  let wraps: UnsafePointer<Int32>
  let hasOnlyRepeat: Bool

  /// - Parameters:
  ///   - texture: indices into the atlas.
  ///   - u, v: texture coordinates; anything, even not a number.
  ///   - dux…dvy: their steps to the next pixel right and down.
  /// - Returns: `R | G << 8 | B << 16 | A << 24`.
  @inline(__always)
  func sample(
    _ texture: SIMD8<Int32>, _ u: SIMD8<Float>, _ v: SIMD8<Float>, _ dux: SIMD8<Float>, _ dvx: SIMD8<Float>,
    _ duy: SIMD8<Float>, _ dvy: SIMD8<Float>
  ) -> SIMD8<UInt32> {
    let base = texture &* TextureAtlas.stride
    let table = UnsafeRawPointer(levels).assumingMemoryBound(to: UInt32.self)
    let size = level(at: base, table)
    let (w, h) = (lanes_to_f(size.width), lanes_to_f(size.height))
    let (ax, bx, ay, by) = (dux * w, dvx * h, duy * w, dvy * h)
    return trilinear(texture, base, u, v, square: lanes_max(ax * ax + bx * bx, ay * ay + by * by))
  }

  /// As `sample`, for shading that reads many textures: every copy of the look-up costs the compiler more than a call costs
  /// here.
  @inline(never)
  func sampleApart(
    _ texture: SIMD8<Int32>, _ u: SIMD8<Float>, _ v: SIMD8<Float>, _ dux: SIMD8<Float>, _ dvx: SIMD8<Float>,
    _ duy: SIMD8<Float>, _ dvy: SIMD8<Float>
  ) -> SIMD8<UInt32> {
    sample(texture, u, v, dux, dvx, duy, dvy)
  }

  /// - Parameter square: of the footprint's width in texels of the finest level.
  @inline(__always)
  func trilinear(
    _ texture: SIMD8<Int32>, _ base: SIMD8<Int32>, _ u: SIMD8<Float>, _ v: SIMD8<Float>,
    square: SIMD8<Float>
  ) -> SIMD8<UInt32> {
    // lod = ½·log₂(width²) from the float's exponent and a line through its significand: within 0.05 of exact.
    let bits = lanes_bits_f(lanes_max(square, SIMD8(repeating: 1)))
    let log2 = lanes_to_f(bits &- 0x3f80_0000) * (1.0 / 8_388_608)
    let lod = lanes_min(log2 * 0.5, SIMD8(repeating: 15))
    let whole = lanes_to_i(lod)
    let f = lanes_to_i((lod - lanes_to_f(whole)) * 256)
    let near = bilinear(texture, base, whole, u, v)
    if lanes_mask(lanes_less_i(.zero, f)) == 0 { return near }
    let far = bilinear(texture, base, lanes_min_i(whole &+ 1, SIMD8(repeating: 15)), u, v)
    return lanes_mix(near, far, lanes_unsigned(f))
  }

  /// Where a level begins and how large it is; most groups of eight read one level of one texture.
  @inline(__always)
  func level(
    at places: SIMD8<Int32>, _ table: UnsafePointer<UInt32>
  ) -> (offset: Int32Lanes, width: Int32Lanes, height: Int32Lanes) {
    let first = places[0]
    if lanes_mask(lanes_equal_i(places, SIMD8(repeating: first))) == 0xff {
      let row = levels + Int(first)
      return (SIMD8(repeating: row[0]), SIMD8(repeating: row[1]), SIMD8(repeating: row[2]))
    }
    return (
      lanes_signed(lanes_gather_u(table, places)),
      lanes_signed(lanes_gather_u(table + 1, places)),
      lanes_signed(lanes_gather_u(table + 2, places))
    )
  }

  @inline(__always)
  func bilinear(
    _ texture: SIMD8<Int32>, _ base: SIMD8<Int32>, _ level: SIMD8<Int32>, _ u: SIMD8<Float>, _ v: SIMD8<Float>
  ) -> SIMD8<UInt32> {
    let table = UnsafeRawPointer(levels).assumingMemoryBound(to: UInt32.self)
    let (offset, w, h) = self.level(at: base &+ level &* 4, table)
    var x: (Int32Lanes, Int32Lanes, Int32Lanes)
    var y: (Int32Lanes, Int32Lanes, Int32Lanes)
    x = Self.wrapped(u, w)
    y = Self.wrapped(v, h)
    if !hasOnlyRepeat {
      let mode = lanes_signed(
        lanes_gather_u(UnsafeRawPointer(wraps).assumingMemoryBound(to: UInt32.self), texture))
      if any(mode .!= 0) {
        let isNearest = lanes_less_i(SIMD8(repeating: 15), mode)
        x = Self.bounded(u, w, mode & 3, isNearest, x)
        y = Self.bounded(v, h, mode &>> 2 & 3, isNearest, y)
      }
    }
    let row0 = offset &+ y.0 &* w
    let row1 = offset &+ y.1 &* w
    let (fx, fy) = (lanes_unsigned(x.2), lanes_unsigned(y.2))
    // Both texels of a row mostly lie side by side, or are one.
    let isBeside = lanes_equal_i(x.1, x.0 &+ 1)
    if lanes_mask(isBeside | lanes_equal_i(x.1, x.0)) == 0xff {
      return lanes_bilinear_pairs(texels, row0 &+ x.0, row1 &+ x.0, isBeside, fx, fy)
    }
    return lanes_bilinear(
      lanes_gather_u(texels, row0 &+ x.0), lanes_gather_u(texels, row0 &+ x.1),
      lanes_gather_u(texels, row1 &+ x.0), lanes_gather_u(texels, row1 &+ x.1), fx, fy)
  }

  typealias Int32Lanes = SIMD8<Int32>

  /// The two texels beside a coordinate that repeats, and the fraction between them in 1/256.
  @inline(__always)
  private static func wrapped(_ u: SIMD8<Float>, _ size: Int32Lanes) -> (Int32Lanes, Int32Lanes, Int32Lanes) {
    let n = lanes_to_f(size)
    let x = (u - lanes_floor(u)) * n - 0.5
    let floor = lanes_floor(x)
    let f = lanes_min_i(lanes_max_i(lanes_to_i((x - floor) * 256), .zero), SIMD8(repeating: 255))
    // Clamped first: what is not a number must not become an address.
    let i = lanes_max_i(lanes_min_i(lanes_to_i(floor), size &- 1), SIMD8(repeating: -1))
    let i1 = i &+ 1
    return (lanes_select_i(i &>> 31, size &- 1, i), i1 & lanes_less_i(i1, size), f)
  }

  /// The same for lanes whose texture clamps (mode 1), mirrors (mode 2) or is not blended; others keep `repeated`.
  @inline(never)
  private static func bounded(
    _ u: SIMD8<Float>, _ size: Int32Lanes, _ mode: Int32Lanes, _ isNearest: Int32Lanes,
    _ repeated: (Int32Lanes, Int32Lanes, Int32Lanes)
  ) -> (Int32Lanes, Int32Lanes, Int32Lanes) {
    let n = lanes_to_f(size)
    let folded = u - 2 * lanes_floor(u * 0.5 + 0.5)
    let within = lanes_select(lanes_equal_i(mode, .zero), u - lanes_floor(u), u)
    let s = lanes_select(lanes_equal_i(mode, SIMD8(repeating: 2)), lanes_abs(folded), within)
    // The nearest texel is the one that holds the point; blending starts from texel centres.
    let x =
      lanes_min(lanes_max(s, .zero), SIMD8(repeating: 1)) * n
      - lanes_select(isNearest, .zero, SIMD8(repeating: 0.5))
    let floor = lanes_floor(x)
    let f =
      lanes_min_i(lanes_max_i(lanes_to_i((x - floor) * 256), .zero), SIMD8(repeating: 255)) & ~isNearest
    let last = size &- 1
    let i = lanes_max_i(lanes_min_i(lanes_to_i(floor), last), SIMD8(repeating: -1))
    let i0 = lanes_max_i(i, .zero)
    let i1 = lanes_min_i(i &+ 1, last)
    let here = lanes_less_i(.zero, mode) | isNearest
    return (
      lanes_select_i(here, i0, repeated.0), lanes_select_i(here, i1, repeated.1),
      lanes_select_i(here, f, repeated.2)
    )
  }
}
