import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A wardrobe with hinged or sliding doors, a rail and shelves behind them, sometimes drawers below.
package struct Wardrobe: FurnitureAsset {
  package static let assetName = "wardrobe"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let isSliding: Bool
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    let share: Double =
      look.style == .modern ? 0.6 : look.style == .classic || look.style == .rustic ? 0 : 0.35
    isSliding = v.unit("sliding") < share
    size = Vector3(
      v.number("depth", in: 0.58...0.65),
      isSliding ? v.number("width", in: 1.5...2.2) : v.number("width", in: 1.0...2.0),
      v.number("height", in: 2.0...2.3))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var suite = CabinetSuite(look)
    let v = look.variation
    if suite.front == .fluted { suite.front = .flat }
    if isSliding {
      suite.isInset = true
      if suite.front == .woven { suite.front = .flat }
    } else if suite.handle == .edge {
      suite.handle = .bar
    }
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "wardrobe", mainPart: "frame"), suite)
    cabinet.board = 0.02
    cabinet.handleHeight = 0.46
    let isClassic = look.style == .classic || look.style == .rustic
    cabinet.overhang = isClassic ? 0.03 : 0
    cabinet.topThickness = isClassic ? 0.045 : 0.022
    let (x, y) = (size.x / 2, size.y / 2 - cabinet.overhang)
    let front = x - cabinet.overhang
    let foot = isClassic ? 0.1 : 0.07
    let columns: [Cabinetry.Column]
    if isSliding {
      columns = [.init(1, [(.sliding, 1)])]
    } else if size.y < 1.25 {
      columns =
        v.unit("drawers") < 0.5
        ? [.init(1, [(.hanging(doors: 2), 4), (.drawer, 0.55)])] : [.init(1, [(.hanging(doors: 2), 1)])]
    } else if size.y < 1.6 {
      columns = [.init(2, [(.hanging(doors: 2), 1)]), .init(1, [(.door(isLeft: true, shelves: 4), 1)])]
    } else {
      let drawers = v.unit("drawers") < 0.5
      columns = [
        .init(1, drawers ? [(.hanging(doors: 2), 4), (.drawer, 0.5)] : [(.hanging(doors: 2), 1)]),
        .init(1, drawers ? [(.doors(shelves: 3), 4), (.drawer, 0.5)] : [(.doors(shelves: 4), 1)]),
      ]
    }
    cabinet.addCarcass(-x...front, -y...y, foot...size.z, columns: columns)
    cabinet.addBase(-x...front, -y...y, height: foot, base: isClassic ? .legs(.bun) : .plinth)
    return cabinet.asset.asset()
  }
}
