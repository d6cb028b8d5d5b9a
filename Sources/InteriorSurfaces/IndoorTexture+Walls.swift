import Assets
package import Imaging

/// What walls are covered with.
extension IndoorTexture {
  /// The skin that a roller leaves; one repeat is 0.6 m.
  package static let orangePeel: Texture = {
    let side = 512
    let drops = TextureField.fractal(side, side, cells: (110, 110), octaves: 2, gain: 0.5, seed: 0xa001)
    let waves = TextureField.noise(side, side, cells: (12, 12), seed: 0xa002)
    return TextureField(width: side, height: side) { _, _, i in 0.00007 * drops[i] + 0.0003 * waves[i] }
      .normals("orange_peel", span: 0.6)
  }()

  /// Faint clouds of paint; near white, one repeat is 3 m when the tile is that of plaster.
  package static let paint: Texture = {
    let side = 256
    let clouds = TextureField.fractal(side, side, cells: (3, 3), octaves: 5, gain: 0.6, seed: 0xa003)
    return TextureField(width: side, height: side) { _, _, i in 0.96 + 0.008 * clouds[i] }
      .ramp("paint", .zero, SIMD3(repeating: 1))
  }()

  /// Lime plaster put on with a float: strokes and pits; one repeat is 1.5 m.
  package static let plaster: Texture = plasterHeight.ramp(
    "lime_plaster", SIMD3(repeating: 0.88), SIMD3(repeating: 1))
  static let plasterNormals = plasterHeight.normals("lime_plaster_normals", span: 1.5 / 0.0022)
  private static let plasterHeight: TextureField = {
    let side = 512
    let bend = TextureField.noise(side, side, cells: (5, 5), seed: 0xa004)
    let strokes = TextureField.fractal(side, side, cells: (8, 16), octaves: 5, gain: 0.6, seed: 0xa005)
    let pits = TextureField.noise(side, side, cells: (130, 130), seed: 0xa006)
    return TextureField(width: side, height: side) { x, y, i in
      let (u, v) = (Float(x) / Float(side), Float(y) / Float(side))
      let s = strokes.at(u + 0.02 * bend[i], v + 0.015 * bend[i])
      return max(0, min(1, 0.62 + 0.16 * s - 0.3 * step(1.9, 2.6, pits[i])))
    }
  }()

  /// Printed paper.
  static func wallpaper(_ pattern: WallpaperPattern, _ ground: Colour, _ print: Colour) -> Texture {
    let name = "wallpaper_\(pattern.rawValue)_\(ground.hex)_\(print.hex)"
    return painted.texture(name) {
      let field = pattern.print
      let fine = TextureField.grain(field.width, field.height, seed: 0xa007)
      let (a, b) = (rgb(ground), rgb(print))
      return TextureField.texture(name, field.width, field.height) { _, _, i in
        SIMD4((a + (b - a) * field[i]) * (1 + 0.02 * fine[i]), 1)
      }
    }
  }

  /// Bricks of 24 × 7.1 cm in stretcher bond, mortar included 25 × 8.33; one repeat is 1 m: sixteen bricks' worth of
  /// burning, near the colours of clay, or painted over.
  static func brick(_ clay: Colour, mortar: Colour) -> (colour: Texture, normals: Texture) {
    let side = 512
    let name = "indoor_brick_\(clay.hex)_\(mortar.hex)"
    let rough = TextureField.fractal(side, side, cells: (24, 24), octaves: 4, gain: 0.6, seed: 0xa101)
    func edge(_ x: Int, _ y: Int, _ i: Int) -> (inside: Float, brick: UInt64) {
      let v = (Float(y) + 0.5) / Float(side) * 12
      let row = Int(v)
      let u = (Float(x) + 0.5) / Float(side) * 4 + (row % 2 == 0 ? 0 : 0.5)
      let column = Int(u) % 4
      let (fx, fy) = (fraction(u), fraction(v))
      let d = min(min(fx, 1 - fx) * 0.25, min(fy, 1 - fy) * 0.0833) + 0.0012 * rough[i]
      return (step(0.0035, 0.0075, d), UInt64(row * 4 + column))
    }
    return (
      painted.texture(name) {
        let grime = TextureField.fractal(side, side, cells: (3, 3), octaves: 4, seed: 0xa102)
        let fine = TextureField.grain(side, side, seed: 0xa103)
        let (a, b) = (rgb(clay), rgb(mortar))
        // Paint hides what burning did.
        let variety = 1 - step(0.55, 0.75, a.y)
        return TextureField.texture(name, side, side) { x, y, i in
          let e = edge(x, y, i)
          let key = AssetVariation.mix(e.brick &+ 72)
          func own(_ shift: UInt64) -> Float { Float(key >> shift & 0xffff) / 65536 - 0.5 }
          var c = a * (1 + (0.04 + 0.28 * variety) * own(0)) + SIMD3(0.08, 0, -0.04) * own(16) * variety
          if own(32) > 0.4 { c *= 1 - 0.28 * variety }
          c *= 1 + (0.02 + 0.07 * variety) * rough[i]
          let joint = b * (1 + 0.06 * rough[i])
          return SIMD4((joint + (c - joint) * e.inside) * (1 + 0.03 * grime[i] + 0.06 * fine[i]), 1)
        }
      },
      painted.texture("indoor_brick_normals") {
        TextureField(width: side, height: side) { x, y, i in
          let e = edge(x, y, i)
          return 0.004 * e.inside + 0.0006 * rough[i]
        }
        .normals("indoor_brick_normals", span: 1)
      }
    )
  }

  /// Grooved boards of 10 cm standing upright; near white, one repeat is 1 m.
  package static let panelling: Texture = panelHeight.ramp(
    "panelling", SIMD3(repeating: 0.7), SIMD3(repeating: 1))
  static let panellingNormals = panelHeight.normals("panelling_normals", span: 1 / 0.005)
  private static let panelHeight = TextureField(width: 512, height: 4) { x, _, _ in
    let f = fraction((Float(x) + 0.5) / 512 * 10)
    return step(0, 0.045, min(f, 1 - f))
  }

  /// Round slats of 2.5 cm standing upright; near white, one repeat is 0.5 m.
  package static let slats: Texture = slatHeight.ramp("slats", SIMD3(repeating: 0.25), SIMD3(repeating: 1))
  static let slatNormals = slatHeight.normals("slats_normals", span: 0.5 / 0.01)
  private static let slatHeight = TextureField(width: 512, height: 4) { x, _, _ in
    let f = 2 * fraction((Float(x) + 0.5) / 512 * 20) - 1
    return max(0, 1 - f * f * f * f)
  }
}
