import Assets
import Imaging
import VectorMath

/// Textures of walls and roofs; `…Tile` is the length in metres that one repeat stands for. Near white, to be tinted.
enum StreetTexture {
  private static func fraction(_ x: Double) -> Double { x - x.rounded(.down) }

  private static func grey(_ v: Double) -> SIMD4<Float> { SIMD4(Float(v), Float(v), Float(v), 1) }

  private static func made(_ name: String, _ size: Int, _ f: (Vector2) -> Double) -> Texture {
    var canvas = TextureCanvas(width: size, height: size, fill: Colour(0xe0e0e0))
    canvas.shade { grey(max(0.05, min(1, f($0)))) }
    return canvas.texture(name)
  }

  /// Nearness to the joints of a bond of `columns` × `rows` stones: 0 at a joint, and the number of the stone.
  private static func bond(_ uv: Vector2, _ columns: Int, _ rows: Int) -> (edge: Double, stone: Int) {
    let row = min(rows - 1, Int(uv.y * Double(rows)))
    let x = uv.x * Double(columns) + (row % 2 == 0 ? 0 : 0.5)
    let (fx, fy) = (fraction(x), fraction(uv.y * Double(rows)))
    let aspect = Double(rows) / Double(columns)
    let edge = min(min(fx, 1 - fx) * aspect, min(fy, 1 - fy))
    return (edge, row * columns + Int(x) % columns)
  }

  static let ashlarTile = 1.6
  static let ashlar = made("ashlar", 256) { uv in
    let (edge, stone) = bond(uv, 2, 4)
    let tone = AssetVariation.unit(UInt64(stone) &+ 311) - 0.5
    let rough = ProceduralTexture.fractal(uv, cells: 12, octaves: 3, seed: 312) - 0.5
    let shade = 0.34 * smoothstep(0.06, 0.02, edge)
    return 0.88 + 0.09 * tone + 0.14 * rough - shade
  }

  static let mosaicTile = 0.8
  static let mosaic = made("mosaic", 256) { uv in
    let (edge, stone) = bond(uv, 8, 16)
    let tone = AssetVariation.unit(UInt64(stone) &+ 321) - 0.5
    let stain = ProceduralTexture.fractal(uv, cells: 3, octaves: 3, seed: 322) - 0.5
    return 0.9 + 0.06 * tone + 0.06 * stain - 0.2 * smoothstep(0.1, 0.05, edge)
  }

  static let weatherboardTile = 1.2
  static let weatherboard = made("weatherboard", 256) { uv in
    let f = fraction(uv.y * 8)
    let board = Int(uv.y * 8)
    let tone = AssetVariation.unit(UInt64(board) &+ 331) - 0.5
    let rough = ProceduralTexture.fractal(Vector2(uv.x, uv.y * 4), cells: 8, octaves: 3, seed: 332) - 0.5
    return 0.92 + 0.03 * tone + 0.05 * rough - 0.4 * smoothstep(0.1, 0, f) + 0.05 * f
  }

  static let sheetingTile = 1.0
  static let sheeting = made("sheeting", 256) { uv in
    let f = fraction(uv.x * 5)
    let rib = smoothstep(0.28, 0.36, f) * (1 - smoothstep(0.64, 0.72, f))
    let flank = smoothstep(0.6, 0.68, f) * (1 - smoothstep(0.7, 0.78, f))
    let streaks =
      ProceduralTexture.fractal(Vector2(uv.x, uv.y * 0.25), cells: 16, octaves: 3, seed: 341) - 0.5
    return 0.8 + 0.1 * rib - 0.25 * flank + 0.08 * streaks
  }

  static let slateTile = 1.2
  static let slate = made("slate", 256) { uv in
    let row = Int(uv.y * 6)
    let x = uv.x * 5 + (row % 2 == 0 ? 0 : 0.5)
    let (fx, fy) = (fraction(x), fraction(uv.y * 6))
    let tone = AssetVariation.unit(UInt64(row * 5 + Int(x) % 5) &+ 351) - 0.5
    let shadow = 0.4 * smoothstep(0.14, 0, fy) + 0.25 * smoothstep(0.05, 0, min(fx, 1 - fx))
    let moss = ProceduralTexture.fractal(uv, cells: 4, octaves: 3, seed: 352) - 0.5
    return 0.85 + 0.16 * tone - shadow + 0.12 * moss
  }

  static let barkTile = 0.7
  /// Ridges and furrows that run along v.
  static let bark = made("street_bark", 256) { uv in
    let bend = 0.03 * ProceduralTexture.noise(uv * 6, period: 6, seed: 361)
    // Four times as long as wide; its end passes into its beginning, or stems would have a seam each metre.
    func furrows(_ v: Double) -> Double {
      ProceduralTexture.fractal(
        Vector2(fraction(uv.x + bend), fraction(v * 0.25)), cells: 20, octaves: 4, seed: 362)
    }
    let over = smoothstep(0.55, 1, uv.y)
    let ridges = furrows(uv.y) + (furrows(uv.y - 1) - furrows(uv.y)) * over
    let patches = ProceduralTexture.fractal(uv, cells: 4, octaves: 3, seed: 363) - 0.5
    return 0.5 + 0.32 * smoothstep(0.3, 0.7, ridges) + 0.16 * patches
  }
}
