package import Assets
import VectorMath
package import WorldModel

/// A shelter at a bus stop: panes on three sides, a bench, a case with posters; the open side faces +x.
///
/// Parts: frame, pane, roof, bench, posters.
package struct BusShelter: ParametricAsset {
  package static let assetName = "bus_shelter"
  /// Along the street and away from it, metres (usual modules: 3 to 4.5 m by 1.3 to 1.6 m).
  package var length: Double
  package static let depth = 1.4
  private static let height = 2.55

  package init() { self.init(length: 4) }

  package init(length: Double) { self.length = length }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "object", mainPart: "frame")
    let metal = Surfacing.metal(Colour(0x5a6166)).index(in: &asset)
    let glass = Surfacing.glass(Colour(0x8fa3a6)).index(in: &asset)
    let lid = Surfacing.paint(Colour(0x6d7478), roughness: 0.4).index(in: &asset)
    let wood = Surfacing.wood(Colour(0xb08a62)).index(in: &asset)
    let paper = asset.material(
      Material(name: "posters", baseColorTexture: StreetTexture.posters, roughness: 0.4))
    let (half, back, front) = (length / 2, -Self.depth / 2, Self.depth / 2)
    let posts = [(back, -half), (back, 0), (back, half), (front - 0.25, -half), (front - 0.25, half)]
    for (x, y) in posts {
      asset.add(
        .box(from: Vector3(x - 0.04, y - 0.04, 0), to: Vector3(x + 0.04, y + 0.04, Self.height)),
        material: metal)
    }
    // Panes stand clear of the ground; the rear in two fields.
    let (low, high) = (0.25, Self.height - 0.3)
    for (a, b) in [(-half, 0.0), (0, half)] {
      asset.add(
        .box(from: Vector3(back - 0.006, a + 0.05, low), to: Vector3(back + 0.006, b - 0.05, high)),
        material: glass, part: "pane")
    }
    asset.add(
      .box(
        from: Vector3(back + 0.05, -half - 0.006, low), to: Vector3(front - 0.3, -half + 0.006, high)),
      material: glass, part: "pane")
    // The case for posters stands where the bus comes from or leaves: at one end.
    asset.add(
      .box(from: Vector3(back + 0.06, half - 0.05, 0.4), to: Vector3(front - 0.31, half + 0.05, 2.2)),
      material: metal)
    for s in [-1.0, 1.0] {
      let y = half + s * 0.056
      let (x0, x1) = (back + 0.12, front - 0.37)
      var sheet = MeshBuilder.box(
        from: Vector3(x0, min(y, half), 0.5), to: Vector3(x1, max(y, half), 2.1))
      sheet.setUVs { p in Vector2((p.x - x0) / (x1 - x0) * 0.25, 0.75 + (2.1 - p.z) / 1.6 * 0.25) }
      asset.add(sheet, material: paper, part: "posters")
    }
    asset.add(
      .box(
        from: Vector3(back - 0.1, -half - 0.12, Self.height),
        to: Vector3(front + 0.1, half + 0.12, Self.height + 0.1),
        bevel: 0.02), material: lid, part: "roof")
    asset.add(
      .box(
        from: Vector3(back + 0.14, -half * 0.75, 0.44), to: Vector3(back + 0.5, half * 0.35, 0.48),
        bevel: 0.008),
      material: wood, part: "bench")
    for y in [-half * 0.65, half * 0.25] {
      asset.add(
        .box(from: Vector3(back + 0.28, y - 0.025, 0), to: Vector3(back + 0.36, y + 0.025, 0.45)),
        material: metal, part: "bench")
    }
    return asset.asset()
  }
}

/// The sign of a bus stop on its post; its faces look along ±x.
package struct BusStopSign: ParametricAsset {
  package static let assetName = "bus_stop_sign"

  package init() {}

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "traffic_sign", mainPart: "post")
    let metal = Surfacing.metal(Colour(0x8d9194)).index(in: &asset)
    let yellow = Surfacing.paint(Colour(0xf2c200), roughness: 0.4).index(in: &asset)
    let green = Surfacing.paint(Colour(0x0b6b3a), roughness: 0.4).index(in: &asset)
    let white = Surfacing.paint(Colour(0xe8e6e0), roughness: 0.5).index(in: &asset)
    asset.add(.cylinder(from: .zero, to: Vector3(0, 0, 2.75), radius: 0.035, sides: 12), material: metal)
    // A green ring and letter on yellow (VwV-StVO, sign 224).
    let z = 2.5
    func disc(_ radius: Double, _ half: Double) -> MeshBuilder {
      .cylinder(from: Vector3(-half, 0, z), to: Vector3(half, 0, z), radius: radius, sides: 28)
    }
    asset.add(disc(0.23, 0.046), material: green, part: "sign")
    asset.add(disc(0.2, 0.05), material: yellow, part: "sign")
    for s in [-1.0, 1.0] {
      asset.add(
        .box(
          from: Vector3(-0.054, s * 0.075 - 0.02, z - 0.11), to: Vector3(0.054, s * 0.075 + 0.02, z + 0.11)),
        material: green, part: "sign")
    }
    asset.add(
      .box(from: Vector3(-0.054, -0.06, z - 0.02), to: Vector3(0.054, 0.06, z + 0.02)), material: green,
      part: "sign")
    asset.add(
      .box(from: Vector3(0.03, -0.16, 1.15), to: Vector3(0.06, 0.16, 1.65)), material: white,
      part: "timetable")
    return asset.asset()
  }
}
