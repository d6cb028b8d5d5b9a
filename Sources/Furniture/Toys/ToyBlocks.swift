import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Building blocks of wood: some in a small tower, others scattered around it.
package struct ToyBlocks: FurnitureAsset {
  package static let assetName = "toy_blocks"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toy_blocks", mainPart: "block")
    let v = look.variation
    let paints = [
      Colour(0xd9453a), Colour(0x2f7fc0), Colour(0xf0b92f), Colour(0x4a9a52), look.palette.wood,
      Colour(0xe9863a),
    ]
    let a = 0.04
    var count = 0
    func block(_ kind: Int, _ at: Vector3, _ turn: Double) {
      let paint = asset.material(
        Material(name: "block_\(count % 6)", baseColor: paints[count % 6].linear, roughness: 0.45))
      var solid: MeshBuilder
      switch kind {
      case 0: solid = .box(from: Vector3(-a / 2, -a / 2, 0), to: Vector3(a / 2, a / 2, a), bevel: 0.002)
      case 1: solid = .box(from: Vector3(-a / 2, -a, 0), to: Vector3(a / 2, a, a), bevel: 0.002)
      case 2: solid = .cylinder(from: .zero, to: Vector3(0, 0, a * 1.5), radius: a / 2, sides: 24)
      case 3:
        // A roof: a prism along y.
        solid = MeshBuilder.extrusion(
          [Vector2(-a, 0), Vector2(a, 0), Vector2(0, a)], bottom: -a / 2, top: a / 2
        )
        .rotated(Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2))
        .rotated(Quaternion(axis: Vector3(0, 0, 1), angle: Double.pi / 2))
      default:
        // A bridge: a bow cut out of a slab.
        let bow = (0...10).map { i -> Vector2 in
          let (s, c) = DeterministicMath.sincos(Double.pi * Double(i) / 10)
          return Vector2(-0.6 * a * c, 0.6 * a * s)
        }
        solid = MeshBuilder.extrusion(
          [Vector2(-a, 0)] + bow + [Vector2(a, 0), Vector2(a, a), Vector2(-a, a)], bottom: -a / 2, top: a / 2
        ).rotated(Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2)).rotated(
          Quaternion(axis: Vector3(0, 0, 1), angle: Double.pi / 2))
      }
      asset.add(
        solid.rotated(Quaternion(axis: Vector3(0, 0, 1), angle: turn)).translated(at.x, at.y, at.z),
        material: paint, crease: 0.4)
      count += 1
    }
    let jitter = { (k: Int) in v.number("turn", k, in: -0.12...0.12) }
    // The tower: two piers, a bridge over them, a roof on top.
    let tower = Vector3(-0.02, -0.03, 0)
    for y in [-0.75, 0.75] {
      block(v.unit("round") < 0.5 ? 2 : 0, tower + Vector3(0, y * a, 0), jitter(count))
    }
    let pier = v.unit("round") < 0.5 ? 1.5 * a : a
    block(1, tower + Vector3(0, 0, pier), jitter(3))
    block(4, tower + Vector3(0, 0, pier + a), jitter(4))
    block(3, tower + Vector3(0, 0, pier + 2 * a), jitter(5))
    let scattered = 4 + v.choice("more", of: 3)
    for k in 0..<scattered {
      let (s, c) = DeterministicMath.sincos(0.4 + 2 * Double.pi * Double(k) / Double(scattered))
      let far = v.number("far", k, in: 0.11...0.15)
      block(
        [0, 1, 3, 0, 2, 4][v.choice("kind", k, of: 6)], Vector3(c * far, s * far, 0),
        v.number("heading", k, in: 0...3))
    }
    return asset.asset()
  }
}
