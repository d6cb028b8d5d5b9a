import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Two chopsticks side by side along x, their tips toward -x on a small rest.
package struct Chopsticks: FurnitureAsset {
  package static let assetName = "chopsticks"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "chopsticks", mainPart: "stick")
    let v = look.variation
    let colour = [look.palette.darkWood, look.palette.wood, Colour(0x2a1512)][v.choice("wood", of: 3)]
    let wood = asset.material(IndoorMaterial.wood(colour), tile: IndoorMaterial.woodTile)
    let glaze = asset.material(Crockery.plain(look))
    let l = v.number("length", in: 0.225...0.245)
    let (tipZ, rest) = (0.0135, 0.06)
    for (k, y) in [-0.007, 0.007].enumerated() {
      let skew = v.number("skew", k, in: -0.004...0.004)
      let rings = [
        (-l / 2, 0.0017), (-l / 2 + 0.03, 0.0023), (0.0, 0.0033), (l / 2 - 0.002, 0.0042), (l / 2, 0.0036),
      ]
      asset.add(
        .loft(
          rings.map { x, r in
            let t = (l / 2 - x) / l
            let slope = (tipZ - 0.0042) / (l - rest)
            return superellipse(r, r, exponent: x < -0.05 ? 2 : 5, count: 12).map {
              Vector3(x, y + skew * t * 2 + $0.x, 0.0042 + slope * t * l + $0.y)
            }
          }), material: wood)
    }
    // The rest: a small saddle.
    let x = rest - l / 2
    let z = 0.0042 + (tipZ - 0.0042) * (l - rest) / (l - rest) - 0.0025
    asset.add(
      .loft(
        (0...8).map { i in
          let t = Double(i) / 4 - 1
          let top = z + 0.002 * t * t * 0.9
          return [
            Vector3(x - 0.008, t * 0.022, 0), Vector3(x + 0.008, t * 0.022, 0),
            Vector3(x + 0.006, t * 0.022, top - 0.001),
            Vector3(x, t * 0.022, top), Vector3(x - 0.006, t * 0.022, top - 0.001),
          ]
        }), material: glaze, part: "rest")
    return asset.asset()
  }
}
