import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A leaning block of wood with the handles of five knives, toward +x.
package struct KnifeBlock: FurnitureAsset {
  package static let assetName = "knife_block"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "knife_block", mainPart: "block")
    let v = look.variation
    let wood = asset.material(
      IndoorMaterial.wood(v.unit("dark") < 0.5 ? look.palette.darkWood : look.palette.wood),
      tile: IndoorMaterial.woodTile)
    let grip = asset.material(
      IndoorMaterial.plastic(v.unit("light") < 0.2 ? Colour(0xe8e4da) : Colour(0x1d1e20)))
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let w = v.number("width", in: 0.09...0.115)
    let (h, d) = (v.number("height", in: 0.2...0.23), 0.095)
    // Seen from +y, the block leans back; its face with the slots looks up and to +x.
    let lean = v.number("lean", in: 0.06...0.09)
    let profile = Turned.softened(
      [
        Vector2(-d / 2 - 0.02, 0), Vector2(d / 2 + 0.015, 0), Vector2(d / 2 + 0.02, 0.012),
        Vector2(d / 2 - lean * 0.35, h * 0.62), Vector2(-d / 2 - lean + 0.035, h),
        Vector2(-d / 2 - lean + 0.02, h - 0.004), Vector2(-d / 2 - 0.024, 0.012),
      ], rounds: 0)
    // Profiles are of (x, z): raised along y and turned upright.
    let upright = Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2)
    asset.add(
      MeshBuilder.extrusion(profile, bottom: -w / 2, top: w / 2).rotated(upright), material: wood, crease: 0.4
    )
    let a = Vector3(d / 2 - lean * 0.35, 0, h * 0.62)
    let b = Vector3(-d / 2 - lean + 0.035, 0, h)
    let face = normalized(b - a)
    let out = Vector3(face.z, 0, -face.x)
    for k in 0..<5 {
      let (row, column) = (k / 2, k % 2)
      let t = 0.8 - 0.3 * Double(row)
      let y = row == 2 ? 0 : (Double(column) - 0.5) * w * 0.45
      let base = a + (b - a) * t + Vector3(0, y, 0)
      let length = 0.115 - 0.014 * Double(row)
      let across = normalized(cross(Vector3(0, 1, 0), out))
      let rings = [
        (-0.005, 0.009), (0.004, 0.011), (length * 0.5, 0.0105), (length * 0.9, 0.0125), (length, 0.008),
      ]
      asset.add(
        .loft(
          rings.map { s, r in
            superellipse(r, 0.0068, exponent: 3, count: 12).map {
              base + out * s + across * $0.x + Vector3(0, $0.y, 0)
            }
          }), material: grip, part: "handle")
      for s in [0.25, 0.55, 0.8] {
        asset.add(
          .cylinder(
            from: base + out * (length * s) - Vector3(0, 0.0076, 0),
            to: base + out * (length * s) + Vector3(0, 0.0076, 0), radius: 0.0026, sides: 8),
          material: metal, part: "rivet")
      }
    }
    return asset.asset()
  }
}
