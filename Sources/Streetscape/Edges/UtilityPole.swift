package import Assets
package import VectorMath
package import WorldModel

/// A wooden pole with cross arms that carries wires; the arms lie along y, the line runs along x.
package struct UtilityPole: ParametricAsset {
  package static let assetName = "utility_pole"
  /// Metres.
  package static let height = 8.6
  /// Where wires are tied on: metres along y and up.
  package static let ties: [Vector2] = [
    Vector2(-0.85, 8.32), Vector2(0.1, 8.32), Vector2(0.85, 8.32), Vector2(0.13, 7.1), Vector2(0.13, 6.6),
  ]
  package var hasTransformer: Bool

  package init() { hasTransformer = false }

  package init(hasTransformer: Bool) { self.hasTransformer = hasTransformer }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "utility_pole", nativeClass: "pole", mainPart: "pole")
    let wood = Surfacing(Surfacing.bark(Colour(0x8a8073)).material, tile: StreetTexture.barkTile * 2).index(
      in: &asset)
    let metal = Surfacing.metal(Colour(0x83888b)).index(in: &asset)
    let white = Surfacing.paint(Colour(0xd9d4c8), roughness: 0.3).index(in: &asset)
    asset.add(
      .cylinder(from: .zero, to: Vector3(0, 0, Self.height), radius: 0.15, endRadius: 0.1, sides: 12),
      material: wood)
    asset.add(.box(size: Vector3(0.09, 2, 0.11), center: Vector3(0.12, 0, 8.15), bevel: 0.01), material: wood)
    for s in [-1.0, 1.0] {
      asset.add(
        .tube([Vector3(0.12, 0, 7.6), Vector3(0.12, s * 0.6, 8.1)], radius: 0.016, sides: 6), material: metal,
        part: "brace")
    }
    for tie in Self.ties.prefix(3) {
      asset.add(
        .cylinder(
          from: Vector3(0.12, tie.x, 8.2), to: Vector3(0.12, tie.x, tie.y), radius: 0.045, endRadius: 0.03,
          sides: 8),
        material: white, part: "insulator")
    }
    if hasTransformer {
      asset.add(
        .cylinder(from: Vector3(0, 0.42, 6.2), to: Vector3(0, 0.42, 7.25), radius: 0.27, sides: 14),
        material: metal,
        part: "transformer")
      asset.add(
        .box(from: Vector3(-0.04, 0.1, 6.6), to: Vector3(0.04, 0.3, 6.8)), material: metal,
        part: "transformer")
    }
    return asset.asset()
  }
}
