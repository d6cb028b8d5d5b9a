import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A tray of wood, lacquer or metal, with grips at its ends (±y) or round.
package struct Tray: FurnitureAsset {
  package static let assetName = "tray"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "tray")
    let v = look.variation
    let isRound = v.unit("round") < 0.35
    let half =
      isRound
      ? Vector2(repeating: v.number("r", in: 0.15...0.19))
      : Vector2(v.number("d", in: 0.12...0.16), v.number("w", in: 0.19...0.24))
    let finishes = [
      IndoorMaterial.wood(look.palette.wood), IndoorMaterial.wood(look.palette.darkWood),
      IndoorMaterial.lacquer(look.palette.accent(1)),
      IndoorMaterial.metal(look.palette.metal == .white ? .brass : look.palette.metal),
    ]
    let body = asset.material(finishes[v.choice("finish", of: 4)], tile: IndoorMaterial.woodTile)
    let h = v.number("height", in: 0.028...0.042)
    func plan(_ grow: Double) -> [Vector2] {
      isRound
        ? superellipse(half.x + grow, half.y + grow, count: 44)
        : roundedRectangle(2 * (half.x + grow), 2 * (half.y + grow), radius: 0.03 + 0.5 * grow, corner: 5)
    }
    asset.add(
      Tub.shell(height: h, flare: v.number("flare", in: 0...0.008), wall: 0.007, floor: 0.007, outline: plan),
      material: body, crease: 0.5)
    if v.unit("grips") < 0.6 {
      let grip = asset.material(
        IndoorMaterial.metal(look.palette.metal == .white ? .brass : look.palette.metal))
      for side in [-1.0, 1] {
        let y = side * (half.y - 0.004)
        let path = [
          Vector3(-0.055, y, h - 0.006), Vector3(-0.055, y, h + 0.014), Vector3(-0.048, y, h + 0.022),
          Vector3(0.048, y, h + 0.022), Vector3(0.055, y, h + 0.014),
          Vector3(0.055, y, h - 0.006),
        ]
        asset.add(.tube(path, radius: 0.0045, sides: 10), material: grip, part: "grip")
      }
    }
    asset.support("floor", at: Vector3(0, 0, 0.007), size: half * (isRound ? 1.3 : 1.8))
    return asset.asset()
  }
}
