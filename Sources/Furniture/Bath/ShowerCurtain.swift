import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A curtain on a rod that hangs from the ceiling, for the open side of a bathtub; it spans y and may be drawn aside.
package struct ShowerCurtain: FurnitureAsset {
  package static let assetName = "shower_curtain"
  /// Metres along y; from the ceiling down to the rod; from the rod to the hem.
  package var length: Double
  package var drop = 0.4
  package var height = 1.85
  private let look: Look

  package init(_ look: Look) {
    length = look.variation.number("length", in: 1.5...1.7)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "shower_curtain", mainPart: "curtain")
    asset.fittings.mount = .ceiling
    let v = look.variation
    let cloth = asset.material(
      IndoorMaterial.fabric(
        v.choice("colour", of: 3) == 0 ? look.palette.accent(v.choice("accent", of: 3)) : look.palette.linen),
      tile: IndoorMaterial.fabricTile)
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let z = -drop
    asset.add(
      .cylinder(from: Vector3(0, -length / 2, z), to: Vector3(0, length / 2, z), radius: 0.0125, sides: 14),
      material: metal,
      part: "rod")
    for y in [-length / 2 + 0.04, length / 2 - 0.04] {
      asset.add(
        .cylinder(from: Vector3(0, y, z), to: Vector3(0, y, 0), radius: 0.007, sides: 10), material: metal,
        part: "rod")
      asset.add(
        .cylinder(from: Vector3(0, y, -0.01), to: Vector3(0, y, 0), radius: 0.03, sides: 18), material: metal,
        part: "rod")
      asset.add(
        .sphere(center: Vector3(0, y < 0 ? y - 0.04 : y + 0.04, z), radius: 0.02, sides: 12), material: metal,
        part: "rod")
    }
    // Drawn over a part of the rod: folds between the rings, fuller toward the hem.
    let drawn = length * v.number("drawn", in: 0.35...0.95)
    let folds = 12
    let y0 = -length / 2 + 0.06
    let depth = min(0.085, 0.03 * length / drawn * 1.1)
    func fold(_ u: Double, _ t: Double, _ side: Double) -> Vector3 {
      let phase = 2 * Double.pi * Double(folds) * u
      let (s, _) = DeterministicMath.sincos(phase)
      let (w, _) = DeterministicMath.sincos(phase * 0.5 + 3 * t)
      let (q, _) = DeterministicMath.sincos(phase * 0.31 + 1.3)
      let full = 0.45 + 0.55 * smoothstep(0, 0.3, t)
      let x = depth * full * (s * (0.8 + 0.25 * q)) + 0.012 * w * t
      return Vector3(
        x + side * 0.0012, y0 + (drawn - 0.12) * u + 0.006 * w * t, z - 0.035 - height * t + 0.004 * s * t)
    }
    let sheet = MeshBuilder.slab(
      columns: folds * 8, rows: 6, front: { fold($0, $1, 1) }, back: { fold($0, $1, -1) })
    var mapped = sheet
    mapped.mapUVs { Vector2($0.x * length, $0.y * height) }
    asset.add(mapped, material: cloth, crease: 1.2)
    for i in 0..<folds {
      let u = (Double(i) + 0.25) / Double(folds)
      let y = y0 + (drawn - 0.12) * u
      asset.add(
        MeshBuilder.torus(radius: 0.022, tube: 0.002, sides: 12, rings: 4).rotated(
          Quaternion(axis: Vector3(1, 0, 0), angle: .pi / 2)
        ).translated(0, y, z - 0.018), material: metal, part: "ring")
    }
    return asset.asset()
  }
}
