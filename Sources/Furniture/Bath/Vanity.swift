import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A cabinet with drawers below a washbasin: a bowl on a board, or a basin that covers the whole.
package struct Vanity: FurnitureAsset {
  package static let assetName = "vanity"
  /// Metres: along x and y, and the height of the top.
  package var depth: Double
  package var width: Double
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    depth = 0.48
    width = [0.61, 0.81, 1.01, 1.21][v.choice("width", of: 4)]
    height = 0.84
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bathroom_cabinet", mainPart: "carcass")
    let v = look.variation
    let style = KitchenStyle(look)
    let isBowl = v.choice("basin", of: 2) == 0
    let front =
      v.choice("front", of: 2) == 0
      ? asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
      : asset.material(IndoorMaterial.lacquer(look.palette.lacquer))
    let inner = style.carcass(&asset)
    let (d, w) = (depth, width)
    let onLegs = look.style == .rustic || look.style == .classic || v.choice("legs", of: 2) == 0
    let low = onLegs ? 0.2 : 0.26
    let top = isBowl ? height - 0.12 : height - 0.02
    let slab = isBowl ? 0.03 : 0.018
    let face = d / 2 - KitchenStyle.frontThickness - 0.006
    let carcass = CabinetCarcass(
      x: -d / 2...face, y: (-w / 2 + 0.004)...(w / 2 - 0.004), z: low...(top - slab), hasTop: false)
    carcass.add(to: &asset, side: front, inner: inner)
    let middle = low + (top - slab - low) * 0.5
    carcass.addDrawer(
      to: &asset, style: style, material: front, inner: inner, z: low...middle, named: "drawer_1")
    carcass.addDrawer(
      to: &asset, style: style, material: front, inner: inner, z: middle...(top - slab), named: "drawer_2")
    if onLegs {
      for s in [-1.0, 1] {
        for x in [-d / 2 + 0.05, face - 0.04] {
          asset.add(
            .cylinder(
              from: Vector3(x, s * (w / 2 - 0.05), low), to: Vector3(x, s * (w / 2 - 0.04), 0), radius: 0.02,
              endRadius: 0.014, sides: 14), material: front, part: "leg")
        }
      }
    } else {
      // A foot far back, so that the cabinet seems to hang.
      asset.add(
        .box(from: Vector3(-d / 2 + 0.005, -w / 2 + 0.1, 0), to: Vector3(-d / 2 + 0.12, w / 2 - 0.1, low)),
        material: style.plinth(&asset), part: "plinth")
    }
    let chrome = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let ceramic = asset.material(IndoorMaterial.ceramic())
    let tapY: Double
    if isBowl {
      let board =
        style.top == .stone || v.choice("front", of: 2) == 0
        ? asset.material(IndoorMaterial.granite(look.palette.stone), tile: IndoorMaterial.worktopTile)
        : asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
      asset.add(
        FixtureShape.worktop(from: Vector3(-d / 2, -w / 2, top - slab), to: Vector3(d / 2, w / 2, top)),
        material: board, part: "top")
      let y = w > 0.9 ? w * 0.16 : 0
      addBowl(&asset, ceramic, chrome, at: Vector3(0.05, y, top))
      tapY = y
      for (a, b) in [(-w / 2 + 0.03, y - 0.24), (y + 0.24, w / 2 - 0.03)] where b - a > 0.06 {
        asset.support(
          "top_\(asset.fittings.supports.count)", at: Vector3(0, (a + b) / 2, top),
          size: Vector2(d - 0.06, b - a))
      }
    } else {
      addBasin(&asset, ceramic, chrome, top: top - slab)
      tapY = 0
    }
    let lift = isBowl ? 0.1 : 0.0
    let tap = TapShape(kind: .basin(v.choice("tap", of: 2)))
    for (mesh, _) in tap.meshes() {
      asset.add(
        mesh.translated(-d / 2 + 0.055, tapY, (isBowl ? top : height) - 0.001 + lift), material: chrome,
        part: "tap")
    }
    if isBowl {
      asset.add(
        .cylinder(
          from: Vector3(-d / 2 + 0.055, tapY, top - 0.002), to: Vector3(-d / 2 + 0.055, tapY, top + lift),
          radius: 0.02,
          sides: 18), material: chrome, part: "tap")
    }
    return asset.asset()
  }

  private func addBowl(_ asset: inout AssetBuilder, _ ceramic: Int, _ chrome: Int, at p: Vector3) {
    let isRound = look.variation.choice("bowl", of: 2) == 0
    func s(_ a: Double, _ z: Double) -> FixtureShape.Section {
      .init(
        Vector2(p.x, p.y), Vector2(isRound ? 0.36 - a : 0.32 - a, isRound ? 0.36 - a : 0.44 - a),
        radius: isRound ? 0.5 : 0.07, z: p.z + z)
    }
    asset.add(
      FixtureShape.skin(
        [
          s(0.16, 0), s(0.13, 0.002), s(0.07, 0.03), s(0.015, 0.09), s(0, 0.125), s(0.003, 0.13),
          s(0.012, 0.131),
          s(0.02, 0.126), s(0.04, 0.085), s(0.1, 0.03), s(0.17, 0.015), s(0.24, 0.012),
        ], corner: 8), material: ceramic, part: "basin")
    asset.add(
      .cylinder(from: p + Vector3(0, 0, 0.008), to: p + Vector3(0, 0, 0.016), radius: 0.022, sides: 18),
      material: chrome,
      part: "drain")
  }

  private func addBasin(_ asset: inout AssetBuilder, _ ceramic: Int, _ chrome: Int, top: Double) {
    let (d, w, h) = (depth, width, height)
    func s(_ inset: Double, _ z: Double) -> FixtureShape.Section {
      .init(.zero, Vector2(d - 2 * inset, w - 2 * inset), radius: 0.014, z: z)
    }
    let wide = min(w - 0.16, 0.62)
    func bowl(_ inset: Double, _ z: Double) -> FixtureShape.Section {
      .init(Vector2(0.04, 0), Vector2(d - 0.17 - 2 * inset, wide - 2 * inset), radius: 0.06, z: z)
    }
    // The underside of the bowl, inside the cabinet.
    func under(_ inset: Double, _ z: Double) -> FixtureShape.Section {
      .init(Vector2(0.04, 0), Vector2(d - 0.13 - 2 * inset, wide + 0.04 - 2 * inset), radius: 0.06, z: z)
    }
    asset.add(
      FixtureShape.skin(
        [
          under(0.03, h - 0.125), under(0, h - 0.1), under(0, top - 0.001), s(0.002, top), s(0, top + 0.004),
          s(0, h - 0.005), s(0.0015, h - 0.0015), s(0.006, h), bowl(-0.01, h),
          bowl(-0.002, h - 0.004), bowl(0, h - 0.012), bowl(0.012, h - 0.075), bowl(0.04, h - 0.1),
          bowl(0.1, h - 0.106),
        ], corner: 6), material: ceramic, part: "basin")
    asset.add(
      .cylinder(from: Vector3(0.04, 0, h - 0.11), to: Vector3(0.04, 0, h - 0.103), radius: 0.022, sides: 18),
      material: chrome, part: "drain")
    let free = (w - wide) / 2 - 0.06
    if free > 0.05 {
      for (i, k) in [-1.0, 1].enumerated() {
        asset.support(
          "rim_\(i + 1)", at: Vector3(0, k * (w / 2 - 0.02 - free / 2), h), size: Vector2(d - 0.06, free))
      }
    }
  }
}
