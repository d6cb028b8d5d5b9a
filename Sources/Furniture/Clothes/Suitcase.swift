import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A suitcase with ribs that stands on four wheels, its front to +x.
package struct Suitcase: FurnitureAsset {
  package static let assetName = "suitcase"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "suitcase")
    let v = look.variation
    let tones = [
      Colour(0x2c3e50), Colour(0xc9ccd0), look.palette.accent(0), Colour(0x1f2022), Colour(0xd9a9a0),
      Colour(0x3f6f6a),
    ]
    let shell = asset.material(
      IndoorMaterial.plastic(tones[v.choice("tone", of: tones.count)], roughness: 0.3))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x202124)))
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let isCabin = v.unit("cabin") < 0.5
    let (w, h, d) =
      isCabin ? (0.37, v.number("h", in: 0.5...0.52), 0.22) : (0.46, v.number("h", in: 0.62...0.7), 0.28)
    let foot = 0.045
    // Two shells, front and back, each a bowl with eased edges and ribs down its face.
    for side in [-1.0, 1] {
      let levels: [(Double, Double)] = [
        (0.003, 0), (d * 0.2, 0), (d * 0.38, 0.003), (d * 0.46, 0.012), (d * 0.49, 0.028), (d * 0.5, 0.05),
      ]
      var half = MeshBuilder.loft(
        levels.map { x, inset in
          roundedRectangle(w - 2 * inset, h - 2 * inset, radius: 0.055 - inset * 0.5, corner: 6).map {
            Vector3(side * x, $0.x, foot + h / 2 + $0.y)
          }
        })
      half.orientOutward()
      asset.add(half, material: shell, crease: 0.9)
      for k in 0..<7 {
        let y = (Double(k) - 3) * (w - 0.12) / 6
        let (low, high) = (foot + 0.05, foot + h - 0.05)
        asset.add(
          .capsule(
            from: Vector3(side * (d / 2 - 0.002), y, low), to: Vector3(side * (d / 2 - 0.002), y, high),
            radius: 0.0065, sides: 8, capRings: 2), material: shell, part: "rib")
      }
    }
    let seam = roundedRectangle(w + 0.002, h + 0.002, radius: 0.056, corner: 6).map {
      Vector3(0, $0.x, foot + h / 2 + $0.y)
    }
    func band(_ x: Double, _ grow: Double) -> [Vector3] {
      seam.map { Vector3(x, $0.y * (1 + grow), foot + h / 2 + ($0.z - foot - h / 2) * (1 + grow)) }
    }
    asset.add(
      .loft([band(-0.008, -0.004), band(-0.007, 0.004), band(0.007, 0.004), band(0.008, -0.004)]),
      material: dark, part: "zip")
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let at = Vector3(sx * (d / 2 - 0.045), sy * (w / 2 - 0.06), 0)
        asset.add(
          .cylinder(
            from: at + Vector3(0, 0, 0.04), to: at + Vector3(0, 0, foot + 0.01), radius: 0.018,
            endRadius: 0.024, sides: 14), material: dark, part: "wheel")
        asset.add(
          .cylinder(
            from: at + Vector3(0, -0.011, 0.023), to: at + Vector3(0, 0.011, 0.023), radius: 0.023, sides: 18),
          material: dark, part: "wheel")
      }
    }
    // Handles: on top, and the one that pulls out behind it.
    func grip(_ a: Vector3, _ b: Vector3, _ out: Vector3) {
      asset.add(
        .tube(
          [a, a + out, a + out + (b - a) * 0.06, b + out - (b - a) * 0.06, b + out, b].map { $0 },
          radius: 0.008, sides: 10), material: dark, part: "handle")
    }
    let top = foot + h
    grip(Vector3(0.03, -0.07, top - 0.002), Vector3(0.03, 0.07, top - 0.002), Vector3(0, 0, 0.024))
    let pulled = v.unit("pulled") < 0.4 ? 0.34 : 0.02
    for y in [-0.075, 0.075] {
      asset.add(
        .cylinder(
          from: Vector3(-d / 2 + 0.045, y, top - 0.02), to: Vector3(-d / 2 + 0.045, y, top + pulled),
          radius: 0.006, sides: 10), material: metal, part: "handle")
    }
    asset.add(
      .capsule(
        from: Vector3(-d / 2 + 0.045, -0.08, top + pulled), to: Vector3(-d / 2 + 0.045, 0.08, top + pulled),
        radius: 0.013, sides: 12), material: dark, part: "handle")
    return asset.asset()
  }
}
