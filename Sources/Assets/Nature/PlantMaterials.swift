package import WorldModel

/// The materials that plants share.
package enum PlantMaterials {
  package static let bark = Material(name: "bark", baseColorTexture: ProceduralTexture.bark, roughness: 0.95)

  /// Leaf sprays, cut out, seen from both sides; the texture times a tint.
  package static func leaves(_ tint: Colour) -> Material {
    Material(
      name: "leaves", baseColor: tint.linear, baseColorTexture: ProceduralTexture.leaves, roughness: 0.75,
      alpha: .mask(cutoff: 0.5),
      isDoubleSided: true)
  }

  package static func needles(_ tint: Colour) -> Material {
    Material(
      name: "needles", baseColor: tint.linear, baseColorTexture: ProceduralTexture.needles, roughness: 0.8,
      alpha: .mask(cutoff: 0.5),
      isDoubleSided: true)
  }
}
