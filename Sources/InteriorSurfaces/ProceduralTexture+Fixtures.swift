package import Assets
package import Imaging
import VectorMath

extension ProceduralTexture {
  /// Glazed tiles in half bond, eight rows a repeat of 0.6 m, with light joints.
  package static let bondedTiles: Texture = {
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
