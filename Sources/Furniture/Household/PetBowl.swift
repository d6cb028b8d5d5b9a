import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A low bowl for a pet, with dry food or water.
package struct PetBowl: FurnitureAsset {
  package static let assetName = "pet_bowl"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "pet_bowl")
    let v = look.variation
    let r = v.number("radius", in: 0.075...0.105)
    let h = v.number("height", in: 0.045...0.06)
    let body = asset.material(
      [
        IndoorMaterial.metal(.steel), IndoorMaterial.ceramic(look.palette.accent(0)),
        IndoorMaterial.plastic(Colour(0x3f8fa8)),
      ][v.choice("body", of: 3)])
    asset.add(
      Turned.shell(
        [
          Vector2(0, 0.008), Vector2(r * 0.9, 0.008), Vector2(r * 0.92, 0), Vector2(r, 0),
          Vector2(r * 0.9, h * 0.7), Vector2(r * 0.86, h),
        ],
        inside: [
          Vector2(0, 0.014), Vector2(r * 0.62, 0.014), Vector2(r * 0.78, h * 0.6), Vector2(r * 0.82, h * 0.9),
          Vector2(r * 0.82, h),
        ], sides: 36), material: body)
    if v.unit("food") < 0.6 {
      let food = asset.material(
        Material(
          name: "pet_food", baseColor: Colour(0x8a5a30).linear, baseColorTexture: PackagePrint.grains,
          roughness: 0.95), tile: 0.13)
      var heap = MeshBuilder.lathe(
        [
          Vector2(0, 0.015), Vector2(r * 0.6, 0.016), Vector2(r * 0.76, h * 0.55), Vector2(r * 0.6, h * 0.72),
          Vector2(r * 0.3, h * 0.86), Vector2(0, h * 0.9),
        ], sides: 28)
      heap.setUVs { Vector2($0.x, $0.y) }
      asset.add(heap, material: food, part: "food")
    } else {
      let water = asset.material(Material(name: "water", baseColor: Colour(0x9fb8c4).linear, roughness: 0.03))
      asset.add(Turned.fill(radius: r * 0.79, top: h * 0.7), material: water, part: "water")
    }
    return asset.asset()
  }
}
