import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A round or oval bed for a pet: a fat roll with a low entry at +x around a cushion.
package struct PetBed: FurnitureAsset {
  package static let assetName = "pet_bed"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "pet_bed", mainPart: "roll")
    let v = look.variation
    let half = Vector2(v.number("d", in: 0.22...0.29), v.number("w", in: 0.26...0.36))
    let cloth = asset.material(
      IndoorMaterial.fabric(v.unit("grey") < 0.5 ? look.palette.upholstery : look.palette.accent(2)),
      tile: IndoorMaterial.fabricTile)
    let soft = asset.material(IndoorMaterial.fur(look.palette.linen), tile: IndoorMaterial.furTile)
    let (n, sides) = (40, 14)
    let fat = v.number("fat", in: 0.055...0.075)
    var b = MeshBuilder()
    var ids: [[Int]] = []
    for i in 0..<n {
      let angle = 2 * Double.pi * Double(i) / Double(n)
      let (s, c) = DeterministicMath.sincos(angle)
      // The entry lies lower.
      let low = 1 - 0.5 * smoothstep(0.6, 0.98, c)
      let height = fat * 1.25 * low * (1 + 0.03 * DeterministicMath.sin(9 * angle))
      ids.append(
        (0..<sides).map { k in
          let (sk, ck) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(sides))
          let out = fat * (1 + ck * 0.96) - 2 * fat
          let z = max(0, height * (1 + sk) * (sk < 0 ? 0.96 : 1) - 0.004)
          return b.point(Vector3((half.x + out) * c, (half.y + out) * s, z))
        })
    }
    for i in 0..<n {
      for k in 0..<sides {
        let (j, l) = ((i + 1) % n, (k + 1) % sides)
        let (u0, u1) = (Double(k) * 0.03, Double(k + 1) * 0.03)
        let (v0, v1) = (Double(i) * 0.04, Double(i + 1) * 0.04)
        b.quad(
          ids[i][k], ids[j][k], ids[j][l], ids[i][l],
          uv: (Vector2(u0, v0), Vector2(u0, v1), Vector2(u1, v1), Vector2(u1, v0)))
      }
    }
    b.orientOutward()
    asset.add(b, material: cloth, crease: 1.2)
    let inner = half - Vector2(repeating: fat * 1.3)
    asset.add(
      .loft(
        [(0.001, 0.9), (0.01, 1.0), (0.045, 1.0), (0.062, 0.93), (0.07, 0.75), (0.07, 0.4), (0.066, 0.12)].map
        { z, g in
          superellipse(inner.x * g, inner.y * g, count: 32).map { p in
            Vector3(
              p.x, p.y,
              z + (z > 0.05 ? 0.004 * DeterministicMath.sin(p.x * 40) * DeterministicMath.sin(p.y * 33) : 0))
          }
        }), material: soft, part: "cushion", crease: 1.2)
    return asset.asset()
  }
}
