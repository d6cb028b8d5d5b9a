import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A hob that lies on a worktop: black glass with rings, or gas with burners and grates.
package struct Hob: FurnitureAsset {
  package static let assetName = "hob"

  /// Metres along y; 0.51 m deep.
  package var width: Double
  /// Burners with grates instead of rings under glass.
  package var isGas: Bool
  private let look: Look

  static let depth = 0.51

  package init(_ look: Look) {
    width = look.variation.choice("hob width", of: 4) == 3 ? 0.76 : 0.58
    isGas = look.variation.choice("hob", of: 3) == 0 || look.style == .chineseModern
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "hob", mainPart: "plate")
    if isGas { addGas(to: &asset) } else { addGlass(to: &asset) }
    return asset.asset()
  }

  /// Middles of the burners (x, y) and their radii.
  private var burners: [(Vector2, Double)] {
    let y = width * 0.27
    if look.style == .chineseModern { return [(Vector2(0.02, -y), 0.11), (Vector2(0.02, y), 0.11)] }
    if width > 0.7 {
      return [
        (Vector2(-0.12, -y), 0.08), (Vector2(0.11, -y), 0.105), (Vector2(-0.12, y), 0.105),
        (Vector2(0.11, y), 0.08),
        (Vector2(0, 0), 0.1),
      ]
    }
    return [
      (Vector2(-0.12, -y * 0.95), 0.075), (Vector2(0.11, -y * 0.95), 0.1), (Vector2(-0.12, y * 0.95), 0.1),
      (Vector2(0.11, y * 0.95), 0.075),
    ]
  }

  private func addGlass(to asset: inout AssetBuilder) {
    let glass = asset.material(IndoorMaterial.darkGlass)
    let line = asset.material(IndoorMaterial.lacquer(Colour(0x8c8e90), roughness: 0.3))
    let (d, w) = (Self.depth, width)
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0), to: Vector3(d / 2, w / 2, 0.006), radius: 0.006, edge: 0.002,
        steps: 2),
      material: glass)
    for (center, radius) in burners {
      for r in [radius, radius * 0.6] {
        asset.add(
          ring(radius: r, width: 0.003).translated(center.x, center.y, 0.0062), material: line, part: "ring")
      }
    }
    // The touch panel at the front.
    for i in 0..<9 {
      let y = (Double(i) - 4) * 0.032
      asset.add(
        ring(radius: i == 4 ? 0.008 : 0.0045, width: 0.0015).translated(d / 2 - 0.035, y, 0.0062),
        material: line,
        part: "controls")
    }
  }

  private func ring(radius: Double, width: Double) -> MeshBuilder {
    .lathe(
      [
        Vector2(radius, -0.0004), Vector2(radius, 0.0002), Vector2(radius - width, 0.0002),
        Vector2(radius - width, -0.0004),
      ], sides: radius > 0.02 ? 36 : 12, isClosed: true)
  }

  private func addGas(to asset: inout AssetBuilder) {
    let isGlass = look.variation.choice("gas plate", of: 2) == 0
    let plate = asset.material(isGlass ? IndoorMaterial.darkGlass : IndoorMaterial.brushedSteel)
    let iron = asset.material(IndoorMaterial.lacquer(Colour(0x1d1e20), roughness: 0.7))
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let (d, w) = (Self.depth, width)
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -w / 2, 0), to: Vector3(d / 2, w / 2, 0.012), radius: 0.012, edge: 0.005),
      material: plate)
    for (center, radius) in burners {
      let r = radius * 0.5
      asset.add(
        MeshBuilder.lathe(
          [
            Vector2(0, 0.008), Vector2(r * 1.25, 0.008), Vector2(r * 1.2, 0.016), Vector2(r, 0.018),
            Vector2(r, 0.026),
            Vector2(0, 0.026),
          ], sides: 24
        ).translated(center.x, center.y, 0), material: metal, part: "burner")
      asset.add(
        MeshBuilder.lathe(
          [
            Vector2(0, 0.024), Vector2(r * 0.94, 0.024), Vector2(r * 0.94, 0.03), Vector2(r * 0.8, 0.033),
            Vector2(0, 0.034),
          ],
          sides: 24
        ).translated(center.x, center.y, 0), material: iron, part: "burner")
      // Four fingers on a square frame hold the pot.
      let s = radius * 1.12
      for k in 0..<4 {
        let (sine, cosine) = DeterministicMath.sincos(.pi / 2 * Double(k))
        let out = Vector3(cosine, sine, 0)
        let side = Vector3(-sine, cosine, 0)
        let c = Vector3(center.x, center.y, 0.046)
        let section = [
          Vector2(-0.005, -0.006), Vector2(0.005, -0.006), Vector2(0.004, 0.006), Vector2(-0.004, 0.006),
        ]
        asset.add(
          .bar([c + out * (r * 0.6), c + out * s], section: section), material: iron, part: "grate")
        asset.add(
          .bar([c + out * s - side * s, c + out * s + side * s], section: section), material: iron,
          part: "grate")
        let foot = c + out * s + side * s
        asset.add(
          .cylinder(
            from: Vector3(foot.x, foot.y, 0.01), to: Vector3(foot.x, foot.y, 0.05), radius: 0.006, sides: 8),
          material: iron, part: "grate")
      }
      asset.support(
        "burner_\(asset.fittings.supports.count + 1)", at: Vector3(center.x, center.y, 0.052),
        size: Vector2(radius * 1.6, radius * 1.6), headroom: 0.45)
    }
    for i in burners.indices {
      let y = (Double(i) - Double(burners.count - 1) / 2) * 0.055
      asset.add(
        MeshBuilder.lathe(
          [
            Vector2(0, 0.01), Vector2(0.021, 0.01), Vector2(0.021, 0.015), Vector2(0.017, 0.017),
            Vector2(0.015, 0.034),
            Vector2(0, 0.036),
          ], sides: 16
        ).translated(d / 2 - 0.035, y, 0), material: isGlass ? metal : iron, part: "knob")
    }
  }
}
