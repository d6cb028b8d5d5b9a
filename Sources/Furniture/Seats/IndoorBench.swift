import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A bench for a hall, a table or the foot of a bed: a plank, padded, or a box with a lid.
package struct IndoorBench: FurnitureAsset {
  package static let assetName = "indoor_bench"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.34...0.44), v.number("width", in: 0.95...1.5),
      v.number("height", in: 0.43...0.48))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "indoor_bench", mainPart: "seat")
    let v = look.variation
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.3)
    let cloth = v.unit("accent") < 0.4 ? look.palette.accent(v.choice("c", of: 3)) : look.palette.upholstery
    let cover = look.either(.fabric(cloth), .leather(look.palette.leather), "cover", share: 0.3)
    let plan = Vector2(size.x, size.y)
    switch v.choice("form", of: 3) {
    case 0:
      asset.add(
        .plate(roundedRectangle(size.x, size.y, radius: 0.012), bottom: h - 0.035, top: h, edge: 0.005), wood)
      let bases: [(TableBase, Finish, Double)] = [
        (.legs(.tapered), wood, 0.045), (.panels, wood, 0.035), (.frames, look.frameMetal, 0.04),
      ]
      let base = look.pick("base", bases, (.legs(.tapered), wood, 0.045))
      base.0.add(to: &asset, size: plan + Vector2(0.04, 0), height: h - 0.034, finish: base.1, width: base.2)
    case 1:
      let count = 3
      let step = size.y / Double(count)
      for i in 0..<count {
        let low = -y + step * Double(i)
        let pad = SoftBlock(
          Vector3(-x, low + 0.001, h - 0.1), Vector3(x, low + step - 0.001, h - 0.012), radius: 0.03,
          crown: Vector3(0.004, 0, 0.016),
          lumps: 0.002, phase: v.unit("pad", i))
        asset.add(pad.mesh, cover, crease: 1.1)
      }
      let shape: LegShape = look.style == .classic ? .turned : look.style == .modern ? .tube : .tapered
      asset.add(
        .board(Vector3(0.015 - x, 0.02 - y, h - 0.13), Vector3(x - 0.015, y - 0.02, h - 0.095)), wood,
        part: "frame")
      TableBase.legs(shape).add(
        to: &asset, size: plan, height: h - 0.128, finish: shape == .tube ? look.frameMetal : wood,
        width: shape == .tube ? 0.024 : 0.045)
    default:
      // A chest whose lid is the seat.
      let t = 0.02
      let lid = h - 0.075
      for s in [-1.0, 1] {
        asset.add(
          .board(Vector3(-x, s * y, 0.03), Vector3(x, s * (y - t), lid), grain: 0), wood, part: "frame")
        asset.add(
          .board(Vector3(s * x, t - y, 0.03), Vector3(s * (x - t), y - t, lid), grain: 1), wood, part: "frame"
        )
        asset.add(
          .board(Vector3(0.03 - x, s * (y - 0.03), 0), Vector3(x - 0.03, s * (y - 0.06), 0.032), grain: 0),
          wood, part: "leg")
      }
      asset.add(.board(Vector3(t - x, t - y, 0.03), Vector3(x - t, y - t, 0.03 + t)), wood, part: "frame")
      let node = asset.joint(
        "lid", rest: NodePose(translation: Vector3(-x, 0, lid)), .hinge(axis: Vector3(0, 1, 0), angle: -1.4))
      asset.add(
        .board(Vector3(0, -y - 0.004, 0.002), Vector3(2 * x + 0.008, y + 0.004, 0.02), bevel: 0.003), wood,
        part: "lid", node: node)
      let pad = SoftBlock(
        Vector3(0.01, 0.004 - y, 0.019), Vector3(2 * x, y - 0.004, 0.062), radius: 0.018,
        crown: Vector3(0.003, 0.003, 0.013), lumps: 0.002,
        phase: v.unit("pad"))
      asset.add(pad.mesh, cover, node: node, crease: 1.1)
      asset.add(pad.piping(axis: 2), cover, node: node, crease: 1.1)
      asset.support(
        "inside", at: Vector3(0, 0, 0.05), size: Vector2(size.x - 0.06, size.y - 0.06), headroom: lid - 0.07)
    }
    return asset.asset()
  }
}
