import Assets
import VectorMath
package import WorldModel

/// A flat pallet of 1.2 by 0.8 metres (EN 13698-1): boards, blocks and runners.
package struct Pallet: FurnitureAsset {
  package static let assetName = "pallet"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "pallet", mainPart: "board")
    let v = look.variation
    let woods = [Colour(0xc9a878), Colour(0xb59468), Colour(0xa08a6a)]
    let wood = Finish.wood(woods[v.choice("wood", of: woods.count)])
    // Along y 1.2 m. Top boards across x have 22 mm, the ones they rest on too; blocks of 78 mm; runners of 22 mm.
    let top = 0.144
    for (i, place) in [(-0.3275, 0.145), (-0.1645, 0.1), (0, 0.145), (0.1645, 0.1), (0.3275, 0.145)]
      .enumerated()
    {
      let shift = v.number("shift", i, in: -0.004...0.004)
      asset.add(
        .board(
          Vector3(place.0 - place.1 / 2, shift - 0.6, top - 0.022),
          Vector3(place.0 + place.1 / 2, 0.6 + shift, top), bevel: 0.003), wood)
    }
    for y in [-0.5275, 0, 0.5275] {
      asset.add(.board(Vector3(-0.4, y - 0.0725, 0.1), Vector3(0.4, y + 0.0725, 0.122), bevel: 0.003), wood)
      for x in [-0.35, 0, 0.35] {
        let half = x == 0 ? 0.0725 : 0.05
        asset.add(
          .board(Vector3(x - half, y - 0.0725, 0.022), Vector3(x + half, y + 0.0725, 0.1), bevel: 0.003),
          wood, part: "block")
      }
    }
    for x in [-0.35, 0, 0.35] {
      let half = x == 0 ? 0.0725 : 0.05
      asset.add(.board(Vector3(x - half, -0.6, 0), Vector3(x + half, 0.6, 0.022), bevel: 0.003), wood)
    }
    asset.support("top", at: Vector3(0, 0, top), size: Vector2(0.78, 1.18))
    return asset.asset()
  }
}
