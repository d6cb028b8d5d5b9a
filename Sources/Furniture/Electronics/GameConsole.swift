import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A game console with a controller before it.
package struct GameConsole: FurnitureAsset {
  package static let assetName = "game_console"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "game_console", mainPart: "case")
    let v = look.variation
    let isWhite = v.choice("white", of: 2) == 0
    let body = asset.material(
      IndoorMaterial.plastic(isWhite ? Colour(0xefefed) : Colour(0x1d1e20), roughness: 0.4))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x121314), roughness: 0.25))
    let glow = asset.material(IndoorMaterial.glow(Colour(0x6fb4f0)))
    let (d, w, h) = (0.26, v.number("width", in: 0.27...0.33), v.number("height", in: 0.05...0.07))
    // Two shells about a dark slice.
    let x = -0.045
    for (z0, z1) in [(0.0, h * 0.42), (h * 0.56, h)] {
      asset.add(
        FixtureShape.block(
          from: Vector3(x - d / 2, -w / 2, z0), to: Vector3(x + d / 2, w / 2, z1), radius: 0.012, edge: 0.004,
          low: 0.003), material: body)
    }
    asset.add(
      .box(
        from: Vector3(x - d / 2 + 0.008, -w / 2 + 0.008, h * 0.41),
        to: Vector3(x + d / 2 - 0.006, w / 2 - 0.008, h * 0.57)), material: dark, part: "slot")
    asset.add(
      .box(
        from: Vector3(x + d / 2 - 0.006, -w * 0.3, h * 0.475),
        to: Vector3(x + d / 2 - 0.0045, w * 0.3, h * 0.505)), material: glow, part: "light")
    // The controller: a body with two grips.
    let c = Vector3(x + d / 2 + 0.07, w * 0.12, 0)
    func ring(_ f: Double, _ z: Double) -> [Vector3] {
      (0..<40).map { i in
        let (s, k) = DeterministicMath.sincos(2 * .pi * Double(i) / 40)
        // Wide and short, drawn out toward +x at both sides.
        let grip = max(0, k) * (s * s) * 0.062 - max(0, k) * (1 - s * s) * 0.004
        return c + Vector3((0.032 * k + grip) * f, 0.076 * s * f, z)
      }
    }
    asset.add(
      .loft([
        ring(0.8, 0.004), ring(0.95, 0.01), ring(1, 0.02), ring(0.96, 0.03), ring(0.82, 0.036),
        ring(0.5, 0.038),
      ]), material: body,
      part: "controller")
    asset.add(
      .cylinder(from: c, to: c + Vector3(0, 0, 0.006), radius: 0.02, sides: 12), material: dark,
      part: "controller")
    for s in [-1.0, 1] {
      let p = c + Vector3(0.016, s * 0.026, 0.034)
      asset.add(
        .cylinder(from: p, to: p + Vector3(0, 0, 0.009), radius: 0.0045, sides: 10), material: dark,
        part: "controller")
      asset.add(
        .cylinder(
          from: p + Vector3(0, 0, 0.008), to: p + Vector3(0, 0, 0.0115), radius: 0.0085, endRadius: 0.008,
          sides: 14), material: dark,
        part: "controller")
      for k in 0..<4 {
        let (a, b) = DeterministicMath.sincos(.pi / 2 * Double(k))
        let q = c + Vector3(-0.008 + 0.009 * b, s * 0.05 + 0.009 * a, 0.034)
        asset.add(
          .cylinder(from: q, to: q + Vector3(0, 0, 0.005), radius: 0.004, sides: 10), material: dark,
          part: "controller")
      }
    }
    return asset.asset()
  }
}
