import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A flat television on a bracket on the wall; the origin on the wall behind the middle of the picture.
package struct WallTelevision: FurnitureAsset {
  package static let assetName = "television_wall"
  /// The picture's diagonal, metres.
  package var diagonal: Double
  private let look: Look

  package init(_ look: Look) {
    diagonal = [1.09, 1.27, 1.4, 1.65][look.variation.choice("size", of: 4)]
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "television", mainPart: "frame")
    asset.fittings.mount = .wall
    let v = look.variation
    let size = Vector2(diagonal * 0.8716, diagonal * 0.4903)
    let body = asset.material(IndoorMaterial.plastic(Colour(0x1a1b1d), roughness: 0.35))
    FlatScreen(
      center: Vector3(0.075, 0, 0), size: size, bezel: 0.006, chin: 0.01, back: 0.05,
      picture: ScreenPicture.film(v.choice("film", of: 3)), luminance: 220
    ).add(to: &asset, body: body)
    let metal = asset.material(IndoorMaterial.metal(.blackened))
    asset.add(
      .box(from: Vector3(0, -0.2, -0.12), to: Vector3(0.004, 0.2, 0.08)), material: metal, part: "bracket")
    for s in [-1.0, 1] {
      asset.add(
        .box(from: Vector3(0.003, s * 0.15 - 0.015, -0.14), to: Vector3(0.03, s * 0.15 + 0.015, 0.1)),
        material: metal, part: "bracket")
    }
    return asset.asset()
  }
}
