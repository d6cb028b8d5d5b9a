import Assets
import VectorMath
package import WorldModel

/// A building as it is seen from some hundred metres: a body with painted windows under a plain roof.
package struct FarBuilding: ParametricAsset {
  package static let assetName = "far_building"
  package enum Kind: String, Sendable, CaseIterable {
    case house, block, tower, hall
  }
  package var kind: Kind
  package var variant: UInt64

  package init() { self.init(kind: .block, variant: 1) }

  package init(kind: Kind, variant: UInt64) {
    self.kind = kind
    self.variant = variant
  }

  private static let walls: [UInt32] = [0xd8cdb8, 0xc9c4ba, 0xb9a890, 0xcfd0cc, 0xa8a49c, 0xd9bfa4, 0xe2dccc]

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "far_\(kind.rawValue)", nativeClass: "building")
    let chance = AssetVariation(seed: variant)
    let wall = Colour(chance.pick("wall", Self.walls))
    let (width, depth, height): (Double, Double, Double) =
      switch kind {
      case .house: (chance.number("w", in: 9...13), 9, chance.number("h", in: 4.5...7))
      case .block: (chance.number("w", in: 18...40), 13, chance.number("h", in: 10...20))
      case .tower:
        (chance.number("w", in: 18...28), chance.number("d", in: 15...20), chance.number("h", in: 34...78))
      case .hall:
        (chance.number("w", in: 30...60), chance.number("d", in: 20...30), chance.number("h", in: 7...10))
      }
    let (x, y) = (depth / 2, width / 2)
    let face = asset.material(
      Material(
        name: "far_wall_\(wall.hex)", baseColor: wall.linear,
        baseColorTexture: kind == .hall ? StreetTexture.sheeting : StreetTexture.farWindows, roughness: 0.8),
      tile: kind == .hall ? 4 : StreetTexture.farWindowsTile)
    let roof = asset.material(
      Material(
        name: "far_roof", baseColor: Colour(kind == .house ? 0x8a5a48 : 0x7d7c79).linear, roughness: 0.95))
    var walls = MeshBuilder()
    let ring = [Vector2(x, -y), Vector2(x, y), Vector2(-x, y), Vector2(-x, -y)]
    for i in 0..<4 {
      let (a, b) = (ring[i], ring[(i + 1) % 4])
      // Walls go on into the ground, which is seldom level.
      let ids = [
        Vector3(a.x, a.y, 0), Vector3(b.x, b.y, 0), Vector3(b.x, b.y, height), Vector3(a.x, a.y, height),
      ].map { walls.point($0) }
      let l = length(b - a)
      walls.quad(
        ids[0], ids[1], ids[2], ids[3],
        uv: (Vector2(0, 0), Vector2(l, 0), Vector2(l, -height), Vector2(0, -height)))
    }
    asset.add(walls, material: face)
    var lid = MeshBuilder()
    let low = ring.map { lid.point(Vector3($0.x, $0.y, 0)) }
    let high = ring.map { lid.point(Vector3($0.x, $0.y, height)) }
    lid.quad(low[3], low[2], low[1], low[0])
    if kind == .house {
      let rise = depth * 0.42
      let (l, r) = (lid.point(Vector3(0, -y, height + rise)), lid.point(Vector3(0, y, height + rise)))
      lid.quad(high[0], high[1], r, l)
      lid.quad(high[2], high[3], l, r)
      lid.triangle(high[1], high[2], r)
      lid.triangle(high[3], high[0], l)
    } else {
      lid.quad(high[0], high[1], high[2], high[3])
    }
    asset.add(lid, material: roof, part: "roof", crease: 0.2)
    if kind == .tower || kind == .block {
      asset.add(
        .box(from: Vector3(-x * 0.4, -y * 0.3, height), to: Vector3(x * 0.4, y * 0.3, height + 3)),
        material: roof,
        part: "roof")
    }
    return asset.asset()
  }
}
