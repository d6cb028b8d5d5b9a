import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A furled umbrella that leans back against the plane of least x, tip down, crook up.
package struct Umbrella: FurnitureAsset {
  package static let assetName = "umbrella"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "umbrella", mainPart: "canopy")
    let v = look.variation
    let cloth = asset.material(
      IndoorMaterial.fabric(
        [Colour(0x1c1e22), look.palette.accent(0), Colour(0x2f4a7a), Colour(0x8a2f35)][
          v.choice("cloth", of: 4)]), tile: 0.3)
    let wood = asset.material(
      v.unit("wooden") < 0.6
        ? IndoorMaterial.wood(look.palette.darkWood) : IndoorMaterial.plastic(Colour(0x1d1d1f)),
      tile: IndoorMaterial.woodTile)
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let l = v.number("length", in: 0.84...0.92)
    let lean = v.number("lean", in: 0.12...0.2)
    let tilt = Quaternion(axis: Vector3(0, 1, 0), angle: -lean)
    func place(_ b: MeshBuilder) -> MeshBuilder {
      b.rotated(tilt).translated(l * DeterministicMath.sin(lean) / 2, 0, 0.001).clampedToFloor
    }
    asset.add(
      place(
        .cylinder(from: Vector3(0, 0, 0), to: Vector3(0, 0, 0.07), radius: 0.003, endRadius: 0.006, sides: 10)
      ), material: metal, part: "tip")
    asset.add(
      place(.cylinder(from: Vector3(0, 0, 0.06), to: Vector3(0, 0, l - 0.1), radius: 0.0055, sides: 10)),
      material: metal, part: "stick")
    // Eight folds wound about the stick.
    let widths = ProfileCurve([
      Vector2(0, 0.007), Vector2(0.1, 0.016), Vector2(0.5, 0.027), Vector2(0.66, 0.024), Vector2(0.7, 0.022),
      Vector2(0.8, 0.03), Vector2(1, 0.036),
    ])
    let rings = 24
    asset.add(
      place(
        .loft(
          (0...rings).map { j in
            let t = Double(j) / Double(rings)
            return (0..<32).map { k in
              let a = 2 * Double.pi * Double(k) / 32
              let (s, c) = DeterministicMath.sincos(a + 1.6 * t)
              let r = widths(t) * (1 + 0.2 * DeterministicMath.sin(8 * a) * smoothstep(0.1, 0.6, t))
              return Vector3(r * c, r * s, 0.06 + t * (l - 0.25))
            }
          })), material: cloth, crease: 1.2)
    asset.add(
      place(
        MeshBuilder.torus(radius: 0.025, tube: 0.004, sides: 20, rings: 6).scaled(Vector3(1, 1, 2.5))
          .translated(0, 0, 0.06 + 0.68 * (l - 0.25))), material: cloth, part: "strap")
    let crook =
      [Vector3(0, 0, l - 0.12), Vector3(0, 0, l - 0.04)]
      + (0...10).map { i -> Vector3 in
        let (s, c) = DeterministicMath.sincos(Double.pi * 1.1 * Double(i) / 10)
        return Vector3(0, 0.04 - 0.04 * c, l - 0.03 + 0.04 * s)
      }
    asset.add(
      place(.tube(crook, radii: crook.indices.map { $0 == 0 ? 0.008 : 0.0105 }, sides: 12)), material: wood,
      part: "handle")
    return asset.asset()
  }
}
