import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A flat iron on its sole, the tip toward +x.
package struct FlatIron: FurnitureAsset {
  package static let assetName = "iron"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "iron", mainPart: "case")
    let v = look.variation
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    let body = asset.material(
      IndoorMaterial.plastic(
        [Colour(0x3f6ea8), Colour(0x8c3f7c), Colour(0x2f8c84), Colour(0xd8d8d6)][v.choice("colour", of: 4)],
        roughness: 0.25))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x222326)))
    let (l, w, h) = (v.number("length", in: 0.24...0.28), 0.115, 0.13)
    // An outline that runs to a tip.
    func outline(_ f: Double, _ z: Double, _ shift: Double = 0) -> [Vector3] {
      (0..<36).map { i in
        let (s, c) = DeterministicMath.sincos(2 * .pi * (Double(i) + 0.5) / 36)
        let x = c > 0 ? c : c * 0.75
        let narrow = c > 0 ? 1 - 0.55 * c * c : 1 - 0.05 * c * c
        return Vector3((x * 0.57 * l - 0.04) * f + shift, s * w / 2 * narrow * f, z)
      }
    }
    asset.add(.loft([outline(0.98, 0), outline(1, 0.002), outline(1, 0.009)]), material: metal, part: "sole")
    asset.add(
      .loft([
        outline(0.96, 0.009), outline(0.97, 0.025), outline(0.9, 0.045, -0.005), outline(0.72, 0.062, -0.012),
        outline(0.5, 0.07, -0.015),
      ]), material: body)
    // The handle: a loop from the nose to the heel.
    let path = [
      Vector3(l * 0.24, 0, 0.05), Vector3(l * 0.17, 0, h - 0.012), Vector3(-l * 0.22, 0, h),
      Vector3(-l * 0.5, 0, h - 0.02), Vector3(-l * 0.42, 0, 0.045),
    ]
    asset.add(
      .bar(
        FixtureShape.rounded(path, bend: 0.045, steps: 6),
        section: roundedRectangle(0.034, 0.024, radius: 0.01, corner: 3), up: Vector3(0.02, 0, 1)),
      material: body, part: "handle")
    asset.add(
      .capsule(
        from: Vector3(-l * 0.28, 0, h + 0.003), to: Vector3(l * 0.08, 0, h - 0.001), radius: 0.013, sides: 12),
      material: dark, part: "handle")
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, 0.062), Vector2(0.026, 0.062), Vector2(0.026, 0.078), Vector2(0.02, 0.081),
          Vector2(0, 0.081),
        ], sides: 22
      ).translated(-0.01, 0, 0), material: dark, part: "knob")
    asset.add(
      .tube(
        FixtureShape.rounded(
          [
            Vector3(-l * 0.47, 0, h - 0.02), Vector3(-l * 0.6, 0.02, h + 0.02),
            Vector3(-l * 0.75, 0.08, 0.05), Vector3(-l * 0.6, 0.17, 0.004), Vector3(-l * 0.1, 0.19, 0.004),
          ], bend: 0.06),
        radius: 0.004, sides: 8), material: dark, part: "cord")
    return asset.asset()
  }
}
