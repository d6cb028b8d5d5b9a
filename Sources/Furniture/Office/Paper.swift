import Assets
import VectorMath
package import WorldModel

/// Loose sheets in an untidy stack, printed ones on top, their heads at -x.
package struct Paper: FurnitureAsset {
  package static let assetName = "paper"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "paper", mainPart: "sheet")
    let v = look.variation
    let print = asset.material(Material(name: "letter", baseColorTexture: SheetPrint.letter, roughness: 0.9))
    let sheets = 2 + v.choice("sheets", of: 5)
    var z = 0.0
    for i in 0..<sheets {
      let t = i == sheets - 1 ? 0.0004 : v.number("thick", i, in: 0.0004...0.0022)
      let turn = v.number("turn", i, in: -0.09...0.09)
      // One corner or edge of the topmost sheet lifts off.
      let lift = i == sheets - 1 ? v.number("lift", in: 0.001...0.006) : 0
      func at(_ u: Double, _ w: Double, _ height: Double) -> Vector3 {
        Vector3((w - 0.5) * 0.297, (u - 0.5) * 0.21, height + lift * smoothstep(0.9, 2, u + w))
      }
      let sheet = MeshBuilder.slab(
        columns: i == sheets - 1 ? 6 : 1, rows: i == sheets - 1 ? 6 : 1, front: { at($0, $1, z + t) },
        back: { at($0, $1, z) })
      asset.add(
        sheet.rotated(Quaternion(axis: Vector3(0, 0, 1), angle: turn))
          .translated(v.number("x", i, in: -0.012...0.012), v.number("y", i, in: -0.008...0.008), 0),
        material: print)
      z += t + 0.0001
    }
    return asset.asset()
  }
}
