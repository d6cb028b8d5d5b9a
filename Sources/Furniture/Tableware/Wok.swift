import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A wok with a long wooden handle toward +x and a short one behind.
package struct Wok: FurnitureAsset {
  package static let assetName = "wok"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "wok")
    let v = look.variation
    let r = v.number("radius", in: 0.15...0.175)
    let h = r * v.number("deep", in: 0.5...0.58)
    let iron = asset.material(
      Material(name: "wok_iron", baseColor: Colour(0x25272a).linear, metallic: 0.5, roughness: 0.38))
    asset.add(
      Turned.shell(
        Turned.softened([
          Vector2(0, 0), Vector2(r * 0.34, 0), Vector2(r * 0.62, h * 0.24), Vector2(r * 0.9, h * 0.66),
          Vector2(r, h),
        ]), wall: 0.0025,
        sides: 40), material: iron)
    let wood = asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
    func grip(_ a: Vector3, _ b: Vector3, _ ra: Double, _ rb: Double) {
      asset.add(
        .capsule(from: a, to: b, radius: ra, endRadius: rb, sides: 14), material: wood, part: "handle")
    }
    asset.add(
      .cylinder(
        from: Vector3(r * 0.94, 0, h * 0.9), to: Vector3(r + 0.06, 0, h + 0.018), radius: 0.008, sides: 12),
      material: iron,
      part: "handle")
    grip(Vector3(r + 0.055, 0, h + 0.016), Vector3(r + 0.18, 0, h + 0.055), 0.011, 0.014)
    for y in [-0.022, 0.022] {
      asset.add(
        .cylinder(
          from: Vector3(-r * 0.93, y, h * 0.88), to: Vector3(-r - 0.022, y, h + 0.004), radius: 0.004,
          sides: 8), material: iron,
        part: "handle")
    }
    grip(Vector3(-r - 0.022, -0.03, h + 0.004), Vector3(-r - 0.022, 0.03, h + 0.004), 0.008, 0.008)
    return asset.asset()
  }
}
