import Assets
import InteriorSurfaces
import WorldModel

/// The glazes of one home's crockery.
enum Crockery {
  /// White, cream, and the room's accents; speckled stoneware among them.
  static func glaze(_ look: Look, _ index: Int = 0) -> Material {
    let p = look.palette
    let colours = [
      Colour(0xf5f4f0), Colour(0xf5f4f0), Colour(0xe9e0cf), p.accent(0), Colour(0x3c444b), p.accent(1),
      Colour(0xa9b8b0),
    ]
    return IndoorMaterial.ceramic(colours[look.variation.choice("glaze", index, of: colours.count)])
  }

  /// Plates are calmer than mugs.
  static func plain(_ look: Look) -> Material {
    let colours = [Colour(0xf6f5f1), Colour(0xf6f5f1), Colour(0xe8dfcf), Colour(0x4a5358), Colour(0xb9c4bd)]
    return IndoorMaterial.ceramic(colours[look.variation.choice("plain glaze", of: colours.count)])
  }

  /// Cutlery, pans: steel unless the room is of brass or black.
  static func steel(_ look: Look) -> Material {
    switch look.palette.metal {
    case .brass, .blackened:
      look.variation.unit("bright") < 0.5
        ? IndoorMaterial.metal(look.palette.metal) : IndoorMaterial.metal(.steel)
    default: IndoorMaterial.metal(.steel)
    }
  }

  /// Where clear glass is thick or ends: bright and solid.
  static let glassEdge = Material(
    name: "glass_edge", baseColor: Colour(0xcfdadb).linear, roughness: 0.05)
  static let coffee = Material(
    name: "coffee", baseColor: Colour(0x3a2112).linear, roughness: 0.08)
  static let tea = Material(name: "tea", baseColor: Colour(0x8a4a1c).linear, roughness: 0.08)
}
