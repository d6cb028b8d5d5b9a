import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A brush in its holder on the floor.
package struct ToiletBrush: FurnitureAsset {
  package static let assetName = "toilet_brush"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toilet_brush", mainPart: "holder")
    let v = look.variation
    let body = asset.material(
      [
        IndoorMaterial.ceramic(), IndoorMaterial.metal(look.palette.metal),
        IndoorMaterial.plastic(Colour(0x2d2e30)),
      ][v.choice("material", of: 3)])
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let bristle = asset.material(IndoorMaterial.plastic(Colour(0xe9e9e4), roughness: 0.9))
    let (r, h) = (v.number("radius", in: 0.045...0.055), v.number("height", in: 0.12...0.26))
    let mouth = v.choice("shape", of: 2) == 0 ? r : r * 0.72
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r - 0.004, 0), Vector2(r, 0.004), Vector2(r, h * 0.55),
          Vector2(mouth, h - 0.003),
          Vector2(mouth - 0.002, h), Vector2(mouth - 0.005, h - 0.002), Vector2(r - 0.006, h * 0.5),
          Vector2(r - 0.006, 0.01),
          Vector2(0, 0.01),
        ], sides: 28), material: body)
    let top = h + v.number("stick", in: 0.16...0.24)
    asset.add(
      .lathe(
        [
          Vector2(0, h - 0.004), Vector2(mouth - 0.008, h - 0.004), Vector2(mouth - 0.004, h + 0.004),
          Vector2(0.012, h + 0.012), Vector2(0.007, h + 0.02), Vector2(0.007, top - 0.1),
          Vector2(0.011, top - 0.08),
          Vector2(0.011, top - 0.01), Vector2(0.007, top), Vector2(0, top + 0.001),
        ], sides: 18), material: metal, part: "handle")
    asset.add(
      .ellipsoid(center: Vector3(0, 0, 0.06), radii: Vector3(0.033, 0.033, 0.042), sides: 14),
      material: bristle, part: "brush")
    return asset.asset()
  }
}
