import VectorMath
package import WorldModel

/// A litter bin on the pavement, or a two-wheeled household bin.
package struct Bin: ParametricAsset {
  package static let assetName = "bin"
  package enum Kind: String, Sendable, CaseIterable { case litter, household }
  package var kind: Kind
  package var colour: Colour

  package init() { self.init(kind: .litter) }
  package init(kind: Kind, colour: Colour = Colour(0x3a4a3c)) {
    self.kind = kind
    self.colour = colour
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "bin_\(kind.rawValue)", nativeClass: "bin")
    let body = asset.material(Material(name: "bin", baseColor: colour.linear, roughness: 0.55))
    let dark = asset.material(StreetMaterials.darkMetal)
    switch kind {
    case .litter:
      asset.add(
        .lathe(
          [
            Vector2(0, 0), Vector2(0.2, 0), Vector2(0.2, 0.04), Vector2(0.235, 0.06), Vector2(0.255, 0.72),
            Vector2(0.265, 0.74), Vector2(0.265, 0.78),
            Vector2(0.225, 0.78), Vector2(0.2, 0.5), Vector2(0, 0.5),
          ], sides: 24), material: body, crease: 0.5)
      // Slats around and a lid on posts.
      for k in 0..<20 {
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 20)
        let bar = MeshBuilder.box(
          size: Vector3(0.012, 0.045, 0.6), center: Vector3(0.252, 0, 0.39), bevel: 0.003
        )
        .rotated(Quaternion(axis: Vector3(0, 0, 1), angle: DeterministicMath.atan2(s, c)))
        asset.add(bar, material: dark)
      }
      for k in 0..<3 {
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 3)
        asset.add(
          .cylinder(
            from: Vector3(0.24 * c, 0.24 * s, 0.76), to: Vector3(0.24 * c, 0.24 * s, 0.95), radius: 0.012,
            sides: 8), material: dark)
      }
      asset.add(
        .lathe(
          [
            Vector2(0, 0.94), Vector2(0.27, 0.94), Vector2(0.27, 0.96), Vector2(0.2, 1.01),
            Vector2(0.08, 1.035), Vector2(0, 1.04),
          ], sides: 24),
        material: body, part: "lid")
    case .household:
      func box(_ rows: [(z: Double, back: Double, front: Double, w: Double)]) -> MeshBuilder {
        .loft(
          rows.map { r in
            roundedRectangle(r.front - r.back, 2 * r.w, radius: 0.04).map {
              Vector3($0.x + (r.front + r.back) / 2, $0.y, r.z)
            }
          })
      }
      asset.add(
        box([
          (0.03, -0.24, 0.2, 0.22), (0.9, -0.28, 0.3, 0.27), (0.93, -0.3, 0.32, 0.285),
          (0.96, -0.3, 0.32, 0.285),
        ]), material: body, crease: 0.6)
      asset.add(
        box([
          (0.962, -0.31, 0.33, 0.292), (1.0, -0.31, 0.33, 0.292), (1.04, -0.28, 0.26, 0.25),
          (1.055, -0.2, 0.16, 0.18),
        ]), material: body,
        part: "lid", crease: 0.6)
      asset.add(
        .tube([Vector3(-0.36, -0.24, 0.98), Vector3(-0.36, 0.24, 0.98)], radius: 0.016, sides: 8),
        material: body, part: "lid")
      for y in [-0.24, 0.24] {
        asset.add(
          .tube([Vector3(-0.26, y, 0.94), Vector3(-0.36, y, 0.98)], radius: 0.016, sides: 8), material: body,
          part: "lid")
        asset.add(
          .cylinder(
            from: Vector3(-0.25, y * 0.82, 0.1), to: Vector3(-0.25, y * 1.06, 0.1), radius: 0.1, sides: 18),
          material: dark, part: "wheel")
      }
      asset.add(
        .box(size: Vector3(0.05, 0.34, 0.032), center: Vector3(0.12, 0, 0.016), bevel: 0.006), material: dark)
    }
    return asset.asset()
  }
}
