package import WorldModel

/// The materials that street furniture shares.
package enum StreetMaterials {
  package static let galvanised = Material(
    name: "galvanised", baseColor: Colour(0x9a9ea1).linear, metallic: 0.6, roughness: 0.5)
  package static let darkMetal = Material(
    name: "dark_metal", baseColor: Colour(0x2c3033).linear, metallic: 0.3, roughness: 0.5)
  package static let concrete = Material(
    name: "concrete", baseColor: Colour(0xd8d5cd).linear, baseColorTexture: ProceduralTexture.concrete,
    roughness: 0.95)
  package static let wood = Material(
    name: "wood", baseColor: Colour(0xb98a5c).linear, baseColorTexture: ProceduralTexture.wood, roughness: 0.7
  )
  package static let orange = Material(name: "orange", baseColor: Colour(0xe2541b).linear, roughness: 0.6)
  package static let reflective = Material(
    name: "reflective", baseColor: Colour(0xf0f0ee).linear, roughness: 0.4)
}
