import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A bed pillow lying flat, its long side along y.
package struct Pillow: FurnitureAsset {
  package static let assetName = "pillow"
  /// Metres along x and y.
  package var size: Vector2
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size =
      v.unit("square") < 0.25
      ? Vector2(0.62, 0.66) : Vector2(v.number("depth", in: 0.4...0.48), v.number("width", in: 0.62...0.74))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "pillow", mainPart: "cover")
    let v = look.variation
    let cloth = asset.material(
      IndoorMaterial.cotton(v.unit("white") < 0.5 ? Colour(0xf4f2ec) : look.palette.linen),
      tile: IndoorMaterial.fabricTile)
    let height = v.number("height", in: 0.13...0.17)
    var body = PillowShape.filled(
      size: size, height: height, softness: 0.6, wrinkles: 0.006, seed: v.seed, columns: 18)
    // Its weight flattens the underside, and a head has left a hollow.
    let hollow = v.number("hollow", in: 0...0.25)
    body.displace { p in
      let (s, t) = (p.x / size.x * 2, p.y / size.y * 2)
      let z = p.z < 0 ? max(p.z * 0.85, -0.052) : p.z * (1 - hollow * max(0, 1 - 1.6 * (s * s + t * t)))
      return Vector3(p.x, p.y, z + 0.052)
    }
    asset.add(body.levelled, material: cloth, crease: 1.2)
    return asset.asset()
  }
}
