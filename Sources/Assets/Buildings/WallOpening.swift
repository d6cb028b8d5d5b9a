import VectorMath
import WorldModel

/// A wall to put openings on: `u` metres to the right of its middle seen from outside, `z` up. Its outward
/// direction is +x turned by `yaw`, at `distance` from the origin.
struct WallFace {
  var yaw: Double
  var distance: Double
  var center = Vector2(0, 0)

  /// Object-from-wall: wall x outward, y to the left seen from inside (so −u), z up.
  var transform: AffineTransform {
    let q = Quaternion(axis: Vector3(0, 0, 1), angle: yaw)
    return AffineTransform(
      linear: q.matrix, translation: q * Vector3(distance, 0, 0) + Vector3(center.x, center.y, 0))
  }
}

/// Windows and doors, built on a wall's outside.
struct WallOpenings {
  let chance: AssetVariation
  /// The share of windows with light behind them.
  var litShare: Double

  /// A framed window of `size` (width, height) whose lower edge is at `z`.
  func addWindow(
    to asset: inout AssetBuilder, face: WallFace, u: Double, z: Double, size: Vector2, index: Int,
    panes: Int = 2, hasSill: Bool = true
  ) {
    let frame = asset.material(BuildingMaterials.frame)
    let t = face.transform
    let middle = z + size.y / 2
    var surround = MeshBuilder()
    // Four bars around, one between panes.
    let bar = 0.07
    surround.append(
      .box(size: Vector3(0.09, bar, size.y), center: Vector3(0.015, -u - size.x / 2 + bar / 2, middle)))
    surround.append(
      .box(size: Vector3(0.09, bar, size.y), center: Vector3(0.015, -u + size.x / 2 - bar / 2, middle)))
    for edge in [z + bar / 2, z + size.y - bar / 2] {
      surround.append(.box(size: Vector3(0.09, size.x - 2 * bar, bar), center: Vector3(0.015, -u, edge)))
    }
    for k in 1..<max(1, panes) {
      let y = -u - size.x / 2 + size.x * Double(k) / Double(panes)
      surround.append(.box(size: Vector3(0.075, 0.05, size.y - 2 * bar), center: Vector3(0.015, y, middle)))
    }
    asset.add(surround.transformed(t), material: frame, part: "window")
    let isLit = chance.unit("lit", index) < litShare
    var pane = MeshBuilder()
    let tone = Float(chance.number("pane", index, in: 0.35...1.1))
    pane.color = isLit ? SIMD4(repeating: 1) : SIMD4(tone, tone, tone * 1.02, 1)
    pane.append(.box(size: Vector3(0.06, size.x - bar, size.y - bar), center: Vector3(0, -u, middle)))
    asset.add(
      pane.transformed(t),
      material: asset.material(isLit ? BuildingMaterials.litGlass : BuildingMaterials.glass), part: "window")
    if chance.unit("curtain", index) < 0.4 && !isLit {
      // A blind drawn some way down behind the pane, shown on it.
      let blind = asset.material(BuildingMaterials.frame)
      let drop = (size.y - 2 * bar) * chance.number("drop", index, in: 0.2...0.6)
      var cloth = MeshBuilder()
      cloth.color = SIMD4(0.62, 0.6, 0.55, 1)
      cloth.append(
        .box(
          size: Vector3(0.066, size.x - 2 * bar, drop), center: Vector3(0, -u, z + size.y - bar - drop / 2)))
      asset.add(cloth.transformed(t), material: blind, part: "window")
    }
    if hasSill {
      let stone = asset.material(BuildingMaterials.stone, tile: ProceduralTexture.concreteTile)
      asset.add(
        MeshBuilder.box(size: Vector3(0.22, size.x + 0.16, 0.07), center: Vector3(0.05, -u, z - 0.035))
          .transformed(t), material: stone)
    }
  }

  /// A front door with a step.
  func addDoor(to asset: inout AssetBuilder, face: WallFace, u: Double, size: Vector2, colour: Colour) {
    let frame = asset.material(BuildingMaterials.frame)
    let leaf = asset.material(Material(name: "door", baseColor: colour.linear, roughness: 0.45))
    let metal = asset.material(BuildingMaterials.metal)
    let stone = asset.material(BuildingMaterials.stone, tile: ProceduralTexture.concreteTile)
    let t = face.transform
    let base = 0.16
    func add(_ b: MeshBuilder, _ m: Int, _ part: String) {
      asset.add(b.transformed(t), material: m, part: part)
    }
    add(
      .box(size: Vector3(0.1, size.x + 0.2, size.y + 0.1), center: Vector3(0, -u, base + (size.y + 0.1) / 2)),
      frame, "door")
    add(.box(size: Vector3(0.13, size.x, size.y), center: Vector3(0, -u, base + size.y / 2)), leaf, "door")
    for (z, h) in [(0.25, 0.55), (0.95, 0.4)] {
      for s in [-0.23, 0.23] {
        add(
          .box(
            size: Vector3(0.15, size.x * 0.34, h), center: Vector3(0, -u + s * size.x, base + z + h / 2),
            bevel: 0.015), leaf, "door")
      }
    }
    add(
      .box(size: Vector3(0.14, size.x * 0.7, 0.4), center: Vector3(0, -u, base + size.y - 0.32)),
      asset.material(BuildingMaterials.glass), "door")
    add(
      .cylinder(
        from: Vector3(0.1, -u - size.x * 0.4, base + 1.02),
        to: Vector3(0.1, -u - size.x * 0.4 + 0.12, base + 1.02), radius: 0.016, sides: 8), metal, "door")
    add(
      .box(
        from: Vector3(-0.02, -u - size.x / 2 - 0.25, 0), to: Vector3(0.5, -u + size.x / 2 + 0.25, base),
        bevel: 0.015), stone, "body")
  }
}
