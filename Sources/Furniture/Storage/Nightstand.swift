import Assets
package import VectorMath
package import WorldModel

/// A bedside table on four tapered legs, with a drawer above an open shelf.
package struct Nightstand: FurnitureAsset {
  package static let assetName = "nightstand"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.36...0.44), v.number("width", in: 0.4...0.54),
      v.number("height", in: 0.48...0.58))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "nightstand", mainPart: "frame")
    let wood = asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
    let front = asset.material(IndoorMaterial.lacquer(look.palette.lacquer))
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let (d, w, h) = (size.x, size.y, size.z)
    let board = 0.018
    let legs = h * 0.3
    func add(_ a: Vector3, _ b: Vector3, bevel: Double = 0.002) {
      asset.add(.box(from: a, to: b, bevel: bevel), material: wood)
    }
    // Top, bottom, sides and back around a drawer above and a shelf below.
    let (x, y) = (d / 2, w / 2)
    let drawer = (h - legs) * 0.45
    add(Vector3(-x, -y, h - board), Vector3(x, y, h), bevel: 0.004)
    add(Vector3(-x, -y, legs), Vector3(x, y, legs + board))
    add(Vector3(-x, -y, legs + board), Vector3(x, board - y, h - board))
    add(Vector3(-x, y - board, legs + board), Vector3(x, y, h - board))
    add(Vector3(-x, board - y, legs + board), Vector3(0.008 - x, y - board, h - board))
    let floor = h - board - drawer
    add(Vector3(0.008 - x, board - y, floor - board), Vector3(x - 0.02, y - board, floor))
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        asset.add(
          .cylinder(
            from: Vector3(sx * (x - 0.03), sy * (y - 0.03), legs),
            to: Vector3(sx * (x - 0.02), sy * (y - 0.02), 0), radius: 0.016, endRadius: 0.01, sides: 12),
          material: wood, part: "leg")
      }
    }
    // The drawer: a tray behind a front, 1 mm of play around it.
    let tray = asset.joint(
      "drawer", rest: NodePose(translation: Vector3(x, 0, floor)), .slide(Vector3(d * 0.75, 0, 0)))
    let play = 0.002
    let (dx, dy, dz) = (d - 0.03, w / 2 - board - play, drawer - play)
    asset.add(
      .box(from: Vector3(-0.018, -dy, play), to: Vector3(0, dy, dz), bevel: 0.002), material: front,
      part: "drawer", node: tray)
    asset.add(
      .box(from: Vector3(-dx, -dy, play), to: Vector3(-0.018, dy, play + 0.008)), material: wood,
      part: "drawer", node: tray)
    for (a, b) in [
      (Vector3(-dx, -dy, play + 0.008), Vector3(-0.018, 0.01 - dy, dz * 0.8)),
      (Vector3(-dx, dy - 0.01, play + 0.008), Vector3(-0.018, dy, dz * 0.8)),
      (Vector3(-dx, 0.01 - dy, play + 0.008), Vector3(0.01 - dx, dy - 0.01, dz * 0.8)),
    ] {
      asset.add(.box(from: a, to: b), material: wood, part: "drawer", node: tray)
    }
    asset.add(
      .cylinder(
        from: Vector3(0, 0, drawer * 0.55), to: Vector3(0.022, 0, drawer * 0.55), radius: 0.008,
        endRadius: 0.013, sides: 16),
      material: metal, part: "handle", node: tray)
    asset.support("top", at: Vector3(0, 0, h), size: Vector2(d, w))
    asset.support(
      "shelf", at: Vector3(0, 0, legs + board), size: Vector2(d - 0.03, w - 2 * board),
      headroom: floor - legs - 2 * board)
    asset.support(
      "drawer", node: tray, at: Vector3(-d / 2, 0, play + 0.008), size: Vector2(dx - 0.05, 2 * dy - 0.04),
      headroom: dz * 0.8 - 0.01)
    return asset.asset()
  }
}
