import Assets
import VectorMath
package import WorldModel

/// A lamp with a turned foot and a shade of cloth.
package struct TableLamp: FurnitureAsset {
  package static let assetName = "table_lamp"
  /// Metres.
  package var height: Double
  package var shadeRadius: Double
  private let look: Look

  package init(_ look: Look) {
    height = look.variation.number("height", in: 0.38...0.56)
    shadeRadius = look.variation.number("shade", in: 0.11...0.16)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "table_lamp", mainPart: "foot")
    let ceramic = asset.material(
      IndoorMaterial.ceramic(look.palette.accent(look.variation.choice("c", of: 3))))
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let shade = asset.material(IndoorMaterial.glow(look.palette.linen, "shade"))
    let foot = height * 0.5
    let r = shadeRadius * 0.55
    let profile = ProfileCurve([
      Vector2(0, r), Vector2(0.08, r), Vector2(0.25, r * 0.95), Vector2(0.5, r * 1.05), Vector2(0.8, r * 0.4),
      Vector2(1, r * 0.22),
    ])
    let steps = 24
    asset.add(
      .lathe(
        [Vector2(0, 0)]
          + (0...steps).map {
            Vector2(profile(Double($0) / Double(steps)), foot * Double($0) / Double(steps))
          }
          + [Vector2(0, foot)], sides: 24), material: ceramic)
    let low = height - shadeRadius * 1.35
    asset.add(
      .cylinder(from: Vector3(0, 0, foot), to: Vector3(0, 0, height - 0.03), radius: 0.006, sides: 8),
      material: metal, part: "stem")
    // The shade: a frustum of 2 mm cloth, open above and below.
    let (bottom, top) = (shadeRadius, shadeRadius * 0.72)
    asset.add(
      .lathe(
        [
          Vector2(bottom, low), Vector2(top, height), Vector2(top - 0.002, height),
          Vector2(bottom - 0.002, low),
        ], sides: 32, isClosed: true), material: shade, part: "shade")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, (low + height) / 2), shape: .ball(radius: shadeRadius * 0.8), flux: 450,
        temperature: 2700, materials: [shade])
    ]
    return asset.asset()
  }
}
