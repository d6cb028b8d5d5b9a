import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A steel cabinet of deep drawers for files; the low one rolls under a desk.
package struct FilingCabinet: FurnitureAsset {
  package static let assetName = "filing_cabinet"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let rows: Int
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    rows = 2 + v.choice("rows", of: 3)
    size = Vector3(
      v.number("depth", in: 0.48...0.6), v.number("width", in: 0.4...0.47), 0.06 + 0.315 * Double(rows))
    self.look = look
  }

  package func makeAsset() -> Asset {
    let v = look.variation
    var suite = CabinetSuite(look)
    let colours = [Colour(0xd9dad8), Colour(0x8c9193), Colour(0x2f3336), look.palette.accent(1)]
    let steel = Finish.lacquer(colours[v.choice("colour", of: colours.count)])
    (suite.body, suite.fronts, suite.front, suite.isInset) = (steel, steel, .flat, v.unit("inset") < 0.5)
    suite.handle = v.unit("cup") < 0.5 ? .cup : .bar
    suite.metal = .metal(.steel)
    var cabinet = Cabinetry(
      AssetBuilder(name: Self.assetName, nativeClass: "filing_cabinet", mainPart: "frame"), suite)
    cabinet.board = 0.014
    cabinet.topThickness = 0.014
    let (x, y) = (size.x / 2, size.y / 2)
    let bays: [(Cabinetry.Bay, Double)] =
      rows == 2 ? [(.drawer, 0.5), (.drawer, 0.5), (.drawer, 1)] : (0..<rows).map { _ in (.drawer, 1) }
    let foot = rows == 2 ? 0.055 : 0.035
    cabinet.addCarcass(-x...x, -y...y, foot...size.z, columns: [.init(1, bays)])
    if rows == 2 {
      let black = Finish.plastic(Colour(0x202224))
      for sx in [-1.0, 1] {
        for sy in [-1.0, 1] {
          let at = Vector3(sx * (x - 0.06), sy * (y - 0.05), 0.025)
          cabinet.asset.add(
            .cylinder(from: at - Vector3(0, 0.011, 0), to: at + Vector3(0, 0.011, 0), radius: 0.025), black,
            part: "castor")
          cabinet.asset.add(
            .box(
              from: at + Vector3(-0.012, -0.016, 0.01), to: at + Vector3(0.02, 0.016, foot - 0.024),
              bevel: 0.002), black, part: "castor")
        }
      }
    } else {
      cabinet.addBase(-x...x, -y...y, height: foot, base: .plinth)
    }
    return cabinet.asset.asset()
  }
}
