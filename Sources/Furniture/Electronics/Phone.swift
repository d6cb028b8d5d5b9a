import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A telephone that lies on its back, the screen up.
package struct Phone: FurnitureAsset {
  package static let assetName = "phone"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    let v = look.variation
    return LyingTablet(
      name: Self.assetName, nativeClass: "phone",
      size: Vector3(v.number("length", in: 0.142...0.162), v.number("width", in: 0.069...0.077), 0.008),
      radius: 0.011, margin: 0.003,
      colour: [Colour(0x202224), Colour(0xd4d6d8), look.palette.accent(0), Colour(0x3b4a5c)][
        v.choice("colour", of: 4)]
    ).makeAsset()
  }
}
