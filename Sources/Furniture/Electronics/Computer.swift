import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// The case of a desktop computer: a tower with a plain front, or one with fans behind glass.
package struct Computer: FurnitureAsset {
  package static let assetName = "computer"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "computer", mainPart: "case")
    let v = look.variation
    let (d, w, h) = (
      v.number("depth", in: 0.38...0.46), v.number("width", in: 0.17...0.215),
      v.number("height", in: 0.36...0.47)
    )
    let isLight = v.choice("light", of: 3) == 0
    let shell = asset.material(IndoorMaterial.plastic(isLight ? Colour(0xdedfde) : Colour(0x232426)))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x101112), roughness: 0.6))
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let foot = 0.018
    asset.add(
      .box(from: Vector3(-d / 2, -w / 2, foot), to: Vector3(d / 2 - 0.03, w / 2, h), bevel: 0.003),
      material: shell)
    asset.add(
      FixtureShape.plate(
        from: Vector3(d / 2 - 0.029, -w / 2, foot), to: Vector3(d / 2, w / 2, h), radius: 0.008, edge: 0.006),
      material: shell, part: "front")
    for x in [-d / 2 + 0.05, d / 2 - 0.08] {
      for s in [-1.0, 1] {
        asset.add(
          .cylinder(
            from: Vector3(x, s * (w / 2 - 0.03), 0), to: Vector3(x, s * (w / 2 - 0.03), foot + 0.002),
            radius: 0.016, sides: 14),
          material: dark, part: "foot")
      }
    }
    let face = d / 2
    if v.choice("front", of: 2) == 0 {
      // Slots for air, a drive, a button.
      for k in 0..<9 {
        let z = foot + 0.04 + 0.014 * Double(k)
        asset.add(
          .box(from: Vector3(face - 0.002, -w * 0.36, z), to: Vector3(face + 0.0006, w * 0.36, z + 0.006)),
          material: dark, part: "vent")
      }
      asset.add(
        .box(
          from: Vector3(face - 0.004, -0.074, h - 0.09), to: Vector3(face + 0.002, 0.074, h - 0.05),
          bevel: 0.002), material: shell,
        part: "drive")
      asset.add(
        .box(from: Vector3(face, -0.065, h - 0.073), to: Vector3(face + 0.0026, 0.065, h - 0.0705)),
        material: dark, part: "drive")
    } else {
      // Two fans behind a grille.
      let glow = asset.material(IndoorMaterial.glow(look.palette.accent(0)))
      for k in 0..<2 {
        let z = foot + (h - foot) * (0.3 + 0.4 * Double(k))
        let r = min(w * 0.42, 0.07)
        asset.add(
          FixtureShape.forward(
            .lathe(
              [Vector2(r - 0.006, -0.004), Vector2(r, -0.004), Vector2(r, 0.003), Vector2(r - 0.006, 0.003)],
              sides: 28, isClosed: true)
          ).translated(face, 0, z), material: glow, part: "fan")
        asset.add(
          .cylinder(
            from: Vector3(face - 0.003, 0, z), to: Vector3(face + 0.001, 0, z), radius: r - 0.006, sides: 28),
          material: dark,
          part: "fan")
        for b in 0..<7 {
          let (s, c) = DeterministicMath.sincos(2 * .pi * Double(b) / 7)
          let mid = Vector3(face + 0.0005, 0, z)
          asset.add(
            .bar(
              [mid + Vector3(0, c, s) * 0.014, mid + Vector3(0, c, s) * (r - 0.01)],
              section: [
                Vector2(-0.008, -0.001), Vector2(0.008, -0.001), Vector2(0.008, 0.0015),
                Vector2(-0.008, 0.0005),
              ],
              up: Vector3(1, 0, 0)), material: metal, part: "fan")
        }
        asset.add(
          .cylinder(
            from: Vector3(face - 0.002, 0, z), to: Vector3(face + 0.004, 0, z), radius: 0.018, sides: 16),
          material: dark, part: "fan")
      }
    }
    asset.add(
      .cylinder(
        from: Vector3(face - 0.002, w * 0.3, h - 0.03), to: Vector3(face + 0.002, w * 0.3, h - 0.03),
        radius: 0.008, sides: 16),
      material: metal, part: "button")
    asset.support("top", at: Vector3(-0.015, 0, h), size: Vector2(d - 0.08, w - 0.03))
    return asset.asset()
  }
}
