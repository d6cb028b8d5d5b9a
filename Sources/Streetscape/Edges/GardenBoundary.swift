package import Assets
import VectorMath
package import WorldModel

/// A metre of what stands between a garden and the street, along y; its street side faces +x.
package struct GardenBoundary: ParametricAsset {
  package static let assetName = "garden_boundary"
  package enum Kind: String, Sendable, CaseIterable {
    case hedge, brickWall, plasterWall, picketFence, railing, panelFence, meshFence
  }
  /// Metres along the street.
  package static let length = 1.0
  package var kind: Kind
  package var variant: UInt64

  package init() { self.init(kind: .picketFence, variant: 1) }

  package init(kind: Kind, variant: UInt64 = 1) {
    self.kind = kind
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    let native =
      switch kind {
      case .hedge: "bush"
      case .brickWall, .plasterWall: "wall"
      default: "fence"
      }
    var asset = AssetBuilder(name: "garden_\(kind.rawValue)", nativeClass: native)
    switch kind {
    case .hedge: hedge(&asset)
    case .brickWall:
      wall(&asset, .brick(Colour(variant % 2 == 0 ? 0xffffff : 0xe6d2c2)), height: 0.9, coping: 0xcac4b8)
    case .plasterWall:
      wall(&asset, .plaster(Colour(variant % 2 == 0 ? 0xe6e0d2 : 0xcfcac0)), height: 1.9, coping: 0xb5a698)
    case .picketFence:
      pickets(&asset, .paint(Colour(0xe9e7e0), roughness: 0.7), height: 0.95, gap: 0.125, width: 0.08)
    case .railing: rails(&asset)
    case .panelFence:
      pickets(&asset, .paint(Colour(0x7d664e), roughness: 0.9), height: 1.75, gap: 0.133, width: 0.13)
    case .meshFence: mesh(&asset)
    }
    return asset.asset()
  }

  private func wall(_ asset: inout AssetBuilder, _ surface: Surfacing, height: Double, coping: UInt32) {
    let h = Self.length / 2
    let m = surface.index(in: &asset)
    let cap = Surfacing.concrete(Colour(coping)).index(in: &asset)
    var body = MeshBuilder.box(from: Vector3(-0.11, -h, 0), to: Vector3(0.11, h, height))
    body.projectUVs()
    asset.add(body, material: m)
    asset.add(
      .box(from: Vector3(-0.15, -h, height), to: Vector3(0.15, h, height + 0.07), bevel: 0.01), material: cap,
      part: "coping")
  }

  private func pickets(
    _ asset: inout AssetBuilder, _ surface: Surfacing, height: Double, gap: Double, width: Double
  ) {
    let h = Self.length / 2
    let m = surface.index(in: &asset)
    var mesh = MeshBuilder()
    for z in [height * 0.28, height * 0.78] {
      mesh.append(.box(from: Vector3(-0.04, -h, z - 0.035), to: Vector3(0, h, z + 0.035)))
    }
    let n = Int(Self.length / gap)
    for k in 0..<n {
      let y = -h + (Double(k) + 0.5) * Self.length / Double(n)
      mesh.append(.box(from: Vector3(0, y - width / 2, 0.05), to: Vector3(0.02, y + width / 2, height)))
    }
    mesh.append(.box(from: Vector3(-0.12, -h, 0), to: Vector3(-0.04, -h + 0.08, height - 0.05)))
    asset.add(mesh, material: m)
  }

  private func rails(_ asset: inout AssetBuilder) {
    let h = Self.length / 2
    let stone = Surfacing.concrete(Colour(0xbdb7ab)).index(in: &asset)
    let metal = Surfacing.metal(Colour(0x2c3033)).index(in: &asset)
    asset.add(.box(from: Vector3(-0.12, -h, 0), to: Vector3(0.12, h, 0.4), bevel: 0.01), material: stone)
    var mesh = MeshBuilder()
    for z in [0.5, 1.25] { mesh.append(.box(from: Vector3(-0.018, -h, z), to: Vector3(0.018, h, z + 0.035))) }
    for k in 0..<7 {
      let y = -h + (Double(k) + 0.5) * Self.length / 7
      mesh.append(.box(from: Vector3(-0.009, y - 0.009, 0.38), to: Vector3(0.009, y + 0.009, 1.4)))
    }
    asset.add(mesh, material: metal, part: "rails")
  }

  /// Wire mesh between posts: a sheet with holes, as coarse as the real one.
  private func mesh(_ asset: inout AssetBuilder) {
    let h = Self.length / 2
    let metal = Surfacing.metal(Colour(0x4c6355)).index(in: &asset)
    var bars = MeshBuilder()
    for y in [-h, h - 0.05] {
      bars.append(.box(from: Vector3(-0.025, y, 0), to: Vector3(0.025, y + 0.05, 1.85)))
    }
    for k in 0..<9 {
      let z = 0.08 + 0.2 * Double(k)
      bars.append(.box(from: Vector3(-0.004, -h + 0.05, z), to: Vector3(0.004, h, z + 0.008)))
    }
    for k in 1..<10 {
      let y = -h + 0.1 * Double(k)
      bars.append(.box(from: Vector3(-0.012, y - 0.003, 0.05), to: Vector3(-0.005, y + 0.003, 1.75)))
    }
    asset.add(bars, material: metal)
  }

  private func hedge(_ asset: inout AssetBuilder) {
    let chance = AssetVariation(seed: variant)
    let height = chance.number("height", in: 1.05...1.5)
    let (w, h) = (0.34, Self.length / 2)
    let core = asset.material(Material(name: "core", baseColor: Colour(0x2b3a1f).linear, roughness: 1))
    let leaf = asset.material(
      PlantMaterials.leaves(Colour(chance.pick("leaf", [0x9fbf80, 0x88a876, 0xb2c488] as [UInt32]))))
    asset.add(
      .box(from: Vector3(-w + 0.07, -h, 0), to: Vector3(w - 0.07, h, height - 0.1), bevel: 0.05),
      material: core)
    var cards = MeshBuilder()
    let faces: [(Vector3, Vector3, Vector3, Vector3, Int)] = [
      (Vector3(w, -h, 0), Vector3(0, 2 * h, 0), Vector3(0, 0, height), Vector3(1, 0, 0), 45),
      (Vector3(-w, -h, 0), Vector3(0, 2 * h, 0), Vector3(0, 0, height), Vector3(-1, 0, 0), 30),
      (Vector3(-w, -h, height), Vector3(0, 2 * h, 0), Vector3(2 * w, 0, 0), Vector3(0, 0, 1), 26),
    ]
    var i = 0
    for (origin, u, v, normal, count) in faces {
      for _ in 0..<count {
        i += 1
        let place = origin + u * chance.unit("u", i) + v * chance.unit("v", i)
        let at = place - normal * chance.number("in", i, in: 0.02...0.1)
        let tilt = Vector3(
          chance.number("tx", i, in: -0.8...0.8), chance.number("ty", i, in: -0.8...0.8),
          chance.number("tz", i, in: -0.3...0.8))
        let up = normalized(tilt + normal * 0.35)
        let side = normalized(cross(up, normal + tilt * 0.3))
        let tone = Float(chance.number("tone", i, in: 0.75...1.1) * (0.7 + 0.3 * at.z / height))
        cards.color = SIMD4(tone, tone, tone, 1)
        let size = chance.number("size", i, in: 0.24...0.36)
        cards.leafCard(
          at: at - up * (0.5 * size), up: up * size, side: side * (0.5 * size),
          normal: normalized(normal + tilt * 0.25))
      }
    }
    cards.displace { Vector3($0.x, $0.y, max(0.01, $0.z)) }
    asset.add(cards, material: leaf, part: "leaves")
  }
}
