import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A folding screen of three or four leaves: slats, paper in a lattice, or cloth.
package struct RoomDivider: FurnitureAsset {
  package static let assetName = "room_divider"
  /// Of one leaf, metres: its width and height.
  package var leaf: Vector2
  private let count: Int
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    leaf = Vector2(v.number("leaf", in: 0.42...0.52), v.number("height", in: 1.65...1.85))
    count = 3 + v.choice("leaves", of: 2)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "room_divider", mainPart: "frame")
    let v = look.variation
    let isChinese = look.style == .chineseModern
    let wood = isChinese || v.unit("dark") < 0.3 ? look.darkWood : look.wood
    let form = isChinese ? 1 : v.choice("form", of: 3)
    let angle = v.number("angle", in: 0.25...0.45)
    let c = DeterministicMath.cos(angle)
    let (w, h, t) = (leaf.x, leaf.y, 0.022)
    for i in 0..<count {
      let side = i % 2 == 0 ? 1.0 : -1
      // Leaves alternate about the middle plane x = 0, hinge by hinge.
      let middle = Vector3(0, (Double(i) + 0.5 - Double(count) / 2) * w * c, 0)
      func put(_ a: Vector3, _ b: Vector3, _ finish: Finish, _ part: String? = nil, bevel: Double = 0.003) {
        let turned = MeshBuilder.board(a, b, bevel: bevel).rotated(
          Quaternion(axis: Vector3(0, 0, 1), angle: side * angle))
        asset.add(turned.translated(middle.x, middle.y, middle.z), finish, part: part)
      }
      let half = w / 2 - 0.004
      for sy in [-1.0, 1] {
        put(Vector3(-t / 2, sy * half, 0), Vector3(t / 2, sy * (half - 0.035), h), wood)
      }
      for z in [0.08, h - 0.045] {
        put(Vector3(-t / 2 + 0.001, 0.035 - half, z), Vector3(t / 2 - 0.001, half - 0.035, z + 0.04), wood)
      }
      let (y0, y1, z0, z1) = (0.035 - half, half - 0.035, 0.12, h - 0.045)
      switch form {
      case 0:
        let slats = Int((z1 - z0) / 0.045)
        for k in 0..<slats {
          let z = z0 + (z1 - z0) * (Double(k) + 0.5) / Double(slats)
          put(Vector3(-0.006, y0, z - 0.016), Vector3(0.006, y1, z + 0.016), wood, "slat", bevel: 0)
        }
      case 1:
        put(
          Vector3(-0.0015, y0, z0), Vector3(0.0015, y1, z1), Finish(IndoorMaterial.paper(Colour(0xf1eadb))),
          "panel", bevel: 0)
        for k in 1..<4 {
          let y = y0 + (y1 - y0) * Double(k) / 4
          put(Vector3(-0.006, y - 0.005, z0), Vector3(0.006, y + 0.005, z1), wood, "lattice", bevel: 0)
        }
        for k in 1..<8 {
          let z = z0 + (z1 - z0) * Double(k) / 8
          put(Vector3(-0.005, y0, z - 0.005), Vector3(0.005, y1, z + 0.005), wood, "lattice", bevel: 0)
        }
      default:
        put(
          Vector3(-0.005, y0, z0), Vector3(0.005, y1, z1),
          .fabric(v.unit("cane") < 0.5 ? Colour(0xcdb28a) : look.palette.linen), "panel", bevel: 0)
      }
    }
    return asset.asset()
  }
}
