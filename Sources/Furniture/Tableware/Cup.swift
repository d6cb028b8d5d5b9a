import Assets
import VectorMath
package import WorldModel

/// A cup on its saucer, with a small spoon's worth of room; the handle at +y.
package struct Cup: FurnitureAsset {
  package static let assetName = "cup"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "cup", mainPart: "body")
    let v = look.variation
    let glaze = asset.material(Crockery.plain(look))
    let (r, h) = (v.number("radius", in: 0.036...0.046), v.number("height", in: 0.052...0.068))
    let saucer = Turned.softened([
      Vector2(0, 0.002), Vector2(0.03, 0.002), Vector2(0.032, 0), Vector2(0.035, 0), Vector2(0.04, 0.004),
      Vector2(0.066, 0.011), Vector2(0.074, 0.017),
    ])
    asset.add(Turned.shell(saucer, wall: 0.003, sides: 28), material: glaze, part: "saucer")
    let z = 0.0052
    let outside = Turned.softened([
      Vector2(0, z + 0.001), Vector2(r * 0.5, z + 0.001), Vector2(r * 0.52, z), Vector2(r * 0.58, z),
      Vector2(r * 0.66, z + 0.006), Vector2(r * 0.95, z + h * 0.35), Vector2(r * 0.96, z + h * 0.75),
      Vector2(r, z + h),
    ])
    asset.add(Turned.shell(outside, wall: 0.0026, sides: 24), material: glaze)
    let loop = Turned.handle(
      low: Vector2(r * 0.86, z + h * 0.3), high: Vector2(r * 0.92, z + h * 0.82), reach: 0.018, across: 0.004,
      thick: 0.0026)
    asset.add(
      loop.rotated(Quaternion(axis: Vector3(0, 0, 1), angle: Double.pi / 2)), material: glaze, part: "handle")
    let isTea = v.unit("tea") < 0.4
    let drink = asset.material(isTea ? Crockery.tea : Crockery.coffee)
    asset.add(Turned.fill(radius: r * 0.95, top: z + h * 0.82), material: drink, part: "drink")
    let inside = outside.filter { $0.y > z + 0.004 }.map { Vector2($0.x - 0.0026, $0.y + 0.0008) }
    asset.vessel(
      "cup", profile: [Vector2(r * 0.5, z + 0.0036)] + inside, content: isTea ? "tea" : "coffee",
      level: z + h * 0.82, part: "drink")
    return asset.asset()
  }
}
