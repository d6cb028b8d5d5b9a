import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A blender: a jug of glass on a motor with a knob.
package struct Blender: FurnitureAsset {
  package static let assetName = "blender"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "blender", mainPart: "base")
    let v = look.variation
    let finish = v.choice("finish", of: 3)
    let body = asset.material(
      finish == 0
        ? IndoorMaterial.brushedSteel
        : IndoorMaterial.whiteGoods(finish == 1 ? look.palette.accent(0) : Colour(0x222325)))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x17181a)))
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let glass = asset.material(IndoorMaterial.glass(Colour(0xc4d2d3), alpha: 0.6))
    let base = v.number("base", in: 0.12...0.15)
    typealias S = FixtureShape.Section
    asset.add(
      FixtureShape.skin(
        [
          S(.zero, Vector2(0.17, 0.17), radius: 0.04, z: 0),
          S(.zero, Vector2(0.18, 0.18), radius: 0.04, z: 0.008),
          S(.zero, Vector2(0.16, 0.16), radius: 0.045, z: base * 0.6),
          S(.zero, Vector2(0.12, 0.12), radius: 0.05, z: base - 0.006),
          S(.zero, Vector2(0.11, 0.11), radius: 0.05, z: base),
        ], corner: 6), material: body)
    asset.add(
      .cylinder(
        from: Vector3(0, 0, base - 0.002), to: Vector3(0, 0, base + 0.03), radius: 0.05, endRadius: 0.054,
        sides: 28), material: dark, part: "collar")
    let (low, high) = (base + 0.028, base + v.number("jug", in: 0.2...0.24))
    asset.add(
      .lathe(
        [
          Vector2(0, low), Vector2(0.05, low), Vector2(0.062, high - 0.06), Vector2(0.07, high),
          Vector2(0.067, high), Vector2(0.059, high - 0.06),
          Vector2(0.047, low + 0.006), Vector2(0, low + 0.006),
        ], sides: 28), material: glass, part: "jug")
    for k in 0..<2 {
      let a = Quaternion(axis: Vector3(0, 0, 1), angle: .pi / 2 * Double(k))
      asset.add(
        .bar(
          [
            a * Vector3(-0.03, 0, low + 0.022), Vector3(0, 0, low + 0.014), a * Vector3(0.03, 0, low + 0.024),
          ],
          section: [
            Vector2(-0.005, -0.0008), Vector2(0.005, -0.0008), Vector2(0.005, 0.0008),
            Vector2(-0.005, 0.0008),
          ]), material: metal, part: "blade")
    }
    asset.add(
      .cylinder(from: Vector3(0, 0, low + 0.005), to: Vector3(0, 0, low + 0.018), radius: 0.01, sides: 12),
      material: metal, part: "blade")
    asset.add(
      .lathe(
        [
          Vector2(0, high - 0.012), Vector2(0.064, high - 0.008), Vector2(0.073, high),
          Vector2(0.073, high + 0.012), Vector2(0.03, high + 0.02), Vector2(0.028, high + 0.038),
          Vector2(0, high + 0.04),
        ],
        sides: 28), material: dark, part: "lid")
    asset.add(
      .bar(
        FixtureShape.rounded(
          [
            Vector3(0, 0.06, high - 0.02), Vector3(0, 0.115, high - 0.02), Vector3(0, 0.1, low + 0.04),
            Vector3(0, 0.053, low + 0.035),
          ], bend: 0.03),
        section: roundedRectangle(0.02, 0.013, radius: 0.005, corner: 2), up: Vector3(1, 0, 0)),
      material: dark, part: "handle")
    let x = 0.08
    asset.add(
      FixtureShape.forward(
        .lathe(
          [
            Vector2(0, -0.012), Vector2(0.026, -0.012), Vector2(0.025, 0.008), Vector2(0.02, 0.012),
            Vector2(0, 0.012),
          ], sides: 22)
      ).translated(x, 0, base * 0.42),
      material: metal, part: "knob")
    asset.add(
      .box(
        from: Vector3(x + 0.011, -0.0015, base * 0.42), to: Vector3(x + 0.0132, 0.0015, base * 0.42 + 0.02)),
      material: dark, part: "knob")
    return asset.asset()
  }
}
