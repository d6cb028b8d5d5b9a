import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A washing machine that loads in front: a round door with a bulging glass before its drum.
package struct WashingMachine: FurnitureAsset {
  package static let assetName = "washing_machine"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "washing_machine", mainPart: "case")
    let v = look.variation
    let isDark = v.choice("dark", of: 4) == 0
    let shell = asset.material(
      isDark ? IndoorMaterial.lacquer(Colour(0x55585c), roughness: 0.3) : IndoorMaterial.whiteGoods())
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x1b1c1e), roughness: 0.3))
    let ring = asset.material(
      [
        IndoorMaterial.metal(.chrome), IndoorMaterial.plastic(Colour(0x2c2d30)),
        IndoorMaterial.plastic(Colour(0xe3e4e4)),
      ][v.choice("ring", of: 3)])
    let drum = asset.material(IndoorMaterial.metal(.steel))
    let rubber = asset.material(IndoorMaterial.darkRubber(Colour(0x76797c)))
    let glass = asset.material(IndoorMaterial.glass(Colour(0x2a3036), alpha: 0.6))
    let (d, w, h) = (v.number("depth", in: 0.52...0.6), 0.596, 0.85)
    let face = d / 2 - 0.045
    let (foot, y) = (0.02, w / 2)
    let t = 0.012
    let panel = h - 0.14
    // The case around, and a front with a round hole.
    for (a, b) in [
      (Vector3(-d / 2, -y, foot), Vector3(face, t - y, h - 0.025)),
      (Vector3(-d / 2, y - t, foot), Vector3(face, y, h - 0.025)),
      (Vector3(-d / 2, t - y, foot), Vector3(t - d / 2, y - t, h - 0.025)),
      (Vector3(t - d / 2, t - y, foot), Vector3(face, y - t, foot + t)),
    ] { asset.add(.box(from: a, to: b, bevel: 0.001), material: shell) }
    asset.add(
      FixtureShape.block(
        from: Vector3(-d / 2, -y, h - 0.025), to: Vector3(face + 0.02, y, h), radius: 0.012, edge: 0.006),
      material: shell, part: "top")
    let (low, high) = (foot + 0.002, panel - 0.002)
    let c = Vector3(face, 0, (low + high) / 2)
    let hole = 0.165
    let rims = Self.frame(halfWidth: y, halfHeight: (high - low) / 2, radius: hole)
    func at(_ p: [Vector2], _ x: Double) -> [Vector3] { p.map { Vector3(x, $0.x, c.z + $0.y) } }
    asset.add(
      FixtureShape.hoop([
        at(rims.outer, face), at(rims.outer, face + 0.018), at(rims.inner, face + 0.018),
        at(rims.inner, face),
      ]), material: shell, part: "front",
      crease: 0.5)
    for x in [-d / 2 + 0.05, face - 0.05] {
      for s in [-1.0, 1] {
        asset.add(
          .cylinder(
            from: Vector3(x, s * (y - 0.05), 0), to: Vector3(x, s * (y - 0.05), foot + 0.002), radius: 0.02,
            sides: 14), material: dark, part: "foot")
      }
    }
    // The drum and its boot.
    asset.add(
      FixtureShape.forward(
        .lathe(
          [
            Vector2(0, -0.36), Vector2(0.245, -0.36), Vector2(0.245, -0.06), Vector2(0.17, -0.03),
            Vector2(0.165, -0.033), Vector2(0.235, -0.065), Vector2(0.235, -0.35), Vector2(0, -0.35),
          ], sides: 32)
      ).translated(c.x, 0, c.z), material: drum, part: "drum")
    for k in 0..<3 {
      let (s, q) = DeterministicMath.sincos(2 * .pi * Double(k) / 3 + 0.5)
      let p = Vector3(c.x - 0.2, 0.225 * q, c.z + 0.225 * s)
      asset.add(
        .capsule(from: p - Vector3(0.1, 0, 0), to: p + Vector3(0.1, 0, 0), radius: 0.025, sides: 10),
        material: drum, part: "drum")
    }
    asset.add(
      FixtureShape.forward(
        .lathe(
          [
            Vector2(0.15, -0.035), Vector2(0.172, -0.035), Vector2(0.166, 0.012), Vector2(0.152, 0.012),
            Vector2(0.145, -0.01),
          ], sides: 32, isClosed: true)
      ).translated(c.x, 0, c.z), material: rubber, part: "boot")
    // The door.
    let door = asset.joint(
      "door", rest: NodePose(translation: Vector3(face + 0.019, -0.19, c.z)),
      .hinge(axis: Vector3(0, 0, -1), angle: 2.2))
    asset.add(
      FixtureShape.forward(
        .lathe(
          [
            Vector2(0.128, 0), Vector2(0.192, 0), Vector2(0.195, 0.006), Vector2(0.188, 0.02),
            Vector2(0.165, 0.03), Vector2(0.14, 0.028), Vector2(0.128, 0.016),
          ], sides: 40,
          isClosed: true)
      ).translated(0, 0.19, 0), material: ring, part: "door", node: door)
    asset.add(
      FixtureShape.forward(
        .lathe(
          [
            Vector2(0, -0.062), Vector2(0.08, -0.058), Vector2(0.115, -0.03), Vector2(0.13, 0.004),
            Vector2(0.132, 0.016), Vector2(0.1, 0.026), Vector2(0.05, 0.032), Vector2(0, 0.034),
          ], sides: 40)
      ).translated(0, 0.19, 0), material: glass, part: "glass", node: door)
    asset.add(
      FixtureShape.plate(
        from: Vector3(0.018, 0.335, -0.05), to: Vector3(0.036, 0.375, 0.05), radius: 0.015, edge: 0.006),
      material: ring, part: "handle", node: door)
    // The panel: drawer for powder, knob, display, buttons.
    asset.add(
      FixtureShape.plate(
        from: Vector3(face, -y, panel), to: Vector3(face + 0.02, y, h - 0.026), radius: 0.005, edge: 0.003),
      material: shell, part: "panel")
    let front = face + 0.02
    let middle = (panel + h - 0.026) / 2
    let powder = asset.joint(
      "drawer", rest: NodePose(translation: Vector3(front, -y + 0.11, middle)), .slide(Vector3(0.16, 0, 0)))
    asset.add(
      FixtureShape.plate(
        from: Vector3(0, -0.09, -0.042), to: Vector3(0.006, 0.09, 0.042), radius: 0.008, edge: 0.003),
      material: shell, part: "drawer", node: powder)
    asset.add(
      .box(from: Vector3(-0.18, -0.08, -0.036), to: Vector3(0.001, 0.08, -0.01)), material: rubber,
      part: "drawer", node: powder)
    asset.add(
      FixtureShape.plate(
        from: Vector3(0.004, -0.05, -0.036), to: Vector3(0.0068, 0.05, -0.018), radius: 0.008, edge: 0.0008),
      material: dark, part: "drawer", node: powder)
    asset.add(
      FixtureShape.forward(
        .lathe(
          [
            Vector2(0, -0.003), Vector2(0.04, -0.003), Vector2(0.04, 0.004), Vector2(0.032, 0.007),
            Vector2(0.03, 0.03), Vector2(0.026, 0.033), Vector2(0, 0.033),
          ], sides: 28)
      ).translated(front, 0, middle), material: ring, part: "knob")
    asset.add(
      FixtureShape.plate(
        from: Vector3(front - 0.002, 0.07, middle - 0.025),
        to: Vector3(front + 0.0016, y - 0.03, middle + 0.03), radius: 0.006, edge: 0.0008), material: dark,
      part: "display")
    let display = asset.material(IndoorMaterial.litScreen(ScreenPicture.digits("1:20", Colour(0xe8f0f2))))
    asset.add(
      FixtureShape.picture(
        x: front + 0.0022, y: 0.09...0.15, z: (middle - 0.014)...(middle + 0.02), depth: 0.001),
      material: display, part: "display")
    for k in 0..<4 {
      let p = Vector3(front + 0.001, 0.175 + 0.025 * Double(k), middle)
      asset.add(
        .cylinder(from: p, to: p + Vector3(0.003, 0, 0), radius: 0.006, sides: 12), material: ring,
        part: "button")
    }
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(front + 0.004, 0.12, middle),
        shape: .panel(halfU: Vector3(0, 0.03, 0), halfV: Vector3(0, 0, 0.017)), flux: 1, temperature: 6500,
        materials: [display])
    ]
    asset.support("top", at: Vector3(-0.03, 0, h), size: Vector2(d - 0.12, w - 0.06))
    return asset.asset()
  }

  /// The outline of a rectangle and a circle in it, of as many points.
  private static func frame(halfWidth: Double, halfHeight: Double, radius: Double) -> (
    outer: [Vector2], inner: [Vector2]
  ) {
    let (a, b) = (halfWidth, halfHeight)
    let corners = [Vector2(a, -b), Vector2(a, b), Vector2(-a, b), Vector2(-a, -b)]
    let side = 12
    let outer = corners.indices.flatMap { k in
      (0..<side).map { i in corners[k] + (corners[(k + 1) % 4] - corners[k]) * (Double(i) / Double(side)) }
    }
    return (outer, outer.map { normalized($0) * radius })
  }
}
