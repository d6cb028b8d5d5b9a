import VectorMath
package import WorldModel

/// What keeps traffic away: a concrete safety barrier, or a striped board on feet at road works. Runs along
/// y.
package struct RoadBarrier: ParametricAsset {
  package static let assetName = "barrier"
  package enum Kind: String, Sendable, CaseIterable { case concrete, board }
  package var kind: Kind
  /// Metres along y.
  package var length: Double

  package init() { self.init(kind: .concrete) }
  package init(kind: Kind, length: Double = 2) {
    self.kind = kind
    self.length = length
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "barrier_\(kind.rawValue)", nativeClass: "barrier")
    switch kind {
    case .concrete:
      let concrete = asset.material(StreetMaterials.concrete, tile: ProceduralTexture.concreteTile)
      // The New Jersey profile, half of it, from the ground up.
      let half: [(Double, Double)] = [(0.3, 0), (0.3, 0.075), (0.125, 0.33), (0.085, 0.78), (0.065, 0.81)]
      let section = half.map { Vector2($0.0, $0.1) } + half.reversed().map { Vector2(-$0.0, $0.1) }
      var wall = MeshBuilder.loft(
        [-length / 2, -length / 2 + 0.03, length / 2 - 0.03, length / 2].enumerated().map { i, y in
          section.map {
            Vector3($0.x * (i == 0 || i == 3 ? 0.95 : 1), y, $0.y * (i == 0 || i == 3 ? 0.985 : 1))
          }
        })
      wall.projectUVs()
      asset.add(wall, material: concrete)
    case .board:
      let stripes = asset.material(
        Material(name: "stripes", baseColorTexture: ProceduralTexture.warningStripes, roughness: 0.5),
        tile: 0.8)
      let metal = asset.material(StreetMaterials.galvanised)
      let foot = asset.material(Material(name: "foot", baseColor: Colour(0x2b2b2c).linear, roughness: 0.9))
      for z in [0.42, 0.9] {
        asset.add(
          .box(size: Vector3(0.03, length, 0.22), center: Vector3(0, 0, z), bevel: 0.005), material: stripes)
      }
      for y in [-length / 2 + 0.12, length / 2 - 0.12] {
        asset.add(
          .box(size: Vector3(0.04, 0.05, 1.0), center: Vector3(-0.034, y, 0.56), bevel: 0.005),
          material: metal)
        asset.add(
          .box(size: Vector3(0.75, 0.22, 0.11), center: Vector3(0, y, 0.055), bevel: 0.025), material: foot)
        asset.add(
          .cylinder(from: Vector3(-0.034, y, 1.06), to: Vector3(-0.034, y, 1.12), radius: 0.03, sides: 12),
          material: metal)
        let lamp = asset.material(
          Material(
            name: "beacon", baseColor: Colour(0xf2a51e).linear, roughness: 0.3,
            emissive: Colour(0x402400).linearRGB))
        asset.add(
          .cylinder(from: Vector3(-0.07, y, 1.2), to: Vector3(0.0, y, 1.2), radius: 0.09, sides: 18),
          material: lamp, part: "beacon")
      }
    }
    return asset.asset()
  }
}
