import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A box of tissues, flat or a cube, one tissue pulled out.
package struct TissueBox: FurnitureAsset {
  package static let assetName = "tissue_box"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "tissue_box", mainPart: "box")
    let v = look.variation
    let isCube = v.unit("cube") < 0.4
    let size =
      isCube ? Vector3(0.115, 0.115, 0.125) : Vector3(0.118, 0.225, v.number("height", in: 0.06...0.085))
    let isWooden = v.unit("wooden") < 0.3
    let card = asset.material(
      isWooden
        ? IndoorMaterial.wood(look.palette.wood)
        : IndoorMaterial.paper(
          [look.palette.accent(0), look.palette.accent(1), Colour(0x9fc4d4), Colour(0xf0ece2)][
            v.choice("card", of: 4)]),
      tile: IndoorMaterial.woodTile)
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    asset.add(.box(from: Vector3(-x, -y, 0), to: Vector3(x, y, h), bevel: 0.002), material: card)
    if !isWooden {
      // A band of another colour, and dots on it.
      let print = asset.material(IndoorMaterial.paper(Colour(0xf7f4ec)))
      for side in [-1.0, 1] {
        for k in 0..<3 {
          let r = min(h, 0.85 * y) * (k == 1 ? 0.24 : 0.16)
          let at = Vector3(side * x, (Double(k) - 1) * y * 0.55, h * 0.5)
          asset.add(
            .cylinder(
              from: at - Vector3(side * 0.002, 0, 0), to: at + Vector3(side * 0.0004, 0, 0), radius: r,
              sides: 20), material: print, part: "print")
        }
      }
    }
    let dark = asset.material(IndoorMaterial.paper(Colour(0x5a5a58)))
    let slot = superellipse(0.022, isCube ? 0.034 : 0.062, count: 24)
    asset.add(.extrusion(slot, bottom: h - 0.002, top: h + 0.0005), material: dark, part: "slot")
    let tissue = asset.material(IndoorMaterial.paper(Colour(0xfafaf8)))
    let lean = v.number("lean", in: -0.4...0.4)
    func sheet(_ u: Double, _ t: Double, _ off: Double) -> Vector3 {
      // Pinched in the slot, opening upward like a fan, its rim falling over.
      let open = 0.25 + 0.9 * t
      let s = 2 * u - 1
      let wave = DeterministicMath.sin(s * 7 + 1) * 0.014 * t + DeterministicMath.sin(s * 11) * 0.004 * t
      let fall = 0.03 * t * t
      let rise = 0.075 * t - 0.022 * t * t * s * s
      return Vector3(
        wave + fall * (s * 0.6 + lean) + off, s * 0.05 * open + lean * 0.02 * t, h - 0.002 + rise)
    }
    asset.add(
      .slab(columns: 28, rows: 8, front: { sheet($0, $1, 0.0005) }, back: { sheet($0, $1, -0.0005) }),
      material: tissue, part: "tissue", crease: 1.2)
    return asset.asset()
  }
}
