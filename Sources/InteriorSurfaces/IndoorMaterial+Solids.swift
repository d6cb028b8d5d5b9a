package import Assets
package import WorldModel

/// Wood, stone and metal. Wood: `woodTile`; stone: the tile says so.
extension IndoorMaterial {
  /// Wood of a figure in a colour, the grain along u; tile `woodTile`.
  package static func wood(_ figure: WoodFigure, _ colour: Colour, roughness: Float = 0.5) -> Material {
    let texture = figure.texture
    // The map of roughness takes a fifth away on average.
    return Material(
      name: "\(figure.rawValue)_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: texture),
      baseColorTexture: texture, roughness: min(1, roughness * 1.22),
      metallicRoughnessTexture: IndoorTexture.woodRoughness, normalTexture: WoodFigure.normals,
      normalScale: figure == .pine || figure == .cherry ? 0.5 : 1)
  }

  package static func oak(_ colour: Colour = Colour(0xc49a6a)) -> Material { wood(.oak, colour) }
  package static func ash(_ colour: Colour = Colour(0xdcc4a0)) -> Material { wood(.ash, colour) }
  package static func pine(_ colour: Colour = Colour(0xdfb67c)) -> Material { wood(.pine, colour) }
  package static func cherry(_ colour: Colour = Colour(0xa4623c)) -> Material { wood(.cherry, colour) }
  package static func walnut(_ colour: Colour = Colour(0x6f4c33)) -> Material { wood(.walnut, colour) }
  package static func rosewood(_ colour: Colour = Colour(0x54261a)) -> Material { wood(.rosewood, colour) }

  /// Paint on wood: the grain tells through the paint's surface; tile `woodTile`.
  package static func paintedWood(_ colour: Colour, roughness: Float = 0.45) -> Material {
    Material(
      name: "painted_wood_\(colour.hex)", baseColor: colour.linear, roughness: roughness * 1.22,
      metallicRoughnessTexture: IndoorTexture.woodRoughness, normalTexture: WoodFigure.normals)
  }

  /// Metres that one repeat of marble spans.
  package static let marbleTile = 1.6
  /// Polished marble; tile `marbleTile`.
  package static func marble(_ kind: Marble = .white, roughness: Float = 0.22) -> Material {
    Material(
      name: "marble_\(kind.rawValue)", baseColorTexture: kind.texture, roughness: roughness / 0.8,
      metallicRoughnessTexture: IndoorTexture.polish)
  }

  /// Metres that one repeat of granite and quartz spans.
  package static let worktopTile = 0.6
  /// Polished granite, speckled around a colour; tile `worktopTile`.
  package static func granite(_ colour: Colour) -> Material {
    let light = blend(colour, Colour(0xd8d2c8), 0.4)
    let dark = blend(colour, Colour(0x18181a), 0.6)
    return Material(
      name: "granite_\(colour.hex)", baseColorTexture: IndoorTexture.granite(colour, light, dark),
      roughness: 0.28, metallicRoughnessTexture: IndoorTexture.polish)
  }

  /// Engineered stone, fine and even; tile `worktopTile`.
  package static func quartz(_ colour: Colour) -> Material {
    Material(
      name: "quartz_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: IndoorTexture.quartz),
      baseColorTexture: IndoorTexture.quartz, roughness: 0.32,
      metallicRoughnessTexture: IndoorTexture.polish)
  }

  /// Metres that one repeat of terrazzo spans.
  package static let terrazzoTile = 0.8
  /// Chips in a binder, polished; tile `terrazzoTile`.
  package static func terrazzo(_ binder: Colour, chips: [Colour]? = nil) -> Material {
    let chips = chips ?? [0x8c6a52, 0x5a5b5c, 0xb9a58c, 0xe9e4da, 0x9aa39a].map(Colour.init)
    return Material(
      name: "terrazzo_\(binder.hex)", baseColorTexture: IndoorTexture.terrazzo(binder, chips),
      roughness: 0.36, metallicRoughnessTexture: IndoorTexture.polish)
  }

  /// Metres that one repeat of concrete spans.
  package static let concreteTile = 2.0
  /// Trowelled concrete, sealed; tile `concreteTile`.
  package static func concrete(_ colour: Colour = Colour(0x9c9a96), roughness: Float = 0.5) -> Material {
    Material(
      name: "concrete_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: IndoorTexture.concrete),
      baseColorTexture: IndoorTexture.concrete, roughness: min(1, roughness / 0.8),
      metallicRoughnessTexture: IndoorTexture.polish)
  }

  /// Metres that one repeat of brushed metal spans.
  package static let brushedTile = 0.4
  /// Metal brushed along u; tile `brushedTile`.
  package static func brushedMetal(_ finish: Palette.MetalFinish) -> Material {
    var metal = metal(finish)
    metal.name = "brushed_\(finish.rawValue)"
    metal.roughness = min(1, max(metal.roughness, 0.3) / 0.8)
    metal.metallicRoughnessTexture = IndoorTexture.brushed
    metal.normalTexture = IndoorTexture.brushedNormals
    return metal
  }

  /// Unglazed clay.
  package static func terracotta(_ colour: Colour = Colour(0xb5693f)) -> Material {
    Material(
      name: "terracotta_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: IndoorTexture.concrete),
      baseColorTexture: IndoorTexture.concrete, roughness: 0.85)
  }

  /// sRGB between two colours.
  package static func blend(_ a: Colour, _ b: Colour, _ t: Double) -> Colour {
    func mix(_ x: UInt8, _ y: UInt8) -> UInt8 {
      UInt8(max(0, min(255, Double(x) + (Double(y) - Double(x)) * t)))
    }
    return Colour(red: mix(a.red, b.red), green: mix(a.green, b.green), blue: mix(a.blue, b.blue))
  }
}
