import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A tin can with its label, or a flat one of fish.
package struct Can: FurnitureAsset {
  package static let assetName = "can"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "can")
    let v = look.variation
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let label = asset.material(
      Material(name: "can_label", baseColorTexture: PackagePrint.cans, roughness: 0.4))
    let design = v.choice("label", of: 4)
    let (r, h) =
      design == 2 ? (0.043, 0.042) : (v.number("r", in: 0.036...0.042), v.number("h", in: 0.1...0.115))
    asset.add(
      .lathe(
        [
          Vector2(0, 0.003), Vector2(r - 0.003, 0.003), Vector2(r - 0.002, 0), Vector2(r + 0.0005, 0),
          Vector2(r + 0.001, 0.002), Vector2(r, 0.004),
          Vector2(r, h - 0.004), Vector2(r + 0.001, h - 0.002), Vector2(r + 0.0005, h), Vector2(r - 0.002, h),
          Vector2(r - 0.003, h - 0.003),
          Vector2(r - 0.01, h - 0.003), Vector2(r - 0.012, h - 0.0045), Vector2(0, h - 0.0045),
        ], sides: 28), material: metal)
    let (low, high) = (0.006, h - 0.006)
    var sleeve = MeshBuilder.lathe(
      [
        Vector2(r - 0.0003, low), Vector2(r + 0.0004, low), Vector2(r + 0.0004, high),
        Vector2(r - 0.0003, high),
      ], sides: 28, isClosed: true)
    sleeve.mapUVs { uv in
      let t = max(0, min(1, (uv.y - 0.0007) / (high - low)))
      return Vector2(uv.x + 0.25, (Double(design) + 0.98 - 0.96 * t) / 4)
    }
    asset.add(sleeve, material: label, part: "label")
    asset.add(
      MeshBuilder.torus(radius: 0.009, tube: 0.0012, sides: 14, rings: 5).scaled(Vector3(1.25, 1, 1))
        .translated(r * 0.3, 0, h - 0.003), material: metal, part: "ring")
    return asset.asset()
  }
}
