import Assets
package import VectorMath
package import WorldModel

/// A bay of pallet racking: perforated uprights with bracing, beams in signal orange, decks on them.
package struct WarehouseRack: FurnitureAsset {
  package static let assetName = "warehouse_rack"
  /// Metres: along x, y and z.
  package var size: Vector3
  /// How many beams one over another, the floor not counted.
  package var levels: Int
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    levels = 2 + v.choice("levels", of: 2)
    size = Vector3(
      v.number("depth", in: 0.9...1.1), v.number("width", in: 1.9...2.8), 0.4 + 1.15 * Double(levels))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "warehouse_rack", mainPart: "upright")
    let v = look.variation
    let blue = Finish.lacquer(v.unit("blue") < 0.7 ? Colour(0x1f4f8a) : Colour(0x8a9094))
    let orange = Finish.lacquer(v.unit("orange") < 0.8 ? Colour(0xe0661c) : Colour(0xd9b01f))
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let (w, d) = (0.045, 0.035)
    for sy in [-1.0, 1] {
      let cy = sy * (y - w)
      for sx in [-1.0, 1] {
        let cx = sx * (x - d)
        // An upright is a channel, open to the rear: a web and two flanges; the foot is a plate.
        asset.add(
          .box(
            from: Vector3(cx + sx * (d - 0.003), cy - w, 0.006), to: Vector3(cx + sx * d, cy + w, h),
            bevel: 0.0005), blue)
        for side in [-1.0, 1] {
          asset.add(
            .box(
              from: Vector3(cx - d, cy + side * w, 0.006),
              to: Vector3(cx + sx * d, cy + side * (w - 0.003), h), bevel: 0.0005), blue)
        }
        let holes = Int(h / 0.1)
        for k in 1..<holes {
          let z = Double(k) * 0.1
          asset.add(
            .box(
              from: Vector3(cx + sx * (d - 0.001), cy - 0.009, z - 0.02),
              to: Vector3(cx + sx * (d + 0.0006), cy + 0.009, z + 0.02)), .plastic(Colour(0x17191b)),
            part: "hole")
        }
        asset.add(
          .box(
            from: Vector3(cx - d - 0.015, cy - w - 0.015, 0), to: Vector3(cx + d, cy + w + 0.015, 0.006),
            bevel: 0.001), blue, part: "foot")
      }
      // Bracing from one upright to the other, zigzag.
      let count = Int(h / 0.6)
      for k in 0..<count {
        let (a, b) = (0.15 + 0.6 * Double(k), 0.15 + 0.6 * Double(k + 1) - 0.05)
        let way: Double = k % 2 == 0 ? 1 : -1
        asset.add(
          .bar(
            [Vector3(-way * (x - d), cy, a), Vector3(way * (x - d), cy, min(b, h - 0.05))],
            section: [
              Vector2(-0.012, -0.015), Vector2(0.012, -0.015), Vector2(0.012, 0.015), Vector2(-0.012, 0.015),
            ]), blue, part: "brace")
      }
      asset.add(
        .box(from: Vector3(d - x, cy - 0.012, 0.1), to: Vector3(x - d, cy + 0.012, 0.13), bevel: 0.002), blue,
        part: "brace")
    }
    let inner = y - 2 * w
    for level in 1...levels {
      let z = 1.15 * Double(level)
      for sx in [-1.0, 1] {
        asset.add(
          .box(
            from: Vector3(sx * x, -inner, z - 0.12), to: Vector3(sx * (x - 0.045), inner, z - 0.02),
            bevel: 0.004), orange, part: "beam")
        for sy in [-1.0, 1] {
          asset.add(
            .box(
              from: Vector3(sx * (x + 0.003), sy * inner - 0.004, z - 0.17),
              to: Vector3(sx * (x - 0.04), sy * inner + 0.004, z - 0.01), bevel: 0.001), orange,
            part: "beam")
        }
      }
      let boards = 7
      for k in 0..<boards {
        let step = 2 * inner / Double(boards)
        let y0 = -inner + step * Double(k)
        asset.add(
          .board(
            Vector3(-x + 0.01, y0 + 0.006, z - 0.02), Vector3(x - 0.01, y0 + step - 0.006, z), bevel: 0.002),
          .wood(Colour(0xc9a878)), part: "deck")
      }
      asset.support(
        "level \(level)", at: Vector3(0, 0, z), size: Vector2(size.x - 0.04, 2 * inner - 0.05),
        headroom: level == levels ? .infinity : 1.15 - 0.14)
    }
    return asset.asset()
  }
}
