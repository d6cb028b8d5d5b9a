import VectorMath
package import WorldModel

/// A park bench of wooden slats on cast frames; one sits facing forward (+x).
package struct Bench: ParametricAsset {
  package static let assetName = "bench"
  /// Metres along y.
  package var width: Double

  package init() { self.init(width: 1.8) }
  package init(width: Double) { self.width = width }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "bench", nativeClass: "bench", mainPart: "slats")
    let wood = asset.material(StreetMaterials.wood, tile: ProceduralTexture.woodTile)
    let iron = asset.material(StreetMaterials.darkMetal)
    for k in 0..<5 {
      let x = 0.2 - 0.1 * Double(k)
      asset.add(
        .box(
          size: Vector3(0.08, width, 0.035), center: Vector3(x, 0, 0.45 - 0.006 * Double(k)), bevel: 0.006),
        material: wood)
    }
    let lean = 0.26
    for k in 0..<4 {
      let slat = MeshBuilder.box(
        size: Vector3(0.03, width, 0.08), center: Vector3(0, 0, 0.06 + 0.105 * Double(k)), bevel: 0.006
      )
      .rotated(Quaternion(axis: Vector3(0, 1, 0), angle: -lean)).translated(-0.24, 0, 0.47)
      asset.add(slat, material: wood)
    }
    let section = [
      Vector2(-0.025, -0.014), Vector2(0.025, -0.014), Vector2(0.025, 0.014), Vector2(-0.025, 0.014),
    ]
    for y in [-width / 2 + 0.2, width / 2 - 0.2] {
      // Legs, seat rail, back rest and arm of one frame.
      func bar(_ path: [(Double, Double)]) -> MeshBuilder {
        .bar(path.map { Vector3($0.0, y, $0.1) }, section: section, up: Vector3(0, 1, 0))
      }
      asset.add(bar([(0.27, 0.012), (0.24, 0.2), (0.21, 0.42)]), material: iron, part: "frame")
      asset.add(bar([(-0.31, 0.012), (-0.26, 0.2), (-0.21, 0.42)]), material: iron, part: "frame")
      asset.add(bar([(0.26, 0.425), (0, 0.415), (-0.25, 0.405)]), material: iron, part: "frame")
      asset.add(bar([(-0.22, 0.4), (-0.28, 0.62), (-0.375, 0.9)]), material: iron, part: "frame")
      asset.add(
        bar([(-0.28, 0.66), (0.05, 0.67), (0.24, 0.65), (0.25, 0.55), (0.22, 0.42)]), material: iron,
        part: "frame")
      for x in [0.27, -0.31] {
        asset.add(
          .box(size: Vector3(0.1, 0.06, 0.02), center: Vector3(x, y, 0.01), bevel: 0.004), material: iron,
          part: "frame")
      }
    }
    return asset.asset()
  }
}
