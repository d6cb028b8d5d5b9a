package import Imaging
import VectorMath

/// Grounds. `…Tile` is the length in metres that one repeat stands for.
extension ProceduralTexture {
  package static let asphaltTile = 3.0
  /// Worn asphalt: stones in dark binder, faint patches.
  package static let asphalt: Texture = {
    var canvas = TextureCanvas(width: 512, height: 512, fill: Colour(0x505254))
    canvas.shade { uv in
      let (x, y) = (Int(uv.x * 512), Int(uv.y * 512))
      let patches = fractal(uv, cells: 3, octaves: 3, seed: 21) - 0.5
      let stones = noise(uv * 170, period: 170, seed: 22)
      let fine = grain(x, y, seed: 23) - 0.5
      let bright = smoothstep(0.72, 0.92, stones) * 0.12 - smoothstep(0.35, 0.1, stones) * 0.07
      let v = 0.335 + 0.09 * patches + bright + 0.075 * fine
      return SIMD4(Float(v * 1.0), Float(v * 1.0), Float(v * 1.015), 1)
    }
    // A few hairline cracks, each closed over the edge by drawing its copies.
    let chance = AssetVariation(seed: 24)
    for i in 0..<3 {
      var p = Vector2(chance.unit("crack x", i), chance.unit("crack y", i))
      var heading = chance.number("crack heading", i, in: 0...6.28)
      var path = [p]
      for k in 0..<14 {
        heading += chance.number("crack turn", i * 20 + k, in: -0.6...0.6)
        let (s, c) = DeterministicMath.sincos(heading)
        p += Vector2(c, s) * 0.018
        path.append(p)
      }
      canvas.strokeTiled(path, width: 0.0028, Colour(0x3b3c3e))
    }
    return canvas.texture("asphalt")
  }()

  package static let pavingTile = 2.0
  /// Concrete slabs of half a metre, laid in rows.
  package static let paving: Texture = {
    var canvas = TextureCanvas(width: 512, height: 512, fill: Colour(0xa09c94))
    canvas.shade { uv in
      let (x, y) = (Int(uv.x * 512), Int(uv.y * 512))
      let row = Int(uv.y * 4)
      let column = Int((uv.x * 4 + (row % 2 == 0 ? 0 : 0.5)).truncatingRemainder(dividingBy: 4))
      let fx = (uv.x * 4 + (row % 2 == 0 ? 0 : 0.5)).truncatingRemainder(dividingBy: 1)
      let fy = (uv.y * 4).truncatingRemainder(dividingBy: 1)
      let edge = min(min(fx, 1 - fx), min(fy, 1 - fy))
      let slab = AssetVariation.unit(UInt64(row * 8 + column) &+ 31) - 0.5
      let dirt = fractal(uv, cells: 5, octaves: 4, seed: 32) - 0.5
      let fine = grain(x, y, seed: 33) - 0.5
      var v = 0.62 + 0.06 * slab + 0.12 * dirt + 0.05 * fine
      v -= 0.26 * smoothstep(0.016, 0.006, edge)
      return SIMD4(Float(v * 1.0), Float(v * 0.985), Float(v * 0.955), 1)
    }
    return canvas.texture("paving")
  }()

  package static let concreteTile = 2.5
  /// Cast concrete: kerbs, barriers, walls. Near grey.
  package static let concrete: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0xa8a6a1))
    canvas.shade { uv in
      let (x, y) = (Int(uv.x * 256), Int(uv.y * 256))
      let clouds = fractal(uv, cells: 4, octaves: 4, seed: 41) - 0.5
      let pores = smoothstep(0.86, 0.95, noise(uv * 60, period: 60, seed: 42))
      return grey(0.66 + 0.16 * clouds - 0.12 * pores + 0.04 * (grain(x, y, seed: 43) - 0.5))
    }
    return canvas.texture("concrete")
  }()

  package static let grassTile = 2.0
  /// A mown lawn with single blades and drier spots.
  package static let grass: Texture = {
    var canvas = TextureCanvas(width: 512, height: 512, fill: Colour(0x47602c))
    canvas.shade { uv in
      let spots = fractal(uv, cells: 4, octaves: 4, seed: 51)
      let dark = SIMD4<Float>(0.2, 0.28, 0.11, 1)
      let light = SIMD4<Float>(0.36, 0.44, 0.2, 1)
      let fine = grain(Int(uv.x * 512), Int(uv.y * 512), seed: 52)
      return mix(dark, light, spots * 0.8 + fine * 0.35)
    }
    let chance = AssetVariation(seed: 53)
    for i in 0..<5200 {
      let p = Vector2(chance.unit("blade x", i), chance.unit("blade y", i))
      let (s, c) = DeterministicMath.sincos(chance.number("blade heading", i, in: 0...6.28))
      let bend = chance.number("blade bend", i, in: -0.4...0.4)
      let l = chance.number("blade length", i, in: 0.008...0.02)
      let tone = chance.unit("blade tone", i)
      let dry = smoothstep(0.5, 0.75, fractal(p, cells: 4, octaves: 3, seed: 51)) * 40
      let colour = Colour(
        red: UInt8(58 + tone * 66 + dry), green: UInt8(84 + tone * 72 + dry * 0.4),
        blue: UInt8(30 + tone * 34))
      canvas.strokeTiled(
        [p, p + Vector2(c, s) * (l * 0.5), p + Vector2(c - s * bend, s + c * bend) * l], width: 0.0036, colour
      )
    }
    return canvas.texture("grass")
  }()

  package static let soilTile = 2.0
  /// Bare earth with pebbles.
  package static let soil: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0x6b5a45))
    canvas.shade { uv in
      let clouds = fractal(uv, cells: 5, octaves: 5, seed: 61)
      let pebbles = smoothstep(0.74, 0.86, noise(uv * 44, period: 44, seed: 62))
      let base = mix(SIMD4(0.31, 0.25, 0.18, 1), SIMD4(0.5, 0.42, 0.32, 1), clouds)
      return mix(base, SIMD4(0.56, 0.53, 0.48, 1), pebbles * 0.7)
    }
    return canvas.texture("soil")
  }()
}

extension TextureCanvas {
  /// A stroke that goes on at the opposite edge, so that the picture tiles.
  mutating func strokeTiled(_ path: [Vector2], width: Double, _ colour: Colour) {
    var low = Vector2(repeating: .infinity)
    var high = Vector2(repeating: -.infinity)
    for p in path {
      low = Vector2(min(low.x, p.x), min(low.y, p.y))
      high = Vector2(max(high.x, p.x), max(high.y, p.y))
    }
    for dx in [-1.0, 0, 1] where high.x + dx > -width && low.x + dx < 1 + width {
      for dy in [-1.0, 0, 1] where high.y + dy > -width && low.y + dy < 1 + width {
        stroke(path.map { $0 + Vector2(dx, dy) }, width: width, colour)
      }
    }
  }
}
