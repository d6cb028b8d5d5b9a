import Assets
package import VectorMath
package import WorldModel

/// A low cabinet for the television: open bays for boxes between doors and drawers.
package struct TVStand: FurnitureAsset {
  package static let assetName = "tv_stand"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.36...0.45), v.number("width", in: 1.3...2.0),
      v.number("height", in: 0.42...0.56))
    self.look = look
  }

  package func makeAsset() -> Asset {
    let suite = CabinetSuite(look)
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "tv_stand", mainPart: "frame"), suite)
    let (x, y) = (size.x / 2, size.y / 2)
    let foot = look.variation.number("feet", in: 0.1...0.17)
    let columns: [Cabinetry.Column] =
      switch look.variation.choice("bays", of: 4) {
      case 0:
        [
          .init(1, [(.door(isLeft: false, shelves: 0), 1)]), .init(1.3, [(.open(shelves: 1), 1)]),
          .init(1, [(.door(isLeft: true, shelves: 0), 1)]),
        ]
      case 1:
        [
          .init(1, [(.open(shelves: 0), 1), (.drawer, 1.2)]),
          .init(1, [(.open(shelves: 0), 1), (.drawer, 1.2)]),
          .init(1, [(.open(shelves: 0), 1), (.drawer, 1.2)]),
        ]
      case 2: [.init(1, [(.doors(shelves: 0), 1)]), .init(0.8, [(.open(shelves: 1), 1)])]
      default:
        [
          .init(1, [(.drawer, 1), (.drawer, 1)]), .init(1.2, [(.open(shelves: 1), 1)]),
          .init(1, [(.drawer, 1), (.drawer, 1)]),
        ]
      }
    cabinet.addCarcass(-x...x, -y...y, foot...size.z, columns: columns)
    cabinet.addBase(-x...x, -y...y, height: foot)
    return cabinet.asset.asset()
  }
}
