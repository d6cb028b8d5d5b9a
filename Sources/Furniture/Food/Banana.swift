import Assets
import VectorMath
package import WorldModel

/// Bananas that hang together, two to five, lying.
package struct Banana: FurnitureAsset {
  package static let assetName = "banana"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "banana")
    let skin = asset.material(FruitShape.skin)
    asset.add(
      FruitShape.bananas(look.variation, count: 2 + look.variation.choice("count", of: 4)), material: skin)
    return asset.asset()
  }
}
