import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A small table at the end of a sofa: a round top on a column, a tray on rods, or a square one with a shelf.
package struct SideTable: FurnitureAsset {
  package static let assetName = "side_table"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look
  private let form: Int

  package init(_ look: Look) {
    let v = look.variation
    form = v.choice("form", of: 4)
    let d = v.number("diameter", in: 0.38...0.52)
    size = Vector3(d, form == 2 ? v.number("width", in: 0.4...0.52) : d, v.number("height", in: 0.46...0.6))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "side_table", mainPart: "top")
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let wood = look.either(look.wood, look.darkWood, "wood", share: 0.3)
    let stone = Finish(IndoorMaterial.lacquer(look.palette.stone, roughness: 0.2))
    let top = look.either(wood, stone, "stone", share: 0.25)
    let round = ovalOutline(x, y, count: 40)
    switch form {
    case 0:
      asset.add(.plate(round, bottom: h - 0.02, top: h, edge: 0.003), top)
      TableBase.pedestal.add(
        to: &asset, size: Vector2(size.x, size.y), height: h - 0.019, finish: look.frameMetal, width: 0.035)
    case 1:
      // A tray with a rim on three bent rods.
      let metal = look.frameMetal
      let rim: [(Double, Double)] = [
        (0, h - 0.012), (x, h - 0.012), (x, h + 0.02), (x - 0.003, h + 0.02), (x - 0.003, h), (0, h),
      ]
      asset.add(.lathe(rim.map { Vector2($0.0, $0.1) }, sides: 40), metal)
      for i in 0..<3 {
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * (Double(i) + 0.25) / 3)
        let out = Vector3(c, s, 0)
        asset.add(
          .tube(
            [
              out * (x * 0.86) + Vector3(0, 0, h - 0.01), out * (x * 0.7) + Vector3(0, 0, h * 0.5),
              out * (x * 0.86) + Vector3(0, 0, 0),
            ], radius: 0.007, sides: 8),
          metal, part: "leg", crease: 1.2)
      }
      asset.add(
        MeshBuilder.torus(radius: x * 0.7, tube: 0.005, sides: 32, rings: 6).translated(0, 0, h * 0.5), metal,
        part: "ring", crease: 1.2)
    case 2:
      asset.add(
        .plate(roundedRectangle(size.x, size.y, radius: 0.012), bottom: h - 0.022, top: h, edge: 0.003), top)
      TableBase.legs(look.style == .classic ? .turned : .spade).add(
        to: &asset, size: Vector2(size.x, size.y), height: h - 0.021, finish: wood, width: 0.038)
      let z = h * 0.3
      asset.add(
        .board(
          Vector3(0.045 - x, 0.045 - y, z - 0.015), Vector3(x - 0.045, y - 0.045, z), bevel: 0.002, grain: 1),
        wood, part: "shelf")
      asset.support(
        "shelf", at: Vector3(0, 0, z), size: Vector2(size.x - 0.14, size.y - 0.14), headroom: h - z - 0.12)
    default:
      asset.add(.plate(round, bottom: h - 0.022, top: h, edge: 0.003, under: 0.012), top)
      for i in 0..<3 {
        let (s, c) = DeterministicMath.sincos(2 * Double.pi * (Double(i) + 0.25) / 3)
        let out = Vector3(c, s, 0)
        asset.add(
          LegShape.tapered.mesh(
            from: out * (x * 0.45) + Vector3(0, 0, h - 0.02), to: out * (x * 0.88), width: 0.034), wood,
          part: "leg")
      }
      asset.add(
        .cylinder(from: Vector3(0, 0, h - 0.05), to: Vector3(0, 0, h - 0.02), radius: x * 0.55, sides: 28),
        wood, part: "apron")
    }
    let share = form == 2 ? 0.95 : 0.68
    asset.support("top", at: Vector3(0, 0, h), size: Vector2(size.x * share, size.y * share))
    return asset.asset()
  }
}
