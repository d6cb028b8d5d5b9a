import Assets
import VectorMath
package import WorldModel

/// An orange.
package struct Orange: FurnitureAsset {
  package static let assetName = "orange"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "orange")
    let skin = asset.material(FruitShape.skin)
    asset.add(
      FruitShape.orange(look.variation, 0, radius: look.variation.number("radius", in: 0.034...0.042)),
      material: skin)
    return asset.asset()
  }
}
