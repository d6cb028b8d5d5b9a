import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Folded jumpers and shirts on each other, their folds to +x.
package struct FoldedClothes: FurnitureAsset {
  package static let assetName = "folded_clothes"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "jacket", mainPart: "cloth")
    let v = look.variation
    let tones = [
      Colour(0xece8de), Colour(0x39465a), look.palette.accent(0), Colour(0x9a9a96), look.palette.accent(1),
      Colour(0x6f8296), Colour(0x2b2c2e), Colour(0xb98d74),
    ]
    let (d, w) = (v.number("depth", in: 0.25...0.3), v.number("width", in: 0.24...0.33))
    var z = 0.0
    for k in 0..<2 + v.choice("count", of: 5) {
      let cloth = asset.material(
        IndoorMaterial.fabric(tones[v.choice("tone", k, of: tones.count)]),
        tile: IndoorMaterial.fabricTile * 0.6)
      let layers = 2
      let thick = v.number("thick", k, in: 0.018...0.03)
      let shift = Vector2(v.number("x", k, in: -0.008...0.008), v.number("y", k, in: -0.008...0.008))
      let half = Vector2(d / 2 - v.number("d", k, in: 0...0.012), w / 2 - v.number("w", k, in: 0...0.015))
      for layer in 0..<layers {
        // Seen from the front a long roll; flat and soft above.
        let rings = 10
        let phase = v.number("phase", 7 * k + layer, in: 0...6)
        let back = layer == 0 ? 0.0 : v.number("back", k, in: 0.002...0.012)
        asset.add(
          .loft(
            (0...rings).map { j in
              let t = -DeterministicMath.cos(Double.pi * Double(j) / Double(rings))
              let end = max(0.3, DeterministicMath.pow(1 - DeterministicMath.pow(t.magnitude, 24), 0.4))
              return superellipse(half.x - back / 2, thick / 2, exponent: 4, count: 18).map { p in
                let sag = 0.0012 * DeterministicMath.sin(t * 5 + p.x * 16 + phase)
                let x = p.x + shift.x + 0.0015 * DeterministicMath.sin(5 * t + phase)
                return Vector3(
                  x, shift.y + t * half.y, max(0, z + thick / 2 + p.y * end + (z > 0 || p.y > 0 ? sag : 0)))
              }
            }), material: cloth, crease: 1.2)
        z += thick * 0.97
      }
    }
    return asset.asset()
  }
}
