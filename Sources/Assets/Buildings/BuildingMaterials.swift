package import WorldModel

/// The materials that buildings share.
package enum BuildingMaterials {
  package static func brick(_ tint: Colour = Colour(0xffffff)) -> Material {
    Material(
      name: "brick", baseColor: tint.linear, baseColorTexture: ProceduralTexture.brick, roughness: 0.95)
  }
  package static func plaster(_ tint: Colour) -> Material {
    Material(
      name: "plaster", baseColor: tint.linear, baseColorTexture: ProceduralTexture.plaster, roughness: 0.95)
  }
  package static func roofTiles(_ tint: Colour = Colour(0xffffff)) -> Material {
    Material(
      name: "roof_tiles", baseColor: tint.linear, baseColorTexture: ProceduralTexture.roofTiles,
      roughness: 0.9)
  }
  package static let frame = Material(name: "frame", baseColor: Colour(0xeeece6).linear, roughness: 0.5)
  package static let glass = Material(name: "glass", baseColor: Colour(0x5a6670).linear, roughness: 0.08)
  package static let litGlass = Material(
    name: "lit_glass", baseColor: Colour(0xf2d9a8).linear, roughness: 0.2,
    emissive: Colour(0xe8b870).linearRGB)
  package static let stone = Material(
    name: "stone", baseColor: Colour(0xd9d2c4).linear, baseColorTexture: ProceduralTexture.concrete,
    roughness: 0.95)
  package static let metal = Material(
    name: "metal", baseColor: Colour(0x5d6266).linear, metallic: 0.3, roughness: 0.5)
  package static let flatRoof = Material(
    name: "flat_roof", baseColor: Colour(0x8a8a88).linear, baseColorTexture: ProceduralTexture.concrete,
    roughness: 1)
}
