import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// Shelves for books: a case with a back, or boards between the uprights of a metal frame.
package struct Bookshelf: FurnitureAsset {
  package static let assetName = "bookshelf"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.26...0.36), v.number("width", in: 0.7...1.3), v.number("height", in: 1.5...2.15)
    )
    self.look = look
  }

  package func makeAsset() -> Asset {
    let v = look.variation
    if v.unit("frame") < (look.style == .industrial ? 0.75 : look.style == .modern ? 0.4 : 0.12) {
      return frame()
    }
    var suite = CabinetSuite(look)
    if v.unit("finish") < 0.4 { suite.body = look.style == .scandinavian ? look.lacquer : look.wood }
    suite.isInset = true
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "bookshelf", mainPart: "frame"), suite)
    cabinet.board = v.number("board", in: 0.018...0.028)
    cabinet.topThickness = cabinet.board + 0.002
    cabinet.isTopFree = false
    let (x, y) = (size.x / 2, size.y / 2)
    let foot = v.number("foot", in: 0.05...0.08)
    let rows = Int((size.z / 0.36).rounded())
    let columns: [Cabinetry.Column]
    switch v.choice("bays", of: 4) {
    case 0 where size.y > 0.9:
      // Cubes of two widths, staggered.
      columns = [
        .init(1, (0..<rows).map { (.open(shelves: 0), $0 % 2 == 0 ? 1 : 0.8) }),
        .init(1.5, (0..<rows - 1).map { (.open(shelves: 0), $0 % 2 == 0 ? 0.8 : 1.1) }),
      ]
    case 1: columns = [.init(1, [(.open(shelves: rows - 3), 2.1), (.doors(shelves: 1), 1)])]
    case 2: columns = [.init(1, [(.open(shelves: rows - 2), 3), (.drawer, 0.55)])]
    default:
      let one = Cabinetry.Column(1, [(.open(shelves: rows - 1), 1)])
      columns = size.y > 1 ? [one, one] : [one]
    }
    cabinet.addCarcass(-x...x, -y...y, foot...size.z, columns: columns)
    cabinet.addBase(-x...x, -y...y, height: foot, base: .plinth)
    cabinet.asset.support("top", at: Vector3(0, 0, size.z), size: Vector2(size.x - 0.02, size.y - 0.02))
    return cabinet.asset.asset()
  }

  /// Boards in a frame of square tubes, a cross at the back of one side.
  private func frame() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bookshelf", mainPart: "frame")
    let metal = look.frameMetal
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let t = 0.025
    func tube(_ a: Vector3, _ b: Vector3) { asset.add(.box(from: a, to: b, bevel: 0.002), metal) }
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let (cx, cy) = (sx * (x - t / 2), sy * (y - t / 2))
        tube(Vector3(cx - t / 2, cy - t / 2, 0), Vector3(cx + t / 2, cy + t / 2, h))
      }
    }
    let rows = max(4, Int((h / 0.38).rounded()))
    let pitch = (h - 0.1) / Double(rows - 1)
    for i in 0..<rows {
      let z = 0.1 + pitch * Double(i)
      for sy in [-1.0, 1] {
        let cy = sy * (y - t / 2)
        tube(Vector3(-x + t, cy - t / 2 + 0.003, z - 0.045), Vector3(x - t, cy + t / 2 - 0.003, z - 0.025))
      }
      asset.add(
        .board(
          Vector3(-x + 0.002, t - y + 0.002, z - 0.026), Vector3(x - 0.002, y - t - 0.002, z), bevel: 0.003,
          grain: 1),
        look.wood, part: "shelf")
      asset.support(
        "shelf \(i + 1)", at: Vector3(0, 0, z), size: Vector2(size.x - 0.02, size.y - 2 * t - 0.02),
        headroom: i == rows - 1 ? .infinity : pitch - 0.05)
    }
    for side in [-1.0, 1] {
      asset.add(
        .bar(
          [Vector3(-x + 0.006, side * (y - t), 0.12), Vector3(-x + 0.006, -side * (y - t), h - 0.12)],
          section: [
            Vector2(-0.009, -0.002), Vector2(0.009, -0.002), Vector2(0.009, 0.002), Vector2(-0.009, 0.002),
          ],
          up: Vector3(1, 0, 0)), metal, part: "brace")
    }
    return asset.asset()
  }
}
