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
    func value(_ i: Int, _ j: Int) -> Double {
      let x = UInt64(((Int(fx) + i) % period + period) % period)
      let y = UInt64(((Int(fy) + j) % period + period) % period)
      return AssetVariation.unit(seed ^ (x &* 0x9e37_79b9_7f4a_7c15) ^ (y &* 0xc2b2_ae3d_27d4_eb4f))
    }
    let a = value(0, 0) + (value(1, 0) - value(0, 0)) * tx
    let b = value(0, 1) + (value(1, 1) - value(0, 1)) * tx
    return a + (b - a) * ty
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
