package import Imaging
import VectorMath

/// Walls, roofs and timber. `…Tile` is the length in metres that one repeat stands for.
extension ProceduralTexture {
  package static let brickTile = 1.0
  /// Stretcher bond, four bricks long and fourteen courses high a metre; red to be tinted lightly.
  package static let brick: Texture = {
    var canvas = TextureCanvas(width: 512, height: 512, fill: Colour(0x8d5241))
    canvas.shade { uv in
      let (x, y) = (Int(uv.x * 512), Int(uv.y * 512))
      let row = Int(uv.y * 14)
      let shifted = uv.x * 4 + (row % 2 == 0 ? 0 : 0.5)
      let column = Int(shifted) % 4
      let (fx, fy) = (
        shifted.truncatingRemainder(dividingBy: 1), (uv.y * 14).truncatingRemainder(dividingBy: 1)
      )
      let rough = fractal(uv, cells: 24, octaves: 3, seed: 71) - 0.5
      let edge = min(min(fx, 1 - fx) * 3.5, min(fy, 1 - fy)) + rough * 0.06
      let one = AssetVariation.unit(UInt64(row * 4 + column) &+ 72)
      let burnt = AssetVariation.unit(UInt64(row * 4 + column) &+ 9072)
      var brick = mix(SIMD4(0.47, 0.25, 0.19, 1), SIMD4(0.64, 0.38, 0.29, 1), one)
      if burnt > 0.9 { brick = mix(brick, SIMD4(0.3, 0.19, 0.17, 1), 0.7) }
      let mortar = SIMD4<Float>(0.64, 0.61, 0.56, 1)
      let grime = fractal(uv, cells: 3, octaves: 3, seed: 73) - 0.5
      let tone = 1 + 0.2 * rough + 0.14 * grime + 0.07 * (grain(x, y, seed: 74) - 0.5)
      var out = mix(mortar, brick, smoothstep(0.07, 0.13, edge)) * Float(tone)
      out.w = 1
      return out
    }
    return canvas.texture("brick")
  }()

  package static let plasterTile = 3.0
  /// Painted render, near white, faintly stained.
  package static let plaster: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0xeeeeea))
    canvas.shade { uv in
      let stains = fractal(uv, cells: 3, octaves: 4, seed: 81) - 0.5
      let stipple = fractal(uv, cells: 64, octaves: 2, seed: 82) - 0.5
      return grey(0.9 + 0.09 * stains + 0.06 * stipple)
    }
    return canvas.texture("plaster")
  }()

  package static let roofTilesTile = 1.5
  /// Overlapping clay tiles, six across and five rows up.
  package static let roofTiles: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0x8c4a36))
    canvas.shade { uv in
      let row = Int(uv.y * 5)
      let shifted = uv.x * 6 + (row % 2 == 0 ? 0 : 0.5)
      let (fx, fy) = (
        shifted.truncatingRemainder(dividingBy: 1), (uv.y * 5).truncatingRemainder(dividingBy: 1)
      )
      let one = AssetVariation.unit(UInt64(row * 8 + Int(shifted) % 6) &+ 91)
      let base = mix(SIMD4(0.5, 0.26, 0.19, 1), SIMD4(0.63, 0.36, 0.27, 1), one)
      // Each row's lower edge lies over the next and throws a shadow on it.
      let shadow = 0.5 * smoothstep(0.16, 0, fy) + 0.3 * smoothstep(0.08, 0, min(fx, 1 - fx))
      let round = 0.1 * (1 - (2 * fx - 1) * (2 * fx - 1))
      let moss = fractal(uv, cells: 4, octaves: 4, seed: 92) - 0.5
      var out = base * Float(0.92 + round - shadow + 0.16 * moss)
      out.w = 1
      return out
    }
    return canvas.texture("roof_tiles")
  }()

  package static let woodTile = 1.0
  /// Planed boards along u, eight a repeat; near grey-brown, to be tinted.
  package static let wood: Texture = {
    var canvas = TextureCanvas(width: 256, height: 256, fill: Colour(0xc0a888))
    canvas.shade { uv in
      let board = Int(uv.y * 8)
      let fy = (uv.y * 8).truncatingRemainder(dividingBy: 1)
      let drift = noise(Vector2(uv.x * 4, Double(board)), period: 8, seed: 101)
      let rings = fractal(Vector2(uv.x, uv.y * 6 + drift * 0.3), cells: 8, octaves: 3, seed: 102)
      let tone = AssetVariation.unit(UInt64(board) &+ 103) - 0.5
      let gap = smoothstep(0.05, 0.02, min(fy, 1 - fy))
      let v = 0.78 + 0.1 * tone + 0.28 * (rings - 0.5) - 0.45 * gap
      return SIMD4(Float(v), Float(v * 0.86), Float(v * 0.7), 1)
    }
    return canvas.texture("wood")
  }()

  /// A facade of `floors` × `bays` windows seen from afar, one repeat for the whole wall: its colours, and
  /// what shines at night (`litShare` of the windows).
  package static func facade(
    floors: Int, bays: Int, wall: Colour, litShare: Double, seed: UInt64
  ) -> (colour: Texture, emissive: Texture) {
    var canvas = TextureCanvas(width: 512, height: 512, fill: wall)
    var light = TextureCanvas(width: 512, height: 512, fill: Colour(0x000000))
    let chance = AssetVariation(seed: seed)
    canvas.shade { uv in
      let stain = fractal(uv, cells: 6, octaves: 4, seed: seed &+ 111) - 0.5
      var out = wall.encoded * Float(1 + 0.12 * stain)
      out.w = 1
      return out
    }
    let (w, h) = (1 / Double(max(1, bays)), 1 / Double(max(1, floors)))
    for floor in 0..<max(1, floors) {
      canvas.fillRectangle(
        Vector2(0, Double(floor) * h), Vector2(1, Double(floor) * h + 0.06 * h), Colour(0x8c8a86))
      for bay in 0..<max(1, bays) {
        let i = floor * bays + bay
        let a = Vector2((Double(bay) + 0.2) * w, (Double(floor) + 0.22) * h)
        let b = Vector2((Double(bay) + 0.8) * w, (Double(floor) + 0.82) * h)
        canvas.fillRectangle(
          a - Vector2(0.03 * w, 0.03 * h), b + Vector2(0.03 * w, 0.05 * h), Colour(0xd8d6d0))
        let tone = chance.unit("pane", i)
        let isLit = chance.unit("lit", i) < litShare
        canvas.fillRectangle(
          a, b, Colour(red: UInt8(34 + tone * 40), green: UInt8(44 + tone * 46), blue: UInt8(54 + tone * 50)))
        // A curtain or blind part of the way.
        if chance.unit("blind", i) < 0.45 {
          let drop = chance.number("drop", i, in: 0.15...0.6)
          canvas.fillRectangle(a, Vector2(b.x, a.y + (b.y - a.y) * drop), Colour(0xb9b3a6))
        }
        if isLit {
          light.fillRectangle(
            a, b, Colour(red: 255, green: UInt8(205 + tone * 40), blue: UInt8(140 + tone * 70)))
        }
        for f in [0.0, 0.5, 1.0] {
          let x = a.x + (b.x - a.x) * f
          canvas.fillRectangle(Vector2(x - 0.012 * w, a.y), Vector2(x + 0.012 * w, b.y), Colour(0xe4e2dc))
        }
      }
    }
    let name = "facade_\(floors)x\(bays)_\(seed)"
    return (canvas.texture(name), light.texture(name + "_light"))
  }
}
