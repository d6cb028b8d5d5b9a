import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A lamp that hangs over a table: a metal dome, an opal globe, a paper lantern, a basket of cane, or a cluster.
package struct PendantLamp: FurnitureAsset {
  package static let assetName = "pendant_lamp"
  /// From the ceiling to the lowest point, metres.
  package var drop: Double
  private let look: Look

  package init(_ look: Look) {
    drop = look.variation.number("drop", in: 0.85...1.1)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "pendant_lamp", mainPart: "canopy")
    asset.fittings.mount = .ceiling
    let design =
      look.style == .chineseModern && look.variation.unit("lantern") < 0.6
      ? 2 : look.variation.choice("design", of: 5)
    switch design {
    case 0: dome(&asset)
    case 1: globe(&asset)
    case 2: lantern(&asset)
    case 3: wicker(&asset)
    default: cluster(&asset)
    }
    return asset.asset()
  }

  private func hang(_ asset: inout AssetBuilder, to low: Double, x: Double = 0, y: Double = 0) {
    let cord = asset.material(IndoorMaterial.plastic(Colour(0x202022), roughness: 0.7))
    asset.add(
      .cylinder(from: Vector3(x, y, -0.01), to: Vector3(x, y, low), radius: 0.003, sides: 8), material: cord,
      part: "cord")
  }

  private func canopy(_ asset: inout AssetBuilder, _ metal: Int, radius r: Double = 0.055) {
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r, 0), Vector2(r, -0.006), Vector2(r * 0.8, -0.022), Vector2(0.012, -0.03),
          Vector2(0, -0.03),
        ], sides: 28), material: metal)
  }

  private func dome(_ asset: inout AssetBuilder) {
    let v = look.variation
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let outside = asset.material(
      IndoorMaterial.lacquer(
        look.style == .industrial ? Colour(0x2b2e30) : look.palette.accent(v.choice("c", of: 3)),
        roughness: 0.35))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff1dc), "bulb"))
    canopy(&asset, metal)
    let r = v.number("radius", in: 0.17...0.25)
    let h = r * v.number("rise", in: 0.62...0.95)
    hang(&asset, to: -drop + h + 0.05)
    let shape = LampShade.dome(radius: r, low: -drop, height: h)
    asset.add(shape, material: outside, part: "shade")
    asset.add(
      .lathe(
        [
          Vector2(0, -drop + h - 0.006), Vector2(0.03, -drop + h - 0.005), Vector2(0.028, -drop + h + 0.05),
          Vector2(0.012, -drop + h + 0.065), Vector2(0, -drop + h + 0.065),
        ], sides: 20), material: metal, part: "socket")
    asset.add(
      LampShade.bulb(at: Vector3(0, 0, -drop + h - 0.03), radius: 0.04, up: false), material: glow,
      part: "bulb")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, -drop + h * 0.4), shape: .ball(radius: 0.05), flux: 900, temperature: 2800,
        materials: [glow])
    ]
  }

  private func opal(
    _ asset: inout AssetBuilder, _ metal: Int, _ glow: Int, at p: Vector3, radius r: Double
  ) {
    hang(&asset, to: p.z + r, x: p.x, y: p.y)
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, r - 0.01), Vector2(0.032, r - 0.012), Vector2(0.03, r + 0.02), Vector2(0.01, r + 0.045),
          Vector2(0, r + 0.045),
        ], sides: 20
      ).translated(p.x, p.y, p.z), material: metal, part: "socket")
    asset.add(.sphere(center: p, radius: r, sides: 28), material: glow, part: "globe")
    asset.fittings.emitters.append(
      Asset.Emitter(
        center: p, shape: .ball(radius: r), flux: 500, temperature: 2800, materials: [glow]))
  }

  private func globe(_ asset: inout AssetBuilder) {
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff6e8), "opal"))
    canopy(&asset, metal)
    let r = look.variation.number("radius", in: 0.12...0.17)
    opal(&asset, metal, glow, at: Vector3(0, 0, -drop + r), radius: r)
    asset.fittings.emitters[0].flux = 900
  }

  /// Three globes at different heights from one plate.
  private func cluster(_ asset: inout AssetBuilder) {
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff6e8), "opal"))
    canopy(&asset, metal, radius: 0.17)
    for k in 0..<3 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 3)
      let r = look.variation.number("radius", k, in: 0.075...0.1)
      opal(
        &asset, metal, glow, at: Vector3(c * 0.12, s * 0.12, -drop + r + 0.17 * Double(k)), radius: r)
    }
  }

  /// Paper over hoops.
  private func lantern(_ asset: inout AssetBuilder) {
    let metal = asset.material(IndoorMaterial.metal(.blackened))
    let paper = asset.material(IndoorMaterial.glow(Colour(0xfaf3e2), "paper"))
    canopy(&asset, metal)
    let r = look.variation.number("radius", in: 0.2...0.27)
    let flat = look.variation.number("flat", in: 0.62...0.95)
    hang(&asset, to: -drop + 2 * r * flat - 0.03)
    let ribs = 17
    // The paper sags between its hoops.
    let profile = (0...ribs * 2).map { i -> Vector2 in
      let t = -0.93 + 1.86 * Double(i) / Double(ribs * 2)
      let w = (1 - t * t).squareRoot() * (i % 2 == 0 ? 1 : 0.978)
      return Vector2(r * w, -drop + r * flat * (1 + t))
    }
    asset.add(
      LampShade.shell(profile, thickness: 0.0015, sides: 40), material: paper, part: "shade", crease: 0.25)
    let z = -drop + r * flat * 1.93
    asset.add(LampShade.spider(radius: r * 0.36, at: z - 0.004), material: metal, part: "socket")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, -drop + r * flat), shape: .ball(radius: r * 0.8), flux: 1000, temperature: 2800,
        materials: [paper])
    ]
  }

  /// A wide hat of wicker over a bulb.
  private func wicker(_ asset: inout AssetBuilder) {
    let metal = asset.material(IndoorMaterial.metal(.blackened))
    let cane = asset.material(IndoorMaterial.rattan(), tile: IndoorMaterial.rattanTile)
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff1dc), "bulb"))
    canopy(&asset, metal)
    let r = look.variation.number("radius", in: 0.2...0.28)
    let h = 0.24
    hang(&asset, to: -drop + h)
    let curve = ProfileCurve([
      Vector2(0, r), Vector2(0.25, r * 0.96), Vector2(0.6, r * 0.62), Vector2(0.85, r * 0.3),
      Vector2(1, 0.03),
    ])
    var hat = LampShade.shell(
      (0...12).map { Vector2(curve(Double($0) / 12), -drop + h * Double($0) / 12) }, thickness: 0.005,
      sides: 40)
    hat.mapUVs { Vector2($0.x * 2 * .pi * r * 0.8, $0.y) }
    asset.add(hat, material: cane, part: "shade")
    asset.add(
      .cylinder(
        from: Vector3(0, 0, -drop + h + 0.03), to: Vector3(0, 0, -drop + h - 0.06), radius: 0.022, sides: 16),
      material: metal, part: "socket")
    asset.add(
      LampShade.bulb(at: Vector3(0, 0, -drop + h - 0.058), radius: 0.04, up: false), material: glow,
      part: "bulb")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, -drop + h - 0.14), shape: .ball(radius: 0.05), flux: 850, temperature: 2700,
        materials: [glow])
    ]
  }
}
