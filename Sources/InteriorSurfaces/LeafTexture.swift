package import Assets
import Imaging
import VectorMath
package import WorldModel

/// Pictures of single leaves: u across, v from the tip (0) to the root (1).
package enum LeafTexture: String, Sendable, CaseIterable {
  /// A midrib with veins that run out from it.
  case veined
  /// Upright bands of dark and pale green within yellow edges.
  case sword
  /// A broad leaf with slits and holes, cut out by alpha.
  case monstera
  /// Marbled with pale yellow.
  case pothos

  package func material(_ colour: Colour = Colour(0x4d7a3c)) -> Material {
    let name = "leaf_\(rawValue)_\(colour.hex)"
    let texture = IndoorTexture.painted.texture(name) { paint(name, IndoorTexture.rgb(colour)) }
    return Material(
      name: name, baseColorTexture: texture, roughness: 0.42,
      alpha: self == .monstera ? .mask(cutoff: 0.5) : .opaque, isDoubleSided: true)
  }

  private func paint(_ name: String, _ green: SIMD3<Float>) -> Texture {
    let (w, h) = (128, 256)
    let soft = TextureField.fractal(w, h, cells: (4, 8), octaves: 4, gain: 0.6, seed: 0xc001)
    let bands = TextureField.fractal(w, h, cells: (2, 26), octaves: 3, gain: 0.6, seed: 0xc002)
    let marbling = TextureField.fractal(w, h, cells: (6, 6), octaves: 4, gain: 0.6, seed: 0xc003)
    let pale = green + (SIMD3<Float>(0.86, 0.9, 0.62) - green) * 0.45
    return TextureField.texture(name, w, h, wrap: .clamp) { x, y, i in
      let u = 2 * (Float(x) + 0.5) / Float(w) - 1
      let v = (Float(y) + 0.5) / Float(h)
      let a = u.magnitude
      var c = green * (1 + 0.08 * soft[i])
      var alpha: Float = 1
      switch self {
      case .veined, .pothos:
        // Veins leave the midrib at an angle and bend towards the tip.
        let vein = fraction((v + 0.42 * a - 0.1 * a * a) * 11)
        c += (pale - c) * (0.55 * step(0.07, 0.015, a) + 0.3 * step(0.1, 0.02, min(vein, 1 - vein)))
        c *= 1 - 0.12 * step(0.1, 0.5, vein) * step(1, 0.6, vein)
        if self == .pothos {
          c += (SIMD3<Float>(0.86, 0.85, 0.5) - c) * 0.75 * step(0.7, 1.2, marbling[i])
        }
      case .sword:
        let dark = green * 0.55
        c = dark + (pale - dark) * (0.5 + 0.5 * max(-1, min(1, bands[i] * 1.1))) * 0.55
        c += (SIMD3<Float>(0.83, 0.78, 0.4) - c) * step(0.78, 0.86, a)
      case .monstera:
        let vein = fraction((v + 0.3 * a) * 6)
        c += (pale - c) * (0.6 * step(0.05, 0.015, a) + 0.25 * step(0.07, 0.02, min(vein, 1 - vein)))
        // A heart: widest at two thirds, notched at the root.
        let outline = Self.heart(v)
        let slit = (fraction((v + 0.3 * a) * 6 + 0.5) - 0.5).magnitude
        let isSlit = a > 0.42 * outline && slit < 0.03 + 0.17 * (a / outline - 0.42) && v < 0.86 && v > 0.1
        let hx = (a - 0.2 * outline - 0.05) / 0.05
        let hy = slit / 0.17
        let isHole = hx * hx + hy * hy < 1 && v > 0.3 && v < 0.8
        let notch = v > 0.86 && a < (v - 0.86) * 1.4
        alpha = a > outline || isSlit || isHole || notch ? 0 : 1
      }
      return SIMD4(c, alpha)
    }
  }

  /// Half the width of a heart-shaped leaf at a distance v from its tip.
  private static func heart(_ v: Float) -> Float {
    let t = max(0, min(1, v))
    let rise = (t * (2 - t)).squareRoot()
    return t < 0.62
      ? 0.98 * step(-0.25, 0.62, t) * rise.squareRoot() : 0.98 * (1 - 0.5 * (t - 0.62) * (t - 0.62) / 0.144)
  }
}
