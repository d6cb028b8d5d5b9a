import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A fan on a pole, its blades in a cage of wire.
package struct StandingFan: FurnitureAsset {
  package static let assetName = "fan"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "fan", mainPart: "stand")
    let v = look.variation
    let body = asset.material(
      IndoorMaterial.plastic(
        [Colour(0xefefec), Colour(0x202123), look.palette.accent(2)][v.choice("colour", of: 3)]))
    let wire = asset.material(
      IndoorMaterial.metal(v.choice("wire", of: 2) == 0 ? .chrome : look.palette.metal))
    let blade = asset.material(
      IndoorMaterial.plastic(
        v.choice("clear", of: 2) == 0 ? Colour(0xb9c8d0) : Colour(0x4a4c50), roughness: 0.25))
    let r = v.number("radius", in: 0.19...0.225)
    let height = v.choice("low", of: 4) == 0 ? 0.52 : v.number("height", in: 0.95...1.2)
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r * 0.92, 0), Vector2(r * 0.95, 0.008), Vector2(r * 0.8, 0.022),
          Vector2(0.05, 0.034), Vector2(0.03, 0.06), Vector2(0, 0.06),
        ], sides: 36),
      material: body)
    asset.add(
      .cylinder(from: Vector3(0, 0, 0.05), to: Vector3(0, 0, height * 0.55), radius: 0.017, sides: 14),
      material: body)
    asset.add(
      .cylinder(
        from: Vector3(0, 0, height * 0.55 - 0.03), to: Vector3(0, 0, height * 0.55 + 0.03), radius: 0.023,
        sides: 14), material: body)
    asset.add(
      .cylinder(
        from: Vector3(0, 0, height * 0.5), to: Vector3(0, 0, height - 0.04), radius: 0.012, sides: 12),
      material: wire)
    let head = Vector3(0.02, 0, height)
    func add(_ m: MeshBuilder, _ material: Int, _ part: String) {
      asset.add(FixtureShape.forward(m).translated(head.x, head.y, head.z), material: material, part: part)
    }
    add(
      .lathe(
        [
          Vector2(0, -0.12), Vector2(0.045, -0.115), Vector2(0.06, -0.09), Vector2(0.062, -0.02),
          Vector2(0.05, 0.005), Vector2(0, 0.008),
        ], sides: 28), body, "motor")
    asset.add(
      .capsule(
        from: Vector3(0, 0, height - 0.09), to: Vector3(-0.02, 0, height - 0.03), radius: 0.026, sides: 14),
      material: body, part: "motor")
    // Blades about the axis.
    for k in 0..<5 {
      let turn = 2 * Double.pi * Double(k) / 5
      func point(_ u: Double, _ t: Double, _ side: Double) -> Vector3 {
        let rho = 0.035 + (r - 0.055) * t
        let a = turn + (u - 0.5) * (0.62 + 0.42 * t) + 0.25 * t
        let (s, c) = DeterministicMath.sincos(a)
        return Vector3(rho * c, rho * s, 0.045 + 0.035 * (u - 0.5) + side * 0.001)
      }
      add(
        .slab(columns: 5, rows: 4, front: { point($0, $1, 1) }, back: { point($0, $1, -1) }), blade, "blade")
    }
    add(
      .lathe(
        [
          Vector2(0, 0.005), Vector2(0.038, 0.005), Vector2(0.038, 0.05), Vector2(0.028, 0.068),
          Vector2(0, 0.072),
        ], sides: 24), blade, "blade")
    // The cage: rings and spokes before and behind.
    let rim = 0.04
    add(MeshBuilder.torus(radius: r, tube: 0.005, sides: 40, rings: 6).translated(0, 0, rim), wire, "cage")
    for (sign, depth) in [(1.0, 0.06), (-1.0, 0.055)] {
      for f in [0.28, 0.55, 0.8] {
        let z = rim + sign * depth * (1 - f * f)
        add(
          MeshBuilder.torus(radius: r * f, tube: 0.0018, sides: 32, rings: 4).translated(0, 0, z), wire,
          "cage")
      }
      for k in 0..<36 {
        let (s, c) = DeterministicMath.sincos(2 * .pi * Double(k) / 36)
        let path = [0.22, 0.62, 1.0].map { f in
          Vector3(r * f * c, r * f * s, rim + sign * depth * (1 - f * f))
        }
        add(.tube(path, radius: 0.0014, sides: 4), wire, "cage")
      }
    }
    add(
      MeshBuilder.lathe(
        [
          Vector2(0, rim + 0.052), Vector2(r * 0.24, rim + 0.052), Vector2(r * 0.22, rim + 0.062),
          Vector2(0, rim + 0.066),
        ], sides: 24), body, "cage")
    // Buttons on the pole's box.
    asset.add(
      FixtureShape.block(
        from: Vector3(-0.03, -0.035, height * 0.72), to: Vector3(0.03, 0.035, height * 0.72 + 0.12),
        radius: 0.02, edge: 0.006, low: 0.006), material: body, part: "box")
    for k in 0..<4 {
      asset.add(
        .cylinder(
          from: Vector3(0.028, 0, height * 0.72 + 0.02 + 0.026 * Double(k)),
          to: Vector3(0.033, 0, height * 0.72 + 0.02 + 0.026 * Double(k)), radius: 0.008, sides: 12),
        material: wire, part: "button")
    }
    return asset.asset()
  }
}
