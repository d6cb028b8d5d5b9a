import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A vacuum cleaner: a body on wheels with hose and tube, or a flat robot.
package struct VacuumCleaner: FurnitureAsset {
  package static let assetName = "vacuum_cleaner"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "vacuum_cleaner", mainPart: "case")
    if look.variation.choice("robot", of: 2) == 0 { addRobot(&asset) } else { addSled(&asset) }
    return asset.asset()
  }

  private func addRobot(_ asset: inout AssetBuilder) {
    let isLight = look.variation.choice("light", of: 2) == 0
    let body = asset.material(
      IndoorMaterial.plastic(isLight ? Colour(0xeeeeec) : Colour(0x26272a), roughness: 0.25))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x161718), roughness: 0.4))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xbfe4ff)))
    let r = look.variation.number("radius", in: 0.16...0.18)
    asset.add(
      .lathe(
        [
          Vector2(0, 0.008), Vector2(r - 0.012, 0.008), Vector2(r - 0.002, 0.016), Vector2(r, 0.03),
          Vector2(r, 0.062), Vector2(r - 0.003, 0.066), Vector2(0, 0.066),
        ], sides: 48),
      material: dark)
    asset.add(
      .lathe(
        [
          Vector2(0, 0.06), Vector2(r - 0.004, 0.06), Vector2(r - 0.004, 0.074), Vector2(r - 0.012, 0.08),
          Vector2(r - 0.03, 0.082), Vector2(0, 0.083),
        ], sides: 48),
      material: body, part: "lid")
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, 0.08), Vector2(0.036, 0.08), Vector2(0.036, 0.1), Vector2(0.032, 0.103),
          Vector2(0, 0.103),
        ], sides: 28
      ).translated(-r * 0.25, 0, 0), material: dark,
      part: "turret")
    // The bumper: a half ring in front.
    let arc = (0...20).map { i -> Vector3 in
      let (s, c) = DeterministicMath.sincos(.pi * (Double(i) / 20 - 0.5))
      return Vector3((r + 0.004) * c, (r + 0.004) * s, 0.042)
    }
    asset.add(
      .bar(
        arc,
        section: [
          Vector2(-0.004, -0.022), Vector2(0.004, -0.022), Vector2(0.004, 0.018), Vector2(-0.004, 0.018),
        ]), material: body, part: "bumper")
    for s in [-1.0, 1] {
      asset.add(
        .cylinder(
          from: Vector3(0, s * 0.11 - 0.012, 0.034), to: Vector3(0, s * 0.11 + 0.012, 0.034), radius: 0.034,
          sides: 20), material: dark, part: "wheel")
    }
    asset.add(
      MeshBuilder.torus(radius: 0.013, tube: 0.0018, sides: 20, rings: 6).translated(r * 0.62, 0, 0.0822),
      material: glow, part: "button")
  }

  private func addSled(_ asset: inout AssetBuilder) {
    let body = asset.material(
      IndoorMaterial.plastic(
        [Colour(0xb23a34), Colour(0x3b5e8c), Colour(0x3a3b3e), look.palette.accent(0)][
          look.variation.choice("colour", of: 4)], roughness: 0.25))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x1d1e20)))
    let hose = asset.material(IndoorMaterial.darkRubber(Colour(0x3a3b3d)))
    let metal = asset.material(IndoorMaterial.metal(.chrome))
    // The body lies toward −x, its hose leaves in front.
    let x = -0.16
    func ring(_ z: Double, _ front: Double, _ back: Double, _ half: Double) -> [Vector3] {
      FixtureShape.egg(x, front: front, back: back, half: half, z: z, exponent: 2.6, count: 32)
    }
    asset.add(
      .loft([
        ring(0.035, 0.17, 0.17, 0.1), ring(0.045, 0.2, 0.19, 0.125), ring(0.1, 0.215, 0.2, 0.135),
        ring(0.13, 0.212, 0.2, 0.134),
      ]), material: dark)
    asset.add(
      .loft([
        ring(0.128, 0.214, 0.202, 0.136), ring(0.16, 0.205, 0.2, 0.13), ring(0.2, 0.16, 0.185, 0.105),
        ring(0.225, 0.1, 0.15, 0.07), ring(0.232, 0.05, 0.1, 0.04),
      ]), material: body, part: "lid")
    for s in [-1.0, 1] {
      asset.add(
        .cylinder(
          from: Vector3(x - 0.1, s * 0.115, 0.085), to: Vector3(x - 0.1, s * 0.15, 0.085), radius: 0.085,
          sides: 28), material: dark, part: "wheel")
      asset.add(
        .cylinder(
          from: Vector3(x - 0.1, s * 0.148, 0.085), to: Vector3(x - 0.1, s * 0.154, 0.085), radius: 0.05,
          endRadius: 0.045, sides: 24), material: body, part: "wheel")
    }
    asset.add(
      .cylinder(
        from: Vector3(x + 0.14, -0.012, 0.022), to: Vector3(x + 0.14, 0.012, 0.022), radius: 0.022, sides: 16),
      material: dark, part: "wheel")
    asset.add(
      .bar(
        FixtureShape.rounded(
          [
            Vector3(x + 0.09, 0, 0.205), Vector3(x + 0.06, 0, 0.275), Vector3(x - 0.11, 0, 0.275),
            Vector3(x - 0.15, 0, 0.2),
          ], bend: 0.04),
        section: roundedRectangle(0.034, 0.018, radius: 0.007, corner: 2)), material: dark, part: "handle")
    // Hose: out in front, in a bow to the grip; tube down to the head on the floor.
    let grip = Vector3(0.1, 0.09, 0.93)
    let path = [
      Vector3(x + 0.2, 0, 0.13), Vector3(x + 0.32, -0.06, 0.17), Vector3(x + 0.42, -0.22, 0.36),
      Vector3(x + 0.38, -0.22, 0.66), Vector3(x + 0.28, -0.04, 0.9),
      grip + Vector3(-0.07, -0.03, 0.07), grip,
    ]
    let smooth = FixtureShape.rounded(path, bend: 0.2, steps: 6)
    asset.add(.tube(smooth, radius: 0.02, sides: 12), material: hose, part: "hose")
    let foot = Vector3(0.26, 0.13, 0.045)
    asset.add(
      .tube([grip + normalized(grip - foot) * 0.03, foot], radius: 0.0165, sides: 14), material: metal,
      part: "tube")
    asset.add(
      .tube(
        [grip + normalized(grip - foot) * 0.05, grip - normalized(grip - foot) * 0.12], radius: 0.024,
        sides: 14), material: dark, part: "grip")
    asset.add(
      FixtureShape.block(
        from: foot + Vector3(-0.03, -0.14, -0.045), to: foot + Vector3(0.07, 0.14, -0.008), radius: 0.02,
        edge: 0.014), material: dark, part: "head")
    asset.add(
      .capsule(
        from: foot + Vector3(-0.01, 0, -0.02), to: foot + Vector3(-0.02, -0.012, 0.05), radius: 0.024,
        sides: 12), material: dark, part: "head")
  }
}
