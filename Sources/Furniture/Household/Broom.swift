import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A broom that leans back against the plane of least x, its brush on the floor in front.
package struct Broom: FurnitureAsset {
  package static let assetName = "broom"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "broom", mainPart: "stick")
    let v = look.variation
    let l = v.number("length", in: 1.2...1.4)
    let w = v.number("width", in: 0.26...0.34)
    let wood = asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
    let head = asset.material(
      v.unit("red") < 0.5
        ? IndoorMaterial.lacquer(
          [Colour(0xa8322c), Colour(0x2f6f58), Colour(0x1f5f8a)][v.choice("head", of: 3)])
        : IndoorMaterial.wood(look.palette.darkWood),
      tile: IndoorMaterial.woodTile)
    let hair = asset.material(
      IndoorMaterial.fabric(v.unit("hair") < 0.5 ? Colour(0xc9a86a) : Colour(0x3a3532)), tile: 0.08)
    let lean = v.number("lean", in: 0.1...0.16)
    let tilt = Quaternion(axis: Vector3(0, 1, 0), angle: -lean)
    let shift = l * DeterministicMath.sin(lean) / 2
    func place(_ b: MeshBuilder) -> MeshBuilder { b.rotated(tilt).translated(shift, 0, 0.002) }
    asset.add(
      place(.capsule(from: Vector3(0, 0, 0.08), to: Vector3(0, 0, l), radius: 0.0125, sides: 12)),
      material: wood)
    asset.add(
      place(
        .cylinder(
          from: Vector3(0, 0, 0.085), to: Vector3(0, 0, 0.13), radius: 0.022, endRadius: 0.015, sides: 14)),
      material: head, part: "head")
    asset.add(
      place(
        .loft(
          [(0.066, -0.002), (0.07, 0.0), (0.088, 0.0), (0.094, -0.006)].map { z, g in
            superellipse(0.026 + g, w / 2 + g, exponent: 4, count: 28).map { Vector3($0.x, $0.y, z) }
          })),
      material: head, part: "head")
    // Rows of bristles spread toward the floor, cut level with it.
    let rows = (4, 17)
    for i in 0..<rows.0 {
      for j in 0..<rows.1 {
        let x = (Double(i) - 1.5) * 0.011
        let y = (Double(j) / Double(rows.1 - 1) - 0.5) * (w - 0.03)
        let spread = Vector3(
          x * 1.5 + v.number("bx", 20 * i + j, in: -0.003...0.003),
          y * 1.08 + v.number("by", 20 * i + j, in: -0.004...0.004), 0)
        let top = tilt * Vector3(x, y, 0.07) + Vector3(shift, 0, 0.002)
        let foot = Vector3(spread.x + shift, spread.y, 0.0)
        asset.add(
          .cylinder(from: top, to: foot, radius: 0.0052, endRadius: 0.0068, sides: 5).clampedToFloor,
          material: hair, part: "bristles")
      }
    }
    return asset.asset()
  }
}

extension MeshBuilder {
  /// What reaches below the floor is pressed up to it.
  var clampedToFloor: MeshBuilder {
    var out = self
    out.displace { Vector3($0.x, $0.y, max(0, $0.z)) }
    return out
  }
}
