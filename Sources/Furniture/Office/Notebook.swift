import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A notebook that lies closed, its head at -x: bound with an elastic band, or with a spiral of wire.
package struct Notebook: FurnitureAsset {
  package static let assetName = "notebook"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "notebook", mainPart: "cover")
    let v = look.variation
    let (h, w) = v.unit("large") < 0.5 ? (0.21, 0.13) : (0.25, 0.19)
    let t = v.number("thickness", in: 0.009...0.016)
    let colours = [
      Colour(0x202124), look.palette.accent(0), look.palette.leather, look.palette.accent(1),
      Colour(0x8a2f35),
    ]
    let colour = colours[v.choice("colour", of: colours.count)]
    let isSpiral = v.unit("spiral") < 0.4
    let cover = asset.material(isSpiral ? IndoorMaterial.plastic(colour) : IndoorMaterial.leather(colour))
    let leaves = asset.material(BookPrint.leavesMaterial)
    func plate(_ z0: Double, _ z1: Double, inset: Double, radius: Double) -> MeshBuilder {
      .extrusion(
        roundedRectangle(h - 2 * inset, w - 2 * inset, radius: radius, corner: 3), bottom: z0, top: z1)
    }
    asset.add(plate(0, 0.0014, inset: 0, radius: 0.007), material: cover)
    asset.add(plate(t - 0.0014, t, inset: 0, radius: 0.007), material: cover)
    var block = plate(0.0014, t - 0.0014, inset: 0.0015, radius: 0.006)
    block.setUVs { Vector2($0.x + $0.y, $0.z / 0.02) }
    asset.add(block, material: leaves, part: "leaves")
    if isSpiral {
      let wire = asset.material(IndoorMaterial.metal(.steel))
      let rings = 16
      for i in 0..<rings {
        let x = (Double(i) + 0.5) / Double(rings) * (h - 0.02) - h / 2 + 0.01
        let ring = MeshBuilder.torus(radius: t * 0.5 + 0.001, tube: 0.0008, sides: 10, rings: 4)
          .rotated(Quaternion(axis: Vector3(0, 1, 0), angle: Double.pi / 2))
          .translated(x, -w / 2, t * 0.5 + 0.0018)
        asset.add(ring, material: wire, part: "spiral")
      }
    } else {
      asset.add(
        .box(from: Vector3(-h / 2, -w / 2 - 0.0012, 0), to: Vector3(h / 2, 0.001 - w / 2, t), bevel: 0.0008),
        material: cover)
      let band = asset.material(
        IndoorMaterial.fabric(v.unit("band") < 0.5 ? Colour(0x202124) : look.palette.accent(2)))
      let y = w / 2 - 0.018
      for z in [0.0, t] {
        asset.add(
          .box(
            from: Vector3(-h / 2 - 0.0008, y, max(0, z - 0.0002)),
            to: Vector3(h / 2 + 0.0008, y + 0.006, z + 0.0006)), material: band, part: "band")
      }
      for x in [-1.0, 1] {
        asset.add(
          .box(from: Vector3(x * h / 2, y, 0), to: Vector3(x * (h / 2 + 0.0008), y + 0.006, t)),
          material: band,
          part: "band")
      }
    }
    return asset.asset()
  }
}
