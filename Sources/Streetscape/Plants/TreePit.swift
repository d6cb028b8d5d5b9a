package import Assets
import VectorMath
package import WorldModel

/// The open ground around a street tree's trunk: soil in a frame of stone, level with the pavement.
package struct TreePit: ParametricAsset {
  package static let assetName = "tree_pit"
  /// Metres along both sides.
  package var side: Double

  package init() { side = 1.3 }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "tree_pit", nativeClass: "terrain", mainPart: "soil")
    let soil = asset.material(
      Material(
        name: "soil", baseColor: Colour(0xc0b0a0).linear, baseColorTexture: ProceduralTexture.soil,
        roughness: 1),
      tile: ProceduralTexture.soilTile)
    let stone = Surfacing.concrete(Colour(0xc9c4ba)).index(in: &asset)
    let h = side / 2
    asset.add(
      .box(from: Vector3(-h + 0.08, -h + 0.08, 0), to: Vector3(h - 0.08, h - 0.08, 0.012)), material: soil)
    for s in [-1.0, 1.0] {
      let x = s * (h - 0.045)
      asset.add(
        .box(from: Vector3(x - 0.045, -h, 0), to: Vector3(x + 0.045, h, 0.018)), material: stone,
        part: "frame")
      asset.add(
        .box(from: Vector3(-h + 0.09, x - 0.045, 0), to: Vector3(h - 0.09, x + 0.045, 0.018)),
        material: stone,
        part: "frame")
    }
    return asset.asset()
  }
}
