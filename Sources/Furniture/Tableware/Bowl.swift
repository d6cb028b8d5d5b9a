import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A bowl for cereals, rice or salad.
package struct Bowl: FurnitureAsset {
  package static let assetName = "bowl"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bowl")
    let v = look.variation
    let kind = v.choice("kind", of: 3)
    let r = [
      v.number("r", in: 0.07...0.085), v.number("r", in: 0.055...0.065), v.number("r", in: 0.11...0.135),
    ][kind]
    let glaze =
      kind == 2 && v.unit("wooden") < 0.5
      ? asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
      : asset.material(Crockery.glaze(look))
    let (height, wall) = (r * [0.82, 0.95, 0.7][kind], kind == 2 ? 0.006 : 0.0035)
    asset.add(Self.body(radius: r, height: height, wall: wall), material: glaze)
    asset.vessel("bowl", profile: Self.inside(radius: r, height: height, wall: wall))
    return asset.asset()
  }

  /// A round bowl on a foot ring.
  static func body(radius r: Double, height h: Double, wall: Double) -> MeshBuilder {
    let foot = r * 0.45
    let outside = Turned.softened([
      Vector2(0, 0.003), Vector2(foot - 0.008, 0.003), Vector2(foot - 0.006, 0), Vector2(foot, 0),
      Vector2(foot + 0.001, 0.006),
      Vector2(r * 0.8, h * 0.3), Vector2(r * 0.97, h * 0.65), Vector2(r, h),
    ])
    return Turned.shell(outside, inside: inside(radius: r, height: h, wall: wall), sides: 28)
  }

  /// The profile of its hollow.
  private static func inside(radius r: Double, height h: Double, wall: Double) -> [Vector2] {
    let foot = r * 0.45
    return Turned.softened([
      Vector2(0, 0.003 + wall * 1.3), Vector2(foot, 0.005 + wall * 1.3),
      Vector2(r * 0.8 - wall, h * 0.3 + wall * 0.6),
      Vector2(r * 0.97 - wall, h * 0.65), Vector2(r - wall, h),
    ])
  }
}
