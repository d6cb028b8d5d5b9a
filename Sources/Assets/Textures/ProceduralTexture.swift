package import Imaging
package import VectorMath

/// Tileable textures made from noise and simple shapes. Those that take no parameters are made once and
/// shared; most are near grey, to be tinted by a material's base colour.
package enum ProceduralTexture {
  // MARK: Noise

  /// Smooth noise in 0...1 over a lattice that repeats after `period` cells.
  package static func noise(_ p: Vector2, period: Int, seed: UInt64) -> Double {
    let (fx, fy) = (p.x.rounded(.down), p.y.rounded(.down))
    let (tx, ty) = (fade(p.x - fx), fade(p.y - fy))
    let (x0, y0) = (wrapped(Int(fx), period), wrapped(Int(fy), period))
    let (x1, y1) = (x0 + 1 == period ? 0 : x0 + 1, y0 + 1 == period ? 0 : y0 + 1)
    let (left, right) = (
      seed ^ (UInt64(x0) &* 0x9e37_79b9_7f4a_7c15), seed ^ (UInt64(x1) &* 0x9e37_79b9_7f4a_7c15)
    )
    let (top, bottom) = (UInt64(y0) &* 0xc2b2_ae3d_27d4_eb4f, UInt64(y1) &* 0xc2b2_ae3d_27d4_eb4f)
    let first = AssetVariation.unit(left ^ top)
    let second = AssetVariation.unit(left ^ bottom)
    let a = first + (AssetVariation.unit(right ^ top) - first) * tx
    let b = second + (AssetVariation.unit(right ^ bottom) - second) * tx
    return a + (b - a) * ty
  }

  /// A cell's number, 0..<period. Most are within already, and dividing is what noise would spend its time with.
  private static func wrapped(_ i: Int, _ period: Int) -> Int {
    if i >= 0 && i < period { return i }
    let rest = i % period
    return rest < 0 ? rest + period : rest
  }

  private static func fade(_ t: Double) -> Double { t * t * (3 - 2 * t) }

  /// Octaves of noise over the unit square, mean about 0.5; tileable.
  package static func fractal(_ uv: Vector2, cells: Int, octaves: Int, gain: Double = 0.5, seed: UInt64)
    -> Double
  {
    var sum = 0.0
    var weight = 0.0
    var amplitude = 1.0
    var n = cells
    for octave in 0..<octaves {
      sum += amplitude * noise(uv * Double(n), period: n, seed: seed &+ UInt64(octave) &* 7919)
      weight += amplitude
      amplitude *= gain
      n *= 2
    }
    return sum / weight
  }

  /// White noise of one texel, 0..<1.
  static func grain(_ x: Int, _ y: Int, seed: UInt64) -> Double {
    AssetVariation.unit(seed ^ (UInt64(x) &* 0x9e37_79b9_7f4a_7c15) ^ (UInt64(y) &* 0xc2b2_ae3d_27d4_eb4f))
  }

  /// A grey of the given sRGB value, opaque.
  static func grey(_ v: Double) -> SIMD4<Float> { SIMD4(Float(v), Float(v), Float(v), 1) }

  static func mix(_ a: SIMD4<Float>, _ b: SIMD4<Float>, _ t: Double) -> SIMD4<Float> {
    a + (b - a) * Float(max(0, min(1, t)))
  }

  // MARK: Cloth

  /// Woven cloth with soft folds; one repeat is 0.5 m.
  package static let fabric: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0xe0e0e0))
    canvas.shade { uv in
      let (x, y) = (Int(uv.x * 256), Int(uv.y * 256))
      let weave = (x / 2 + y / 2) % 2 == 0 ? 0.02 : -0.02
      let folds = fractal(uv, cells: 3, octaves: 3, seed: 11) - 0.5
      return grey(0.9 + weave + 0.16 * folds + 0.05 * (grain(x, y, seed: 12) - 0.5))
    }
    return canvas.texture("fabric")
  }()
}
