import Assets
import VectorMath
package import WorldModel

/// A light switch; the origin on the wall behind its middle.
package struct LightSwitch: FurnitureAsset {
  package static let assetName = "light_switch"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "light_switch", mainPart: "plate")
    asset.fittings.mount = .wall
    let plate = WallPlate(look: look)
    let body = plate.material(&asset)
    let gangs = 1 + look.variation.choice("gangs", of: 3) / 2
    plate.addFrame(to: &asset, body, width: 0.084)
    let half = 0.0295
    for k in 0..<gangs {
      let w = 2 * half / Double(gangs)
      let y = -half + w * Double(k)
      // A rocker that leans to one side.
      func at(_ z: Double, _ x: Double) -> [Vector3] {
        [
          Vector3(0.003, y + 0.0006, z), Vector3(0.003, y + w - 0.0006, z), Vector3(x, y + w - 0.0006, z),
          Vector3(x, y + 0.0006, z),
        ]
      }
      asset.add(
        .loft([at(-half, 0.0135), at(-0.002, 0.0112), at(half, 0.0108)]), material: body, part: "rocker")
    }
    return asset.asset()
  }
}
