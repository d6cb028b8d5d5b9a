import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A cabinet with panes before its shelves, closed doors or drawers below.
package struct DisplayCabinet: FurnitureAsset {
  package static let assetName = "display_cabinet"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.36...0.44), v.number("width", in: 0.8...1.2), v.number("height", in: 1.6...2.0))
    self.look = look
  }

  package func makeAsset() -> Asset {
    let v = look.variation
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "display_cabinet", mainPart: "frame"),
      CabinetSuite(look))
    cabinet.overhang = look.style == .classic || look.style == .rustic ? 0.025 : 0
    cabinet.topThickness = cabinet.overhang > 0 ? 0.036 : 0.02
    cabinet.handleHeight = 0.4
    let (x, y) = (size.x / 2, size.y / 2 - cabinet.overhang)
    let front = x - cabinet.overhang
    let foot = v.number("feet", in: 0.09...0.15)
    let column: [Cabinetry.Column] =
      switch v.choice("bays", of: 3) {
      case 0: [.init(1, [(.glassDoors(shelves: 3), 2.4), (.doors(shelves: 0), 1)])]
      case 1: [.init(1, [(.glassDoors(shelves: 3), 3.2), (.drawer, 0.5), (.drawer, 0.5)])]
      default: [.init(1, [(.glassDoors(shelves: 4), 1)])]
      }
    cabinet.addCarcass(-x...front, -y...y, foot...size.z, columns: column)
    cabinet.addBase(-x...front, -y...y, height: foot)
    return cabinet.asset.asset()
  }
}
