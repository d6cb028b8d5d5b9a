import Assets
import Imaging
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A tank of glass with water, gravel, plants and fish, a lamp in its lid.
package struct Aquarium: FurnitureAsset {
  package static let assetName = "aquarium"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "aquarium", mainPart: "tank")
    let v = look.variation
    let (w, d, h) = (
      v.number("width", in: 0.5...0.8), v.number("depth", in: 0.28...0.36),
      v.number("height", in: 0.33...0.42)
    )
    let glass = asset.material(IndoorMaterial.glass(Colour(0xdcebe8), alpha: 0.14))
    let water = asset.material(IndoorMaterial.glass(Colour(0x6fb0b8), alpha: 0.2))
    let gravel = asset.material(IndoorMaterial.granite(Colour(0xb79f7c)), tile: 0.12)
    let rock = asset.material(IndoorMaterial.granite(Colour(0x6c6760)), tile: 0.3)
    let frame = asset.material(IndoorMaterial.plastic(Colour(0x1a1b1c)))
    let (x, y, t) = (d / 2, w / 2, 0.006)
    for (a, b) in [
      (Vector3(-x, -y, 0.014), Vector3(-x + t, y, h)), (Vector3(x - t, -y, 0.014), Vector3(x, y, h)),
      (Vector3(-x + t, -y, 0.014), Vector3(x - t, -y + t, h)),
      (Vector3(-x + t, y - t, 0.014), Vector3(x - t, y, h)),
    ] { asset.add(.box(from: a, to: b), material: glass, part: "glass") }
    asset.add(
      .box(from: Vector3(-x - 0.004, -y - 0.004, 0), to: Vector3(x + 0.004, y + 0.004, 0.02), bevel: 0.003),
      material: frame)
    asset.add(
      .box(
        from: Vector3(-x + t + 0.001, -y + t + 0.001, 0.05),
        to: Vector3(x - t - 0.001, y - t - 0.001, h - 0.045)), material: water, part: "water")
    // Profiles at the corners, and a picture of deep water behind.
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        asset.add(
          .box(
            from: Vector3(sx * x - 0.004, sy * y - 0.004, 0.015),
            to: Vector3(sx * x + 0.004, sy * y + 0.004, h),
            bevel: 0.001), material: frame)
      }
    }
    let deep = asset.material(IndoorMaterial.printedPanel(Self.deepWater, roughness: 0.6))
    asset.add(
      FixtureShape.picture(
        x: -x + t + 0.0016, y: (-y + t + 0.001)...(y - t - 0.001), z: 0.022...(h - 0.02), depth: 0.001),
      material: deep, part: "background")
    // Gravel in low waves.
    func ground(_ u: Double, _ s: Double, _ top: Bool) -> Vector3 {
      let wave = ProceduralTexture.fractal(Vector2(u, s), cells: 4, octaves: 3, seed: look.variation.seed)
      return Vector3(
        -x + t + 0.002 + (d - 2 * t - 0.004) * s, -y + t + 0.002 + (w - 2 * t - 0.004) * u,
        top ? 0.035 + 0.045 * wave : 0.02)
    }
    asset.add(
      .slab(columns: 16, rows: 8, front: { ground($0, $1, true) }, back: { ground($0, $1, false) }),
      material: gravel, part: "gravel")
    for k in 0..<3 {
      let r = v.number("rock", k, in: 0.03...0.055)
      var stone = MeshBuilder.ellipsoid(
        center: Vector3(v.number("rx", k, in: -0.3...0.2) * d, v.number("ry", k, in: -0.36...0.36) * w, 0.06),
        radii: Vector3(r, r * 1.3, r * 0.9), sides: 12, rings: 8)
      stone.displace { p in
        p + Vector3(0.008, 0.01, 0.008)
          * (ProceduralTexture.noise(Vector2(p.x * 40 + p.z * 30, p.y * 40), period: 64, seed: UInt64(k + 7))
            - 0.5)
      }
      asset.add(stone, material: rock, part: "rock")
    }
    // Plants: tufts of long leaves.
    let greens = [Colour(0x3f7a3a), Colour(0x6a9a3c), Colour(0x8c4a3c)]
    for k in 0..<7 {
      let leaf = asset.material(IndoorMaterial.plastic(greens[k % 3], roughness: 0.5))
      let foot = Vector3(v.number("px", k, in: -0.4...0.05) * d, (Double(k) / 6 - 0.5) * w * 0.85, 0.05)
      for j in 0..<7 {
        let a = 2 * Double.pi * Double(j) / 7 + Double(k)
        let (s, c) = DeterministicMath.sincos(a)
        let high = v.number("ph", k * 7 + j, in: 0.35...0.8) * (h - 0.12)
        let path = (0...5).map { i -> Vector3 in
          let q = Double(i) / 5
          let sway = 0.035 * q * q
          let p = foot + Vector3(c * (0.006 + sway), s * (0.006 + sway), high * q)
          return Vector3(min(max(p.x, -x + 0.02), x - 0.02), min(max(p.y, -y + 0.02), y - 0.02), p.z)
        }
        asset.add(
          .bar(
            path, section: [Vector2(-0.005, 0), Vector2(0, -0.0012), Vector2(0.005, 0), Vector2(0, 0.0012)],
            up: Vector3(c, s, 0.1)), material: leaf, part: "plant")
      }
    }
    for k in 0..<5 {
      let fish = asset.material(
        IndoorMaterial.plastic([Colour(0xe8742c), Colour(0x3c8fd0), Colour(0xf0d24a)][k % 3], roughness: 0.3))
      let p = Vector3(
        v.number("fx", k, in: -0.1...0.3) * d, v.number("fy", k, in: -0.36...0.36) * w,
        v.number("fz", k, in: 0.35...0.78) * h)
      let s: Double = v.choice("way", k, of: 2) == 0 ? 1 : -1
      asset.add(
        .ellipsoid(center: p, radii: Vector3(0.006, 0.02, 0.011), sides: 10, rings: 8), material: fish,
        part: "fish")
      asset.add(
        MeshBuilder.extrusion(
          [Vector2(0, 0), Vector2(0.016, -0.01), Vector2(0.013, 0), Vector2(0.016, 0.01)], bottom: -0.001,
          top: 0.001
        ).transformed(
          AffineTransform(
            linear: Matrix3(columns: Vector3(0, s, 0), Vector3(0, 0, 1), Vector3(s, 0, 0)),
            translation: p + Vector3(0, s * 0.016, 0))), material: fish, part: "fish")
    }
    // The lid and its lamp.
    let glow = asset.material(IndoorMaterial.glow(Colour(0xf4fbff)))
    asset.add(
      FixtureShape.block(
        from: Vector3(-x - 0.005, -y - 0.005, h - 0.02), to: Vector3(x + 0.005, y + 0.005, h + 0.045),
        radius: 0.01, edge: 0.006), material: frame, part: "lid")
    asset.add(
      .box(from: Vector3(-0.03, -y + 0.06, h - 0.026), to: Vector3(0.03, y - 0.06, h - 0.019)),
      material: glow, part: "lamp")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, h - 0.028),
        shape: .panel(halfU: Vector3(0, y - 0.06, 0), halfV: Vector3(0.03, 0, 0)), flux: 500,
        temperature: 7000, materials: [glow])
    ]
    return asset.asset()
  }

  private static let deepWater = {
    var canvas = TextureCanvas(width: 128, height: 64, fill: Colour(0x1c4a7c))
    canvas.shade { p in
      let beams = ProceduralTexture.fractal(Vector2(p.x + 0.25 * p.y, 0.2), cells: 6, octaves: 2, seed: 91)
      let light = Float((0.35 + 0.65 * beams) * (1 - p.y))
      return SIMD4(0.04 + 0.25 * light, 0.2 + 0.5 * light, 0.42 + 0.48 * light, 1)
    }
    return canvas.texture("deep_water", wrap: .clamp)
  }()
}
