import Assets
package import Imaging

/// Cloth by how it is made. One repeat is half a metre, 512 texels.
package enum Weave: String, Sendable, Hashable, CaseIterable {
  /// Plain weave of thick yarn: upholstery.
  case plain
  /// Fine plain weave of uneven yarn.
  case linen
  /// Diagonal ribs.
  case twill
  /// Zigzag ribs.
  case herringbone
  /// Loops of yarn.
  case boucle
  /// A short upright pile that shows which way it was stroked.
  case velvet
  /// Ribs of pile along v.
  case corduroy
  /// Stitches.
  case knit
  /// Towelling.
  case terry
  /// Smooth fine cotton: sheets.
  case cotton

  private static let side = 512

  /// Near white, to be tinted.
  package var texture: Texture {
    let name = "weave_\(rawValue)"
    return IndoorTexture.painted.texture(name) {
      tone(of: yarn.height).ramp(name, .zero, SIMD3(repeating: 1))
    }
  }

  package var normals: Texture {
    let name = "weave_\(rawValue)_normals"
    return IndoorTexture.painted.texture(name) {
      let yarn = yarn
      return yarn.height.normals(name, span: 0.5 / yarn.depth)
    }
  }

  /// Dark between the yarns; dye and wear lie in soft wide patches, and single yarns stand out as streaks.
  private func tone(of height: TextureField) -> TextureField {
    let side = Self.side
    let patches = TextureField.fractal(side, side, cells: (3, 3), octaves: 3, gain: 0.6, seed: 0x7001)
    let warp = TextureField.noise(side, side, cells: (170, 10), seed: 0x7002)
    let weft = TextureField.noise(side, side, cells: (10, 170), seed: 0x7003)
    let fine = TextureField.grain(side, side, seed: 0x7004)
    let (contrast, slub, nap): (Float, Float, Float) =
      switch self {
      case .plain: (0.3, 0.012, 0.012)
      case .linen: (0.2, 0.018, 0.012)
      case .twill, .herringbone: (0.3, 0.02, 0.012)
      case .boucle: (0.2, 0, 0.012)
      case .velvet: (0.06, 0, 0.06)
      case .corduroy: (0.36, 0, 0.025)
      case .knit: (0.42, 0.02, 0.01)
      case .terry: (0.3, 0, 0.009)
      case .cotton: (0.1, 0.006, 0.008)
      }
    return TextureField(width: side, height: side) { _, _, i in
      0.92 - contrast * (1 - height[i]) + slub * (warp[i] + weft[i]) + nap * patches[i] + 0.06 * fine[i]
    }
  }

  /// Heights 0...1, and the metres that 1 stands for.
  private var yarn: (height: TextureField, depth: Float) {
    let side = Self.side
    func field(_ f: (Float, Float, Int) -> Float) -> TextureField {
      TextureField(width: side, height: side) { x, y, i in
        f((Float(x) + 0.5) / Float(side), (Float(y) + 0.5) / Float(side), i)
      }
    }
    /// Threads both ways, the warp on top where `isWarp` says so.
    func woven(_ threads: Int, _ waver: Float, _ isWarp: (Int, Int) -> Bool) -> TextureField {
      let a = TextureField.noise(side, side, cells: (24, 40), seed: 0x7101)
      let b = TextureField.noise(side, side, cells: (40, 24), seed: 0x7102)
      return field { u, v, i in
        let x = u * Float(threads) + waver * a[i] + Float(threads)
        let y = v * Float(threads) + waver * b[i] + Float(threads)
        let (fx, fy) = (2 * fraction(x) - 1, 2 * fraction(y) - 1)
        let (across, along) = isWarp(Int(x), Int(y)) ? (fx, fy) : (fy, fx)
        return (1 - across * across) * (0.55 + 0.45 * (1 - along * along))
      }
    }
    switch self {
    case .plain: return (woven(100, 0.16) { ($0 + $1) % 2 == 0 }, 0.0011)
    case .linen: return (woven(128, 0.3) { ($0 + $1) % 2 == 0 }, 0.0006)
    case .cotton: return (woven(128, 0.05) { ($0 + $1) % 2 == 0 }, 0.00012)
    case .twill: return (woven(128, 0.05) { ($0 + $1) % 4 < 2 }, 0.0007)
    case .herringbone:
      return (woven(128, 0.03) { x, y in ((x / 16 % 2 == 0 ? x + y : y - x + 256) % 4) < 2 }, 0.0007)
    case .boucle:
      let loops = TextureField.cells(side, side, count: (104, 104), seed: 0x7103)
      let bumps = TextureField.fractal(side, side, cells: (60, 60), octaves: 2, seed: 0x7104)
      return (
        field { _, _, i in
          max(0, min(1, 1.02 - 0.9 * loops.near[i] * loops.near[i] + 0.13 * bumps[i]))
        }, 0.0018
      )
    case .velvet:
      let nap = TextureField.fractal(side, side, cells: (5, 7), octaves: 3, seed: 0x7105)
      let fine = TextureField.noise(side, side, cells: (200, 200), seed: 0x7106)
      return (field { _, _, i in 0.5 + 0.18 * nap[i] + 0.05 * fine[i] }, 0.003)
    case .corduroy:
      let fine = TextureField.noise(side, side, cells: (128, 60), seed: 0x7107)
      return (
        field { u, _, i in
          let f = 2 * fraction(u * 80) - 1
          return (1 - f * f * f * f) * (0.9 + 0.08 * fine[i])
        }, 0.0016
      )
    case .knit:
      let fine = TextureField.noise(side, side, cells: (150, 150), seed: 0x7108)
      return (
        field { u, v, i in
          // Columns of stitches: two legs that lean towards each other, a V.
          let x = fraction(u * 44)
          let leg = x < 0.5 ? x * 2 : 2 - x * 2
          let y = 2 * fraction(v * 52 + 0.75 * leg) - 1
          let round = 1 - (2 * leg - 1) * (2 * leg - 1) * 0.85
          return max(0, (1 - y * y) * round + 0.05 * fine[i])
        }, 0.0022
      )
    case .terry:
      let loops = TextureField.cells(side, side, count: (150, 150), jitter: 0.8, seed: 0x7109)
      let rows = TextureField.noise(side, side, cells: (40, 40), seed: 0x7110)
      return (field { _, _, i in max(0, min(1, 1 - 0.9 * loops.near[i] + 0.08 * rows[i])) }, 0.002)
    }
  }
}
