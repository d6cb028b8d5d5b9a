import Assets
import VectorMath
package import WorldModel

/// An apple.
package struct Apple: FurnitureAsset {
  package static let assetName = "apple"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "apple")
    let skin = asset.material(FruitShape.skin)
    let radius = look.variation.number("radius", in: 0.034...0.041)
    asset.add(FruitShape.apple(look.variation, 0, radius: radius), material: skin)
    return asset.asset()
  }
}
