import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A pair of dumbbells, or one, along y: with six-sided rubber heads or coloured round ones.
package struct Dumbbell: FurnitureAsset {
  package static let assetName = "dumbbell"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "dumbbell", mainPart: "head")
    let v = look.variation
    let isHex = v.unit("hex") < 0.6
    let head = asset.material(
      isHex
        ? IndoorMaterial.plastic(Colour(0x1d1e20), roughness: 0.7)
        : IndoorMaterial.plastic(
          [look.palette.accent(0), Colour(0xd95f8a), Colour(0x3f8fb0)][v.choice("tone", of: 3)],
          roughness: 0.55))
    let grip = asset.material(
      isHex ? IndoorMaterial.metal(.chrome) : IndoorMaterial.plastic(Colour(0x2a2b2e), roughness: 0.7))
    let r = v.number("radius", in: 0.038...0.055)
    let w = r * 1.25
    let half = 0.062
    let count = v.unit("pair") < 0.6 ? 2 : 1
    let low = isHex ? r * 0.866 : r
    for k in 0..<count {
      let x = count == 1 ? 0 : (Double(k) - 0.5) * (2 * r + 0.02)
      let turn = Quaternion(axis: Vector3(0, 0, 1), angle: v.number("turn", k, in: -0.06...0.06))
      func add(_ b: MeshBuilder, _ material: Int, _ part: String, crease: Double) {
        asset.add(b.rotated(turn).translated(x, 0, low), material: material, part: part, crease: crease)
      }
      for side in [-1.0, 1] {
        let stations = [(half, 0.8), (half + 0.006, 1.0), (half + w - 0.006, 1.0), (half + w, 0.8)]
        let sides = isHex ? 6 : 28
        add(
          .loft(
            stations.map { y, s in
              (0..<sides).map { i in
                // A hexagon lies on a side.
                let (sn, cs) = DeterministicMath.sincos(
                  2 * Double.pi * (Double(i) + (isHex ? 0 : 0.5)) / Double(sides))
                return Vector3(r * s * cs, side * y, r * s * sn)
              }
            }), head, "head", crease: isHex ? 0.4 : 0.8)
      }
      add(
        .tube(
          [-half - 0.004, -half * 0.6, 0, half * 0.6, half + 0.004].map { Vector3(0, $0, 0) },
          radii: [0.0135, 0.0145, 0.017, 0.0145, 0.0135], sides: 18), grip, "grip", crease: 0.9)
    }
    return asset.asset()
  }
}
