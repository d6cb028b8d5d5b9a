import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A computer's mouse; the hand comes from +x.
package struct ComputerMouse: FurnitureAsset {
  package static let assetName = "mouse"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "mouse")
    let v = look.variation
    let body = asset.material(
      IndoorMaterial.plastic(
        [Colour(0x232426), Colour(0xe9e9e6), look.palette.accent(1)][v.choice("colour", of: 3)],
        roughness: 0.4))
    let dark = asset.material(IndoorMaterial.darkRubber())
    let wheel = asset.material(IndoorMaterial.darkRubber(Colour(0x7c8084)))
    let (l, w, h) = (
      v.number("length", in: 0.1...0.118) / 2, v.number("width", in: 0.058...0.066) / 2,
      v.number("height", in: 0.03...0.038)
    )
    func ring(_ f: Double, _ z: Double, _ shift: Double = 0) -> [Vector3] {
      superellipse(l * f, w * f, exponent: 2.5, count: 28).map {
        Vector3($0.x + shift, $0.y * (1 - 0.08 * $0.x / l), z)
      }
    }
    var shell = MeshBuilder.loft([
      ring(0.95, 0.001), ring(1, 0.006), ring(0.985, h * 0.4), ring(0.93, h * 0.62, 0.001),
      ring(0.8, h * 0.84, 0.003),
      ring(0.55, h * 0.97, 0.005), ring(0.25, h, 0.006),
    ])
    // Lower at the buttons.
    func lowered(_ p: Vector3) -> Vector3 {
      Vector3(p.x, p.y, p.z < 0.007 ? p.z : 0.006 + (p.z - 0.006) * (0.9 + 0.28 * (p.x / l)))
    }
    shell.displace(lowered)
    asset.add(shell, material: body)
    asset.add(
      .extrusion(superellipse(l * 0.93, w * 0.93, exponent: 2.5, count: 28), bottom: 0, top: 0.003),
      material: dark, part: "foot")
    // The gap between the buttons follows the shell's ridge to the wheel and on.
    let ridge = [
      (0.985, 0.4, 0.0), (0.93, 0.62, 0.001), (0.8, 0.84, 0.003), (0.55, 0.97, 0.005), (0.25, 1, 0.006),
    ]
    .map { f, z, shift in lowered(Vector3(shift - l * f, 0, h * z)) }
    asset.add(
      .bar(
        ridge,
        section: [
          Vector2(-0.0045, -0.002), Vector2(0.0045, -0.002), Vector2(0.004, 0.0006), Vector2(-0.004, 0.0006),
        ]),
      material: dark, part: "gap")
    let hub = ridge[2] + (ridge[3] - ridge[2]) * 0.35 - Vector3(0, 0, 0.0055)
    asset.add(
      .cylinder(from: hub - Vector3(0, 0.003, 0), to: hub + Vector3(0, 0.003, 0), radius: 0.0095, sides: 18),
      material: wheel, part: "wheel")
    return asset.asset()
  }
}
