import Assets
import Imaging
import VectorMath

extension ProceduralTexture {
  /// Stone of fine light and dark grains, near white.
  static let worktopSpeckle: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0xe8e8e8))
    canvas.shade { uv in
      let cloud = fractal(uv, cells: 4, octaves: 3, seed: 71) - 0.5
      let grain = noise(uv * 96, period: 96, seed: 72)
      let dark = smoothstep(0.78, 0.92, noise(uv * 64, period: 64, seed: 73))
      let light = smoothstep(0.8, 0.95, noise(uv * 80, period: 80, seed: 74))
      let v = Float(0.9 + 0.06 * cloud + 0.05 * (grain - 0.5) - 0.16 * dark + 0.1 * light)
      return SIMD4(v, v, v, 1)
    }
    return canvas.texture("speckle")
  }()

  /// Glazed tiles in half bond, eight rows a repeat of 0.6 m, with light joints.
  static let bondedTiles: Texture = {
    let side = 512
    var canvas = TextureCanvas(width: side, height: side, fill: Colour(0xffffff))
    let (rows, columns) = (8, 4)
    canvas.shade { uv in
      let y = uv.y * Double(rows)
      let row = Int(y)
      let x = uv.x * Double(columns) + (row % 2 == 0 ? 0 : 0.5)
      let column = Int(x) % columns
      let (fx, fy) = (x - x.rounded(.down), y - y.rounded(.down))
      // Millimetres from the nearest joint's middle.
      let d = min(min(fx, 1 - fx) * 150, min(fy, 1 - fy) * 75)
      let tone = AssetVariation.unit(UInt64(row * 31 + column * 7 + 5)) - 0.5
      let face = 0.95 + 0.035 * tone + 0.02 * (fractal(uv, cells: 8, octaves: 2, seed: 81) - 0.5)
      let v = Float(face + (0.68 - face) * (1 - smoothstep(0.9, 2.0, d)))
      return SIMD4(v, v, v, 1)
    }
    return canvas.texture("brick_tiles")
  }()
}
