import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A shower for a corner: a tray between the wall behind it and the wall at its right (−y), glass on the other two
/// sides, a door in front.
package struct Shower: FurnitureAsset {
  package static let assetName = "shower"
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) {
    let v = look.variation
    let sides = [Vector2(0.8, 0.8), Vector2(0.9, 0.9), Vector2(0.9, 1.2), Vector2(0.8, 1.0)][
      v.choice("size", of: 4)]
    size = Vector3(sides.x, sides.y, v.number("height", in: 1.95...2.05))
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "shower", mainPart: "tray")
    let metal = asset.material(
      IndoorMaterial.metal(look.palette.metal == .white ? .chrome : look.palette.metal))
    let glass = asset.material(IndoorMaterial.glass(Colour(0xdfeeea), alpha: 0.16))
    let (x, y, h) = (size.x / 2, size.y / 2, size.z)
    let rim = look.variation.choice("tray", of: 2) == 0 ? 0.035 : 0.09
    let isStone = look.style == .industrial || look.variation.choice("tray stone", of: 4) == 0
    let tray = asset.material(
      isStone ? IndoorMaterial.plastic(Colour(0x5a5c5e), roughness: 0.7) : IndoorMaterial.ceramic())
    func s(_ inset: Double, _ r: Double, _ z: Double) -> FixtureShape.Section {
      .init(.zero, Vector2(2 * (x - inset), 2 * (y - inset)), radius: r, z: z)
    }
    asset.add(
      FixtureShape.skin([
        s(0, 0.006, 0), s(0, 0.006, rim - 0.006), s(0.002, 0.006, rim - 0.002), s(0.006, 0.006, rim),
        s(0.05, 0.03, rim),
        s(0.056, 0.03, rim - 0.004), s(0.065, 0.03, rim - 0.02), s(0.1, 0.03, rim - 0.024),
      ]), material: tray)
    asset.add(
      .cylinder(
        from: Vector3(-x * 0.5, -y * 0.4, rim - 0.026), to: Vector3(-x * 0.5, -y * 0.4, rim - 0.02),
        radius: 0.055, sides: 24),
      material: metal, part: "drain")
    // Glass: the side at the greatest y, and in front a fixed pane beside a door.
    let t = 0.004
    func pane(_ a: Vector3, _ b: Vector3, _ node: Int = 0, _ part: String = "glass") {
      asset.add(.box(from: a, to: b, bevel: 0.0005), material: glass, part: part, node: node)
    }
    func profile(_ a: Vector3, _ b: Vector3, _ node: Int = 0) {
      asset.add(.box(from: a, to: b, bevel: 0.001), material: metal, part: "frame", node: node)
    }
    let (fx, fy) = (x - 0.02, y - 0.02)
    pane(Vector3(-x + 0.012, fy - t, rim + 0.012), Vector3(fx - 0.012, fy + t, h - 0.012))
    profile(Vector3(-x, fy - 0.012, rim), Vector3(-x + 0.02, fy + 0.012, h))
    profile(Vector3(fx - 0.014, fy - 0.014, rim), Vector3(fx + 0.014, fy + 0.014, h))
    profile(Vector3(-x + 0.02, fy - 0.01, rim), Vector3(fx - 0.014, fy + 0.01, rim + 0.018))
    profile(Vector3(-x + 0.02, fy - 0.01, h - 0.018), Vector3(fx - 0.014, fy + 0.01, h))
    let split = min(0.25, 2 * y - 0.72)
    let doorLow = -y + max(split, 0.02)
    if split > 0.05 {
      pane(Vector3(fx - t, -y + 0.01, rim + 0.012), Vector3(fx + t, doorLow - 0.004, h - 0.012))
    }
    profile(Vector3(fx - 0.012, -y, rim), Vector3(fx + 0.012, -y + 0.02, h))
    profile(Vector3(fx - 0.01, -y + 0.02, h - 0.018), Vector3(fx + 0.01, fy - 0.014, h))
    let wide = fy - 0.016 - doorLow
    let door = asset.joint(
      "door", rest: NodePose(translation: Vector3(fx, doorLow, 0)),
      .hinge(axis: Vector3(0, 0, -1), angle: 1.5))
    pane(Vector3(-t, 0, rim + 0.008), Vector3(t, wide, h - 0.02), door, "door")
    for z in [rim + 0.25, h - 0.27] {
      profile(Vector3(-0.012, -0.008, z - 0.035), Vector3(0.012, 0.05, z + 0.035), door)
    }
    asset.add(
      .capsule(
        from: Vector3(0.04, wide - 0.07, 0.9), to: Vector3(0.04, wide - 0.07, 1.25), radius: 0.009, sides: 12),
      material: metal, part: "handle", node: door)
    for z in [0.93, 1.22] {
      asset.add(
        .cylinder(
          from: Vector3(-0.008, wide - 0.07, z), to: Vector3(0.04, wide - 0.07, z), radius: 0.007, sides: 10),
        material: metal, part: "handle", node: door)
    }
    addFittings(&asset, metal)
    return asset.asset()
  }

  /// On the wall behind: mixer, riser, hand shower, and a wide head on an arm.
  private func addFittings(_ asset: inout AssetBuilder, _ metal: Int) {
    let x = -size.x / 2
    let y = -size.y * 0.12
    let rubber = asset.material(IndoorMaterial.darkRubber(Colour(0x8d9092)))
    for (mesh, _) in TapShape(kind: .wall).meshes().dropLast(2) {
      asset.add(mesh.translated(x, y, 1.08), material: metal, part: "tap")
    }
    asset.add(
      FixtureShape.pipe(
        [
          Vector3(x + 0.06, y, 1.09), Vector3(x + 0.06, y, 2.12), Vector3(x + 0.4, y, 2.12),
          Vector3(x + 0.4, y, 2.07),
        ],
        radius: 0.011, bend: 0.06, sides: 12), material: metal, part: "rail")
    asset.add(
      .cylinder(from: Vector3(x, y, 1.85), to: Vector3(x + 0.06, y, 1.85), radius: 0.009, sides: 10),
      material: metal, part: "rail")
    let isSquare = look.style == .modern
    asset.add(
      isSquare
        ? FixtureShape.block(
          from: Vector3(x + 0.29, y - 0.11, 2.055), to: Vector3(x + 0.51, y + 0.11, 2.068), radius: 0.012,
          edge: 0.003, low: 0.003)
        : MeshBuilder.lathe(
          [
            Vector2(0, 2.052), Vector2(0.11, 2.052), Vector2(0.114, 2.057), Vector2(0.11, 2.063),
            Vector2(0.03, 2.074), Vector2(0, 2.078),
          ],
          sides: 28
        ).translated(x + 0.4, y, 0), material: metal, part: "head")
    // The hand shower on a slider, its hose hanging in an arc.
    let hold = Vector3(x + 0.06, y, 1.55)
    asset.add(
      .cylinder(from: hold - Vector3(0, 0, 0.03), to: hold + Vector3(0, 0, 0.03), radius: 0.02, sides: 14),
      material: metal,
      part: "hand_shower")
    let grip = hold + Vector3(0.05, 0.03, -0.06)
    let head = hold + Vector3(0.1, 0.03, 0.14)
    asset.add(
      .tube([grip, hold + Vector3(0.06, 0.03, 0.02), head], radii: [0.011, 0.012, 0.015], sides: 12),
      material: metal, part: "hand_shower")
    asset.add(
      .cylinder(
        from: head + Vector3(-0.006, 0, 0.006), to: head + Vector3(0.016, 0, -0.012), radius: 0.042,
        endRadius: 0.05, sides: 20),
      material: metal, part: "hand_shower")
    let start = Vector3(x + 0.06, y + 0.03, 1.06)
    let path = (0...14).map { i -> Vector3 in
      let t = Double(i) / 14
      let (s, _) = DeterministicMath.sincos(.pi * t)
      return start + (grip - start) * t + Vector3(0.03 * s, 0.1 * s, -0.42 * s * (1 - t * 0.5))
    }
    asset.add(.tube(path, radius: 0.007, sides: 8), material: rubber, part: "hose")
  }
}
