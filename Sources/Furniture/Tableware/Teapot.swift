import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A teapot, its spout at -y, with a lid.
package struct Teapot: FurnitureAsset {
  package static let assetName = "teapot"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "teapot")
    let v = look.variation
    let isIron = v.unit("iron") < 0.3
    let glaze = asset.material(
      isIron
        ? Material(name: "cast_iron", baseColor: Colour(0x2a2c2e).linear, metallic: 0.3, roughness: 0.55)
        : Crockery.glaze(look))
    let r = v.number("radius", in: 0.066...0.08)
    let squat = isIron ? 1.0 : v.number("squat", in: 1.1...1.45)
    let h = r * squat
    let body = Turned.softened([
      Vector2(0, 0.002), Vector2(r * 0.55, 0), Vector2(r * 0.65, 0), Vector2(r * 0.98, h * 0.3),
      Vector2(r * 1.02, h * 0.6),
      Vector2(r * 0.75, h * 0.95), Vector2(r * 0.45, h), Vector2(r * 0.44, h + 0.002), Vector2(0, h + 0.002),
    ])
    asset.add(.lathe(body, sides: 32), material: glaze)
    let lid = Turned.softened([
      Vector2(0, h), Vector2(r * 0.48, h), Vector2(r * 0.49, h + 0.004), Vector2(r * 0.3, h + 0.013),
      Vector2(0.007, h + 0.016),
      Vector2(0.006, h + 0.022), Vector2(0.013, h + 0.028), Vector2(0.011, h + 0.037), Vector2(0, h + 0.038),
    ])
    asset.add(.lathe(lid, sides: 28), material: glaze, part: "lid")
    let spout = [
      Vector3(0, -r * 0.8, h * 0.36), Vector3(0, -r * 1.15, h * 0.48), Vector3(0, -r * 1.35, h * 0.72),
      Vector3(0, -r * 1.6, h * 0.95),
    ]
    asset.add(
      .tube(spout, radii: [r * 0.27, r * 0.2, r * 0.13, r * 0.1], sides: 14), material: glaze, part: "spout")
    let wire = asset.material(
      isIron || v.unit("bow") < 0.3
        ? IndoorMaterial.metal(isIron ? .blackened : .brass) : Crockery.glaze(look))
    if isIron || v.unit("bow") < 0.3 {
      // A bow over the pot.
      let path = (0...16).map { i -> Vector3 in
        let (s, c) = DeterministicMath.sincos(Double.pi * (0.06 + 0.88 * Double(i) / 16))
        return Vector3(0, r * 0.92 * c, h * 0.72 + r * 1.15 * s)
      }
      asset.add(.tube(path, radius: 0.0035, sides: 8), material: wire, part: "handle")
    } else {
      let loop = Turned.handle(
        low: Vector2(r * 0.9, h * 0.3), high: Vector2(r * 0.84, h * 0.8), reach: 0.042, across: 0.007,
        thick: 0.005, steps: 14)
      asset.add(
        loop.rotated(Quaternion(axis: Vector3(0, 0, 1), angle: Double.pi / 2)), material: glaze,
        part: "handle")
    }
    return asset.asset()
  }
}
