import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A box to keep things in, its front to +x: of cloth for a shelf, of cardboard with a lid, or of plastic with clips.
package struct StorageBox: FurnitureAsset {
  package static let assetName = "storage_box"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "storage_box")
    let v = look.variation
    let kind = v.choice("sort of box", of: 4)
    let size =
      kind == 0
      ? Vector3(0.3, 0.3, 0.29)
      : Vector3(v.number("d", in: 0.26...0.36), v.number("w", in: 0.2...0.32), v.number("h", in: 0.14...0.24))
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    switch kind {
    case 0:
      let cloth = asset.material(
        IndoorMaterial.fabric(
          [look.palette.linen, look.palette.upholstery, look.palette.accent(0)][v.choice("cloth", of: 3)]),
        tile: IndoorMaterial.fabricTile)
      asset.add(
        Tub.shell(height: h, flare: 0, wall: 0.006, floor: 0.006) {
          roundedRectangle(2 * (x + $0), 2 * (y + $0), radius: 0.01 + max(0, $0), corner: 3)
        }, material: cloth)
      // A loop of leather, a seam below the rim.
      let leather = asset.material(IndoorMaterial.leather(look.palette.leather))
      let loop = (0...10).map { i -> Vector3 in
        let (s, c) = DeterministicMath.sincos(Double.pi * Double(i) / 10)
        return Vector3(x + 0.001 + 0.012 * s, 0.045 * c, h * 0.62 - 0.012 * s)
      }
      asset.add(
        .bar(loop, section: roundedRectangle(0.003, 0.018, radius: 0.001, corner: 1)), material: leather,
        part: "handle")
      asset.add(
        .ring(
          roundedRectangle(2 * x + 0.001, 2 * y + 0.001, radius: 0.0105, corner: 4).map {
            Vector3($0.x, $0.y, h - 0.018)
          }, radius: 0.0018, sides: 6), material: cloth, part: "seam")
      asset.support(
        "inside", at: Vector3(0, 0, 0.006), size: Vector2(2 * x - 0.03, 2 * y - 0.03), headroom: h - 0.02)
    case 1, 2:
      let isPlain = kind == 1
      let board = asset.material(
        isPlain
          ? IndoorMaterial.cardboard : IndoorMaterial.paper(look.palette.accent(v.choice("paper", of: 3))))
      asset.add(
        .box(from: Vector3(-x, -y, 0), to: Vector3(x, y, h - (isPlain ? 0 : 0.002)), bevel: 0.002),
        material: board)
      if isPlain {
        // Flaps that meet under a strip of tape.
        let tape = asset.material(IndoorMaterial.plastic(Colour(0xc9a878), roughness: 0.2))
        for side in [-1.0, 1] {
          asset.add(
            .box(
              from: Vector3(-x + 0.002, side * 0.0012, h - 0.001),
              to: Vector3(x - 0.002, side * (y - 0.002), h + 0.0035), bevel: 0.001), material: board,
            part: "flap")
        }
        asset.add(
          .box(from: Vector3(-x + 0.001, -0.025, h + 0.003), to: Vector3(x - 0.001, 0.025, h + 0.0042)),
          material: tape, part: "tape")
        for s in [-1.0, 1] {
          asset.add(
            .box(from: Vector3(s * x, -0.025, h * 0.72), to: Vector3(s * (x + 0.0007), 0.025, h)),
            material: tape, part: "tape")
        }
        asset.support("top", at: Vector3(0, 0, h + 0.0042), size: Vector2(2 * x - 0.01, 0.05))
      } else {
        asset.add(
          .box(
            from: Vector3(-x - 0.004, -y - 0.004, h - 0.045), to: Vector3(x + 0.004, y + 0.004, h + 0.004),
            bevel: 0.002), material: board, part: "lid")
        let metal = asset.material(IndoorMaterial.metal(.brass))
        let label = asset.material(IndoorMaterial.paper(Colour(0xf4f1e8)))
        asset.add(
          .box(
            from: Vector3(x - 0.001, -0.04, h * 0.28), to: Vector3(x + 0.0015, 0.04, h * 0.28 + 0.04),
            bevel: 0.0006), material: metal, part: "label")
        asset.add(
          .box(from: Vector3(x, -0.034, h * 0.28 + 0.006), to: Vector3(x + 0.002, 0.034, h * 0.28 + 0.034)),
          material: label, part: "label")
        asset.support("top", at: Vector3(0, 0, h + 0.004), size: Vector2(2 * x, 2 * y))
      }
    default:
      let tint = [Colour(0xdfe8ea), Colour(0xa9c4cf), Colour(0xd9d4cc)][v.choice("tint", of: 3)]
      let body = asset.material(IndoorMaterial.plastic(tint, roughness: 0.18))
      let lid = asset.material(
        IndoorMaterial.plastic(
          v.unit("lid") < 0.5 ? look.palette.accent(0) : Colour(0xf0f0ee), roughness: 0.3))
      func plan(_ grow: Double) -> [Vector2] {
        roundedRectangle(2 * (x + grow), 2 * (y + grow), radius: 0.025 + grow * 0.5, corner: 4)
      }
      func levels(_ l: [(Double, Double)]) -> MeshBuilder {
        Tub.shell(l.map { Tub.Level($0.0, $0.1) }, outline: plan)
      }
      asset.add(
        levels([
          (-0.024, 0), (-0.02, 0.004), (-0.017, h * 0.3), (-0.013, h * 0.31), (-0.006, h * 0.88),
          (0.003, h * 0.885), (0.003, h - 0.012),
        ]), material: body)
      asset.add(
        levels([
          (0.004, h - 0.016), (0.007, h - 0.014), (0.007, h - 0.003), (0.004, h), (-0.012, h),
          (-0.016, h - 0.004), (-0.022, h - 0.004),
        ]), material: lid, part: "lid")
      for side in [-1.0, 1] {
        asset.add(
          .box(
            from: Vector3(-0.035, side * (y + 0.002), h * 0.72),
            to: Vector3(0.035, side * (y + 0.013), h - 0.001), bevel: 0.003), material: lid, part: "clip")
      }
      asset.support("top", at: Vector3(0, 0, h), size: Vector2(2 * x - 0.06, 2 * y - 0.06))
    }
    return asset.asset()
  }
}
