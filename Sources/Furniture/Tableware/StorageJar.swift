import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A jar with a lid: glass with pasta, beans or flour in it, or stoneware.
package struct StorageJar: FurnitureAsset {
  package static let assetName = "storage_jar"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "storage_jar")
    let v = look.variation
    let r = v.number("radius", in: 0.042...0.058)
    let h = v.number("height", in: 0.12...0.24)
    let isGlass = v.unit("glass") < 0.65
    let body = asset.material(
      isGlass ? IndoorMaterial.glass(Colour(0xe2ecea), alpha: 0.28) : Crockery.glaze(look))
    let outside = Turned.softened([
      Vector2(0, 0), Vector2(r * 0.9, 0), Vector2(r, 0.006), Vector2(r, h * 0.5), Vector2(r, h * 0.9),
      Vector2(r * 0.9, h * 0.97), Vector2(r * 0.88, h),
    ])
    asset.add(Turned.shell(outside, wall: 0.003, sides: 32), material: body)
    if isGlass {
      let fills = [Colour(0xe2b65c), Colour(0x7a3b22), Colour(0xf1ece0), Colour(0x3a2a20), Colour(0xd8cba8)]
      let kind = v.choice("fill", of: fills.count)
      let fill = asset.material(
        Material(
          name: "grain_\(kind)", baseColor: fills[kind].linear, baseColorTexture: PackagePrint.grains,
          roughness: 0.9), tile: 0.06)
      let top = h * v.number("level", in: 0.45...0.85)
      asset.add(
        .lathe(
          [
            Vector2(0, 0.0045), Vector2(r * 0.88, 0.0055), Vector2(r - 0.0042, 0.012),
            Vector2(r - 0.0042, top - 0.003), Vector2(r * 0.5, top), Vector2(0, top + 0.002),
          ],
          sides: 32
        ).scaledU(by: 2 * Double.pi * r), material: fill, part: "filling")
    }
    let lid = asset.material(
      v.unit("wooden lid") < 0.6
        ? IndoorMaterial.wood(look.palette.wood) : IndoorMaterial.metal(look.palette.metal),
      tile: IndoorMaterial.woodTile)
    asset.add(
      .lathe(
        [
          Vector2(0, h - 0.012), Vector2(r * 0.84, h - 0.012), Vector2(r * 0.84, h + 0.001),
          Vector2(r * 0.95, h + 0.001), Vector2(r * 0.97, h + 0.003),
          Vector2(r * 0.97, h + 0.013), Vector2(r * 0.94, h + 0.016), Vector2(0, h + 0.016),
        ], sides: 32), material: lid, part: "lid")
    return asset.asset()
  }
}

extension MeshBuilder {
  /// Lathes give u once around; in metres it tiles as it does along the profile.
  func scaledU(by length: Double) -> MeshBuilder {
    var out = self
    out.mapUVs { Vector2($0.x * length, $0.y) }
    return out
  }
}
