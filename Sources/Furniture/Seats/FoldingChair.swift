import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A chair that folds: bent tubes that cross at the sides, a seat and a back of sheet, wood or padding.
package struct FoldingChair: FurnitureAsset {
  package static let assetName = "folding_chair"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "folding_chair", mainPart: "seat")
    let v = look.variation
    let isWooden = v.unit("wooden") < (look.style == .rustic || look.style == .scandinavian ? 0.6 : 0.2)
    let tube = isWooden ? look.wood : Finish.metal(v.unit("grey") < 0.5 ? .steel : .blackened)
    let (seat, y, r) = (0.445, 0.205, isWooden ? 0.013 : 0.011)
    let back = v.number("back", in: 0.78...0.84)
    for sign in [-1.0, 1] {
      let side = sign * y
      // One leg runs from the front of the floor up into the back, the other from the rear to the seat's front.
      let long = [
        Vector3(0.24, side, r * 0.75), Vector3(-0.12, side, seat + 0.02), Vector3(-0.2, side, back - 0.06),
        Vector3(-0.215, side, back),
      ]
      asset.add(MeshBuilder.tube(long, radius: r, sides: 10).grainAlong, tube, part: "leg", crease: 1.2)
      let inner = side - sign * 2.2 * r
      asset.add(
        MeshBuilder.tube(
          [Vector3(-0.25, inner, r * 0.75), Vector3(0.17, inner, seat - 0.02)], radius: r, sides: 10
        ).grainAlong, tube, part: "leg", crease: 1.2)
    }
    for (at, half) in [
      (Vector3(0.2, 0, 0.12), y), (Vector3(-0.2, 0, 0.07), y - 2.2 * r), (Vector3(-0.215, 0, back), y),
    ] {
      asset.add(
        .capsule(from: at - Vector3(0, half, 0), to: at + Vector3(0, half, 0), radius: r, sides: 10), tube,
        part: "rail", crease: 1.2)
    }
    let colour = v.unit("pad") < 0.4
    let cover =
      colour ? Finish.fabric(look.palette.accent(v.choice("c", of: 3))) : isWooden ? look.wood : tube
    if isWooden && !colour {
      for i in 0..<5 {
        let x = -0.18 + 0.082 * Double(i)
        asset.add(
          .board(
            Vector3(x, 0.012 - y, seat - 0.008), Vector3(x + 0.068, y - 0.012, seat + 0.008), bevel: 0.004),
          cover)
      }
      for i in 0..<2 {
        let z = back - 0.2 + 0.09 * Double(i)
        let path = (0...6).map { k -> Vector3 in
          let t = Double(k) / 3 - 1
          return Vector3(-0.19 - 0.014 * (1 - t * t), y * t, z)
        }
        asset.add(
          .bar(path, section: roundedRectangle(0.012, 0.06, radius: 0.005, corner: 2)), cover, part: "back",
          crease: 1)
      }
    } else {
      let pad = SoftBlock(
        Vector3(-0.2, 0.016 - y, seat - 0.014), Vector3(0.21, y - 0.016, seat + (colour ? 0.02 : 0.004)),
        radius: colour ? 0.014 : 0.007,
        crown: Vector3(0.006, 0, colour ? 0.012 : 0.002), pitch: 0.12)
      asset.add(pad.mesh, cover, crease: 1.1)
      let rest = SoftBlock(
        Vector3(-0.206, 0.004 - y, back - 0.2), Vector3(-0.19 + (colour ? 0.012 : 0), y - 0.004, back - 0.05),
        radius: 0.007, crown: Vector3(0.003, 0, 0.01), pitch: 0.06
      ).mesh.displaced { Vector3($0.x + 0.5 * $0.y * $0.y - 0.012, $0.y, $0.z) }
      asset.add(rest, cover, part: "back", crease: 1.1)
    }
    return asset.asset()
  }
}
