import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A bowl of apples, oranges and lemons, with bananas on top at times.
package struct FruitBowl: FurnitureAsset {
  package static let assetName = "fruit_bowl"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "fruit_bowl", mainPart: "bowl")
    let v = look.variation
    let r = v.number("radius", in: 0.125...0.15)
    let h = r * v.number("deep", in: 0.5...0.66)
    let bowl =
      v.unit("wood") < 0.4
      ? asset.material(IndoorMaterial.wood(look.palette.darkWood), tile: IndoorMaterial.woodTile)
      : asset.material(Crockery.glaze(look))
    asset.add(Bowl.body(radius: r, height: h, wall: 0.006), material: bowl)
    let skin = asset.material(FruitShape.skin)
    func put(_ index: Int, at p: Vector3) {
      let turn = Quaternion(
        axis: Vector3(v.number("ax", index, in: -1...1), v.number("ay", index, in: -1...1), 0.3),
        angle: v.number("tilt", index, in: 0...1.2))
      let size = v.number("size", index, in: 0.034...0.04)
      let fruit =
        switch v.choice("fruit", index, of: 5) {
        case 0, 1: FruitShape.apple(v, index, radius: size)
        case 2, 3: FruitShape.orange(v, index, radius: size)
        default: FruitShape.lemon(radius: size * 0.72)
        }
      asset.add(
        fruit.translated(0, 0, -size).rotated(turn).translated(p.x, p.y, p.z), material: skin, part: "fruit")
    }
    let ring = r * 0.56
    for k in 0..<6 {
      let (s, c) = DeterministicMath.sincos(Double(k) * Double.pi / 3)
      put(k, at: Vector3(ring * c, ring * s, h * 0.52 + 0.03))
    }
    put(6, at: Vector3(0, 0, h * 0.3 + 0.035))
    if v.unit("bananas") < 0.5 {
      let bunch = FruitShape.bananas(v, count: 3)
      let turn = Quaternion(axis: Vector3(0, 0, 1), angle: v.number("heading", in: 0...6))
      asset.add(bunch.rotated(turn).translated(0, 0, h * 0.52 + 0.048), material: skin, part: "fruit")
    } else {
      for k in 0..<3 {
        let (s, c) = DeterministicMath.sincos(Double(k) * 2.1 + 0.5)
        put(7 + k, at: Vector3(0.042 * c, 0.042 * s, h * 0.52 + 0.082))
      }
    }
    return asset.asset()
  }
}
