import Assets
import InteriorSurfaces
import VectorMath
import WorldModel

/// A pot with soil: tapered, straight, rimmed clay, a basket, or glazed on a wooden stand.
struct PlantPot {
  /// Outer radius at the rim and height of the whole, metres.
  var radius: Double
  var height: Double

  /// Height of the soil's surface, metres.
  var soil: Double { height - 0.12 * radius - 0.008 }

  func add(to asset: inout AssetBuilder, _ look: Look) {
    let v = look.variation
    let r = radius
    var design = v.choice("pot", of: 5)
    if look.style == .rustic { design = [2, 3, 2, 0, 3][design] }
    var low = 0.0
    var profile: [Vector2]
    let material: Int
    switch design {
    case 0:
      material = asset.material(IndoorMaterial.ceramic(look.palette.accent(v.choice("pot colour", of: 3))))
      profile = [(0, 0), (0.62, 0), (0.66, 0.02), (0.86, 0.5), (0.98, 0.97), (1, 1)].map {
        Vector2($0.0 * r, $0.1 * height)
      }
    case 1:
      material = asset.material(IndoorMaterial.plastic(Colour(0xf0eee8), roughness: 0.5))
      profile = [(0, 0), (0.9, 0), (0.94, 0.015), (0.96, 0.5), (0.98, 0.98), (1, 1)].map {
        Vector2($0.0 * r, $0.1 * height)
      }
    case 2:
      material = asset.material(IndoorMaterial.terracotta(), tile: 1)
      profile = [(0, 0), (0.64, 0), (0.67, 0.02), (0.88, 0.76), (1, 0.765), (1, 0.98), (0.98, 1)].map {
        Vector2($0.0 * r, $0.1 * height)
      }
    case 3:
      material = asset.material(IndoorMaterial.rattan(), tile: IndoorMaterial.rattanTile)
      profile = [(0, 0), (0.78, 0), (0.86, 0.05), (1, 0.4), (0.98, 0.8), (0.92, 1)].map {
        Vector2($0.0 * r, $0.1 * height)
      }
    default:
      material = asset.material(IndoorMaterial.ceramic(Colour(0xf1efe9)))
      low = height * 0.3
      let h = height - low
      profile = [(0, 0), (0.76, 0), (0.88, 0.06), (0.96, 0.4), (0.98, 0.97), (1, 1)].map {
        Vector2($0.0 * r, low + $0.1 * h)
      }
      let wood = asset.material(IndoorMaterial.wood(look.palette.wood), tile: 1)
      for k in 0..<4 {
        let (s, c) = DeterministicMath.sincos(Double.pi * (0.25 + Double(k) / 2))
        let leg = Vector3(c, s, 0) * (r * 1.02)
        asset.add(
          .cylinder(from: leg, to: leg + Vector3(0, 0, height * 0.75), radius: 0.055 * r + 0.003, sides: 8),
          material: wood, part: "stand")
      }
      for turn in [0.25, 0.75] {
        let (s, c) = DeterministicMath.sincos(Double.pi * turn)
        let a = Vector3(c, s, 0) * (r * 1.02) + Vector3(0, 0, low - 0.012)
        asset.add(
          .bar(
            [a, Vector3(-a.x, -a.y, a.z)],
            section: [
              Vector2(-0.009, -0.009), Vector2(0.009, -0.009), Vector2(0.009, 0.0115),
              Vector2(-0.009, 0.0115),
            ]),
          material: wood, part: "stand")
      }
    }
    let wall = max(0.004, 0.05 * r)
    let lip = profile.last?.x ?? r
    profile += [
      Vector2(lip - wall, height), Vector2(lip - wall - 0.002, soil - 0.004), Vector2(0, soil - 0.004),
    ]
    var pot = MeshBuilder.lathe(profile, sides: 32)
    pot.mapUVs { Vector2($0.x * 2 * .pi * r, $0.y) }
    asset.add(pot, material: material, part: "pot")
    let earth = asset.material(
      Material(name: "potting_soil", baseColor: Colour(0x3a2c22).linear, roughness: 1))
    var mound = MeshBuilder.lathe(
      [
        Vector2(0, soil - 0.012), Vector2(lip - wall - 0.003, soil - 0.012),
        Vector2(lip - wall - 0.003, soil - 0.003),
        Vector2(lip * 0.7, soil + 0.002), Vector2(lip * 0.35, soil), Vector2(0, soil + 0.004),
      ], sides: 20)
    mound.displace { p in
      guard p.z > soil - 0.004, p.x * p.x + p.y * p.y < (lip * 0.8) * (lip * 0.8) else { return p }
      let n = DeterministicMath.sin(p.x * 190 + 1) * DeterministicMath.sin(p.y * 170)
      return p + Vector3(0, 0, 0.003 * n)
    }
    asset.add(mound, material: earth, part: "soil")
  }
}
