package import Assets
package import WorldModel

/// The materials that vehicles share.
package enum VehicleMaterials {
  /// Car paint: a clear coat over colour.
  package static func paint(_ colour: Colour) -> Material {
    var paint = Material(name: "paint", baseColor: colour.linear, metallic: 0.1, roughness: 0.24)
    paint.clearcoat = 1
    return paint
  }
  /// Coachwork in a second colour, of a livery.
  package static func livery(_ name: String, _ colour: Colour) -> Material {
    Material(name: "livery_\(name)", baseColor: colour.linear, roughness: 0.3)
  }
  /// Tinted glass: solid for labels (its alpha is above one half), to be seen through a little.
  package static let glass: Material = {
    var tint = Colour(0x11171a).linear
    tint.w = 0.55
    return Material(name: "glass", baseColor: tint, roughness: 0.06, alpha: .blend)
  }()
  /// Black plastic: grilles, sills, pillars.
  package static let trim = Material(name: "trim", baseColor: Colour(0x1e1f21).linear, roughness: 0.5)
  /// High-gloss black: pillars between panes, roofs in another colour.
  package static let gloss = Material(
    name: "gloss_black", baseColor: Colour(0x0e0f10).linear, roughness: 0.15)
  /// Gaps between panels.
  package static let gap = Material(name: "gap", baseColor: Colour(0x0b0b0c).linear, roughness: 0.9)
  /// Wheel wells, the underside.
  package static let shadow = Material(name: "underbody", baseColor: Colour(0x0e0e0e).linear, roughness: 0.95)
  package static let rubber = Material(
    name: "rubber", baseColorTexture: ProceduralTexture.tyre, roughness: 0.9)
  package static let alloy = Material(
    name: "alloy", baseColor: Colour(0xb4b6ba).linear, metallic: 0.75, roughness: 0.32)
  package static let steel = Material(
    name: "steel", baseColor: Colour(0x8b8f94).linear, metallic: 0.8, roughness: 0.4)
  package static let chrome = Material(
    name: "chrome", baseColor: Colour(0xdfe2e6).linear, metallic: 1, roughness: 0.1)
  /// The brake disc behind the spokes.
  package static let disc = Material(
    name: "brake_disc", baseColor: Colour(0x6a6c6e).linear, metallic: 0.8, roughness: 0.45)
  package static let mirror = Material(
    name: "mirror_glass", baseColor: Colour(0xc8d0d8).linear, metallic: 1, roughness: 0.04)
  /// Amber reflectors along the sides.
  package static let marker = Material(
    name: "side_marker", baseColor: Colour(0xc8741c).linear, roughness: 0.2)
  /// Seats, dashboard, lining.
  package static let seat = Material(name: "seat", baseColor: Colour(0x6a6660).linear, roughness: 0.85)
  package static let dashboard = Material(
    name: "dashboard", baseColor: Colour(0x3a3a3c).linear, roughness: 0.8)
  package static let lining = Material(name: "lining", baseColor: Colour(0x9a9894).linear, roughness: 0.9)
  /// Retroreflective sheeting: chequers and bars on emergency vehicles and lorries.
  package static let reflectiveYellow = Material(
    name: "reflective_yellow", baseColor: Colour(0xd8e02a).linear, roughness: 0.35)
  package static let reflectiveRed = Material(
    name: "reflective_red", baseColor: Colour(0xb8161c).linear, roughness: 0.35)
}
