import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A hood over a hob; the origin on the wall at the middle of its lower edge.
package struct RangeHood: FurnitureAsset {
  package static let assetName = "range_hood"

  /// Its outline; `cabinet` hides it behind a front of the kitchen.
  package enum Design: Sendable, Hashable, CaseIterable { case chimney, slanted, canopy, cabinet }

  /// Metres along y, and up to where its duct ends.
  package var width: Double
  package var height: Double
  /// Its outline.
  package var design: Design
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    width = 0.596
    height = v.number("hood height", in: 0.75...0.95)
    design =
      switch look.style {
      case .modern, .chineseModern: v.choice("hood", of: 2) == 0 ? .slanted : .canopy
      case .scandinavian: v.choice("hood", of: 2) == 0 ? .cabinet : .canopy
      case .classic, .rustic: .chimney
      case .industrial: .canopy
      }
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "range_hood", mainPart: "hood")
    asset.fittings.mount = .wall
    let dark = look.variation.choice("hood colour", of: 3) == 2
    let body = asset.material(
      dark || look.style == .industrial
        ? IndoorMaterial.lacquer(Colour(0x222426)) : IndoorMaterial.brushedSteel)
    let filter = asset.material(IndoorMaterial.metal(.steel))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff6e6)))
    let d = 0.5
    let w = width
    var lampZ = 0.0
    var lampX = d * 0.62
    typealias S = FixtureShape.Section
    func section(_ depth: Double, _ width: Double, _ z: Double) -> S {
      S(Vector2(depth / 2, 0), Vector2(depth, width), radius: 0.003, z: z)
    }
    switch design {
    case .chimney:
      asset.add(
        FixtureShape.skin(
          [
            section(d, w, 0), section(d, w, 0.055), section(d * 0.9, w * 0.86, 0.1),
            section(d * 0.66, w * 0.56, 0.24), section(0.27, 0.3, 0.33),
          ],
          corner: 1), material: body)
      asset.add(
        .box(from: Vector3(0, -0.135, 0.32), to: Vector3(0.255, 0.135, height), bevel: 0.002), material: body,
        part: "duct")
    case .canopy:
      asset.add(
        FixtureShape.skin([section(d, w, 0), section(d, w, 0.05), section(0.3, 0.36, 0.13)], corner: 1),
        material: body)
      asset.add(
        .box(from: Vector3(0, -0.14, 0.12), to: Vector3(0.26, 0.14, height), bevel: 0.002), material: body,
        part: "duct")
    case .slanted:
      // A leaning sheet of black glass before a slim body.
      let glass = asset.material(IndoorMaterial.darkGlass)
      asset.add(
        .loft([
          [
            Vector3(0, -w / 2, 0), Vector3(0.26, -w / 2, 0), Vector3(0.08, -w / 2, 0.4),
            Vector3(0, -w / 2, 0.4),
          ],
          [Vector3(0, w / 2, 0), Vector3(0.26, w / 2, 0), Vector3(0.08, w / 2, 0.4), Vector3(0, w / 2, 0.4)],
        ]), material: body)
      asset.add(
        .loft([
          [
            Vector3(0.28, -w / 2, 0.005), Vector3(0.3, -w / 2, 0.012), Vector3(0.115, -w / 2, 0.43),
            Vector3(0.095, -w / 2, 0.423),
          ],
          [
            Vector3(0.28, w / 2, 0.005), Vector3(0.3, w / 2, 0.012), Vector3(0.115, w / 2, 0.43),
            Vector3(0.095, w / 2, 0.423),
          ],
        ]), material: glass, part: "glass")
      asset.add(
        .box(from: Vector3(0, -0.13, 0.39), to: Vector3(0.2, 0.13, height), bevel: 0.002), material: body,
        part: "duct")
      lampX = 0.13
    case .cabinet:
      // Let into a cabinet whose front matches the others.
      let style = KitchenStyle(look)
      let front = style.upper(&asset)
      let h = max(0.4, KitchenStyle.wallHigh - 1.55)
      let depth = KitchenStyle.wallDepth
      asset.add(
        .box(from: Vector3(0, -w / 2, 0.05), to: Vector3(depth - 0.021, w / 2, h), bevel: 0.001),
        material: front, part: "cabinet")
      KitchenFront(
        style: style, material: front, x: depth - 0.02, y: -w / 2...w / 2, z: 0.05...h, part: "cabinet"
      ).add(to: &asset, node: 0, grip: .none)
      asset.add(
        .box(from: Vector3(0, -w / 2, 0), to: Vector3(depth + 0.03, w / 2, 0.048), bevel: 0.003),
        material: body)
      lampX = 0.22
    }
    lampZ = 0
    let depth = design == .slanted ? 0.22 : design == .cabinet ? 0.3 : d - 0.06
    for s in [-1.0, 1] {
      asset.add(
        .box(
          from: Vector3(0.03, s * 0.135 - 0.125, -0.004),
          to: Vector3(0.03 + depth * 0.62, s * 0.135 + 0.125, 0.002),
          bevel: 0.001), material: filter, part: "filter")
      asset.add(
        .cylinder(
          from: Vector3(lampX + 0.08, s * 0.16, lampZ - 0.003), to: Vector3(lampX + 0.08, s * 0.16, 0.004),
          radius: 0.028,
          sides: 18), material: glow, part: "lamp")
    }
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(lampX + 0.08, 0, -0.005),
        shape: .panel(halfU: Vector3(0, 0.19, 0), halfV: Vector3(0.028, 0, 0)), flux: 300, temperature: 3000,
        materials: [glow])
    ]
    return asset.asset()
  }
}
