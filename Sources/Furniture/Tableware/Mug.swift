import Assets
import VectorMath
package import WorldModel

/// A mug, straight, bellied or conical, its handle at +y; sometimes full.
package struct Mug: FurnitureAsset {
  package static let assetName = "mug"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "mug", mainPart: "body")
    let v = look.variation
    let glaze = asset.material(Crockery.glaze(look))
    let (r, h) = (v.number("radius", in: 0.039...0.045), v.number("height", in: 0.088...0.104))
    let kind = v.choice("shape", of: 3)
    let (low, belly, top) = [(1.0, 1.0, 1.0), (0.72, 1.08, 0.98), (0.68, 0.86, 1.04)][kind]
    let outside = Turned.softened([
      Vector2(0, 0.002), Vector2(r * low - 0.008, 0.002), Vector2(r * low - 0.006, 0),
      Vector2(r * low - 0.003, 0),
      Vector2(r * low, 0.006), Vector2(r * belly, h * 0.4), Vector2(r * (belly + top) / 2, h * 0.75),
      Vector2(r * top, h),
    ])
    let inside = Turned.softened([
      Vector2(0, 0.007), Vector2(r * low - 0.006, 0.007), Vector2(r * low - 0.0035, 0.012),
      Vector2(r * belly - 0.0038, h * 0.4), Vector2(r * (belly + top) / 2 - 0.0036, h * 0.75),
      Vector2(r * top - 0.003, h),
    ])
    asset.add(Turned.shell(outside, inside: inside), material: glaze)
    let side = r * (low + belly) / 2
    let loop = Turned.handle(
      low: Vector2(side * 0.96, h * 0.22), high: Vector2(r * (belly + top) / 2 * 0.96, h * 0.8), reach: 0.027,
      across: 0.006,
      thick: 0.0038)
    asset.add(
      loop.rotated(Quaternion(axis: Vector3(0, 0, 1), angle: Double.pi / 2)), material: glaze, part: "handle")
    if v.unit("full") < 0.45 {
      let isTea = v.unit("tea") < 0.4
      let drink = asset.material(isTea ? Crockery.tea : Crockery.coffee)
      asset.add(
        Turned.fill(radius: r * top - 0.0012 - (kind == 2 ? 0.0025 : 0), top: h * 0.86), material: drink,
        part: "drink")
      asset.vessel("mug", profile: inside, content: isTea ? "tea" : "coffee", level: h * 0.86, part: "drink")
    } else {
      asset.vessel("mug", profile: inside)
    }
    return asset.asset()
  }
}
