import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A spot let into the ceiling: a ring around a lit disc.
package struct Downlight: FurnitureAsset {
  package static let assetName = "downlight"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "downlight", mainPart: "ring")
    asset.fittings.mount = .ceiling
    let r = look.variation.number("radius", in: 0.04...0.055)
    let ring = asset.material(
      look.style == .modern || look.style == .industrial
        ? IndoorMaterial.metal(look.palette.metal) : IndoorMaterial.lacquer(Colour(0xf2f2f0)))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff8ec), "light"))
    asset.add(
      .lathe(
        [
          Vector2(r - 0.012, 0), Vector2(r, 0), Vector2(r, -0.003), Vector2(r - 0.004, -0.006),
          Vector2(r - 0.012, -0.004),
        ],
        sides: 36, isClosed: true), material: ring)
    asset.add(
      .cylinder(from: Vector3(0, 0, -0.0005), to: Vector3(0, 0, -0.003), radius: r - 0.0121, sides: 36),
      material: glow, part: "light")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, -0.007),
        shape: .panel(halfU: Vector3(r * 0.6, 0, 0), halfV: Vector3(0, -r * 0.6, 0)), flux: 550,
        temperature: 3000, materials: [glow])
    ]
    return asset.asset()
  }
}
