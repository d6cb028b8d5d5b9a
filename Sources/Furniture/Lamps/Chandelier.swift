import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// Many lights on one frame: curved arms with candles, or a ring of light.
package struct Chandelier: FurnitureAsset {
  package static let assetName = "chandelier"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "pendant_lamp", mainPart: "frame")
    asset.fittings.mount = .ceiling
    let isModern = look.style == .modern || look.style == .scandinavian || look.style == .chineseModern
    if isModern { rings(&asset) } else { arms(&asset) }
    return asset.asset()
  }

  private func arms(_ asset: inout AssetBuilder) {
    let v = look.variation
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .brass : look.palette.metal))
    let wax = asset.material(IndoorMaterial.plastic(Colour(0xf4ecd8), roughness: 0.6))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xffe9c4), "bulb"))
    let count = 6 + v.choice("arms", of: 2) * 2
    let reach = v.number("reach", in: 0.26...0.36)
    let z = -v.number("drop", in: 0.62...0.8)
    // Canopy, rod and a turned body.
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(0.06, 0), Vector2(0.055, -0.012), Vector2(0.03, -0.03),
          Vector2(0.008, -0.036),
          Vector2(0.008, z + 0.22), Vector2(0.02, z + 0.2), Vector2(0.014, z + 0.16), Vector2(0.036, z + 0.1),
          Vector2(0.042, z + 0.06), Vector2(0.02, z + 0.02), Vector2(0.05, z - 0.02),
          Vector2(0.042, z - 0.06),
          Vector2(0.012, z - 0.09), Vector2(0.02, z - 0.12), Vector2(0, z - 0.14),
        ], sides: 24), material: metal)
    for k in 0..<count {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(count))
      func at(_ r: Double, _ h: Double) -> Vector3 { Vector3(c * r, s * r, z + h) }
      let curve = ProfileCurve([
        Vector2(0, -0.03), Vector2(0.35, -0.11), Vector2(0.75, -0.09), Vector2(1, 0.0),
      ])
      asset.add(
        .tube(
          (0...10).map { at(0.04 + (reach - 0.04) * Double($0) / 10, curve(Double($0) / 10)) }, radius: 0.006,
          sides: 8), material: metal, part: "arm")
      let cup = at(reach, 0)
      asset.add(
        MeshBuilder.lathe(
          [
            Vector2(0, -0.012), Vector2(0.012, -0.008), Vector2(0.034, 0.008), Vector2(0.03, 0.009),
            Vector2(0.012, 0.002), Vector2(0, 0.002),
          ], sides: 16
        ).translated(cup.x, cup.y, cup.z), material: metal, part: "arm")
      asset.add(
        .cylinder(from: cup, to: cup + Vector3(0, 0, 0.075), radius: 0.0105, sides: 12), material: wax,
        part: "candle")
      asset.add(
        LampShade.bulb(at: cup + Vector3(0, 0, 0.075), radius: 0.0145, up: true), material: glow, part: "bulb"
      )
      if k % 2 == 0 {
        asset.fittings.emitters.append(
          Asset.Emitter(
            center: cup + Vector3(0, 0, 0.098), shape: .ball(radius: 0.02), flux: 420, temperature: 2700,
            materials: [glow]))
      }
    }
  }

  /// One ring inside another, each on three wires.
  private func rings(_ asset: inout AssetBuilder) {
    let v = look.variation
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff8ea), "ring"))
    asset.add(
      .lathe(
        [Vector2(0, 0), Vector2(0.09, 0), Vector2(0.09, -0.022), Vector2(0.086, -0.026), Vector2(0, -0.026)],
        sides: 36), material: metal)
    let outer = v.number("radius", in: 0.3...0.4)
    for (k, (r, z)) in [(outer, -0.72), (outer * 0.62, -0.58)].enumerated() {
      let z = z - v.number("drop", in: 0...0.15)
      asset.add(
        .lathe(
          [
            Vector2(r - 0.008, z), Vector2(r + 0.008, z), Vector2(r + 0.008, z + 0.034),
            Vector2(r - 0.008, z + 0.034),
          ], sides: 56, isClosed: true), material: metal)
      asset.add(
        .lathe(
          [
            Vector2(r - 0.0075, z - 0.01), Vector2(r + 0.0075, z - 0.01), Vector2(r + 0.0075, z - 0.0002),
            Vector2(r - 0.0075, z - 0.0002),
          ], sides: 56, isClosed: true), material: glow, part: "light")
      for w in 0..<3 {
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(w) / 3 + 0.4 * Double(k))
        asset.add(
          .cylinder(
            from: Vector3(0.07 * c, 0.07 * s, -0.02), to: Vector3(r * c, r * s, z + 0.03), radius: 0.0012,
            sides: 6), material: metal, part: "wire")
      }
      for q in 0..<2 {
        let (s, c) = DeterministicMath.sincos(Double.pi * (Double(q) + 0.5 * Double(k)))
        asset.fittings.emitters.append(
          Asset.Emitter(
            center: Vector3(r * c, r * s, z - 0.014),
            shape: .panel(halfU: Vector3(0.05, 0, 0), halfV: Vector3(0, -0.05, 0)), flux: 550,
            temperature: 3000, materials: [glow]))
      }
    }
  }
}
