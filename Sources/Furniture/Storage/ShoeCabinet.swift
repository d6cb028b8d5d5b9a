import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A cabinet for shoes by a door: flaps that tip, or doors before shelves with a seat's height of top.
package struct ShoeCabinet: FurnitureAsset {
  package static let assetName = "shoe_cabinet"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let hasFlaps: Bool
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    hasFlaps = v.unit("flaps") < 0.6
    size = Vector3(
      hasFlaps ? v.number("depth", in: 0.22...0.28) : v.number("depth", in: 0.32...0.38),
      v.number("width", in: 0.7...1.2),
      v.number("height", in: 0.85...1.2))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var suite = CabinetSuite(look)
    if hasFlaps, suite.front == .fluted { suite.front = .flat }
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "shoe_cabinet", mainPart: "frame"), suite)
    let (x, y) = (size.x / 2, size.y / 2)
    let foot = look.variation.number("feet", in: 0.07...0.12)
    let rows = size.z > 1.05 ? 3 : 2
    let flaps = Cabinetry.Column(1, (0..<rows).map { _ in (.flap, 1) })
    let columns: [Cabinetry.Column]
    if hasFlaps {
      columns = size.y > 0.95 ? [flaps, flaps] : [flaps]
    } else {
      columns =
        look.variation.unit("niche") < 0.5
        ? [.init(1, [(.doors(shelves: 2), 2.4), (.open(shelves: 0), 0.8)])]
        : [.init(1, [(.drawer, 0.5), (.doors(shelves: 2), 2.4)])]
    }
    cabinet.addCarcass(-x...x, -y...y, foot...size.z, columns: columns)
    cabinet.addBase(-x...x, -y...y, height: foot, base: look.style == .classic ? .legs(.bun) : nil)
    return cabinet.asset.asset()
  }
}
