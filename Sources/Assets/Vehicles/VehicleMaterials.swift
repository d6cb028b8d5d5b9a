package import WorldModel

/// The materials that vehicles share.
package enum VehicleMaterials {
  /// Car paint: a clear coat over colour.
  package static func paint(_ colour: Colour) -> Material {
    Material(name: "paint", baseColor: colour.linear, metallic: 0.1, roughness: 0.28)
  }
  /// Tinted glass, opaque: what is behind it is not modelled.
  package static let glass = Material(name: "glass", baseColor: Colour(0x1a2024).linear, roughness: 0.06)
  /// Black plastic: grilles, sills, pillars.
  package static let trim = Material(name: "trim", baseColor: Colour(0x202124).linear, roughness: 0.55)
  /// Gaps between panels, wheel wells, the underside.
  package static let shadow = Material(name: "underbody", baseColor: Colour(0x121212).linear, roughness: 0.95)
  package static let rubber = Material(
    name: "rubber", baseColorTexture: ProceduralTexture.tyre, roughness: 0.9)
  package static let alloy = Material(
    name: "alloy", baseColor: Colour(0xb4b6ba).linear, metallic: 0.75, roughness: 0.35)
  package static let steel = Material(
    name: "steel", baseColor: Colour(0x8b8f94).linear, metallic: 0.8, roughness: 0.4)
  package static let chrome = Material(
    name: "chrome", baseColor: Colour(0xdfe2e6).linear, metallic: 1, roughness: 0.12)
  package static let headlamp = Material(
    name: "headlamp", baseColor: Colour(0xdfe6ea).linear, metallic: 0.2, roughness: 0.08,
    emissive: Colour(0x3c3e40).linearRGB)
  package static let tailLamp = Material(
    name: "tail_lamp", baseColor: Colour(0xa80f14).linear, roughness: 0.12,
    emissive: Colour(0x400204).linearRGB)
  package static let indicator = Material(
    name: "indicator", baseColor: Colour(0xe68a1c).linear, roughness: 0.15,
    emissive: Colour(0x301804).linearRGB)
  package static let mirror = Material(
    name: "mirror_glass", baseColor: Colour(0xc8d0d8).linear, metallic: 1, roughness: 0.04)
}
