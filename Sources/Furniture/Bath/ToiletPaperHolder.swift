import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A holder for toilet paper with a roll on it; the origin on the wall behind the roll's middle.
package struct ToiletPaperHolder: FurnitureAsset {
  package static let assetName = "toilet_paper_holder"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "toilet_paper_holder", mainPart: "holder")
    asset.fittings.mount = .wall
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let paper = asset.material(IndoorMaterial.paper(Colour(0xf5f3ee)))
    let card = asset.material(IndoorMaterial.paper(Colour(0xb59a78)))
    let (x, half) = (0.068, 0.05)
    let radius = look.variation.number("roll", in: 0.036...0.056)
    // The roll, and the sheet that hangs from it.
    func turned(_ m: MeshBuilder) -> MeshBuilder {
      m.rotated(Quaternion(axis: Vector3(1, 0, 0), angle: .pi / 2)).translated(x, 0, 0)
    }
    asset.add(
      turned(
        .lathe(
          [
            Vector2(0.022, -half), Vector2(radius - 0.002, -half), Vector2(radius, 0.002 - half),
            Vector2(radius, half - 0.002), Vector2(radius - 0.002, half), Vector2(0.022, half),
          ], sides: 28, isClosed: true)), material: paper, part: "paper")
    asset.add(
      turned(
        .lathe(
          [
            Vector2(0.0195, -half - 0.0005), Vector2(0.0222, -half - 0.0005), Vector2(0.0222, half + 0.0005),
            Vector2(0.0195, half + 0.0005),
          ], sides: 24, isClosed: true)), material: card, part: "core")
    let hang = look.variation.number("sheet", in: 0.05...0.12)
    func sheet(_ u: Double, _ v: Double, _ t: Double) -> Vector3 {
      let z = -v * hang
      let (s, _) = DeterministicMath.sincos(v * 4)
      return Vector3(
        x + radius - 0.0015 + t - 0.006 * v * v + 0.002 * s * (u - 0.5), half * (2 * u - 1), z + 0.004)
    }
    asset.add(
      .slab(columns: 2, rows: 6, front: { sheet($0, $1, 0.001) }, back: { sheet($0, $1, 0) }),
      material: paper, part: "paper")
    asset.add(
      FixtureShape.pipe(
        [Vector3(0.006, -half - 0.02, 0), Vector3(x, -half - 0.02, 0), Vector3(x, half + 0.012, 0)],
        radius: 0.006, bend: 0.025,
        sides: 12), material: metal)
    asset.add(.sphere(center: Vector3(x, half + 0.012, 0), radius: 0.009, sides: 12), material: metal)
    asset.add(
      .cylinder(
        from: Vector3(0, -half - 0.02, 0), to: Vector3(0.009, -half - 0.02, 0), radius: 0.025,
        endRadius: 0.022, sides: 20),
      material: metal)
    if look.variation.choice("cover", of: 2) == 0 {
      // A bent sheet over the roll.
      let r = radius + 0.012
      func cover(_ u: Double, _ v: Double, _ more: Double) -> Vector3 {
        let (s, c) = DeterministicMath.sincos(.pi / 2 * (1 - v) + 0.15)
        return Vector3(x + (r + more) * c, (half + 0.008) * (2 * u - 1), (r + more) * s)
      }
      asset.add(
        .slab(columns: 1, rows: 8, front: { cover($0, $1, 0.0012) }, back: { cover($0, $1, 0) }),
        material: metal, part: "cover")
      asset.add(
        .box(from: Vector3(0, -half - 0.008, r - 0.003), to: Vector3(x, half + 0.008, r + 0.0005)),
        material: metal, part: "cover")
    }
    return asset.asset()
  }
}
