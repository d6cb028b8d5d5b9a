import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A mixer tap; the origin where it stands.
package struct Tap: FurnitureAsset {
  package static let assetName = "tap"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "tap", mainPart: "tap")
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    for (mesh, _) in TapShape(kind: .basin(look.variation.choice("tap", of: 3))).meshes() {
      asset.add(mesh, material: metal)
    }
    return asset.asset()
  }
}
