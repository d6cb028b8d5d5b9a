package import Imaging
import VectorMath

/// Bark, leaves and needles. Leaf textures are cut out by their alpha.
extension ProceduralTexture {
  package static let barkTile = 0.6
  /// Furrowed bark, running along v.
  package static let bark: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0x6d5a47))
    canvas.shade { uv in
      let bend = noise(uv * 6, period: 6, seed: 121) * 0.035
      let ridges = fractal(Vector2(uv.x + bend, uv.y * 0.25), cells: 20, octaves: 4, gain: 0.65, seed: 122)
      let moss = fractal(uv, cells: 3, octaves: 3, seed: 123)
      let base = mix(SIMD4(0.24, 0.19, 0.15, 1), SIMD4(0.55, 0.47, 0.39, 1), smoothstep(0.3, 0.7, ridges))
      return mix(base, SIMD4(0.36, 0.39, 0.26, 1), 0.35 * smoothstep(0.55, 0.8, moss))
    }
    // Mirrored where the quarter-scale rows would not meet.
    return canvas.texture("bark", wrap: .mirror)
  }()

  /// A spray of leaves on a twig, cut out; near grey-green, to be tinted.
  package static let leaves: Texture = spray("leaves", seed: 131, count: 64, needle: false)
  /// A twig of a conifer: needles to both sides, cut out.
  package static let needles: Texture = spray("needles", seed: 141, count: 150, needle: true)

  /// Leaves along a branching twig that enters at the bottom centre.
  private static func spray(_ name: String, seed: UInt64, count: Int, needle: Bool) -> Texture {
    let size = 256
    var canvas = TextureCanvas(width: size, height: size, fill: Colour(0x5c7a38))
    let chance = AssetVariation(seed: seed)
    // Colour where leaves are, and coverage apart, so that cut-out edges carry leaf colour, not black.
    var cover = TextureCanvas(width: size, height: size, fill: Colour(0x000000))
    let twig = Colour(0x5b4a36)
    func twigAt(_ f: Double) -> Vector2 {
      Vector2(0.5 + 0.05 * DeterministicMath.sin(f * 4), 0.98 - 0.86 * f)
    }
    let stem = (0...10).map { twigAt(Double($0) / 10) }
    canvas.stroke(stem, width: 0.018, twig)
    cover.stroke(stem, width: 0.018, Colour(0xffffff))
    for i in 0..<count {
      let f = needle ? Double(i / 2) / Double(count / 2) : chance.number("at", i, in: 0.05...1)
      let side: Double = i % 2 == 0 ? 1 : -1
      let tone = chance.unit("tone", i)
      let colour = Colour(
        red: UInt8(72 + tone * 70), green: UInt8(104 + tone * 72), blue: UInt8(44 + tone * 44))
      let root = twigAt(f)
      if needle {
        let reach = 0.36 * (1 - 0.72 * f) * chance.number("reach", i, in: 0.8...1.1)
        // Side twigs that carry needles themselves.
        let tip = root + Vector2(side * reach, -0.2 * reach - 0.05)
        let stem = [root, (root + tip) / 2 + Vector2(0, 0.01), tip]
        canvas.stroke(stem, width: 0.026, colour)
        cover.stroke(stem, width: 0.026, Colour(0xffffff))
      } else {
        let spread = chance.number("spread", i, in: 0.04...0.36) * (1 - 0.45 * f)
        let center = root + Vector2(side * spread, chance.number("rise", i, in: -0.1...0.06))
        let a = chance.number("turn", i, in: -1...1) + (side > 0 ? 0.5 : 2.6)
        let (s, c) = DeterministicMath.sincos(a)
        let l = chance.number("length", i, in: 0.055...0.085)
        let leaf = (0..<12).map { k -> Vector2 in
          let (sk, ck) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 12)
          let p = Vector2(ck * l, sk * l * 0.52 * (1 - 0.35 * ck))
          return center + Vector2(p.x * c - p.y * s, -(p.x * s + p.y * c))
        }
        canvas.stroke([root, center], width: 0.007, twig)
        cover.stroke([root, center], width: 0.007, Colour(0xffffff))
        canvas.fill(leaf, colour)
        cover.fill(leaf, Colour(0xffffff))
        canvas.stroke(
          [center - Vector2(c, -s) * (l * 0.8), center + Vector2(c, -s) * (l * 0.8)], width: 0.005,
          Colour(red: colour.red &- 24, green: colour.green &- 20, blue: colour.blue &- 16))
      }
    }
    for i in canvas.pixels.indices { canvas.pixels[i].w = cover.pixels[i].x }
    return canvas.texture(name, wrap: .clamp)
  }
}
