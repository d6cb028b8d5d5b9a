import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A printer with a scanner's lid, paper in its tray and a sheet coming out.
package struct Printer: FurnitureAsset {
  package static let assetName = "printer"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "printer", mainPart: "case")
    let v = look.variation
    let isDark = v.choice("dark", of: 2) == 0
    let body = asset.material(IndoorMaterial.plastic(isDark ? Colour(0x2b2c2e) : Colour(0xe8e8e5)))
    let trim = asset.material(IndoorMaterial.plastic(isDark ? Colour(0x17181a) : Colour(0x55585c)))
    let paper = asset.material(IndoorMaterial.paper(Colour(0xf7f6f2)))
    let (d, w, h) = (0.34, v.number("width", in: 0.42...0.46), v.number("height", in: 0.15...0.2))
    let x = d / 2
    // The lower case with a mouth, the upper with the panel, the lid.
    let mouth = (h * 0.3, h * 0.58)
    asset.add(
      FixtureShape.block(
        from: Vector3(-x, -w / 2, 0), to: Vector3(x, w / 2, mouth.0), radius: 0.02, edge: 0.002, low: 0.004),
      material: body)
    asset.add(
      FixtureShape.block(
        from: Vector3(-x + 0.002, -w / 2 + 0.002, mouth.0 - 0.002),
        to: Vector3(x - 0.08, w / 2 - 0.002, mouth.1 + 0.002), radius: 0.018, edge: 0),
      material: trim)
    for s in [-1.0, 1] {
      let (a, b) = (s * (w / 2 - 0.07), s * w / 2)
      asset.add(
        FixtureShape.block(
          from: Vector3(-x, min(a, b), mouth.0 - 0.001), to: Vector3(x, max(a, b), mouth.1 + 0.001),
          radius: 0.018, edge: 0), material: body)
    }
    asset.add(
      FixtureShape.block(
        from: Vector3(-x, -w / 2, mouth.1), to: Vector3(x, w / 2, h - 0.028), radius: 0.02, edge: 0.002),
      material: body)
    let lid = asset.joint(
      "lid", rest: NodePose(translation: Vector3(-x + 0.01, 0, h - 0.026)),
      .hinge(axis: Vector3(0, -1, 0), angle: 1.2))
    asset.add(
      FixtureShape.block(
        from: Vector3(-0.008, -w / 2 + 0.002, 0), to: Vector3(d - 0.075, w / 2 - 0.002, 0.026), radius: 0.018,
        edge: 0.006), material: body,
      part: "lid", node: lid)
    let glass = asset.material(IndoorMaterial.darkGlass)
    asset.add(
      .box(from: Vector3(-x + 0.03, -0.16, h - 0.03), to: Vector3(x - 0.1, 0.16, h - 0.0275)),
      material: glass, part: "glass")
    // The panel in front of the lid.
    asset.add(
      .loft([
        [
          Vector3(x - 0.062, -w / 2 + 0.01, h - 0.029), Vector3(x - 0.002, -w / 2 + 0.01, h - 0.029),
          Vector3(x - 0.062, -w / 2 + 0.01, h - 0.004),
        ],
        [
          Vector3(x - 0.062, w / 2 - 0.01, h - 0.029), Vector3(x - 0.002, w / 2 - 0.01, h - 0.029),
          Vector3(x - 0.062, w / 2 - 0.01, h - 0.004),
        ],
      ]), material: trim, part: "panel")
    let slope = Vector3(0.06, 0, -0.025)
    for k in 0..<5 {
      let p = Vector3(x - 0.062, 0.04 + 0.022 * Double(k), h - 0.004) + slope * 0.5
      asset.add(
        .cylinder(
          from: p - Vector3(0.0008, 0, 0.002), to: p + Vector3(0.0008, 0, 0.002), radius: 0.006, sides: 12),
        material: body, part: "button")
    }
    // Paper: the tray below with a stack, and a sheet in the mouth.
    asset.add(
      .box(
        from: Vector3(x - 0.03, -0.12, mouth.0 + 0.001), to: Vector3(x + 0.09, 0.12, mouth.0 + 0.006),
        bevel: 0.002), material: trim, part: "tray")
    asset.add(
      .slab(
        columns: 1, rows: 8,
        front: { u, t in
          Vector3(
            x - 0.09 + 0.17 * t, 0.105 * (2 * u - 1), mouth.0 + 0.02 - 0.011 * t + 0.006 * t * (1 - t) * 4)
        },
        back: { u, t in
          Vector3(
            x - 0.09 + 0.17 * t, 0.105 * (2 * u - 1), mouth.0 + 0.0194 - 0.011 * t + 0.006 * t * (1 - t) * 4)
        }), material: paper, part: "paper")
    return asset.asset()
  }
}
