import CLanes

/// Smooth noise of eight places at once, from hashes of a lattice's corners: the same bits everywhere, no table, no period.
enum LatticeNoise {
  typealias Lanes = SIMD8<Float>
  typealias Words = SIMD8<UInt32>

  /// Scrambles 32 bits (a shortened "lowbias32" of C. Wellons).
  @inline(__always)
  static func scrambled(_ x: Words) -> Words {
    var h = x
    h ^= h &>> 16
    h = h &* 0x7feb_352d
    h ^= h &>> 15
    return h
  }

  /// 0..<1 from the upper bits.
  @inline(__always)
  static func unit(_ h: Words) -> Lanes {
    lanes_to_f(lanes_signed(h &>> 8)) * (1.0 / 16_777_216)
  }

  @inline(__always)
  static func key(_ i: SIMD8<Int32>, _ j: SIMD8<Int32>, _ seed: UInt32) -> Words {
    lanes_unsigned(i) &* 0x9e37_79b1 ^ lanes_unsigned(j) &* 0x85eb_ca6b ^ Words(repeating: seed)
  }

  /// One number a cell, 0..<1.
  @inline(__always)
  static func cell(_ i: SIMD8<Int32>, _ j: SIMD8<Int32>, _ seed: UInt32) -> Lanes {
    unit(scrambled(key(i, j, seed) &* 0x27d4_eb2d))
  }

  /// A whole number for a coordinate; beyond two million cells the last one.
  @inline(__always)
  static func whole(_ f: Lanes) -> SIMD8<Int32> {
    lanes_to_i(lanes_max(lanes_min(f, Lanes(repeating: 2e6)), Lanes(repeating: -2e6)))
  }

  @inline(__always)
  static func fade(_ t: Lanes) -> Lanes { t * t * (Lanes(repeating: 3) - t * 2) }

  /// 0...1 over the plane, mean ½. Not inlined, nor is `space`: dozens of copies would cost the compiler more than calls cost
  /// here.
  @inline(never)
  static func plane(_ x: Lanes, _ y: Lanes, _ seed: UInt32) -> Lanes {
    let (fx, fy) = (lanes_floor(x), lanes_floor(y))
    let (tx, ty) = (fade(x - fx), fade(y - fy))
    let (i, j) = (whole(fx), whole(fy))
    let a = cell(i, j, seed)
    let b = cell(i &+ 1, j, seed)
    let c = cell(i, j &+ 1, seed)
    let d = cell(i &+ 1, j &+ 1, seed)
    let top = a + (b - a) * tx
    let bottom = c + (d - c) * tx
    return top + (bottom - top) * ty
  }

  /// 0...1 in space, mean ½.
  @inline(never)
  static func space(_ x: Lanes, _ y: Lanes, _ z: Lanes, _ seed: UInt32) -> Lanes {
    let fz = lanes_floor(z)
    let tz = fade(z - fz)
    let k = whole(fz)
    let (fx, fy) = (lanes_floor(x), lanes_floor(y))
    let (tx, ty) = (fade(x - fx), fade(y - fy))
    let (i, j) = (whole(fx), whole(fy))
    @inline(__always)
    func layer(_ k: SIMD8<Int32>) -> Lanes {
      let own = lanes_unsigned(k) &* 0xc2b2_ae35
      @inline(__always)
      func corner(_ i: SIMD8<Int32>, _ j: SIMD8<Int32>) -> Lanes {
        unit(scrambled((key(i, j, seed) ^ own) &* 0x27d4_eb2d))
      }
      let (a, b, c, d) = (corner(i, j), corner(i &+ 1, j), corner(i, j &+ 1), corner(i &+ 1, j &+ 1))
      let top = a + (b - a) * tx
      let bottom = c + (d - c) * tx
      return top + (bottom - top) * ty
    }
    let near = layer(k)
    return near + (layer(k &+ 1) - near) * tz
  }
}
