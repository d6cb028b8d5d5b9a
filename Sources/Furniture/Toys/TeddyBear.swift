import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A teddy bear that sits and looks to +x.
package struct TeddyBear: FurnitureAsset {
  package static let assetName = "teddy_bear"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "teddy_bear")
    let v = look.variation
    let s = v.number("size", in: 0.85...1.35)
    let furs = [Colour(0xa8713c), Colour(0xd9b98a), Colour(0xf0e9dc), Colour(0x6a4a32), Colour(0xb9a8a0)]
    let pick = v.choice("fur", of: furs.count)
    let fur = asset.material(IndoorMaterial.fur(furs[pick]), tile: IndoorMaterial.furTile)
    let pale = asset.material(
      IndoorMaterial.fur(pick == 2 ? Colour(0xd9c4a8) : Colour(0xe9d9bc)), tile: IndoorMaterial.furTile)
    let black = asset.material(IndoorMaterial.plastic(Colour(0x161412), roughness: 0.1))
    func lump(
      _ c: Vector3, _ r: Vector3, _ material: Int, _ part: String, turn: Quaternion = .identity,
      fine: Int = 14
    ) {
      var b = MeshBuilder.ellipsoid(radii: r * s, sides: fine, rings: fine * 2 / 3)
      b.displace { p in
        let shag =
          0.0012 * s * DeterministicMath.sin(p.x * 310 / s) * DeterministicMath.sin(p.y * 290 / s + 1)
          * DeterministicMath.sin(p.z * 330 / s)
        return p * (1 + shag / max(0.01, length(p)))
      }
      b.projectUVs()
      b = b.rotated(turn).translated(c.x * s, c.y * s, c.z * s)
      b.displace { Vector3($0.x, $0.y, max(0, $0.z)) }
      asset.add(b, material: material, part: part, crease: 1)
    }
    lump(Vector3(-0.02, 0, 0.088), Vector3(0.066, 0.07, 0.092), fur, "body", fine: 20)
    lump(Vector3(0.018, 0, 0.088), Vector3(0.04, 0.048, 0.06), pale, "belly")
    lump(Vector3(-0.005, 0, 0.215), Vector3(0.06, 0.066, 0.058), fur, "head", fine: 20)
    lump(Vector3(0.046, 0, 0.2), Vector3(0.03, 0.031, 0.024), pale, "snout")
    lump(Vector3(0.073, 0, 0.21), Vector3(0.008, 0.011, 0.008), black, "nose", fine: 12)
    for side in [-1.0, 1] {
      lump(Vector3(-0.012, side * 0.052, 0.264), Vector3(0.013, 0.025, 0.025), fur, "ear")
      lump(Vector3(-0.002, side * 0.052, 0.264), Vector3(0.008, 0.016, 0.016), pale, "ear", fine: 14)
      lump(Vector3(0.046, side * 0.024, 0.231), Vector3(0.0065, 0.0065, 0.0065), black, "eye", fine: 12)
      let down =
        Quaternion(axis: Vector3(1, 0, 0), angle: side * 0.5)
        * Quaternion(axis: Vector3(0, 1, 0), angle: -0.55)
      lump(Vector3(0.022, side * 0.076, 0.116), Vector3(0.026, 0.026, 0.066), fur, "arm", turn: down)
      let out = Quaternion(axis: Vector3(0, 0, 1), angle: side * 0.32)
      lump(Vector3(0.062, side * 0.062, 0.034), Vector3(0.076, 0.034, 0.034), fur, "leg", turn: out)
      lump(Vector3(0.131, side * 0.085, 0.038), Vector3(0.016, 0.034, 0.04), fur, "foot", turn: out)
      lump(Vector3(0.139, side * 0.088, 0.038), Vector3(0.011, 0.025, 0.03), pale, "foot", turn: out)
    }
    if v.unit("bow") < 0.6 {
      let ribbon = asset.material(
        IndoorMaterial.fabric(look.palette.accent(v.choice("ribbon", of: 3))), tile: IndoorMaterial.fabricTile
      )
      asset.add(
        MeshBuilder.torus(radius: 0.043 * s, tube: 0.008 * s, sides: 28, rings: 8).translated(
          -0.012 * s, 0, 0.164 * s), material: ribbon, part: "bow")
      for side in [-1.0, 1] {
        let wing = MeshBuilder.ellipsoid(radii: Vector3(0.007, 0.021, 0.014) * s, sides: 14, rings: 8)
          .rotated(Quaternion(axis: Vector3(1, 0, 0), angle: side * 0.3)).translated(
            0.044 * s, side * 0.02 * s, 0.158 * s)
        asset.add(wing, material: ribbon, part: "bow")
      }
      asset.add(
        .sphere(center: Vector3(0.047, 0, 0.158) * s, radius: 0.008 * s, sides: 12), material: ribbon,
        part: "bow")
    }
    return asset.asset()
  }
}
