import Assets
import VectorMath
package import WorldModel

/// A magazine that lies face up, its head at -x; its free edge rises a little.
package struct Magazine: FurnitureAsset {
  package static let assetName = "magazine"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "magazine", mainPart: "cover")
    let v = look.variation
    let (h, w) = (v.number("height", in: 0.27...0.297), v.number("width", in: 0.205...0.222))
    let thickness = v.number("thickness", in: 0.003...0.007)
    let curl = v.number("curl", in: 0.001...0.008)
    let cover = asset.material(
      Material(name: "magazine_cover", baseColorTexture: SheetPrint.magazines, roughness: 0.25))
    let leaves = asset.material(BookPrint.leavesMaterial)
    let design = v.choice("design", of: 4)
    func rise(_ u: Double, _ v: Double) -> Double { curl * u * u * u * (0.6 + 0.4 * v) }
    func sheet(_ from: Double, _ to: Double, inset: Double, rising: Double) -> MeshBuilder {
      .slab(
        columns: 8, rows: 3,
        front: { u, v in
          Vector3(
            (v - 0.5) * (h - 2 * inset), (u - 0.5) * (w - inset) - inset / 2, to + rising * rise(u, v))
        },
        back: { u, v in
          Vector3(
            (v - 0.5) * (h - 2 * inset), (u - 0.5) * (w - inset) - inset / 2, from + rising * rise(u, v))
        })
    }
    var top = sheet(thickness - 0.0004, thickness, inset: 0, rising: 1)
    top.mapUVs {
      Vector2((Double(design % 2) + 0.01 + 0.98 * $0.x) / 2, (Double(design / 2) + 0.01 + 0.98 * $0.y) / 2)
    }
    asset.add(top, material: cover)
    var block = sheet(0.0003, thickness - 0.0004, inset: 0.0008, rising: 0.6)
    block.setUVs { Vector2($0.x + $0.y, $0.z / 0.012) }
    asset.add(block, material: leaves, part: "leaves")
    // The back cover closes the fold at the spine.
    var back = MeshBuilder.box(from: Vector3(-h / 2, -w / 2 - 0.0004, 0), to: Vector3(h / 2, w / 2, 0.0003))
    back.append(.box(from: Vector3(-h / 2, -w / 2 - 0.0004, 0.0003), to: Vector3(h / 2, -w / 2, thickness)))
    back.setUVs { _ in Vector2(0.03 + 0.5 * Double(design % 2), 0.46 + 0.5 * Double(design / 2)) }
    asset.add(back, material: cover)
    return asset.asset()
  }
}
