import Assets
import VectorMath
package import WorldModel

/// A table or tea spoon, along x, its bowl toward -x.
package struct Spoon: FurnitureAsset {
  package static let assetName = "spoon"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "spoon")
    let metal = asset.material(Crockery.steel(look))
    let isSmall = look.variation.unit("tea spoon") < 0.35
    let l = isSmall ? 0.14 : 0.2
    let w = isSmall ? 0.0145 : 0.021
    let solid = CutleryShape.blank(
      length: l,
      halfWidth: ProfileCurve(
        [
          Vector2(0, w * 0.2), Vector2(0.02, w * 0.55), Vector2(0.07, w * 0.88), Vector2(0.15, w),
          Vector2(0.24, w * 0.8),
          Vector2(0.31, w * 0.35), Vector2(0.36, 0.0038),
        ] + CutleryShape.handle(look.variation)),
      height: ProfileCurve([
        Vector2(0, 0.0085), Vector2(0.15, 0.0085), Vector2(0.3, 0.009), Vector2(0.45, 0.014),
        Vector2(0.65, 0.011), Vector2(1, 0.003),
      ]),
      hollow: ProfileCurve([
        Vector2(0, 0.0005), Vector2(0.08, 0.006), Vector2(0.17, 0.0075), Vector2(0.27, 0.004),
        Vector2(0.33, 0),
      ]),
      thickness: ProfileCurve([
        Vector2(0, 0.0014), Vector2(0.3, 0.0018), Vector2(0.4, 0.0032), Vector2(1, 0.0026),
      ]),
      columns: 8, rows: 36)
    asset.add(CutleryShape.settled(solid), material: metal)
    return asset.asset()
  }
}
