package import Assets
import VectorMath
package import WorldModel

/// Small things that a town puts on its pavements; the side that people use faces +x.
package struct StreetFixture: ParametricAsset {
  package static let assetName = "street_fixture"
  package enum Kind: String, Sendable, CaseIterable {
    case cabinet, letterBox, bicycleRack, planter, advertColumn, parkingMeter
  }
  package var kind: Kind

  package init() { kind = .cabinet }

  package init(kind: Kind) { self.kind = kind }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "street_\(kind.rawValue)", nativeClass: nativeClass)
    switch kind {
    case .cabinet: cabinet(&asset)
    case .letterBox: letterBox(&asset)
    case .bicycleRack: rack(&asset)
    case .planter: planter(&asset)
    case .advertColumn: column(&asset)
    case .parkingMeter: meter(&asset)
    }
    return asset.asset()
  }

  private var nativeClass: String {
    switch kind {
    case .bicycleRack: "barrier"
    case .planter: "plant"
    default: "object"
    }
  }

  private func cabinet(_ asset: inout AssetBuilder) {
    let grey = Surfacing.paint(Colour(0x8f958f), roughness: 0.7).index(in: &asset)
    let dark = Surfacing.paint(Colour(0x5c615e), roughness: 0.7).index(in: &asset)
    let base = Surfacing.concrete(Colour(0xb5b1a8)).index(in: &asset)
    asset.add(.box(from: Vector3(-0.2, -0.52, 0), to: Vector3(0.2, 0.52, 0.12)), material: base, part: "base")
    asset.add(
      .box(from: Vector3(-0.17, -0.5, 0.12), to: Vector3(0.17, 0.5, 1.22), bevel: 0.012), material: grey)
    asset.add(
      .box(from: Vector3(-0.19, -0.52, 1.22), to: Vector3(0.19, 0.52, 1.27), bevel: 0.012), material: grey)
    for s in [-0.25, 0.25] {
      asset.add(
        .box(from: Vector3(0.16, s - 0.225, 0.18), to: Vector3(0.178, s + 0.225, 1.16), bevel: 0.004),
        material: grey,
        part: "door")
      for k in 0..<4 {
        let z = 0.95 + 0.045 * Double(k)
        asset.add(
          .box(from: Vector3(0.17, s - 0.12, z), to: Vector3(0.181, s + 0.12, z + 0.018)), material: dark,
          part: "door")
      }
    }
  }

  private func letterBox(_ asset: inout AssetBuilder) {
    let paint = Surfacing.paint(Colour(0xe0b21c), roughness: 0.4).index(in: &asset)
    let dark = Surfacing.paint(Colour(0x1f2224)).index(in: &asset)
    let post = Surfacing.metal(Colour(0x6d7276)).index(in: &asset)
    asset.add(
      .cylinder(from: Vector3(0, 0, 0), to: Vector3(0, 0, 0.75), radius: 0.04, sides: 10), material: post,
      part: "post")
    asset.add(
      .box(from: Vector3(-0.16, -0.22, 0.7), to: Vector3(0.16, 0.22, 1.34), bevel: 0.04), material: paint)
    asset.add(
      .box(from: Vector3(0.15, -0.17, 1.17), to: Vector3(0.166, 0.17, 1.21)), material: dark, part: "slot")
    asset.add(
      .box(from: Vector3(0.15, -0.1, 0.9), to: Vector3(0.163, 0.1, 1.05)), material: dark, part: "slot")
  }

  private func rack(_ asset: inout AssetBuilder) {
    let metal = Surfacing.metal(Colour(0x9a9ea1)).index(in: &asset)
    for k in 0..<3 {
      let y = (Double(k) - 1) * 0.75
      let path = [(-0.35, 0.0), (-0.35, 0.66), (-0.28, 0.76), (0.28, 0.76), (0.35, 0.66), (0.35, 0.0)].map {
        Vector3($0.0, y, $0.1)
      }
      asset.add(.tube(path, radius: 0.024, sides: 8), material: metal, crease: 1.2)
    }
  }

  private func planter(_ asset: inout AssetBuilder) {
    let pot = Surfacing.concrete(Colour(0xb9b2a6)).index(in: &asset)
    let leaf = asset.material(PlantMaterials.leaves(Colour(0xa9c48c)))
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(0.3, 0), Vector2(0.4, 0.5), Vector2(0.42, 0.56), Vector2(0.36, 0.56),
          Vector2(0.34, 0.5),
          Vector2(0, 0.5),
        ], sides: 14), material: pot)
    let chance = AssetVariation(seed: 5)
    var cards = MeshBuilder()
    for k in 0..<70 {
      let (s, c) = DeterministicMath.sincos(2.399963 * Double(k))
      let r = 0.34 * (Double(k) / 70).squareRoot()
      let at = Vector3(c * r, s * r, 0.62 + chance.number("z", k, in: 0...0.35) * (1 - r))
      let out = normalized(Vector3(c, s, 0.9))
      let up = normalized(
        out + Vector3(chance.number("x", k, in: -0.5...0.5), chance.number("y", k, in: -0.5...0.5), 0.2))
      let tone = Float(chance.number("tone", k, in: 0.7...1.1))
      cards.color = SIMD4(tone, tone, tone, 1)
      cards.leafCard(
        at: at - up * 0.1, up: up * 0.3, side: normalized(cross(up, out + Vector3(0.2, 0.1, 0))) * 0.14,
        normal: out)
    }
    asset.add(cards, material: leaf, part: "leaves")
  }

  private func column(_ asset: inout AssetBuilder) {
    let body = Surfacing.paint(Colour(0x2f4a44), roughness: 0.5).index(in: &asset)
    let paper = asset.material(
      Material(
        name: "posters", baseColorTexture: StreetTexture.posters, roughness: 0.6))
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(0.66, 0), Vector2(0.66, 0.35), Vector2(0.62, 0.4), Vector2(0.62, 2.7),
          Vector2(0.72, 2.75),
          Vector2(0.7, 2.9), Vector2(0.3, 3.15), Vector2(0, 3.3),
        ], sides: 20), material: body)
    var ring = MeshBuilder.lathe(
      [Vector2(0.6, 0.55), Vector2(0.632, 0.55), Vector2(0.632, 2.55), Vector2(0.6, 2.55)], sides: 20,
      isClosed: true)
    ring.setUVs { p in
      let turn = DeterministicMath.atan2(p.y, p.x) / (2 * Double.pi) + 0.5
      // Two rows of four sheets, each about a metre wide and high.
      return Vector2(turn.truncatingRemainder(dividingBy: 1), (1 - (p.z - 0.55) / 2) / 2)
    }
    asset.add(ring, material: paper, part: "posters")
  }

  private func meter(_ asset: inout AssetBuilder) {
    let body = Surfacing.paint(Colour(0x3a4650), roughness: 0.4).index(in: &asset)
    let face = Surfacing.paint(Colour(0xd9dde0), roughness: 0.3).index(in: &asset)
    asset.add(.box(from: Vector3(-0.12, -0.15, 0), to: Vector3(0.12, 0.15, 1.5), bevel: 0.03), material: body)
    asset.add(
      .box(from: Vector3(0.11, -0.1, 1.12), to: Vector3(0.13, 0.1, 1.34), bevel: 0.005), material: face,
      part: "face")
    asset.add(
      .box(from: Vector3(-0.01, -0.17, 1.5), to: Vector3(0.01, 0.17, 1.8)),
      material: Surfacing.paint(Colour(0x1f4fa0)).index(in: &asset),
      part: "sign")
  }
}
