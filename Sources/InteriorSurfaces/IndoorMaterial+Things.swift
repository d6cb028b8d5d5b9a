package import Assets
import Imaging
import VectorMath
package import WorldModel

/// Materials of baskets, boxes and what is soft and knitted.
extension IndoorMaterial {
  /// Metres that one repeat of wicker spans.
  package static let wickerTile = 0.07

  /// Woven rattan, seagrass or willow.
  package static func wicker(_ colour: Colour) -> Material {
    Material(
      name: "wicker_\(colour.hex)", baseColor: colour.linear, baseColorTexture: wickerWeave, roughness: 0.8)
  }

  /// Metres that one repeat of fur or plush spans.
  package static let furTile = 0.12

  /// Short fur or plush.
  package static func fur(_ colour: Colour) -> Material {
    Material(
      name: "fur_\(colour.hex)", baseColor: colour.linear, baseColorTexture: furStrands, roughness: 0.95)
  }

  /// Corrugated board.
  package static let cardboard = Material(
    name: "cardboard", baseColor: Colour(0xb48a5c).linear, roughness: 0.9)

  /// Strands over and under each other, near white.
  private static let wickerWeave: Texture = {
    var canvas = TextureCanvas(width: 96, height: 96, fill: Colour(0xffffff))
    let n = 8.0
    canvas.shade { uv in
      let (x, y) = (uv.x * n, uv.y * n)
      let (i, j) = (Int(x), Int(y))
      let (fx, fy) = (x - Double(i) - 0.5, y - Double(j) - 0.5)
      let isAcross = (i + j) % 2 == 0
      // The strand on top arches: bright in its middle, dark where it dives under.
      let (side, along) = isAcross ? (fy, fx) : (fx, fy)
      let arch = (1 - 1.5 * side * side * 2) * (1 - 1.1 * along * along)
      let tone = 0.9 + 0.1 * AssetVariation.unit(UInt64(isAcross ? j : 100 + i))
      let fine = 0.05 * DeterministicMath.sin(side * 40)
      let v = Float(max(0.1, min(1, (arch * tone + fine) * 0.98)))
      return SIMD4(v, v, v, 1)
    }
    return canvas.texture("wicker")
  }()

  private static let furStrands: Texture = {
    var canvas = TextureCanvas(width: 128, height: 128, fill: Colour(0xffffff))
    canvas.shade { uv in
      let clumps = ProceduralTexture.fractal(uv, cells: 6, octaves: 3, seed: 5)
      let strands = ProceduralTexture.fractal(Vector2(uv.x, uv.y * 0.25), cells: 32, octaves: 2, seed: 9)
      let v = Float(0.68 + 0.2 * clumps + 0.22 * (strands - 0.3))
      return SIMD4(v, v, v, 1)
    }
    return canvas.texture("fur")
  }()
}
