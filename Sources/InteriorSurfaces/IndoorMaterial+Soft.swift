package import Assets
package import WorldModel

/// Cloth, hides, carpets and weaves. Cloth: tile `fabricTile`.
extension IndoorMaterial {
  /// Cloth of a weave; tile `fabricTile`.
  package static func cloth(_ weave: Weave, _ colour: Colour) -> Material {
    let texture = weave.texture
    return Material(
      name: "\(weave.rawValue)_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: texture),
      baseColorTexture: texture, roughness: weave == .velvet ? 0.75 : 0.95, normalTexture: weave.normals)
  }

  package static func linen(_ colour: Colour) -> Material { cloth(.linen, colour) }
  package static func twill(_ colour: Colour) -> Material { cloth(.twill, colour) }
  package static func boucle(_ colour: Colour) -> Material { cloth(.boucle, colour) }
  package static func velvet(_ colour: Colour) -> Material { cloth(.velvet, colour) }
  package static func corduroy(_ colour: Colour) -> Material { cloth(.corduroy, colour) }
  package static func knit(_ colour: Colour) -> Material { cloth(.knit, colour) }
  package static func terry(_ colour: Colour) -> Material { cloth(.terry, colour) }
  package static func cotton(_ colour: Colour) -> Material { cloth(.cotton, colour) }

  /// Brushed hide; tile `leatherTile`.
  package static func suede(_ colour: Colour) -> Material {
    Material(
      name: "suede_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: IndoorTexture.suede),
      baseColorTexture: IndoorTexture.suede, roughness: 0.92)
  }

  /// Metres that one repeat of carpet spans.
  package static let carpetTile = 1.0
  /// Loop pile, or cut pile; tile `carpetTile`.
  package static func carpet(_ colour: Colour, isLoop: Bool = false) -> Material {
    let maps = IndoorTexture.carpet(isLoop: isLoop)
    return Material(
      name: "carpet_\(isLoop ? "loop" : "cut")_\(colour.hex)",
      baseColor: IndoorTexture.tint(colour, over: maps.colour), baseColorTexture: maps.colour, roughness: 1,
      normalTexture: maps.normals)
  }

  /// Metres that one repeat of cane spans.
  package static let caneTile = 0.1
  /// Woven cane with open eyes: a cut-out, seen from both sides; tile `caneTile`.
  package static func cane(_ colour: Colour = Colour(0xd2ab74)) -> Material {
    Material(
      name: "cane_\(colour.hex)", baseColor: colour.linear, baseColorTexture: IndoorTexture.cane,
      roughness: 0.6, alpha: .mask(cutoff: 0.5), isDoubleSided: true)
  }

  /// Metres that one repeat of wicker spans.
  package static let rattanTile = 0.2
  /// Wicker; tile `rattanTile`.
  package static func rattan(_ colour: Colour = Colour(0xb88a55)) -> Material {
    Material(
      name: "rattan_\(colour.hex)", baseColor: IndoorTexture.tint(colour, over: IndoorTexture.rattan),
      baseColorTexture: IndoorTexture.rattan, roughness: 0.62, normalTexture: IndoorTexture.rattanNormals)
  }
}
