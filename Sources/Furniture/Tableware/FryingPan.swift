import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A frying pan, the middle of the pan at the origin, its handle toward +x.
package struct FryingPan: FurnitureAsset {
  package static let assetName = "frying_pan"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "frying_pan")
    let v = look.variation
    let r = v.number("radius", in: 0.11...0.145)
    let isIron = v.unit("iron") < 0.35
    let dark = Material(
      name: "pan", baseColor: Colour(isIron ? 0x1f2022 : 0x2c2e30).linear, metallic: 0.2,
      roughness: isIron ? 0.55 : 0.4)
    let body = asset.material(
      isIron
        ? dark
        : [IndoorMaterial.metal(.steel), IndoorMaterial.lacquer(look.palette.accent(0)), dark][
          v.choice("outside", of: 3)])
    let coat = asset.material(dark)
    let h = v.number("height", in: 0.042...0.055)
    asset.add(
      Turned.shell(
        Turned.softened([
          Vector2(0, 0), Vector2(r * 0.74, 0), Vector2(r * 0.82, 0.004), Vector2(r * 0.92, h * 0.6),
          Vector2(r, h),
        ]), wall: 0.003,
        sides: 40), material: body)
    // The coating, half a millimetre above the metal.
    asset.add(
      .cylinder(from: Vector3(0, 0, 0.0025), to: Vector3(0, 0, 0.0036), radius: r * 0.72, sides: 40),
      material: coat, part: "coating")
    let grip = asset.material(
      isIron
        ? dark
        : v.unit("wood") < 0.35
          ? IndoorMaterial.wood(look.palette.darkWood) : IndoorMaterial.plastic(Colour(0x202123)),
      tile: IndoorMaterial.woodTile)
    let start = r * 0.94
    let path = (0...8).map { i -> Vector3 in
      let t = Double(i) / 8
      return Vector3(start + 0.19 * t, 0, h * 0.72 + 0.035 * t - 0.012 * t * t)
    }
    let widths = [0.014, 0.009, 0.0085, 0.0095, 0.0105, 0.0115, 0.012, 0.0115, 0.008]
    asset.add(
      .loft(
        zip(path, widths).map { p, w in
          superellipse(w, 0.0065 * min(1, w / 0.009), exponent: 2.6, count: 14).map {
            p + Vector3(0, $0.x, $0.y)
          }
        }), material: grip, part: "handle")
    return asset.asset()
  }
}
