import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A microwave oven: a door with a dark window, a panel with a display or knobs at its right.
package struct Microwave: FurnitureAsset {
  package static let assetName = "microwave"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "microwave", mainPart: "case")
    let v = look.variation
    let (d, w, h) = (
      v.number("depth", in: 0.33...0.38), v.number("width", in: 0.45...0.5),
      v.number("height", in: 0.26...0.29)
    )
    let kind = v.choice("colour", of: 3)
    let shell = asset.material(
      kind == 0
        ? IndoorMaterial.brushedSteel
        : IndoorMaterial.plastic(kind == 1 ? Colour(0xf0efec) : Colour(0x222325), roughness: 0.3))
    let dark = asset.material(IndoorMaterial.darkGlass)
    let inner = asset.material(IndoorMaterial.whiteGoods(Colour(0xdcdcd8)))
    let glass = asset.material(IndoorMaterial.glass(Colour(0x101214), alpha: 0.85))
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let foot = 0.012
    let face = d / 2 - 0.035
    let panel = w * 0.26
    let split = w / 2 - panel  // the door ends here, the panel begins
    // The case: walls about the cavity, the panel's box at the right.
    let t = 0.02
    for (a, b, m) in [
      (Vector3(-d / 2, -w / 2, foot), Vector3(face, w / 2, foot + t), shell),
      (Vector3(-d / 2, -w / 2, h - t), Vector3(face, w / 2, h), shell),
      (Vector3(-d / 2, -w / 2, foot + t), Vector3(face, t - w / 2, h - t), shell),
      (Vector3(-d / 2, split - 0.01, foot + t), Vector3(face, w / 2, h - t), shell),
      (Vector3(-d / 2, t - w / 2, foot + t), Vector3(0.03 - d / 2, split - 0.01, h - t), inner),
    ] { asset.add(.box(from: a, to: b, bevel: 0.001), material: m) }
    for x in [-d / 2 + 0.04, face - 0.04] {
      for s in [-1.0, 1] {
        asset.add(
          .cylinder(
            from: Vector3(x, s * (w / 2 - 0.04), 0), to: Vector3(x, s * (w / 2 - 0.04), foot + 0.002),
            radius: 0.014, sides: 12),
          material: dark, part: "foot")
      }
    }
    let middle = (split - w / 2 + 0.01) / 2
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(0, foot + t + 0.008), Vector2(0.12, foot + t + 0.008), Vector2(0.125, foot + t + 0.013),
          Vector2(0.118, foot + t + 0.0125), Vector2(0, foot + t + 0.0125),
        ],
        sides: 28
      ).translated(-0.01, middle, 0), material: inner, part: "turntable")
    asset.support(
      "turntable", at: Vector3(-0.01, middle, foot + t + 0.0125), size: Vector2(0.16, 0.16),
      headroom: h - foot - 2 * t - 0.03)
    // The panel.
    asset.add(
      FixtureShape.plate(
        from: Vector3(face, split + 0.001, foot), to: Vector3(d / 2 - 0.006, w / 2, h), radius: 0.006,
        edge: 0.003),
      material: kind == 0 ? dark : shell, part: "panel")
    let front = d / 2 - 0.006
    let y = split + panel / 2
    let display = asset.material(IndoorMaterial.litScreen(ScreenPicture.digits("19:45", Colour(0x8fe6d2))))
    asset.add(
      FixtureShape.picture(
        x: front + 0.0008, y: (y - 0.036)...(y + 0.036), z: (h - 0.06)...(h - 0.036), depth: 0.002),
      material: display, part: "display")
    if v.choice("controls", of: 2) == 0 {
      for row in 0..<4 {
        for column in -1...1 {
          let p = Vector3(front, y + 0.026 * Double(column), h - 0.09 - 0.026 * Double(row))
          asset.add(
            .box(
              from: p + Vector3(-0.001, -0.01, -0.009), to: p + Vector3(0.0016, 0.01, 0.009), bevel: 0.0008),
            material: metal, part: "button")
        }
      }
    } else {
      for z in [h * 0.58, h * 0.3] {
        asset.add(
          FixtureShape.forward(
            .lathe(
              [
                Vector2(0, -0.002), Vector2(0.026, -0.002), Vector2(0.024, 0.014), Vector2(0.021, 0.017),
                Vector2(0, 0.017),
              ], sides: 24)
          ).translated(front, y, z), material: metal, part: "knob")
        asset.add(
          .box(
            from: Vector3(front + 0.016, y - 0.0012, z + 0.004),
            to: Vector3(front + 0.018, y + 0.0012, z + 0.021)), material: dark, part: "knob")
      }
    }
    // The door: a frame about a window.
    let door = asset.joint(
      "door", rest: NodePose(translation: Vector3(face + 0.001, -w / 2, 0)),
      .hinge(axis: Vector3(0, 0, -1), angle: 1.8))
    let (wide, f) = (split + w / 2 - 0.001, 0.032)
    func box(_ a: Vector3, _ b: Vector3, _ m: Int, _ part: String) {
      asset.add(.box(from: a, to: b, bevel: 0.001), material: m, part: part, node: door)
    }
    let thick = 0.028
    box(Vector3(0, 0, foot), Vector3(thick, f, h), shell, "door")
    box(Vector3(0, wide - f * 1.5, foot), Vector3(thick, wide, h), shell, "door")
    box(Vector3(0, f, foot), Vector3(thick, wide - f * 1.5, foot + f), shell, "door")
    box(Vector3(0, f, h - f), Vector3(thick, wide - f * 1.5, h), shell, "door")
    box(
      Vector3(0.012, f - 0.003, foot + f - 0.003),
      Vector3(thick - 0.002, wide - f * 1.5 + 0.003, h - f + 0.003), glass, "glass")
    asset.add(
      .cylinder(
        from: Vector3(thick + 0.022, wide - 0.022, foot + 0.045),
        to: Vector3(thick + 0.022, wide - 0.022, h - 0.035), radius: 0.007, sides: 12),
      material: metal, part: "handle", node: door)
    for z in [foot + 0.06, h - 0.05] {
      asset.add(
        .cylinder(
          from: Vector3(thick - 0.002, wide - 0.022, z), to: Vector3(thick + 0.022, wide - 0.022, z),
          radius: 0.005, sides: 8), material: metal,
        part: "handle", node: door)
    }
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(front + 0.002, y, h - 0.048),
        shape: .panel(halfU: Vector3(0, 0.036, 0), halfV: Vector3(0, 0, 0.012)), flux: 1,
        temperature: 6500, materials: [display])
    ]
    asset.support("top", at: Vector3(-0.02, 0, h), size: Vector2(d - 0.1, w - 0.05))
    return asset.asset()
  }
}
