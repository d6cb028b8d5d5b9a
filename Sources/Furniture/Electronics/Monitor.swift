import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A computer's monitor on a stand.
package struct Monitor: FurnitureAsset {
  package static let assetName = "monitor"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "monitor", mainPart: "frame")
    let v = look.variation
    let size = [Vector2(0.53, 0.3), Vector2(0.6, 0.34), Vector2(0.8, 0.335), Vector2(0.518, 0.324)][
      v.choice("size", of: 4)]
    let isSilver = v.choice("silver", of: 3) == 0
    let body = asset.material(IndoorMaterial.plastic(isSilver ? Colour(0xb9bcbf) : Colour(0x1f2022)))
    let metal = asset.material(isSilver ? IndoorMaterial.brushedSteel : IndoorMaterial.metal(.blackened))
    let low = v.number("height", in: 0.11...0.17)
    FlatScreen(
      center: Vector3(0.02, 0, low + size.y / 2 + 0.014), size: size, bezel: 0.006, chin: 0.014, edge: 0.011,
      back: 0.04,
      picture: ScreenPicture.desktop(v.choice("desktop", of: 2)), luminance: 160
    ).add(to: &asset, body: body)
    let top = low + size.y * 0.5
    if v.choice("stand", of: 2) == 0 {
      asset.add(
        FixtureShape.block(
          from: Vector3(-0.11, -0.12, 0), to: Vector3(0.09, 0.12, 0.009), radius: 0.025, edge: 0.003,
          low: 0.001), material: metal,
        part: "stand")
      asset.add(
        .box(from: Vector3(-0.065, -0.032, 0.006), to: Vector3(-0.045, 0.032, top), bevel: 0.003),
        material: metal, part: "stand")
    } else {
      asset.add(
        .lathe(
          [
            Vector2(0, 0), Vector2(0.115, 0), Vector2(0.117, 0.003), Vector2(0.112, 0.009),
            Vector2(0.03, 0.013), Vector2(0, 0.013),
          ],
          sides: 32
        ).translated(-0.02, 0, 0), material: metal, part: "stand")
      asset.add(
        .cylinder(from: Vector3(-0.055, 0, 0.008), to: Vector3(-0.055, 0, top), radius: 0.016, sides: 16),
        material: metal, part: "stand")
    }
    asset.add(
      .box(from: Vector3(-0.06, -0.045, top - 0.045), to: Vector3(-0.012, 0.045, top + 0.03), bevel: 0.004),
      material: metal, part: "stand")
    return asset.asset()
  }
}
