import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A candle: a pillar on a dish, one in a glass, or three tapers in a holder.
package struct Candle: FurnitureAsset {
  package static let assetName = "candle"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "candle", mainPart: "candle")
    let v = look.variation
    let tones = [Colour(0xf3ead6), Colour(0xf3ead6), look.palette.accent(0), look.palette.linen]
    let tone = tones[v.choice("tone", of: tones.count)]
    let wax = asset.material(IndoorMaterial.plastic(tone, roughness: 0.55))
    let wick = asset.material(IndoorMaterial.plastic(Colour(0x2c2622), roughness: 0.9))
    func pillar(_ p: Vector3, _ r: Double, _ h: Double) {
      // The top is hollowed by the flame, its rim uneven.
      var body = MeshBuilder.lathe(
        [
          Vector2(0, 0), Vector2(r, 0), Vector2(r, h * 0.9), Vector2(r * 0.98, h),
          Vector2(r * 0.88, h - 0.001),
          Vector2(r * 0.6, h - r * 0.22), Vector2(0, h - r * 0.26),
        ], sides: 20)
      body.displace { q in
        q.z < h * 0.95
          ? q : q + Vector3(0, 0, r * 0.022 * DeterministicMath.sin(3 * DeterministicMath.atan2(q.y, q.x)))
      }
      asset.add(body.translated(p.x, p.y, p.z), material: wax)
      let top = p + Vector3(0, 0, h - r * 0.28)
      asset.add(
        .tube(
          [top, top + Vector3(0, 0, 0.006 + r * 0.14), top + Vector3(0.003, 0, 0.012 + r * 0.14)],
          radius: 0.0011, sides: 6),
        material: wick, part: "wick")
    }
    switch v.choice("design", of: 3) {
    case 0:
      let dish = asset.material(IndoorMaterial.ceramic(look.palette.accent(1)))
      let r = v.number("radius", in: 0.028...0.04)
      asset.add(
        .lathe(
          [
            Vector2(0, 0), Vector2(r * 1.2, 0), Vector2(r * 1.7, 0.008), Vector2(r * 1.74, 0.012),
            Vector2(r * 1.66, 0.012),
            Vector2(r * 1.15, 0.005), Vector2(0, 0.005),
          ], sides: 28), material: dish, part: "dish")
      pillar(Vector3(0, 0, 0.005), r, v.number("height", in: 0.08...0.16))
    case 1:
      let glass = asset.material(IndoorMaterial.glass(Colour(0xe8e2d4), alpha: 0.3))
      let (r, h) = (0.038, v.number("height", in: 0.08...0.1))
      asset.add(
        .lathe(
          [
            Vector2(0, 0), Vector2(r - 0.003, 0), Vector2(r, 0.004), Vector2(r, h), Vector2(r - 0.003, h),
            Vector2(r - 0.003, 0.008),
            Vector2(0, 0.008),
          ], sides: 28), material: glass, part: "glass")
      pillar(Vector3(0, 0, 0.0081), r - 0.0035, h * 0.62)
    default:
      let metal = asset.material(
        IndoorMaterial.metal(look.palette.metal == .white ? .brass : look.palette.metal))
      asset.add(
        .box(from: Vector3(-0.035, -0.13, 0), to: Vector3(0.035, 0.13, 0.008), bevel: 0.002), material: metal,
        part: "dish")
      for (i, y) in [-0.085, 0, 0.085].enumerated() {
        let stand = [0.05, 0.09, 0.07][i]
        asset.add(
          .cylinder(from: Vector3(0, y, 0.007), to: Vector3(0, y, stand), radius: 0.006, sides: 12),
          material: metal, part: "dish")
        asset.add(
          MeshBuilder.lathe(
            [
              Vector2(0, -0.004), Vector2(0.012, 0), Vector2(0.016, 0.014), Vector2(0.013, 0.014),
              Vector2(0.0115, 0.004), Vector2(0, 0.004),
            ],
            sides: 18
          ).translated(0, y, stand), material: metal, part: "dish")
        pillar(Vector3(0, y, stand + 0.004), 0.0108, v.number("taper", i, in: 0.12...0.2))
      }
    }
    return asset.asset()
  }
}
