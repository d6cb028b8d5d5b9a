import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A flat television on feet.
package struct Television: FurnitureAsset {
  package static let assetName = "television"
  /// The picture's diagonal, metres.
  package var diagonal: Double
  private let look: Look

  package init(_ look: Look) {
    diagonal = [1.02, 1.27, 1.4, 1.65][look.variation.choice("size", of: 4)]
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "television", mainPart: "frame")
    let v = look.variation
    let size = Vector2(diagonal * 0.8716, diagonal * 0.4903)
    let body = asset.material(IndoorMaterial.plastic(Colour(0x1a1b1d), roughness: 0.35))
    let low = v.number("foot", in: 0.05...0.075)
    let x = 0.025
    FlatScreen(
      center: Vector3(x, 0, low + 0.014 + size.y / 2), size: size, bezel: 0.007, chin: 0.014, back: 0.055,
      picture: ScreenPicture.film(v.choice("film", of: 3)), luminance: 220
    ).add(to: &asset, body: body)
    let metal = asset.material(
      v.choice("feet colour", of: 2) == 0 ? IndoorMaterial.brushedSteel : IndoorMaterial.metal(.blackened))
    if v.choice("feet", of: 2) == 0 {
      // Two spread feet near the ends.
      for s in [-1.0, 1] {
        let y = s * size.x * 0.36
        for end in [0.13, -0.11] {
          asset.add(
            .tube(
              [
                Vector3(x - 0.006, y, low + 0.03), Vector3(x - 0.004 + end * 0.3, y + s * 0.006, low * 0.55),
                Vector3(x + end, y + s * 0.03, 0.006),
              ], radii: [0.008, 0.0075, 0.006], sides: 10), material: metal, part: "foot")
        }
      }
    } else {
      asset.add(
        FixtureShape.block(
          from: Vector3(-0.13, -size.x * 0.2, 0), to: Vector3(0.13, size.x * 0.2, 0.01), radius: 0.02,
          edge: 0.003, low: 0.001),
        material: metal, part: "foot")
      asset.add(
        .box(from: Vector3(x - 0.03, -0.07, 0.008), to: Vector3(x - 0.012, 0.07, low + 0.1), bevel: 0.003),
        material: metal, part: "foot")
    }
    // Feet are the lowest: rest them on z = 0.
    return asset.asset()
  }
}
