import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A bathtub built in behind an apron, its tap at the wall; one gets in over the side of greatest x.
package struct Bathtub: FurnitureAsset {
  package static let assetName = "bathtub"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    size = Vector3(
      v.number("width", in: 0.7...0.8), v.number("length", in: 1.6...1.8), v.number("height", in: 0.54...0.6))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "bathtub", mainPart: "tub")
    let v = look.variation
    let enamel = asset.material(IndoorMaterial.ceramic(Colour(0xf6f5f2)))
    let chrome = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let (d, l, h) = (size.x, size.y, size.z)
    let radius = v.choice("corners", of: 2) == 0 ? 0.1 : 0.22
    func rim(_ inset: Double, _ z: Double) -> FixtureShape.Section {
      .init(.zero, Vector2(d - 2 * inset, l - 2 * inset), radius: 0.012, z: z)
    }
    func tub(_ inset: Double, _ ends: Double, _ z: Double) -> FixtureShape.Section {
      // The end where one leans back slopes more.
      .init(
        Vector2(0, -ends * 0.35), Vector2(d - 0.13 - 2 * inset, l - 0.2 - 2 * ends),
        radius: radius - inset * 0.3, z: z)
    }
    asset.add(
      FixtureShape.skin(
        [
          rim(0.055, h - 0.44), rim(0.045, h - 0.05), rim(0, h - 0.045), rim(0, h - 0.008),
          rim(0.003, h - 0.002), rim(0.01, h),
          tub(-0.012, -0.012, h), tub(-0.003, -0.003, h - 0.004), tub(0, 0, h - 0.014),
          tub(0.03, 0.06, h - 0.2),
          tub(0.055, 0.13, h - 0.36), tub(0.09, 0.18, h - 0.41), tub(0.15, 0.25, h - 0.42),
        ], corner: 6), material: enamel)
    let hollow = [
      tub(0.15, 0.25, h - 0.42), tub(0.09, 0.18, h - 0.41), tub(0.055, 0.13, h - 0.36),
      tub(0.03, 0.06, h - 0.2),
      tub(0, 0, h - 0.014),
    ]
    asset.vessel("tub", sections: hollow.map(\.hollow))
    // The apron.
    let isTiled = v.choice("apron", of: 2) == 0
    let apron = asset.material(
      isTiled
        ? IndoorMaterial.glazedTiles(Colour(0xf0efea))
        : IndoorMaterial.lacquer(Colour(0xf2f1ee), roughness: 0.25),
      tile: isTiled ? IndoorMaterial.glazedTile : 1)
    let a = Vector3(-d / 2 + 0.01, -l / 2 + 0.01, 0)
    let b = Vector3(d / 2 - 0.012, l / 2 - 0.01, h - 0.046)
    for (p, q) in [
      (Vector3(b.x - 0.02, a.y, 0), b), (a, Vector3(b.x - 0.02, a.y + 0.02, b.z)),
      (Vector3(a.x, b.y - 0.02, 0), Vector3(b.x - 0.02, b.y, b.z)),
      (Vector3(a.x, a.y + 0.02, 0), Vector3(a.x + 0.02, b.y - 0.02, b.z)),
    ] { asset.add(.box(from: p, to: q), material: apron, part: "apron") }
    if !isTiled {
      asset.add(
        FixtureShape.plate(
          from: Vector3(b.x - 0.004, -l / 2 + 0.1, 0.09), to: Vector3(b.x + 0.006, l / 2 - 0.1, h - 0.11),
          radius: 0.03,
          edge: 0.005), material: apron, part: "apron")
    }
    let drain = -l / 2 + 0.42
    asset.add(
      .cylinder(
        from: Vector3(0, drain, h - 0.424), to: Vector3(0, drain, h - 0.415), radius: 0.032, sides: 20),
      material: chrome, part: "drain")
    // A mixer on the rim at the foot end.
    let tap = TapShape(kind: .basin(look.style == .classic || look.style == .rustic ? 2 : 0))
    for (mesh, _) in tap.meshes() {
      asset.add(
        mesh.rotated(Quaternion(axis: Vector3(0, 0, 1), angle: .pi / 2)).translated(
          0, -l / 2 + 0.05, h - 0.001),
        material: chrome, part: "tap")
    }
    asset.support("rim", at: Vector3(0, l / 2 - 0.05, h), size: Vector2(d - 0.1, 0.07))
    return asset.asset()
  }
}
