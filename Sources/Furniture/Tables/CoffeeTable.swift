import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A low table before a sofa: rectangular, round or rounded, with or without a shelf; of wood, stone or glass.
package struct CoffeeTable: FurnitureAsset {
  package static let assetName = "coffee_table"
  package enum Form: Sendable { case rectangular, shelved, round, oval, glass, drum }
  package var form: Form
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    let forms: [Form] =
      switch look.style {
      case .scandinavian: [.round, .oval, .shelved, .rectangular]
      case .modern: [.drum, .glass, .round, .rectangular]
      case .industrial: [.shelved, .rectangular, .round]
      case .classic: [.oval, .shelved, .glass]
      case .rustic: [.shelved, .rectangular, .drum]
      case .chineseModern: [.shelved, .rectangular, .round]
      }
    form = look.pick("form", forms, .rectangular)
    let height = v.number("height", in: 0.36...0.45)
    switch form {
    case .round, .drum:
      let d = v.number("diameter", in: 0.7...0.95)
      size = Vector3(d, d, form == .drum ? height - 0.05 : height)
    default: size = Vector3(v.number("depth", in: 0.52...0.68), v.number("width", in: 0.95...1.3), height)
    }
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "coffee_table", mainPart: "top")
    let v = look.variation
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.3)
    let stone = Finish(IndoorMaterial.lacquer(look.palette.stone, roughness: 0.2))
    var top = look.either(wood, stone, "stone", share: look.style == .modern ? 0.5 : 0.15)
    let thick = v.number("top", in: 0.02...0.036)
    let outline: [Vector2] =
      switch form {
      case .round, .drum: ovalOutline(x, y)
      case .oval: ovalOutline(x, y, exponent: 2.5)
      case .glass: roundedRectangle(size.x, size.y, radius: 0.04, corner: 5)
      default: roundedRectangle(size.x, size.y, radius: v.number("corner", in: 0.005...0.05), corner: 4)
      }
    let rect = form == .round || form == .oval || form == .drum ? 0.72 : 1.0
    asset.support("top", at: Vector3(0, 0, h), size: Vector2((size.x - 0.02) * rect, (size.y - 0.02) * rect))
    switch form {
    case .drum:
      asset.add(.plate(outline, bottom: h - 0.03, top: h, edge: 0.004), top)
      let ribs = 64
      let body = MeshBuilder.lathe(
        [
          Vector2(0, 0), Vector2(x - 0.03, 0), Vector2(x - 0.03, 0.012), Vector2(x - 0.012, 0.014),
          Vector2(x - 0.012, h - 0.03), Vector2(0, h - 0.03),
        ],
        sides: ribs * 3
      ).displaced { p in
        // Every third line of the lathe lies in a groove.
        let turn = DeterministicMath.atan2(p.y, p.x) * Double(ribs)
        let r = (p.x * p.x + p.y * p.y).squareRoot()
        let groove = r > x * 0.9 ? 1 - 0.006 * (1 + DeterministicMath.cos(turn)) : 1
        return Vector3(p.x * groove, p.y * groove, p.z)
      }
      asset.add(body.grainAlong, wood, part: "body", crease: 0.5)
    case .glass:
      // Smoked or painted from below: what stands on it must not seem to float.
      let panes = [Colour(0x23292b), Colour(0x3a4644), Colour(0xdfe9e6)]
      top = Finish(IndoorMaterial.lacquer(panes[v.choice("pane", of: panes.count)], roughness: 0.05))
      asset.add(.plate(outline, bottom: h - 0.01, top: h, edge: 0.002), top)
      let metal = look.frameMetal
      let (fx, fy, t) = (x - 0.02, y - 0.02, 0.009)
      func bar(_ a: Vector3, _ b: Vector3, _ part: String = "leg") {
        asset.add(.box(from: a - Vector3(t, t, t), to: b + Vector3(t, t, t), bevel: 0.002), metal, part: part)
      }
      for z in [h - 0.01 - t, 0.12] {
        for side in [-1.0, 1] {
          bar(Vector3(-fx, side * fy, z), Vector3(fx, side * fy, z), "frame")
          bar(Vector3(side * fx, -fy, z), Vector3(side * fx, fy, z), "frame")
        }
      }
      for sx in [-1.0, 1] {
        for sy in [-1.0, 1] { bar(Vector3(sx * fx, sy * fy, t), Vector3(sx * fx, sy * fy, h - 0.01 - t)) }
      }
      asset.add(
        .board(Vector3(t - fx, t - fy, 0.112), Vector3(fx - t, fy - t, 0.128), bevel: 0.002), wood,
        part: "shelf")
      asset.support(
        "shelf", at: Vector3(0, 0, 0.128), size: Vector2(size.x - 0.1, size.y - 0.1),
        headroom: h - 0.02 - 2 * t - 0.13)
    default:
      asset.add(.plate(outline, bottom: h - thick, top: h, edge: 0.004, under: form == .oval ? 0.02 : 0), top)
      let under = h - thick + 0.001
      let base: (TableBase, Finish, Double) =
        switch (form, look.style) {
        case (.shelved, .industrial): (.legs(.tube), look.frameMetal, 0.03)
        case (.shelved, .classic): (.legs(.turned), wood, 0.06)
        case (.shelved, .scandinavian): (.legs(.spade), wood, 0.045)
        case (.shelved, _): (.legs(.post), wood, 0.055)
        case (.rectangular, .modern), (.rectangular, .industrial): (.frames, look.frameMetal, 0.04)
        case (.rectangular, .scandinavian): (.hairpins, .metal(.blackened), 0.012)
        case (.rectangular, _): (.legs(.post), wood, 0.055)
        case (.round, .modern), (.round, .chineseModern): (.pedestal, look.frameMetal, 0.07)
        case (.oval, .classic): (.legs(.turned), wood, 0.055)
        default: (.legs(.tapered), wood, 0.045)
        }
      base.0.add(
        to: &asset, size: Vector2(size.x, size.y), height: under, finish: base.1, width: base.2,
        isRound: form == .round || form == .oval)
      if form == .shelved {
        let z = h * 0.32
        asset.add(
          .board(
            Vector3(0.03 - x, 0.03 - y, z - 0.018), Vector3(x - 0.03, y - 0.03, z), bevel: 0.003, grain: 1),
          wood, part: "shelf")
        asset.support(
          "shelf", at: Vector3(0, 0, z), size: Vector2(size.x - 0.16, size.y - 0.16),
          headroom: under - z - 0.1)
      }
    }
    return asset.asset()
  }
}
