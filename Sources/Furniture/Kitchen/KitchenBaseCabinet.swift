import Assets
import VectorMath
package import WorldModel

/// A cabinet below a worktop: 0.6 m deep, 0.86 m high, on a plinth.
package struct KitchenBaseCabinet: FurnitureAsset {
  package static let assetName = "kitchen_base_cabinet"

  package enum Interior: Sendable, Hashable {
    /// Drawers of full width, one to four.
    case drawers(Int)
    /// Doors before a shelf, a drawer above them where `hasDrawer`.
    case doors(hasDrawer: Bool)
    /// Doors before an open-topped space without a shelf.
    case sink
    /// An opening for a built-in oven over a flat drawer; see `KitchenBaseCabinet.ovenHeight`.
    case oven
    case openShelf
    /// A cabinet of which 0.65 m at one end disappear behind the run around the corner.
    case blindCorner(isAtHighEnd: Bool)
    /// A plain panel that closes a narrow gap.
    case filler
  }

  /// Metres.
  package var width: Double
  package var interior: Interior
  /// A piece of worktop of its own, for a cabinet that stands alone.
  package var hasTop = true
  private let look: Look

  /// Where a built-in oven stands above the floor, metres.
  static let ovenHeight = KitchenStyle.plinth + 0.146
  /// Metres of a blind corner that cannot be opened.
  static let blindWidth = 0.65

  package init(_ look: Look) {
    let v = look.variation
    width = [0.5, 0.6, 0.8, 0.9][v.choice("width", of: 4)]
    interior =
      [.drawers(3), .doors(hasDrawer: true), .drawers(2), .doors(hasDrawer: false)][
        v.choice("interior", of: 4)]
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "kitchen_base_cabinet", mainPart: "carcass")
    let style = KitchenStyle(look)
    let front = style.lower(&asset)
    let (w, d, h) = (width, KitchenStyle.depth, KitchenStyle.baseHeight)
    let (low, face) = (KitchenStyle.plinth, d / 2 - KitchenStyle.frontThickness - 0.001)
    if case .filler = interior {
      // Solid, so that it also makes the end of a row.
      asset.add(
        .box(from: Vector3(-d / 2, -w / 2, low), to: Vector3(d / 2 - 0.001, w / 2, h), bevel: 0.001),
        material: front)
      asset.add(
        .box(from: Vector3(-d / 2, -w / 2, 0), to: Vector3(face - 0.05, w / 2, low), bevel: 0.001),
        material: style.plinth(&asset), part: "plinth")
      return asset.asset()
    }
    let inner = style.carcass(&asset)
    var carcass = CabinetCarcass(x: -d / 2...face, y: -w / 2...w / 2, z: low...h, hasTop: false)
    // Bowls hang between the rails.
    if case .sink = interior { carcass.rail = 0.03 }
    carcass.add(to: &asset, side: front, inner: inner)
    asset.add(
      .box(
        from: Vector3(-d / 2 + 0.02, -w / 2, 0), to: Vector3(face - 0.05, w / 2, low - 0.002), bevel: 0.001),
      material: style.plinth(&asset), part: "plinth")
    let room = h - low
    switch interior {
    case .drawers(let count):
      var z = h
      for i in 0..<max(1, count) {
        // One flat drawer above, the others share the rest.
        let height =
          count >= 3 && i == 0
          ? 0.16 : (room - (count >= 3 ? 0.16 : 0)) / Double(count >= 3 ? count - 1 : count)
        carcass.addDrawer(
          to: &asset, style: style, material: front, inner: inner, z: z - height...z, named: "drawer_\(i + 1)"
        )
        z -= height
      }
    case .doors(let hasDrawer):
      let top = hasDrawer ? h - 0.16 : h
      let shelf = low + (top - low) * 0.5
      carcass.addShelf(
        to: &asset, named: "shelf", height: shelf, headroom: top - shelf - 0.04, material: inner,
        setback: 0.03)
      carcass.supportBottom(of: &asset, headroom: shelf - low - 0.045)
      carcass.addDoors(
        to: &asset, style: style, material: front, z: low...top, isHigh: true,
        hingeAtHigh: look.variation.choice("hinge", of: 2) == 1)
      if hasDrawer {
        carcass.addDrawer(
          to: &asset, style: style, material: front, inner: inner, z: top...h, named: "drawer")
      }
    case .sink:
      carcass.supportBottom(of: &asset, headroom: 0.45)
      carcass.addDoors(to: &asset, style: style, material: front, z: low...h, isHigh: true)
    case .oven:
      carcass.addDrawer(
        to: &asset, style: style, material: front, inner: inner, z: low...(Self.ovenHeight - 0.01),
        named: "drawer")
      asset.add(
        .box(
          from: Vector3(-d / 2 + 0.008, -w / 2 + 0.018, Self.ovenHeight - 0.018),
          to: Vector3(face, w / 2 - 0.018, Self.ovenHeight), bevel: 0.001), material: inner, part: "shelf")
    case .openShelf:
      let shelf = low + room * 0.5
      carcass.addShelf(
        to: &asset, named: "shelf", height: shelf, headroom: h - shelf - 0.03, material: inner, setback: 0.0)
      carcass.supportBottom(of: &asset, headroom: shelf - low - 0.04)
    case .blindCorner(let isAtHighEnd):
      let open = min(max(w - Self.blindWidth, 0.15), w * 0.9)
      let (a, b) = isAtHighEnd ? (-w / 2, -w / 2 + open) : (w / 2 - open, w / 2)
      let (c, e) = isAtHighEnd ? (b, w / 2) : (-w / 2, a)
      carcass.supportBottom(of: &asset, headroom: 0.6)
      CabinetCarcass(x: carcass.x, y: a...b, z: low...h).addDoors(
        to: &asset, style: style, material: front, z: low...h, isHigh: true, hingeAtHigh: !isAtHighEnd)
      asset.add(
        .box(from: Vector3(face, c + 0.0015, low), to: Vector3(face + 0.019, e, h), bevel: 0.001),
        material: front, part: "panel")
    case .filler: break
    }
    if hasTop {
      asset.add(
        FixtureShape.worktop(
          from: Vector3(-d / 2, -w / 2 - 0.005, h),
          to: Vector3(d / 2 + KitchenStyle.overhang, w / 2 + 0.005, h + KitchenStyle.topThickness)),
        material: style.worktop(&asset), part: "worktop")
      asset.support(
        "top", at: Vector3(0, 0, h + KitchenStyle.topThickness), size: Vector2(d - 0.04, w - 0.04))
    }
    return asset.asset()
  }
}
