import Assets
import VectorMath
package import WorldModel

/// A tall cabinet of a kitchen, 2.15 m high: a larder, or a tower with an opening for an oven at the height of the chest.
package struct KitchenTallCabinet: FurnitureAsset {
  package static let assetName = "kitchen_tall_cabinet"
  /// Metres.
  package var width: Double
  /// An opening for a built-in oven at `ovenHeight`.
  package var hasOven: Bool
  private let look: Look

  /// Where the oven stands above the floor, metres.
  static let ovenHeight = 0.74

  package init(_ look: Look) {
    width = 0.6
    hasOven = false
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "kitchen_base_cabinet", mainPart: "carcass")
    let style = KitchenStyle(look)
    let front = style.lower(&asset)
    let inner = style.carcass(&asset)
    let (w, d, h, low) = (width, KitchenStyle.depth, KitchenStyle.wallHigh, KitchenStyle.plinth)
    let face = d / 2 - KitchenStyle.frontThickness - 0.001
    let carcass = CabinetCarcass(x: -d / 2...face, y: -w / 2...w / 2, z: low...h)
    carcass.add(to: &asset, side: front, inner: inner)
    asset.add(
      .box(
        from: Vector3(-d / 2 + 0.02, -w / 2, 0), to: Vector3(face - 0.05, w / 2, low - 0.002), bevel: 0.001),
      material: style.plinth(&asset), part: "plinth")
    let hingeAtHigh = look.variation.choice("tall hinge", of: 2) == 1
    if hasOven {
      let (a, b) = (Self.ovenHeight, Self.ovenHeight + Oven.side + 0.005)
      carcass.addDrawer(
        to: &asset, style: style, material: front, inner: inner, z: low...(low + (a - low) / 2),
        named: "drawer_1")
      carcass.addDrawer(
        to: &asset, style: style, material: front, inner: inner, z: (low + (a - low) / 2)...(a - 0.004),
        named: "drawer_2")
      for z in [a, b + KitchenStyle.board] {
        asset.add(
          .box(
            from: Vector3(-d / 2 + 0.008, -w / 2 + 0.018, z - 0.018), to: Vector3(face, w / 2 - 0.018, z),
            bevel: 0.001),
          material: inner, part: "shelf")
      }
      carcass.addShelf(
        to: &asset, named: "shelf", height: b + 0.38, headroom: 0.35, material: inner, setback: 0.03)
      carcass.addDoors(
        to: &asset, style: style, material: front, z: (b + 0.004)...h, isHigh: false, hingeAtHigh: hingeAtHigh
      )
    } else {
      let split = 1.25
      for (i, z) in [0.45, 0.8, 1.25, 1.55, 1.85].enumerated() {
        carcass.addShelf(
          to: &asset, named: "shelf_\(i + 1)", height: z, headroom: 0.26, material: inner, setback: 0.03)
      }
      carcass.supportBottom(of: &asset, headroom: 0.28)
      carcass.addDoors(
        to: &asset, style: style, material: front, z: low...split, isHigh: true, hingeAtHigh: hingeAtHigh,
        named: "lower_door")
      carcass.addDoors(
        to: &asset, style: style, material: front, z: split...h, isHigh: false, hingeAtHigh: hingeAtHigh,
        named: "upper_door")
    }
    return asset.asset()
  }
}
