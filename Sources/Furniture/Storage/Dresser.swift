import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A chest of drawers, wide or tall.
package struct Dresser: FurnitureAsset {
  package static let assetName = "dresser"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let isTall: Bool
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    isTall = v.unit("tall") < 0.4
    size = Vector3(
      v.number("depth", in: 0.42...0.52),
      isTall ? v.number("width", in: 0.6...0.85) : v.number("width", in: 1.0...1.5),
      isTall ? v.number("height", in: 1.0...1.25) : v.number("height", in: 0.76...0.92))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "dresser", mainPart: "frame"), CabinetSuite(look))
    let v = look.variation
    let foot = v.number("feet", in: 0.08...0.15)
    cabinet.overhang = look.style == .modern ? 0 : 0.01
    let (x, y) = (size.x / 2, size.y / 2 - cabinet.overhang)
    let front = x - cabinet.overhang
    let small: [(Cabinetry.Bay, Double)] = (0..<(isTall ? 5 : 3)).map { (.drawer, 1 + 0.12 * Double($0)) }
    let columns: [Cabinetry.Column] = isTall ? [.init(1, small)] : [.init(1, small), .init(1, small)]
    cabinet.addCarcass(-x...front, -y...y, foot...size.z, columns: columns)
    cabinet.addBase(-x...front, -y...y, height: foot)
    return cabinet.asset.asset()
  }
}
