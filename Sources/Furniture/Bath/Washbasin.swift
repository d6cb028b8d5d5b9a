import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A washbasin of ceramic on a pedestal, with its tap.
package struct Washbasin: FurnitureAsset {
  package static let assetName = "washbasin"
  /// Metres: along x and y, and the height of the rim.
  package var depth: Double
  package var width: Double
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    depth = v.number("depth", in: 0.43...0.5)
    width = v.number("width", in: 0.5...0.66)
    height = v.number("height", in: 0.83...0.88)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "washbasin", mainPart: "basin")
    let ceramic = asset.material(IndoorMaterial.ceramic())
    let chrome = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let (d, w, h) = (depth, width, height)
    let isRound = look.variation.choice("outline", of: 3) == 0
    // Outlines keep the back edge straight at the wall.
    func ring(_ inset: Double, _ z: Double, scale: Double = 1, shift: Double = 0) -> FixtureShape.Section {
      let size = Vector2(d * scale - 2 * inset, w * scale - 2 * inset)
      return .init(
        Vector2(-d * (1 - scale) / 2 + shift, 0), size,
        radius: isRound ? min(size.x, size.y) * 0.42 : 0.06 * scale, z: z)
    }
    func bowl(_ inset: Double, _ z: Double) -> FixtureShape.Section {
      .init(
        Vector2(0.045, 0), Vector2(d - 0.17 - 2 * inset, w - 0.12 - 2 * inset),
        radius: isRound ? 0.17 - inset : 0.09 - inset * 0.3, z: z)
    }
    asset.add(
      FixtureShape.skin(
        [
          ring(0.05, h - 0.19, scale: 0.55), ring(0.012, h - 0.185, scale: 0.62),
          ring(0, h - 0.11, scale: 0.86),
          ring(0.004, h - 0.07), ring(0, h - 0.06), ring(0, h - 0.012), ring(0.003, h - 0.003),
          ring(0.012, h),
          bowl(-0.012, h), bowl(-0.003, h - 0.004), bowl(0, h - 0.014), bowl(0.012, h - 0.09),
          bowl(0.045, h - 0.125),
          bowl(0.09, h - 0.135),
        ], corner: 7), material: ceramic)
    let hollow = [
      bowl(0.09, h - 0.135), bowl(0.045, h - 0.125), bowl(0.012, h - 0.09), bowl(0, h - 0.014),
    ]
    asset.vessel("basin", sections: hollow.map(\.hollow))
    asset.add(
      .cylinder(
        from: Vector3(0.045, 0, h - 0.137), to: Vector3(0.045, 0, h - 0.1325), radius: 0.022, endRadius: 0.02,
        sides: 18),
      material: chrome, part: "drain")
    // The pedestal: waisted, open to the wall in life, closed here.
    let x = -0.03
    func foot(_ a: Double, _ b: Double, _ z: Double) -> FixtureShape.Section {
      .init(Vector2(x, 0), Vector2(a, b), radius: min(a, b) * 0.36, z: z)
    }
    asset.add(
      FixtureShape.skin([
        foot(0.21, 0.24, 0), foot(0.21, 0.24, 0.02), foot(0.185, 0.205, 0.06), foot(0.16, 0.165, 0.25),
        foot(0.155, 0.16, 0.45), foot(0.175, 0.19, h - 0.26), foot(0.21, 0.26, h - 0.165),
      ]), material: ceramic, part: "pedestal")
    for (mesh, _) in TapShape(kind: .basin(look.variation.choice("tap", of: 3))).meshes() {
      asset.add(mesh.translated(-d / 2 + 0.06, 0, h - 0.001), material: chrome, part: "tap")
    }
    return asset.asset()
  }
}
