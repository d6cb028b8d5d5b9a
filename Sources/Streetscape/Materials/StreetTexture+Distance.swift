import Assets
import Imaging
import VectorMath

/// Textures of what is far away.
extension StreetTexture {
  static let farWindowsTile = 12.0
  /// Four storeys of four windows, to be repeated over a whole wall; near white, to be tinted.
  static let farWindows: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0xf0f0f0))
    let chance = AssetVariation(seed: 381)
    for row in 0..<4 {
      let y = Double(row) / 4
      canvas.fillRectangle(Vector2(0, y + 0.235), Vector2(1, y + 0.25), Colour(0xc4c2be))
      for column in 0..<4 {
        let (i, x) = (row * 4 + column, Double(column) / 4)
        let tone = chance.unit("tone", i)
        let (a, b) = (Vector2(x + 0.06, y + 0.07), Vector2(x + 0.19, y + 0.2))
        canvas.fillRectangle(a - Vector2(0.012, 0.012), b + Vector2(0.012, 0.012), Colour(0xdcdad6))
        canvas.fillRectangle(
          a, b, Colour(red: UInt8(48 + tone * 50), green: UInt8(58 + tone * 52), blue: UInt8(68 + tone * 54)))
        if chance.unit("blind", i) < 0.4 {
          canvas.fillRectangle(a, Vector2(b.x, a.y + 0.06), Colour(0xb5b0a6))
        }
        canvas.fillRectangle(Vector2(x + 0.122, a.y), Vector2(x + 0.128, b.y), Colour(0xe0deda))
      }
    }
    return canvas.texture("far_windows")
  }()

  /// Crowns side by side, cut out against the sky, solid below; repeats along u.
  static let treeline: Texture = {
    var canvas = TextureCanvas(width: 1024, height: 256, fill: Colour(0x44582f))
    let chance = AssetVariation(seed: 391)
    let crowns = (0..<26).map { k -> (x: Double, top: Double, width: Double, tone: Double) in
      let x = (Double(k) + chance.number("x", k, in: -0.4...0.4)) / 26
      return (
        x, chance.number("top", k, in: 0.04...0.42), chance.number("width", k, in: 0.03...0.055),
        chance.unit("tone", k)
      )
    }
    canvas.shade { uv in
      var (cover, tone) = (uv.y > 0.62 ? 1.0 : 0, 0.5)
      var nearest = 0.0
      for crown in crowns {
        var dx = (uv.x - crown.x).magnitude
        dx = min(dx, 1 - dx) / crown.width
        let dy = (uv.y - crown.top) / 0.55
        let rough =
          ProceduralTexture.fractal(Vector2(uv.x, uv.y * 0.25), cells: 48, octaves: 3, seed: 392) - 0.5
        let inside = dy - 0.75 * dx * dx + 0.34 * rough
        if inside > 0 {
          cover = 1
          if crown.top >= nearest {
            nearest = crown.top
            tone = crown.tone
          }
        }
      }
      let mottle = ProceduralTexture.fractal(Vector2(uv.x, uv.y * 0.25), cells: 64, octaves: 4, seed: 393)
      let light = 0.5 + 0.75 * mottle - 0.35 * uv.y
      let base =
        SIMD4<Float>(Float(0.24 + 0.1 * tone), Float(0.33 + 0.07 * tone), Float(0.15 + 0.05 * tone), 0)
        * Float(light)
      return SIMD4(base.x, base.y, base.z, Float(cover))
    }
    return canvas.texture("treeline")
  }()
}
