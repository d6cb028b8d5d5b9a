import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A block of cabinets in the middle of a kitchen: drawers in front, a worktop that reaches over at the back for
/// stools.
package struct KitchenIsland: FurnitureAsset {
  package static let assetName = "kitchen_island"
  /// Metres along y.
  package var length: Double
  private let look: Look

  package init(_ look: Look) {
    length = look.variation.number("length", in: 1.4...2.4)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "kitchen_island", mainPart: "carcass")
    let style = KitchenStyle(look)
    let front = style.lower(&asset)
    let inner = style.carcass(&asset)
    let top = style.worktop(&asset)
    let (h, low) = (KitchenStyle.baseHeight, KitchenStyle.plinth)
    let reach = look.variation.choice("overhang", of: 3) == 0 ? 0.02 : 0.3
    let isWaterfall = style.top == .stone && look.variation.choice("waterfall", of: 2) == 0
    let depth = 0.62
    let total = depth + reach + 0.02
    let (back, face) = (-total / 2 + reach, total / 2 - 0.02 - 0.021)
    let side = isWaterfall ? KitchenStyle.topThickness : 0.03
    let y = length / 2 - side
    let count = max(2, Int((2 * y / 0.62).rounded()))
    let w = 2 * y / Double(count)
    for i in 0..<count {
      let y0 = -y + w * Double(i)
      let carcass = CabinetCarcass(x: (back + 0.02)...face, y: y0...(y0 + w), z: low...h, hasTop: false)
      carcass.add(to: &asset, side: front, inner: inner)
      if i % 2 == look.variation.choice("order", of: 2) {
        for (k, span) in [
          (h - 0.16)...h, (low + (h - 0.16 - low) / 2)...(h - 0.16), low...(low + (h - 0.16 - low) / 2),
        ].enumerated() {
          carcass.addDrawer(
            to: &asset, style: style, material: front, inner: inner, z: span,
            named: "drawer_\(i + 1)_\(k + 1)")
        }
      } else {
        carcass.addShelf(
          to: &asset, named: "shelf_\(i + 1)", height: 0.48, headroom: 0.3, material: inner, setback: 0.03)
        carcass.addDoors(
          to: &asset, style: style, material: front, z: low...h, isHigh: true, named: "door_\(i + 1)")
      }
    }
    // The back that guests see, and the plinth.
    KitchenFront(style: style, material: front, x: back, y: -y...y, z: low...h, part: "back").add(
      to: &asset, node: 0, grip: .none)
    asset.add(
      .box(
        from: Vector3(back + 0.05, -y + 0.04, 0), to: Vector3(face - 0.05, y - 0.04, low - 0.002),
        bevel: 0.001),
      material: style.plinth(&asset), part: "plinth")
    asset.add(
      FixtureShape.worktop(
        from: Vector3(-total / 2, -length / 2, h),
        to: Vector3(total / 2, length / 2, h + KitchenStyle.topThickness)),
      material: top, part: "worktop")
    if isWaterfall {
      for s in [-1.0, 1] {
        let (a, b) = (s * (length / 2 - side), s * length / 2)
        asset.add(
          .box(
            from: Vector3(-total / 2, min(a, b), 0), to: Vector3(total / 2, max(a, b), h), bevel: 0.002),
          material: top, part: "worktop")
      }
    } else if reach > 0.1 {
      let leg = asset.material(IndoorMaterial.metal(.blackened))
      for s in [-1.0, 1] {
        asset.add(
          .box(
            from: Vector3(-total / 2 + 0.03, s * (length / 2 - 0.055) - 0.022, 0),
            to: Vector3(-total / 2 + 0.074, s * (length / 2 - 0.055) + 0.022, h), bevel: 0.002),
          material: leg, part: "leg")
      }
    }
    asset.support(
      "top", at: Vector3(0, 0, h + KitchenStyle.topThickness), size: Vector2(total - 0.06, length - 0.06))
    return asset.asset()
  }
}
