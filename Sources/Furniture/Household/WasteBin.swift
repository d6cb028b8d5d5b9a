import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A bin: with a pedal and a lid that opens, open and tapered for paper, or of wicker.
package struct WasteBin: FurnitureAsset {
  package static let assetName = "waste_bin"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "waste_bin")
    let v = look.variation
    switch v.choice("kind", of: 4) {
    case 0, 1: pedal(&asset, isLarge: v.unit("large") < 0.5)
    case 2:
      let r = v.number("r", in: 0.1...0.12)
      let h = v.number("h", in: 0.26...0.31)
      let body = asset.material(
        IndoorMaterial.plastic(v.unit("white") < 0.4 ? Colour(0xe9e9e6) : Colour(0x26282a)))
      asset.add(
        Turned.shell(
          Turned.softened(
            [
              Vector2(0, 0), Vector2(r * 0.95, 0), Vector2(r, 0.006), Vector2(r * 1.25, h),
              Vector2(r * 1.28, h + 0.002),
            ], rounds: 1), wall: 0.003), material: body)
      // A crumpled sheet or two.
      let paper = asset.material(IndoorMaterial.paper(Colour(0xf3f2ee)))
      for k in 0..<3 {
        var ball = MeshBuilder.sphere(radius: 0.04, sides: 12)
        ball.displace { p in
          let bump =
            DeterministicMath.sin(p.x * 170 + Double(k)) * DeterministicMath.sin(p.y * 150)
            * DeterministicMath.sin(p.z * 160 + 1)
          return p * (0.88 + 0.2 * bump)
        }
        let (s, c) = DeterministicMath.sincos(2.1 * Double(k))
        asset.add(
          ball.translated(0.05 * c, 0.05 * s, h * 0.6 + 0.015 * Double(k)), material: paper, part: "litter",
          crease: 0.2)
      }
    default:
      let r = v.number("r", in: 0.115...0.135)
      let h = v.number("h", in: 0.26...0.32)
      let body = asset.material(IndoorMaterial.wicker(Colour(0xc9a06a)), tile: IndoorMaterial.wickerTile)
      asset.add(
        Turned.shell(
          [
            Vector2(0, 0), Vector2(r * 0.9, 0), Vector2(r * 0.94, 0.008), Vector2(r, h * 0.5),
            Vector2(r * 1.06, h),
          ], wall: 0.008
        )
        .scaledU(by: 2 * Double.pi * r), material: body)
      asset.add(
        MeshBuilder.torus(radius: r * 1.06 - 0.004, tube: 0.0075, sides: 32, rings: 8).scaledU(
          by: 2 * Double.pi * r
        ).translated(0, 0, h), material: body, part: "rim")
    }
    return asset.asset()
  }

  private func pedal(_ asset: inout AssetBuilder, isLarge: Bool) {
    let v = look.variation
    let r = isLarge ? v.number("r", in: 0.14...0.16) : v.number("r", in: 0.085...0.1)
    let h = isLarge ? v.number("h", in: 0.55...0.66) : v.number("h", in: 0.22...0.27)
    let finishes = [
      IndoorMaterial.metal(.steel), IndoorMaterial.lacquer(Colour(0xf0efec)),
      IndoorMaterial.lacquer(Colour(0x2b2d30)), IndoorMaterial.lacquer(look.palette.accent(0)),
    ]
    let body = asset.material(finishes[v.choice("finish", of: finishes.count)])
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x1d1e20)))
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r * 1.02, 0), Vector2(r * 1.02, 0.02), Vector2(r * 0.98, 0.024),
          Vector2(0, 0.024),
        ], sides: 36), material: dark, part: "foot")
    asset.add(
      Turned.shell(
        [Vector2(0, 0.02), Vector2(r - 0.002, 0.02), Vector2(r, 0.022), Vector2(r, h * 0.5), Vector2(r, h)],
        wall: 0.003, sides: 36), material: body)
    asset.add(
      MeshBuilder.torus(radius: r, tube: 0.004, sides: 36, rings: 8).translated(0, 0, h - 0.001),
      material: dark, part: "rim")
    // The pedal looks out in front.
    asset.add(
      .box(from: Vector3(r - 0.01, -0.028, 0.008), to: Vector3(r + 0.045, 0.028, 0.016), bevel: 0.003),
      material: dark, part: "pedal")
    let lid = asset.joint(
      "lid", rest: NodePose(translation: Vector3(-r - 0.006, 0, h + 0.004)),
      .hinge(axis: Vector3(0, 1, 0), angle: -1.35))
    let dome = Turned.softened([
      Vector2(0, 0.001), Vector2(r * 0.98, 0.001), Vector2(r + 0.003, 0.004), Vector2(r * 0.98, 0.018),
      Vector2(r * 0.6, 0.028), Vector2(0, 0.032),
    ])
    asset.add(.lathe(dome, sides: 36).translated(r + 0.006, 0, 0), material: body, part: "lid", node: lid)
    asset.add(
      .box(
        from: Vector3(-r - 0.016, -0.04, h - 0.02), to: Vector3(-r + 0.004, 0.04, h + 0.003), bevel: 0.003),
      material: dark, part: "hinge")
  }
}
