import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A lamp fixed to the ceiling: a bowl of opal glass, a panel, or a drum of cloth.
package struct CeilingLamp: FurnitureAsset {
  package static let assetName = "ceiling_lamp"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "ceiling_lamp", mainPart: "base")
    asset.fittings.mount = .ceiling
    switch look.variation.choice("design", of: 4) {
    case 0: bowl(&asset)
    case 1: panel(&asset)
    case 2: drum(&asset)
    default: disc(&asset)
    }
    return asset.asset()
  }

  private func shine(
    _ asset: inout AssetBuilder, z: Double, half: Double, flux: Double, temperature: Double, _ material: Int
  ) {
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, z),
        shape: .panel(halfU: Vector3(half, 0, 0), halfV: Vector3(0, -half, 0)), flux: flux,
        temperature: temperature, materials: [material])
    ]
  }

  private func bowl(_ asset: inout AssetBuilder) {
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let glass = asset.material(IndoorMaterial.glow(Colour(0xfffaf0), "opal"))
    let r = look.variation.number("radius", in: 0.17...0.24)
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r, 0), Vector2(r + 0.004, -0.006), Vector2(r + 0.004, -0.03),
          Vector2(r - 0.004, -0.034), Vector2(0, -0.034),
        ], sides: 40), material: metal)
    let steps = 8
    asset.add(
      .lathe(
        [Vector2(0, -0.03)]
          + (0...steps).map { i in
            let (s, c) = DeterministicMath.sincos(Double.pi / 2 * Double(i) / Double(steps))
            return Vector2(i == steps ? 0 : (r - 0.008) * c, -0.03 - 0.075 * s)
          }, sides: 40), material: glass, part: "bowl")
    asset.add(
      .sphere(center: Vector3(0, 0, -0.108), radius: 0.009, sides: 12), material: metal, part: "knob")
    shine(&asset, z: -0.12, half: r * 0.7, flux: 1500, temperature: 3000, glass)
  }

  private func panel(_ asset: inout AssetBuilder) {
    let frame = asset.material(IndoorMaterial.lacquer(Colour(0xf2f2f0)))
    let light = asset.material(IndoorMaterial.glow(Colour(0xffffff), "panel"))
    let w = look.variation.number("width", in: 0.4...0.6) / 2
    let l = look.variation.choice("long", of: 3) == 0 ? w * 1.7 : w
    for (a, b) in [
      (Vector3(-w, -l, -0.045), Vector3(w, 0.014 - l, 0)), (Vector3(-w, l - 0.014, -0.045), Vector3(w, l, 0)),
      (Vector3(-w, 0.014 - l, -0.045), Vector3(0.014 - w, l - 0.014, 0)),
      (Vector3(w - 0.014, 0.014 - l, -0.045), Vector3(w, l - 0.014, 0)),
    ] {
      asset.add(.box(from: a, to: b, bevel: 0.002), material: frame)
    }
    asset.add(
      .box(from: Vector3(0.014 - w, 0.014 - l, -0.042), to: Vector3(w - 0.014, l - 0.014, -0.004)),
      material: light, part: "panel")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, -0.046),
        shape: .panel(halfU: Vector3(w - 0.014, 0, 0), halfV: Vector3(0, 0.014 - l, 0)),
        flux: 2400, temperature: 4000, materials: [light])
    ]
  }

  private func drum(_ asset: inout AssetBuilder) {
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let cloth = asset.material(IndoorMaterial.glow(look.palette.linen, "shade"))
    let disc = asset.material(IndoorMaterial.glow(Colour(0xfffaf2), "diffuser"))
    let r = look.variation.number("radius", in: 0.2...0.28)
    asset.add(.cylinder(from: .zero, to: Vector3(0, 0, -0.025), radius: 0.06, sides: 24), material: metal)
    asset.add(
      .cylinder(from: Vector3(0, 0, -0.02), to: Vector3(0, 0, -0.2), radius: 0.008, sides: 10),
      material: metal)
    asset.add(LampShade.drum(bottom: r, top: r, low: -0.22, high: -0.05), material: cloth, part: "shade")
    asset.add(
      .cylinder(from: Vector3(0, 0, -0.203), to: Vector3(0, 0, -0.209), radius: r - 0.006, sides: 32),
      material: disc, part: "diffuser")
    asset.add(.sphere(center: Vector3(0, 0, -0.215), radius: 0.011, sides: 12), material: metal, part: "knob")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, -0.16), shape: .ball(radius: r * 0.7), flux: 1500, temperature: 2800,
        materials: [cloth, disc])
    ]
  }

  /// A thin round light with a coloured or wooden rim.
  private func disc(_ asset: inout AssetBuilder) {
    let isWood = look.style == .chineseModern || look.style == .scandinavian || look.style == .rustic
    let rim =
      isWood
      ? asset.material(IndoorMaterial.wood(look.palette.wood), tile: 1)
      : asset.material(IndoorMaterial.lacquer(Colour(0xeeeeec)))
    let light = asset.material(IndoorMaterial.glow(Colour(0xfffefa), "panel"))
    let r = look.variation.number("radius", in: 0.2...0.3)
    asset.add(
      .lathe(
        [
          Vector2(r - 0.016, 0), Vector2(r, 0), Vector2(r, -0.05), Vector2(r - 0.006, -0.056),
          Vector2(r - 0.016, -0.056),
        ], sides: 48, isClosed: true), material: rim)
    asset.add(
      .lathe(
        [
          Vector2(0, -0.002), Vector2(r - 0.016, -0.002), Vector2(r - 0.017, -0.05), Vector2(r * 0.7, -0.058),
          Vector2(0, -0.062),
        ], sides: 48), material: light, part: "panel")
    shine(&asset, z: -0.064, half: r * 0.8, flux: 2000, temperature: 3500, light)
  }
}
