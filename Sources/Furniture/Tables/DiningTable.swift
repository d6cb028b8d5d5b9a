import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A table to eat at: rectangular, round or oval, on one of several bases.
package struct DiningTable: FurnitureAsset {
  package static let assetName = "dining_table"
  package enum Form: Sendable { case rectangular, round, oval }
  package var form: Form
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    form = look.pick("form", [.rectangular, .rectangular, .rectangular, .round, .oval], .rectangular)
    let height = v.number("height", in: 0.73...0.76)
    switch form {
    case .rectangular:
      size = Vector3(v.number("depth", in: 0.8...0.95), v.number("width", in: 1.3...2.0), height)
    case .round:
      let d = v.number("diameter", in: 0.95...1.3)
      size = Vector3(d, d, height)
    case .oval: size = Vector3(v.number("depth", in: 0.9...1.05), v.number("width", in: 1.6...2.1), height)
    }
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "dining_table", mainPart: "top")
    let v = look.variation
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.25)
    var top = wood
    if look.style == .modern, v.unit("stone") < 0.4 { top = .lacquer(look.palette.stone) }
    if look.style == .scandinavian, v.unit("white") < 0.35 { top = look.lacquer }
    let thick = v.number("top", in: 0.024...0.04)
    let outline =
      form == .rectangular
      ? roundedRectangle(size.x, size.y, radius: v.number("corner", in: 0.006...0.06), corner: 5)
      : form == .round ? ovalOutline(x, y) : ovalOutline(x, y, exponent: v.number("oval", in: 2...2.6))
    let under = v.unit("knife") < 0.4 ? 0.03 : 0
    asset.add(.plate(outline, bottom: h - thick, top: h, edge: 0.004, under: under), top)
    let bases: [(TableBase, Finish, Double)] =
      switch (form, look.style) {
      case (.rectangular, .scandinavian): [(.legs(.tapered), wood, 0.06), (.legs(.spade), wood, 0.065)]
      case (.rectangular, .modern):
        [(.panels, top, 0.05), (.frames, look.frameMetal, 0.05), (.legs(.post), wood, 0.06)]
      case (.rectangular, .industrial): [(.frames, look.frameMetal, 0.06), (.trestle, look.frameMetal, 0.05)]
      case (.rectangular, .classic): [(.legs(.turned), wood, 0.09)]
      case (.rectangular, .rustic):
        [(.trestle, wood, 0.09), (.legs(.turned), wood, 0.1), (.legs(.post), wood, 0.09)]
      case (.rectangular, .chineseModern): [(.legs(.spade), wood, 0.065), (.legs(.post), wood, 0.06)]
      case (.round, .scandinavian), (.round, .rustic):
        [(.legs(.tapered), wood, 0.06), (.pedestal, wood, 0.12)]
      case (.round, .modern), (.round, .industrial): [(.pedestal, look.frameMetal, 0.09)]
      case (.oval, .scandinavian): [(.legs(.tapered), wood, 0.065)]
      case (.oval, .modern), (.oval, .industrial):
        [(.pedestal, look.frameMetal, 0.1), (.trestle, look.frameMetal, 0.05)]
      default: [(.pedestal, wood, 0.13)]
      }
    let base = look.pick("base", bases, (.legs(.spade), wood, 0.065))
    base.0.add(
      to: &asset, size: Vector2(size.x - 2 * under, size.y - 2 * under), height: h - thick + 0.001,
      finish: base.1, width: base.2,
      isRound: form != .rectangular)
    // What a rectangle inside the outline can hold.
    let share = form == .rectangular ? 1.0 : 0.72
    asset.support(
      "top", at: Vector3(0, 0, h), size: Vector2((size.x - 0.02) * share, (size.y - 0.02) * share))
    return asset.asset()
  }
}
