import Assets
import Imaging
import WorldModel

/// A material and the metres that one repeat of its texture spans.
struct Surfacing: Sendable {
  var material: Material
  var tile: Double

  init(_ material: Material, tile: Double = 1) {
    self.material = material
    self.tile = tile
  }

  private init(
    _ name: String, _ tint: Colour, _ texture: Texture?, _ tile: Double, roughness: Float = 0.92,
    metallic: Float = 0
  ) {
    material = Material(
      name: "\(name)_\(tint.hex)", baseColor: tint.linear, baseColorTexture: texture, metallic: metallic,
      roughness: roughness)
    self.tile = tile
  }

  static func plaster(_ tint: Colour) -> Surfacing {
    Surfacing("plaster", tint, ProceduralTexture.plaster, ProceduralTexture.plasterTile)
  }
  static func brick(_ tint: Colour) -> Surfacing {
    Surfacing("brick", tint, ProceduralTexture.brick, ProceduralTexture.brickTile)
  }
  static func concrete(_ tint: Colour) -> Surfacing {
    Surfacing("concrete", tint, ProceduralTexture.concrete, ProceduralTexture.concreteTile)
  }
  /// Squared stone with joints.
  static func ashlar(_ tint: Colour) -> Surfacing {
    Surfacing("ashlar", tint, StreetTexture.ashlar, StreetTexture.ashlarTile)
  }
  /// Small glazed tiles.
  static func mosaic(_ tint: Colour) -> Surfacing {
    Surfacing("mosaic", tint, StreetTexture.mosaic, StreetTexture.mosaicTile, roughness: 0.45)
  }
  /// Overlapping boards.
  static func weatherboard(_ tint: Colour) -> Surfacing {
    Surfacing(
      "weatherboard", tint, StreetTexture.weatherboard, StreetTexture.weatherboardTile, roughness: 0.7)
  }
  /// Metal sheets with ribs that run up.
  static func sheeting(_ tint: Colour) -> Surfacing {
    Surfacing(
      "sheeting", tint, StreetTexture.sheeting, StreetTexture.sheetingTile, roughness: 0.5, metallic: 0.2)
  }
  static func roofTiles(_ tint: Colour) -> Surfacing {
    Surfacing("roof_tiles", tint, ProceduralTexture.roofTiles, ProceduralTexture.roofTilesTile)
  }
  static func slate(_ tint: Colour) -> Surfacing {
    Surfacing("slate", tint, StreetTexture.slate, StreetTexture.slateTile, roughness: 0.7)
  }
  static func wood(_ tint: Colour) -> Surfacing {
    Surfacing("wood", tint, ProceduralTexture.wood, ProceduralTexture.woodTile, roughness: 0.8)
  }
  /// Furrowed bark; it runs up.
  static func bark(_ tint: Colour) -> Surfacing {
    Surfacing("bark", tint, StreetTexture.bark, StreetTexture.barkTile, roughness: 0.95)
  }
  static func paint(_ tint: Colour, roughness: Float = 0.5) -> Surfacing {
    Surfacing("lacquer", tint, nil, 1, roughness: roughness)
  }
  static func metal(_ tint: Colour) -> Surfacing {
    Surfacing("metal", tint, nil, 1, roughness: 0.45, metallic: 0.4)
  }
  static let paving = Surfacing(
    "paving", Colour(0xffffff), ProceduralTexture.paving, ProceduralTexture.pavingTile)

  /// What is seen through windows, with the sky's mirror image on it.
  static let panes = Surfacing(
    Material(name: "panes", baseColorTexture: StreetTexture.rooms, roughness: 0.06))
  static let litPanes = Surfacing(
    Material(
      name: "lit_panes", baseColorTexture: StreetTexture.rooms, roughness: 0.08,
      emissive: Colour(0xffd79a).linearRGB * 0.8, emissiveTexture: StreetTexture.rooms))
  static let displays = Surfacing(
    Material(
      name: "displays", baseColorTexture: StreetTexture.displays, roughness: 0.07,
      emissive: Colour(0xffffff).linearRGB * 0.16, emissiveTexture: StreetTexture.displays))
  /// Tinted glass of curtain walls.
  static func glass(_ tint: Colour) -> Surfacing {
    Surfacing("glass", tint, nil, 1, roughness: 0.07, metallic: 0.35)
  }

  func index(in asset: inout AssetBuilder) -> Int { asset.material(material, tile: tile) }
}
