import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// One roll of toilet paper that stands, or a stack of several.
package struct ToiletPaper: FurnitureAsset {
  package static let assetName = "toilet_paper"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toilet_paper", mainPart: "roll")
    let v = look.variation
    let paper = asset.material(IndoorMaterial.paper(Colour(0xf3f1ec)))
    let card = asset.material(IndoorMaterial.paper(Colour(0xb89a72)))
    let count = [1, 1, 2, 3][v.choice("count", of: 4)]
    for k in 0..<count {
      let r = k == 0 && v.unit("used") < 0.4 ? 0.042 : v.number("radius", k, in: 0.053...0.058)
      let z = 0.101 * Double(k)
      let h = 0.1
      let x = v.number("x", k, in: -0.003...0.003)
      let (outer, core) = (k > 0 ? 0.055 : r, 0.021)
      // A little soft at the edges.
      asset.add(
        MeshBuilder.lathe(
          [
            Vector2(core, 0.0015), Vector2(outer - 0.004, 0), Vector2(outer - 0.001, 0.001),
            Vector2(outer, 0.004), Vector2(outer, h - 0.004),
            Vector2(outer - 0.001, h - 0.001), Vector2(outer - 0.004, h), Vector2(core, h - 0.0015),
          ], sides: 32, isClosed: true
        ).translated(x, 0, z), material: paper)
      asset.add(
        MeshBuilder.lathe(
          [
            Vector2(core + 0.0005, 0.0005), Vector2(core + 0.0005, h - 0.001),
            Vector2(core - 0.0012, h - 0.001), Vector2(core - 0.0012, 0.0005),
          ], sides: 24, isClosed: true
        ).translated(x, 0, z), material: card, part: "core")
      if k == count - 1 {
        // The free end of the paper lifts off the roll.
        let sheet = MeshBuilder.slab(
          columns: 1, rows: 6,
          front: { u, t in end(u, t, 0.0006) }, back: { u, t in end(u, t, 0) })
        func end(_ u: Double, _ t: Double, _ off: Double) -> Vector3 {
          let a = 0.3 + t * 0.75
          let (s, c) = DeterministicMath.sincos(a)
          let out = outer + off + 0.009 * t * t
          return Vector3(x + out * c, out * s, z + 0.001 + (h - 0.002) * u)
        }
        asset.add(sheet, material: paper)
      }
    }
    return asset.asset()
  }
}
