import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A long chest for a dining or living room: doors beside drawers.
package struct Sideboard: FurnitureAsset {
  package static let assetName = "sideboard"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.4...0.48), v.number("width", in: 1.3...1.9), v.number("height", in: 0.74...0.9))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "sideboard", mainPart: "frame"), CabinetSuite(look))
    let v = look.variation
    let (x, y) = (size.x / 2, size.y / 2)
    let foot = v.number("feet", in: 0.1...0.18)
    if look.style == .classic || look.style == .rustic { cabinet.overhang = 0.014 }
    cabinet.topThickness = v.number("top", in: 0.02...0.034)
    let drawers = Cabinetry.Column(1, [(.drawer, 1), (.drawer, 1.15), (.drawer, 1.3)])
    let columns: [Cabinetry.Column] =
      switch v.choice("bays", of: 3) {
      case 0: [.init(1.6, [(.doors(shelves: 1), 1)]), drawers]
      case 1:
        [
          .init(1, [(.door(isLeft: false, shelves: 1), 1)]), drawers,
          .init(1, [(.door(isLeft: true, shelves: 1), 1)]),
        ]
      default:
        [
          .init(1, [(.drawer, 0.3), (.doors(shelves: 1), 1)]),
          .init(1, [(.drawer, 0.3), (.doors(shelves: 1), 1)]),
        ]
      }
    cabinet.addCarcass(
      -x...x - cabinet.overhang, -y + cabinet.overhang...y - cabinet.overhang, foot...size.z, columns: columns
    )
    cabinet.addBase(-x...x - cabinet.overhang, -y + cabinet.overhang...y - cabinet.overhang, height: foot)
    return cabinet.asset.asset()
  }
}
