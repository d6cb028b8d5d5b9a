import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A desk: a top on legs or frames, or on pedestals of drawers. One sits at its front; its rear may stand at a wall.
package struct Desk: FurnitureAsset {
  package static let assetName = "desk"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("depth", in: 0.58...0.75), v.number("width", in: 1.1...1.6),
      v.number("height", in: 0.72...0.76))
    self.look = look
  }

  package func makeAsset() -> Asset {
    let v = look.variation
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let suite = CabinetSuite(look)
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.25)
    let thick = v.number("top", in: 0.022...0.032)
    let form = v.choice("form", of: 4)
    var cabinet = Cabinetry(AssetBuilder(name: Self.assetName, nativeClass: "desk", mainPart: "top"), suite)
    cabinet.isTopFree = false
    if cabinet.suite.front == .fluted { cabinet.suite.front = .flat }
    let top = form == 0 ? wood : suite.body
    cabinet.asset.add(
      .plate(roundedRectangle(size.x, size.y, radius: 0.012), bottom: h - thick, top: h, edge: 0.003), top)
    cabinet.asset.support("top", at: Vector3(0, 0, h), size: Vector2(size.x - 0.02, size.y - 0.02))
    let under = h - thick + 0.001
    let drawers = (0..<3).map { (Cabinetry.Bay.drawer, $0 == 2 ? 1.6 : 1.0) }
    switch form {
    case 0:
      let bases: [(TableBase, Finish, Double)] =
        switch look.style {
        case .industrial, .modern:
          [(.frames, look.frameMetal, 0.045), (.hairpins, .metal(.blackened), 0.012)]
        case .classic: [(.legs(.turned), wood, 0.065)]
        default: [(.legs(.tapered), wood, 0.05), (.legs(.spade), wood, 0.05)]
        }
      let base = look.pick("base", bases, (.legs(.spade), wood, 0.05))
      base.0.add(
        to: &cabinet.asset, size: Vector2(size.x, size.y), height: under, finish: base.1, width: base.2)
    case 1:
      // One pedestal at a side, two legs at the other.
      let side = v.unit("side") < 0.5 ? 1.0 : -1
      let (a, b) = (side * (y - 0.02), side * (y - 0.42))
      let foot = 0.06
      cabinet.topThickness = 0.018
      cabinet.addCarcass(
        -x + 0.02...x - 0.02, min(a, b)...max(a, b), foot...under, columns: [.init(1, drawers)])
      cabinet.addBase(-x + 0.02...x - 0.02, min(a, b)...max(a, b), height: foot, base: .plinth)
      for sx in [-1.0, 1] {
        let at = Vector3(sx * (x - 0.06), -side * (y - 0.06), 0)
        cabinet.asset.add(
          LegShape.post.mesh(from: at + Vector3(0, 0, under), to: at, width: 0.045), suite.legs, part: "leg")
      }
      cabinet.put(
        Vector3(0.03 - x, -(y - 0.06), under - 0.3), Vector3(0.048 - x, y - 0.06, under - 0.02), part: "panel"
      )
    case 2:
      let foot = 0.05
      cabinet.topThickness = 0.018
      for side in [-1.0, 1] {
        let (a, b) = (side * (y - 0.015), side * (y - 0.38))
        cabinet.addCarcass(
          -x + 0.02...x - 0.02, min(a, b)...max(a, b), foot...under, columns: [.init(1, drawers)])
        cabinet.addBase(-x + 0.02...x - 0.02, min(a, b)...max(a, b), height: foot, base: .plinth)
      }
      cabinet.put(
        Vector3(0.03 - x, 0.37 - y, 0.25), Vector3(0.048 - x, y - 0.37, under - 0.02), part: "panel")
    default:
      // Flat drawers under the top, on four legs.
      let low = under - 0.11
      cabinet.topThickness = 0.012
      cabinet.addCarcass(
        -x + 0.015...x - 0.012, 0.03 - y...y - 0.03, low...under,
        columns: [.init(1, [(.drawer, 1)]), .init(1, [(.drawer, 1)])])
      let base: CabinetSuite.Base =
        switch suite.base {
        case .frame: .frame
        case .legs(.bun), .legs(.turned): .legs(.turned)
        case .legs(let shape): .legs(shape)
        case .plinth: .legs(.post)
        }
      cabinet.addBase(-x + 0.01...x - 0.01, 0.02 - y...y - 0.02, height: low, base: base)
    }
    return cabinet.asset.asset()
  }
}
