import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Boards on a wall: floating, on brackets, or joined to open boxes. The origin is on the wall, in the plane of the
/// lowest board's top.
package struct WallShelf: FurnitureAsset {
  package static let assetName = "wall_shelf"
  /// Metres: away from the wall, and along it.
  package var depth: Double
  package var width: Double
  private let look: Look

  package init(_ look: Look) {
    depth = look.variation.number("depth", in: 0.18...0.26)
    width = look.variation.number("width", in: 0.5...1.2)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "wall_shelf", mainPart: "shelf")
    asset.fittings.mount = .wall
    let v = look.variation
    let finish = look.either(
      look.wood, look.lacquer, "white", share: look.style == .scandinavian ? 0.4 : 0.15)
    let y = width / 2
    /// - Parameter bays: along y, where things can stand; the whole board where there are none.
    func shelf(
      _ name: String, _ z: Double, _ half: Double, thick: Double, headroom: Double = .infinity,
      bays: [ClosedRange<Double>] = []
    ) {
      asset.add(.board(Vector3(0, -half, z - thick), Vector3(depth, half, z), bevel: 0.003, grain: 1), finish)
      for (i, bay) in (bays.isEmpty ? [-half...half] : bays).enumerated() {
        asset.support(
          i == 0 ? name : "\(name) \(i + 1)",
          at: Vector3(depth / 2, (bay.lowerBound + bay.upperBound) / 2, z),
          size: Vector2(depth - 0.01, bay.upperBound - bay.lowerBound - 0.02), headroom: headroom)
      }
    }
    switch v.choice("form", of: 4) {
    case 0: shelf("shelf", 0, y, thick: v.number("thick", in: 0.03...0.045))
    case 1:
      shelf("shelf", 0, y, thick: 0.024)
      for side in [-1.0, 1] {
        let at = side * (y - min(0.16, y * 0.4))
        let metal = look.frameMetal
        asset.add(
          .box(from: Vector3(0, at - 0.014, -0.2), to: Vector3(0.006, at + 0.014, -0.024), bevel: 0.001),
          metal, part: "bracket")
        asset.add(
          .box(
            from: Vector3(0, at - 0.014, -0.03), to: Vector3(depth - 0.02, at + 0.014, -0.0235), bevel: 0.001),
          metal, part: "bracket")
        asset.add(
          .bar(
            [Vector3(0.004, at, -0.17), Vector3(depth * 0.72, at, -0.028)],
            section: [
              Vector2(-0.004, -0.004), Vector2(0.004, -0.004), Vector2(0.004, 0.004), Vector2(-0.004, 0.004),
            ]), metal, part: "bracket")
      }
    case 2:
      // A box, open in front, with one division.
      let (t, h) = (0.018, v.number("box", in: 0.26...0.34))
      let division = v.number("division", in: -0.3...0.3) * y
      shelf(
        "bottom", 0, y, thick: t, headroom: h - 0.004, bays: [(t - y)...division, (division + t)...(y - t)])
      shelf("top", h + t, y, thick: t)
      for at in [-y, y - t, division] {
        asset.add(
          .board(Vector3(0, at, 0), Vector3(depth - 0.001, at + t, h), bevel: 0.002), finish, part: "side")
      }
      asset.add(.board(Vector3(0, t - y, 0), Vector3(0.006, y - t, h), bevel: 0), finish, part: "back")
    default:
      // Two or three boards, staggered, between thin uprights of metal.
      let pitch = v.number("pitch", in: 0.26...0.32)
      let count = 2 + v.choice("count", of: 2)
      for i in 0..<count {
        shelf(
          "shelf \(i + 1)", pitch * Double(i), y, thick: 0.02,
          headroom: i == count - 1 ? .infinity : pitch - 0.03, bays: [(0.056 - y)...(y - 0.056)])
      }
      for side in [-1.0, 1] {
        let at = side * (y - 0.05)
        for x in [0.008, depth - 0.008] {
          asset.add(
            .box(
              from: Vector3(x - 0.006, at - 0.006, -0.05),
              to: Vector3(x + 0.006, at + 0.006, pitch * Double(count - 1) + 0.1), bevel: 0.0015),
            look.frameMetal, part: "upright")
        }
        asset.add(
          .box(
            from: Vector3(0, at - 0.006, -0.05), to: Vector3(depth - 0.002, at + 0.006, -0.038), bevel: 0.0015
          ), look.frameMetal, part: "upright")
      }
    }
    return asset.asset()
  }
}
