import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A table knife, along x, its blade toward -x, the edge to +y.
package struct Knife: FurnitureAsset {
  package static let assetName = "knife"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "knife", mainPart: "blade")
    let v = look.variation
    let metal = asset.material(Crockery.steel(look))
    let l = 0.225
    let (split, z) = (0.02, 0.0035)
    // The blade: straight back, a belly near the tip.
    let back = [
      Vector2(split, -0.006), Vector2(-0.06, -0.0075), Vector2(-0.095, -0.007), Vector2(-0.108, -0.003),
      Vector2(-l / 2, 0.003),
    ]
    let edge = [
      Vector2(-0.106, 0.009), Vector2(-0.08, 0.0115), Vector2(-0.04, 0.0105), Vector2(0.005, 0.0085),
      Vector2(split, 0.0055),
    ]
    asset.add(.extrusion(back + edge, bottom: z - 0.0008, top: z + 0.0008), material: metal)
    let wooden = v.unit("wooden") < 0.3
    let grip =
      wooden
      ? asset.material(IndoorMaterial.wood(look.palette.darkWood), tile: IndoorMaterial.woodTile) : metal
    let rings = [
      (0.0, 0.0055, 0.0022), (0.06, 0.0062, 0.003), (0.5, 0.0066, 0.0034), (0.92, 0.0085, 0.0035),
      (1, 0.006, 0.0028),
    ]
    asset.add(
      .loft(
        rings.map { t, a, b in
          superellipse(a, b, exponent: 2.6, count: 12).map {
            Vector3(split - 0.002 + t * (l / 2 - split), $0.x, z + $0.y)
          }
        }), material: grip, part: "handle")
    // The blade floats beside its handle, as the handle is thicker: let its lowest point down to the table.
    asset.add(
      .box(from: Vector3(split - 0.004, -0.005, 0), to: Vector3(split + 0.002, 0.005, 2 * z), bevel: 0.0012),
      material: metal, part: "handle")
    return asset.asset()
  }
}
