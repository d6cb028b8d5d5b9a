import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A newspaper, folded once, the fold at -x, its front page up.
package struct Newspaper: FurnitureAsset {
  package static let assetName = "newspaper"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "newspaper", mainPart: "page")
    let v = look.variation
    let (w, h) = (v.number("width", in: 0.3...0.36), v.number("height", in: 0.22...0.255))
    let paper = asset.material(
      Material(name: "newspaper", baseColorTexture: SheetPrint.newspaper, roughness: 0.95))
    let plain = asset.material(IndoorMaterial.paper(Colour(0xd8d4c8)))
    // Leaves on leaves, each a little short of the one below, a fat round fold behind.
    let leaves = 4
    let thick = v.number("thick", in: 0.006...0.012)
    for leaf in 0..<leaves {
      let z0 = thick * Double(leaf) / Double(leaves)
      let z1 = thick * Double(leaf + 1) / Double(leaves) - 0.0004
      let short = 0.003 * Double(leaf) + v.number("short", leaf, in: 0...0.003)
      let skew = v.number("skew", leaf, in: -0.003...0.003)
      let wave = v.number("wave", in: 5...9)
      func at(_ u: Double, _ v: Double, _ z: Double) -> Vector3 {
        let loose = smoothstep(0.2, 1, v)
        let swell = (0.004 + 0.004 * DeterministicMath.sin(wave * u + 1)) * loose * Double(leaf) / 3
        return Vector3(
          (v - 0.5) * h - short * v, (u - 0.5) * w + skew * v, leaf == 0 && z == 0 ? 0 : z + swell)
      }
      asset.add(
        .slab(columns: 10, rows: 6, front: { at($0, $1, z1) }, back: { at($0, $1, z0) }),
        material: leaf == leaves - 1 ? paper : plain)
    }
    asset.add(
      .capsule(
        from: Vector3(-h / 2, thick * 0.6 - w / 2, thick * 0.55),
        to: Vector3(-h / 2, w / 2 - thick * 0.6, thick * 0.55),
        radius: thick * 0.55, sides: 10),
      material: plain)
    return asset.asset()
  }
}
