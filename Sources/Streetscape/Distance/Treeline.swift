package import Assets
import VectorMath
package import WorldModel

/// The edge of a wood as it is seen from afar: sheets with crowns cut out, along y, 60 m long.
package struct Treeline: ParametricAsset {
  package static let assetName = "treeline"
  package static let length = 60.0
  package var height: Double
  package var variant: UInt64

  package init() { self.init(height: 12, variant: 1) }

  package init(height: Double, variant: UInt64) {
    self.height = height
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "treeline", nativeClass: "vegetation", mainPart: "leaves")
    let chance = AssetVariation(seed: variant)
    let tint = Colour(chance.pick("tint", [0xffffff, 0xe8f0d8, 0xd8e8d0] as [UInt32]))
    let leaf = asset.material(
      Material(
        name: "treeline", baseColor: tint.linear, baseColorTexture: StreetTexture.treeline, roughness: 0.95,
        alpha: .mask(cutoff: 0.5), isDoubleSided: true))
    var mesh = MeshBuilder()
    // Three rows, the nearest lowest, each a little bent.
    for row in 0..<3 {
      let back = -4 * Double(row)
      let h = height * (0.72 + 0.14 * Double(row))
      let shift = chance.unit("shift", row)
      let tone = Float(1 - 0.1 * Double(row))
      mesh.color = SIMD4(tone, tone, tone, 1)
      func at(_ k: Int) -> Vector3 {
        let y = -Self.length / 2 + Self.length * Double(k) / 4
        return Vector3(back + chance.number("bend", row * 8 + k, in: -1.5...1.5), y, 0)
      }
      for k in 0..<4 {
        let (a, b) = (at(k), at(k + 1))
        let (u, v) = (shift + 0.25 * Double(k) * 0.75, shift + 0.25 * Double(k + 1) * 0.75)
        // Woods fade out at their ends.
        let ends: [Double] = [0.35, 0.9, 1, 0.85, 0.3]
        let ids = [a, b, b + Vector3(0, 0, h * ends[k + 1]), a + Vector3(0, 0, h * ends[k])].map {
          mesh.point($0)
        }
        mesh.quad(
          ids[0], ids[1], ids[2], ids[3], uv: (Vector2(u, 1), Vector2(v, 1), Vector2(v, 0), Vector2(u, 0)))
      }
    }
    mesh.setNormals { _ in Vector3(0.55, 0, 0.85) }
    asset.add(mesh, material: leaf)
    return asset.asset()
  }
}
