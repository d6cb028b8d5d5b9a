import Assets
package import Imaging

/// Wooden floors: pieces cut from a figure, each from another place of another tree.
extension IndoorTexture {
  struct Maps {
    var colour: Texture
    var normals: Texture
    var roughness: Texture
  }

  /// Near white, to be tinted.
  static func floor(_ laying: FloorLaying, _ figure: WoodFigure) -> Maps {
    let name = "floor_\(laying.rawValue)_\(figure.rawValue)"
    return Maps(
      colour: painted.texture(name) { floorColour(name, laying, figure) },
      normals: painted.texture("floor_\(laying.rawValue)_normals") { floorNormals(laying) },
      roughness: woodRoughness)
  }

  /// Lacquer or oil that has been walked on: duller in soft patches, with fine strokes along the grain.
  package static let woodRoughness: Texture = {
    let (w, h) = (256, 256)
    let patches = TextureField.fractal(w, h, cells: (5, 5), octaves: 4, gain: 0.6, seed: 0x41)
    let strokes = TextureField.noise(w, h, cells: (10, 128), seed: 0x42)
    return TextureField(width: w, height: h) { _, _, i in 0.82 + 0.07 * patches[i] + 0.04 * strokes[i] }
      .roughness("wood_roughness")
  }()

  private static func floorColour(_ name: String, _ laying: FloorLaying, _ figure: WoodFigure) -> Texture {
    let side = 1024
    let grain = figure.grain
    let isLaminate = laying == .laminate
    let variety: Float = isLaminate ? 0.06 : 0.15
    let gap: Float = isLaminate ? 0.0008 : 0.0016
    return TextureField.texture(name, side, side) { x, y, _ in
      let p = laying.point((Float(x) + 0.5) / Float(side), (Float(y) + 0.5) / Float(side))
      let key = AssetVariation.mix(p.piece)
      func own(_ shift: UInt64) -> Float { Float(key >> shift & 0xffff) / 65536 }
      let tone = grain.nearest(p.along + own(0), p.across + own(16) * 5)
      let shade = own(32) - 0.5
      var c = figure.colour(tone * 0.85 + 0.04) * (0.94 + variety * shade)
      // Some pieces are redder, some greyer.
      let warm = (own(48) - 0.5) * (isLaminate ? 0.01 : 0.05)
      c += SIMD3(warm, 0, -warm) * c
      // The joint is dark in the middle; its bevelled edges are worn.
      c *= 1 - 0.62 * step(gap + 0.0014, gap * 0.4, p.edge)
      return SIMD4(c, 1)
    }
  }

  private static func floorNormals(_ laying: FloorLaying) -> Texture {
    let side = 1024
    let bevel: Float = laying == .laminate ? 0.0022 : 0.004
    let depth: Float = laying == .laminate ? 0.0004 : 0.0009
    return TextureField(width: side, height: side) { x, y, _ in
      let p = laying.point((Float(x) + 0.5) / Float(side), (Float(y) + 0.5) / Float(side))
      return -depth * step(bevel, 0, p.edge)
    }
    .normals("floor_\(laying.rawValue)_normals", span: laying.tile)
  }
}
