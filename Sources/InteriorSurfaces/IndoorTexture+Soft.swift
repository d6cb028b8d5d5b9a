import Assets
package import Imaging

/// Hides, carpets, cane and paper.
extension IndoorTexture {
  /// Pebbled hide with creases; near white, one repeat is 0.5 m.
  package static let leather: Texture = {
    let side = 512
    let clouds = TextureField.fractal(side, side, cells: (3, 3), octaves: 5, gain: 0.6, seed: 0x8001)
    let height = leatherHeight
    return TextureField(width: side, height: side) { _, _, i in
      0.9 + 0.035 * clouds[i] - 0.1 * (1 - height[i])
    }
    .ramp("leather", .zero, SIMD3(repeating: 1))
  }()
  static let leatherNormals = leatherHeight.normals("leather_normals", span: 0.5 / 0.0008)
  /// For a material of roughness 1: shiny on top of the pebbles, dull between.
  static let leatherRoughness = TextureField(width: 512, height: 512) { _, _, i in
    0.66 - 0.22 * leatherHeight[i]
  }
  .roughness("leather_roughness")

  private static let leatherHeight: TextureField = {
    let side = 512
    let pebbles = TextureField.cells(side, side, count: (118, 118), jitter: 0.9, seed: 0x8002)
    let creases = TextureField.fractal(side, side, cells: (7, 7), octaves: 4, gain: 0.6, seed: 0x8003)
    return TextureField(width: side, height: side) { _, _, i in
      let pebble = step(0, 0.32, pebbles.gap[i])
      return pebble * (0.8 + 0.2 * (1 - pebbles.near[i])) - 0.3 * step(0.09, 0, creases[i].magnitude)
    }
  }()

  /// Brushed hide; near white, one repeat is 0.5 m.
  package static let suede: Texture = {
    let side = 512
    let strokes = TextureField.fractal(side, side, cells: (6, 4), octaves: 5, gain: 0.7, seed: 0x8004)
    let fine = TextureField.grain(side, side, seed: 0x8005)
    return TextureField(width: side, height: side) { _, _, i in 0.86 + 0.05 * strokes[i] + 0.08 * fine[i] }
      .ramp("suede", .zero, SIMD3(repeating: 1))
  }()

  /// Loops in rows, or tufts cut off; near white, one repeat is 1 m.
  static func carpet(isLoop: Bool) -> (colour: Texture, normals: Texture) {
    let name = isLoop ? "carpet_loop" : "carpet_cut"
    let side = 512
    func pile() -> TextureField {
      let tufts = TextureField.cells(
        side, side, count: isLoop ? (150, 150) : (190, 190), jitter: isLoop ? 0.35 : 1, seed: 0x8101)
      return TextureField(width: side, height: side) { _, _, i in max(0, 1 - tufts.near[i] * 1.15) }
    }
    return (
      painted.texture(name) {
        let height = pile()
        let patches = TextureField.fractal(side, side, cells: (4, 4), octaves: 5, gain: 0.6, seed: 0x8102)
        let fine = TextureField.grain(side, side, seed: 0x8103)
        return TextureField(width: side, height: side) { _, _, i in
          0.95 - 0.22 * (1 - height[i]) + (isLoop ? 0.012 : 0.03) * patches[i] + 0.12 * fine[i]
        }
        .ramp(name, .zero, SIMD3(repeating: 1))
      },
      painted.texture(name + "_normals") { pile().normals(name + "_normals", span: 1 / 0.0018) }
    )
  }

  /// Strands woven six ways with open eyes, cut out by alpha; one repeat is 0.1 m.
  package static let cane: Texture = {
    let side = 256
    let fine = TextureField.grain(side, side, seed: 0x8201)
    return TextureField.texture("cane", side, side) { x, y, i in
      let (u, v) = ((Float(x) + 0.5) / Float(side) * 8, (Float(y) + 0.5) / Float(side) * 8)
      // Pairs of strands upright and level, single ones both ways aslant.
      func strand(_ t: Float, _ half: Float) -> Float { half - (fraction(t) - 0.5).magnitude }
      let all = [
        max(strand(u + 0.1, 0.075), strand(u - 0.1, 0.075)),
        max(strand(v + 0.1, 0.075), strand(v - 0.1, 0.075)),
        strand(u + v + 0.5, 0.1), strand(u - v + 0.5, 0.1),
      ]
      let top = all.max() ?? 0
      let tone = 0.82 + 0.16 * step(0, 0.06, top) + 0.08 * fine[i]
      return SIMD4(tone, tone * 0.99, tone * 0.96, top > 0 ? 1 : 0)
    }
  }()

  /// Wicker: stakes with strands woven over and under; near white, one repeat is 0.2 m.
  static let rattan = rattanMaps.0
  static let rattanNormals = rattanMaps.1
  private static let rattanMaps: (Texture, Texture) = {
    let side = 256
    let waver = TextureField.noise(side, side, cells: (12, 12), seed: 0x8301)
    let tone = TextureField.noise(side, side, cells: (6, 40), seed: 0x8302)
    let height = TextureField(width: side, height: side) { x, y, i in
      let (u, v) = (
        (Float(x) + 0.5) / Float(side) * 10, (Float(y) + 0.5) / Float(side) * 32 + 0.08 * waver[i]
      )
      let row = Int(v + 64)
      // Over one stake, under the next, and the other way round in the next row.
      let s = fraction(u * 0.5 + (row % 2 == 0 ? 0 : 0.5))
      let arch = s < 0.5 ? 16 * s * (0.5 - s) : -16 * (s - 0.5) * (1 - s)
      let f = 2 * fraction(v + 64) - 1
      return (1 - f * f) * (0.55 + 0.45 * arch)
    }
    return (
      TextureField(width: side, height: side) { _, _, i in 0.6 + 0.34 * height[i] + 0.05 * tone[i] }
        .ramp("rattan", SIMD3(0.1, 0.06, 0.03), SIMD3(1, 0.98, 0.94)),
      height.normals("rattan_normals", span: 0.2 / 0.003)
    )
  }()

  /// Brushed along u; for a material of its own roughness over 0.8.
  package static let brushed: Texture = {
    let side = 256
    let strokes = TextureField.fractal(side, side, cells: (2, 128), octaves: 1, seed: 0x8401)
    let smear = TextureField.fractal(side, side, cells: (4, 4), octaves: 4, seed: 0x8402)
    return TextureField(width: side, height: side) { _, _, i in 0.8 + 0.07 * strokes[i] + 0.05 * smear[i] }
      .roughness("brushed", isMetal: true)
  }()
  static let brushedNormals = TextureField.noise(256, 256, cells: (2, 128), seed: 0x8401)
    .normals("brushed_normals", span: 0.4 / 0.00004)
}
