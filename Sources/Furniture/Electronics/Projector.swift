import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A projector for films; its lens looks along +x.
package struct Projector: FurnitureAsset {
  package static let assetName = "projector"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "projector", mainPart: "case")
    let v = look.variation
    let body = asset.material(
      IndoorMaterial.plastic(v.choice("dark", of: 3) == 0 ? Colour(0x2a2b2e) : Colour(0xededea)))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x121314), roughness: 0.4))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xcfe0f4), "lens"))
    let (d, w, h) = (
      v.number("depth", in: 0.22...0.27), v.number("width", in: 0.29...0.36),
      v.number("height", in: 0.09...0.115)
    )
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0.012), to: Vector3(d / 2, w / 2, h), radius: 0.03, edge: 0.014,
        low: 0.006, corner: 6), material: body)
    for (x, y) in [(d * 0.36, -w * 0.4), (d * 0.36, w * 0.4), (-d * 0.36, 0.0)] {
      asset.add(
        .cylinder(from: Vector3(x, y, 0), to: Vector3(x, y, 0.016), radius: 0.011, sides: 12), material: dark,
        part: "foot")
    }
    let y = -w * 0.24
    let z = h * 0.54
    func add(_ profile: [Vector2], _ material: Int, _ part: String) {
      asset.add(
        FixtureShape.forward(.lathe(profile, sides: 32)).translated(d / 2, y, z), material: material,
        part: part)
    }
    add(
      [
        Vector2(0, -0.02), Vector2(0.036, -0.02), Vector2(0.036, 0.014), Vector2(0.033, 0.018),
        Vector2(0.029, 0.018), Vector2(0.024, 0.004), Vector2(0, 0.004),
      ], dark, "lens")
    add(
      [
        Vector2(0, 0.002), Vector2(0.023, 0.002), Vector2(0.018, 0.009), Vector2(0.009, 0.013),
        Vector2(0, 0.014),
      ], glow, "lens")
    for k in 0..<6 {
      let zz = h * 0.3 + 0.009 * Double(k)
      asset.add(
        .box(from: Vector3(d / 2 - 0.004, w * 0.06, zz), to: Vector3(d / 2 + 0.0006, w * 0.4, zz + 0.005)),
        material: dark, part: "vent")
    }
    for k in 0..<5 {
      let yy = w * 0.06 + 0.02 * Double(k)
      asset.add(
        .cylinder(
          from: Vector3(-d * 0.1, yy, h - 0.001), to: Vector3(-d * 0.1, yy, h + 0.0018), radius: 0.006,
          sides: 12), material: dark, part: "button")
    }
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(d / 2 + 0.016, y, z),
        shape: .panel(halfU: Vector3(0, 0.018, 0), halfV: Vector3(0, 0, 0.018)), flux: 60, temperature: 7000,
        materials: [glow])
    ]
    return asset.asset()
  }
}
