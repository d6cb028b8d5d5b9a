import Assets
import VectorMath
package import WorldModel

/// A tablet computer that lies on its back, the screen up.
package struct TabletComputer: FurnitureAsset {
  package static let assetName = "tablet"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    let v = look.variation
    return LyingTablet(
      name: Self.assetName, nativeClass: "tablet",
      size: v.choice("size", of: 2) == 0 ? Vector3(0.248, 0.179, 0.0075) : Vector3(0.203, 0.135, 0.0075),
      radius: 0.012, margin: 0.01,
      colour: [Colour(0xc6c8ca), Colour(0x47494c)][v.choice("colour", of: 2)]
    ).makeAsset()
  }
}
