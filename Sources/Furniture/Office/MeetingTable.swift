import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A large table to confer at: boat-shaped, oval or rectangular, with a flap for cables in the middle.
package struct MeetingTable: FurnitureAsset {
  package static let assetName = "meeting_table"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 1.1...1.3), v.number("width", in: 2.2...3.4), v.number("height", in: 0.73...0.75))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "table", mainPart: "top")
    let v = look.variation
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let top = look.either(look.wood, look.lacquer, "top", share: 0.35)
    let outline: [Vector2] =
      switch v.choice("form", of: 3) {
      case 0: roundedRectangle(size.x, size.y, radius: 0.05, corner: 4)
      case 1: ovalOutline(x, y, exponent: 3)
      default:
        // A boat: sides that bow out, ends cut straight.
        (0...12).map { i in
          let t = Double(i) / 6 - 1
          return Vector2(x * (1 - 0.2 * t * t), y * t)
        }
          + (0...12).map { i in
            let t = 1 - Double(i) / 6
            return Vector2(-x * (1 - 0.2 * t * t), y * t)
          }
      }
    asset.add(.plate(outline, bottom: h - 0.03, top: h, edge: 0.004, under: 0.012), top)
    let base: TableBase = [.frames, .pedestal, .panels][v.choice("base", of: 3)]
    let finish: Finish
    if case .panels = base { finish = top } else { finish = look.frameMetal }
    base.add(
      to: &asset, size: Vector2(size.x * 0.8, size.y * 0.86), height: h - 0.029, finish: finish, width: 0.06)
    let black = Finish.plastic(Colour(0x202224))
    asset.add(
      .box(from: Vector3(-0.06, -0.17, h - 0.01), to: Vector3(0.06, 0.17, h + 0.002), bevel: 0.001),
      .metal(.steel), part: "cable flap")
    asset.add(
      .box(from: Vector3(-0.055, -0.165, h), to: Vector3(0.05, 0.165, h + 0.0028), bevel: 0.0006), black,
      part: "cable flap")
    for side in [-1.0, 1] {
      let (a, b) = (0.2, y * 0.84)
      asset.support("top", at: Vector3(0, side * (a + b) / 2, h), size: Vector2(size.x * 0.72, b - a))
    }
    return asset.asset()
  }
}
