import Assets
package import VectorMath
package import WorldModel

/// A bedside table: a drawer over an open shelf, two drawers, or a drawer over a door.
package struct Nightstand: FurnitureAsset {
  package static let assetName = "nightstand"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.36...0.44), v.number("width", in: 0.4...0.54),
      v.number("height", in: 0.48...0.6))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "nightstand", mainPart: "frame"), CabinetSuite(look))
    let v = look.variation
    let (x, y) = (size.x / 2, size.y / 2)
    let isRaised = v.unit("raised") < 0.5
    let foot = size.z * (isRaised ? v.number("legs", in: 0.26...0.34) : v.number("feet", in: 0.13...0.2))
    let bays: [(Cabinetry.Bay, Double)] =
      switch v.choice("bays", of: 3) {
      case 0: [(.drawer, 0.8), (.open(shelves: 0), 1)]
      case 1: [(.drawer, 1), (.drawer, 1.1)]
      default:
        isRaised
          ? [(.drawer, 0.8), (.open(shelves: 0), 1)]
          : [(.drawer, 0.6), (.door(isLeft: v.unit("hung") < 0.5, shelves: 0), 1.2)]
      }
    cabinet.addCarcass(-x...x, -y...y, foot...size.z, columns: [.init(1, bays)])
    cabinet.addBase(-x...x, -y...y, height: foot)
    return cabinet.asset.asset()
  }
}
