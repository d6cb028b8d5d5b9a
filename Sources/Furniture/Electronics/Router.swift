import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A router with its aerials and a row of lights.
package struct Router: FurnitureAsset {
  package static let assetName = "router"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "router", mainPart: "case")
    let v = look.variation
    let isDark = v.choice("dark", of: 2) == 0
    let body = asset.material(IndoorMaterial.plastic(isDark ? Colour(0x222325) : Colour(0xf0f0ee)))
    let glow = asset.material(IndoorMaterial.glow(Colour(0x66d06a)))
    let vent = asset.material(IndoorMaterial.plastic(isDark ? Colour(0x0f1011) : Colour(0x9a9c9e)))
    let (d, w, h) = (v.number("depth", in: 0.12...0.16), v.number("width", in: 0.18...0.24), 0.032)
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0), to: Vector3(d / 2, w / 2, h), radius: 0.018, edge: 0.006, low: 0.006
      ), material: body)
    for k in 0..<7 {
      let x = -d * 0.3 + d * 0.075 * Double(k)
      asset.add(
        .box(from: Vector3(x, -w * 0.3, h - 0.001), to: Vector3(x + 0.004, w * 0.3, h + 0.0004)),
        material: vent, part: "vent")
    }
    for k in 0..<5 {
      let y = (Double(k) - 2) * 0.016
      asset.add(
        .box(
          from: Vector3(d / 2 - 0.002, y - 0.003, h * 0.45), to: Vector3(d / 2 + 0.0006, y + 0.003, h * 0.55)),
        material: glow, part: "light")
    }
    let count = 2 + v.choice("aerials", of: 3)
    for k in 0..<count {
      let t = Double(k) / Double(count - 1) - 0.5
      let foot = Vector3(-d / 2 - 0.004, t * w * 0.85, h * 0.5)
      let tip = foot + Vector3(-0.006, t * 0.04, v.number("aerial", in: 0.13...0.18))
      asset.add(
        .cylinder(
          from: foot - Vector3(0, 0, 0.009), to: foot + Vector3(0, 0, 0.009), radius: 0.007, sides: 10),
        material: body, part: "aerial")
      asset.add(
        .capsule(from: foot, to: tip, radius: 0.0068, endRadius: 0.005, sides: 10, capRings: 2),
        material: body, part: "aerial")
    }
    return asset.asset()
  }
}
