import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A narrow table for a hall or behind a sofa.
package struct ConsoleTable: FurnitureAsset {
  package static let assetName = "console_table"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.3...0.4), v.number("width", in: 0.9...1.4), v.number("height", in: 0.74...0.85))
    self.look = look
  }

  package func makeAsset() -> Asset {
    let v = look.variation
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let suite = CabinetSuite(look)
    let name = Self.assetName
    if v.unit("drawers") < 0.45 {
      // A shallow case of drawers on legs.
      var cabinet = Cabinetry(
        AssetBuilder(name: name, nativeClass: "console_table", mainPart: "frame"), suite)
      if case .plinth = suite.base { cabinet.suite.base = .legs(.spade) }
      if case .legs(.bun) = suite.base { cabinet.suite.base = .legs(.turned) }
      if cabinet.suite.front == .fluted { cabinet.suite.front = .flat }
      let low = h - 0.16
      let columns = (0..<(size.y > 1.15 ? 3 : 2)).map { _ in Cabinetry.Column(1, [(.drawer, 1)]) }
      cabinet.addCarcass(-x...x, -y...y, low...h, columns: columns)
      cabinet.addBase(-x...x, -y...y, height: low)
      return cabinet.asset.asset()
    }
    var asset = AssetBuilder(name: name, nativeClass: "console_table", mainPart: "top")
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.3)
    let outline = roundedRectangle(size.x, size.y, radius: v.number("corner", in: 0.005...0.14), corner: 6)
    asset.add(.plate(outline, bottom: h - 0.026, top: h, edge: 0.003), wood)
    let bases: [(TableBase, Finish, Double)] = [
      (.frames, look.frameMetal, 0.03), (.legs(look.style == .classic ? .turned : .spade), wood, 0.045),
      (.panels, wood, 0.035),
    ]
    let base = look.pick("base", bases, (.frames, look.frameMetal, 0.03))
    base.0.add(
      to: &asset, size: Vector2(size.x + 0.04, size.y), height: h - 0.025, finish: base.1, width: base.2)
    asset.support("top", at: Vector3(0, 0, h), size: Vector2(size.x - 0.04, size.y - 0.1))
    return asset.asset()
  }
}
