import Assets
import Imaging

/// Ceramic tiles in grout.
extension IndoorTexture {
  /// What a tile shows within its edges.
  enum TileFace: String, Sendable {
    /// One glaze, a little uneven.
    case glaze
    /// Stone-like clouds.
    case stone
    /// Veins of marble.
    case marble
    /// Each of another tone of the colour.
    case varied
  }

  static func tiles(_ laying: TileLaying, _ face: TileFace, _ colour: Colour, grout: Colour) -> Maps {
    let key = "tiles_\(laying.name)_\(face.rawValue)_\(colour.hex)_\(grout.hex)"
    let plain = "tiles_\(laying.name)"
    return Maps(
      colour: painted.texture(key) { tileColour(key, laying, face, rgb(colour), rgb(grout)) },
      normals: painted.texture(plain + "_normals") { tileNormals(laying) },
      roughness: painted.texture(plain + "_roughness") { tileRoughness(laying) })
  }

  private static func side(_ laying: TileLaying) -> Int { laying.tile > 0.9 ? 1024 : 512 }

  private static func each(
    _ laying: TileLaying, _ side: Int, _ x: Int, _ y: Int
  ) -> TileLaying.Point {
    laying.point((Float(x) + 0.5) / Float(side), (Float(y) + 0.5) / Float(side))
  }

  private static func tileColour(
    _ name: String, _ laying: TileLaying, _ face: TileFace, _ colour: SIMD3<Float>, _ grout: SIMD3<Float>
  ) -> Texture {
    let side = side(laying)
    let cloud = face == .marble ? Marble.white.tone : stoneClouds
    let fine = TextureField.grain(side, side, seed: 0x51)
    let variety: Float = face == .varied ? 0.22 : 0.025
    return TextureField.texture(name, side, side) { x, y, i in
      let p = each(laying, side, x, y)
      let key = AssetVariation.mix(UInt64(p.index) &+ 500)
      func own(_ shift: UInt64) -> Float { Float(key >> shift & 0xffff) / 65536 }
      var c = colour * (1 + variety * (own(0) - 0.5))
      if face != .glaze {
        // Each tile shows another place of the stone.
        let (u, v) = (Float(x) / Float(side) + own(16), Float(y) / Float(side) + own(32))
        let tone = cloud.at(u, v)
        let depth: Float = face == .stone ? 0.07 : 0.04
        let shade: Float = face == .marble ? 1 - 0.42 * tone : 1 + depth * (tone - 0.5) * 2
        c *= shade
        if face == .stone { c *= 1 + 0.03 * fine[i] }
      }
      // The glaze thins at the edge.
      c *= 1 - 0.06 * step(0.004, 0, p.edge)
      let joint = grout * (1 + 0.1 * fine[i])
      let pixel = Float(laying.tile) / Float(side)
      return SIMD4(joint + (c - joint) * step(-0.5 * pixel, 0.5 * pixel, p.edge), 1)
    }
  }

  private static func tileNormals(_ laying: TileLaying) -> Texture {
    let side = side(laying)
    let bevel: Float = laying.name == "subway" ? 0.009 : 0.003
    let height: Float = laying.name == "subway" ? 0.0022 : 0.0012
    let waves = TextureField.noise(side, side, cells: (24, 24), seed: 0x52)
    return TextureField(width: side, height: side) { x, y, i in
      let p = each(laying, side, x, y)
      let key = AssetVariation.mix(UInt64(p.index) &+ 900)
      // No tile lies quite in the plane of its neighbours, and no glaze is quite flat.
      let tilt = Float(key & 0xffff) / 65536 - 0.5
      let lean = Float(key >> 16 & 0xffff) / 65536 - 0.5
      let top = 0.0003 * (tilt * p.x + lean * p.y) + 0.00004 * waves[i]
      return (height + top) * step(-0.0012, bevel, p.edge)
    }
    .normals("tiles_\(laying.name)_normals", span: Float(laying.tile))
  }

  private static func tileRoughness(_ laying: TileLaying) -> Texture {
    let side = 512
    let smear = TextureField.fractal(side, side, cells: (6, 6), octaves: 4, seed: 0x53)
    return TextureField(width: side, height: side) { x, y, i in
      let p = each(laying, side, x, y)
      return 0.95 - (0.6 - 0.05 * smear[i]) * step(-0.0006, 0.0006, p.edge)
    }
    .roughness("tiles_\(laying.name)_roughness")
  }
}
