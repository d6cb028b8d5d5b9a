package import Assets
import VectorMath
package import WorldModel

/// A low-floor tram of three bodies with bellows between them, on standard gauge, with its pantograph raised.
///
/// Both ends are fronts. The outer bodies hang on the nodes `body_front` and `body_rear`, whose origins lie on the
/// ground below the bellows: turned about z, they follow the track.
package struct Tram: ParametricAsset {
  package static let assetName = "tram"
  package var colour: Colour
  package var accent: Colour
  package var variant: UInt64

  package init() { self.init(colour: Colour(0xe8e6dc)) }

  package init(colour: Colour, accent: Colour = Colour(0x1d6a5a), variant: UInt64 = 1) {
    self.colour = colour
    self.accent = accent
    self.variant = variant
  }

  /// Metres over all.
  package static let length = 27.4
  private static let width = 2.4
  private static let middle = 6.4

  private struct Paints {
    var body: Int
    var accent: Int
    var glass: Int
    var gloss: Int
    var trim: Int
    var shadow: Int
    var lining: Int
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "tram", nativeClass: "tram")
    let paints = Paints(
      body: asset.material(VehicleMaterials.paint(colour)),
      accent: asset.material(VehicleMaterials.livery("accent", accent)),
      glass: asset.material(VehicleMaterials.glass), gloss: asset.material(VehicleMaterials.gloss),
      trim: asset.material(VehicleMaterials.trim), shadow: asset.material(VehicleMaterials.shadow),
      lining: asset.material(VehicleMaterials.lining))
    let m = Self.middle / 2
    addBody(to: &asset, paints, from: -m, to: m, hasFront: false, node: 0, turn: 0)
    for (name, turn) in [("body_front", 0.0), ("body_rear", Double.pi)] {
      let sign: Double = turn == 0 ? 1 : -1
      let node = asset.node(name, rest: NodePose(translation: Vector3(sign * (m + 0.3), 0, 0)))
      addBody(
        to: &asset, paints, from: 0.3, to: Self.length / 2 - m - 0.3, hasFront: true, node: node, turn: turn)
      // Bellows: folds between the bodies.
      for k in 0..<7 {
        let x = sign * (m + 0.02 + 0.56 * Double(k) / 6)
        asset.add(
          .box(size: Vector3(0.06, k % 2 == 0 ? 2.18 : 2.06, 2.5), center: Vector3(x, 0, 1.72), bevel: 0.02),
          material: paints.trim, part: "bellows")
      }
    }
    addBogie(to: &asset, x: 0, node: 0)
    addPantograph(to: &asset)
    return asset.asset()
  }

  /// One body along the node's x; with `turn` = π its front looks backwards.
  private func addBody(
    to asset: inout AssetBuilder, _ p: Paints, from: Double, to: Double, hasFront: Bool, node: Int,
    turn: Double
  ) {
    let top = 3.35
    var b = BoxBody(front: to, rear: from, width: Self.width, floor: 0.22, top: top)
    b.roofRadius = 0.22
    b.rearCorner = (depth: 0.08, squareness: 3)
    b.frontCorner = hasFront ? (depth: 1.15, squareness: 2.3) : (depth: 0.08, squareness: 3)
    if hasFront {
      b.frontProfile = ProfileCurve([
        Vector2(0.22, 0.12), Vector2(0.5, 0.0), Vector2(1.05, 0.02), Vector2(2.5, 0.42), Vector2(top, 0.9),
      ])
    }
    b.lean = ProfileCurve([Vector2(1.0, 0), Vector2(top, 0.04)])
    let end = hasFront ? to - 1.5 : to - 0.25
    let doors: [(Double, Double)] =
      hasFront ? [(from + 2.5, from + 3.8), (to - 3.1, to - 1.9)] : [(from + 2.55, to - 2.55)]
    var bays: [(Double, Double)] = []
    var x = from + 0.25
    while x < end - 0.5 {
      let stop = min(x + 1.3, end)
      bays.append((x, stop - 0.08))
      x = stop
    }
    for bay in bays { b.xs += [bay.0, bay.1] }
    for door in doors {
      b.xs += [door.0, door.1, (door.0 + door.1) / 2 - 0.02, (door.0 + door.1) / 2 + 0.02]
    }
    b.zs = [0.34, 0.9, 1.05, 1.15, 2.45, 2.55, 2.75]
    b.ys = [0.86]
    func look(_ q: Vector3) -> Hull.Skin {
      let z = q.z
      if hasFront, q.x > to - 1.0 - 0.3 * (z - 1) {
        if z > 1.15, z < 2.55 { return Hull.Skin(material: p.glass, part: "window") }
        if z >= 2.55, z < 2.9 { return Hull.Skin(material: p.gloss, part: nil) }
        return Hull.Skin(material: z < 0.34 ? p.trim : p.accent, part: nil)
      }
      if q.x < from + 0.04 || (!hasFront && q.x > to - 0.04) { return Hull.Skin(material: p.trim, part: nil) }
      if let door = doors.first(where: { q.x > $0.0 && q.x < $0.1 }), z > 0.34, z < 2.55 {
        if (q.x - (door.0 + door.1) / 2).magnitude < 0.03 {
          return Hull.Skin(material: p.gloss, part: "door")
        }
        return z > 0.9
          ? Hull.Skin(material: p.glass, part: "door") : Hull.Skin(material: p.accent, part: "door")
      }
      if z > 1.05, z < 2.55 {
        let isPane = z > 1.15 && z < 2.45 && bays.contains { q.x > $0.0 && q.x < $0.1 }
        return Hull.Skin(material: isPane ? p.glass : p.gloss, part: isPane ? "window" : nil)
      }
      if z > 0.9, z <= 1.05 { return Hull.Skin(material: p.accent, part: nil) }
      return Hull.Skin(material: z < 0.34 ? p.trim : p.body, part: nil)
    }
    let rotation = Quaternion(axis: Vector3(0, 0, 1), angle: turn)
    let hull = b.hull { place, q in
      place == .floor
        ? Hull.Skin(material: p.shadow, part: nil)
        : place == .roof ? Hull.Skin(material: p.body, part: nil) : look(q)
    }
    hull.add(to: &asset, crease: 0.5, node: node, turned: rotation)
    var inside = b
    (inside.front, inside.rear, inside.width) = (to - (hasFront ? 0.08 : 0.1), from + 0.1, Self.width - 0.14)
    (inside.floor, inside.top, inside.roofRadius) = (0.38, top - 0.3, 0.12)
    let room = inside.hull { place, q in
      let outer = look(q)
      return place == .wall && outer.material == p.glass
        ? outer : Hull.Skin(material: p.lining, part: "interior")
    }
    room.addInverted(to: &asset, node: node, turned: rotation)
    func put(_ shape: MeshBuilder, _ material: Int, _ part: String? = nil) {
      asset.add(shape.rotated(rotation), material: material, part: part, node: node)
    }
    let seat = asset.material(VehicleMaterials.livery("seats", Colour(0x2c4a78)))
    x = from + 0.7
    while x < end - 0.4 {
      for y in [0.78, -0.78] where !doors.contains(where: { x > $0.0 - 0.2 && x < $0.1 + 0.2 }) {
        put(.box(size: Vector3(0.08, 0.44, 0.75), center: Vector3(x, y, 1.1), bevel: 0.03), seat, "interior")
      }
      x += 0.85
    }
    // Equipment on the roof.
    put(
      .box(
        from: Vector3(from + 0.5, -0.8, top + 0.02), to: Vector3(min(to - 2.2, end), 0.8, top + 0.24),
        bevel: 0.08), p.body)
    guard hasFront else { return }
    let probe = SurfaceProbe([hull.surface])
    addLamps(to: &asset, probe, rotation, node: node, isRear: turn != 0)
    addBogie(to: &asset, x: (to - 3.9) * (turn == 0 ? 1 : -1), node: node)
    put(
      .ellipsoid(center: Vector3(to - 0.42, 0, 0.42), radii: Vector3(0.1, 0.12, 0.1), sides: 12, rings: 6),
      p.shadow)
  }

  /// White lamps in front, red ones behind; each end has both.
  private func addLamps(
    to asset: inout AssetBuilder, _ probe: SurfaceProbe, _ rotation: Quaternion, node: Int, isRear: Bool
  ) {
    func put(_ shape: MeshBuilder, _ material: Int) {
      asset.add(
        shape.rotated(rotation), material: material, part: isRear ? "taillight" : "headlight", node: node)
    }
    for side in [1.0, -1.0] {
      func plate(_ y0: Double, _ y1: Double, _ z0: Double, _ z1: Double, _ proud: Double) -> MeshBuilder {
        probe.quad(
          .front,
          (Vector2(side * y0, z1), Vector2(side * y1, z1), Vector2(side * y1, z0), Vector2(side * y0, z0)),
          columns: 5,
          proud: proud)
      }
      put(plate(0.42, 0.98, 0.68, 0.86, 0.004), asset.material(VehicleMaterials.gloss))
      put(plate(0.48, 0.64, 0.71, 0.83, 0.01), asset.lamp(isRear ? .tail : .head))
      put(plate(0.66, 0.78, 0.71, 0.83, 0.01), asset.lamp(isRear ? .brake : .day))
      let isLeft = (side > 0) != isRear
      put(plate(0.8, 0.94, 0.71, 0.83, 0.01), asset.lamp(isLeft ? .indicatorLeft : .indicatorRight))
    }
    let look = AssetVariation(seed: variant)
    let number = String(1 + look.choice("line", of: 28))
    SignBoard(text: number + " " + SignBoard.destination(variant), isLit: true).add(
      to: &asset, probe: probe, side: .front, center: Vector2(0, 2.72), size: Vector2(1.1, 0.2), node: node,
      turned: rotation)
  }

  /// Two axles; only the lower part of the wheels shows below the skirts.
  private func addBogie(to asset: inout AssetBuilder, x: Double, node: Int) {
    let steel = asset.material(VehicleMaterials.steel)
    let shadow = asset.material(VehicleMaterials.shadow)
    let turn = Quaternion(axis: Vector3(1, 0, 0), angle: -Double.pi / 2)
    for dx in [-0.9, 0.9] {
      asset.add(
        .cylinder(
          from: Vector3(x + dx, -0.72, 0.31), to: Vector3(x + dx, 0.72, 0.31), radius: 0.07, sides: 10),
        material: shadow, node: node)
      for y in [0.75, -0.75] {
        let s: Double = y > 0 ? 1 : -1
        // Tread and flange: the flange lies inside and reaches below the rail's top into the groove.
        let profile = [
          Vector2(0.1, -0.055 * s), Vector2(0.31, -0.055 * s), Vector2(0.31, 0.055 * s),
          Vector2(0.1, 0.055 * s),
        ]
        asset.add(
          MeshBuilder.lathe(profile, sides: 32, isClosed: true).rotated(turn).translated(x + dx, y, 0.31),
          material: steel,
          part: "wheel", node: node)
      }
    }
    asset.add(
      .box(size: Vector3(2.3, 1.3, 0.12), center: Vector3(x, 0, 0.42), bevel: 0.03), material: shadow,
      node: node)
  }

  private func addPantograph(to asset: inout AssetBuilder) {
    let steel = asset.material(VehicleMaterials.steel)
    let shadow = asset.material(VehicleMaterials.shadow)
    func bar(_ a: Vector3, _ b: Vector3, _ r: Double) {
      asset.add(.cylinder(from: a, to: b, radius: r, sides: 8), material: steel, part: "pantograph")
    }
    asset.add(
      .box(size: Vector3(1.4, 1.1, 0.1), center: Vector3(0, 0, 3.66), bevel: 0.02), material: shadow,
      part: "pantograph")
    for y in [0.35, -0.35] {
      bar(Vector3(0.55, y, 3.7), Vector3(-0.75, y * 0.8, 4.5), 0.03)
      bar(Vector3(-0.75, y * 0.8, 4.5), Vector3(0.35, y * 0.6, 5.35), 0.022)
    }
    bar(Vector3(-0.75, -0.3, 4.5), Vector3(-0.75, 0.3, 4.5), 0.022)
    for x in [0.2, 0.5] {
      asset.add(
        .tube(
          [Vector3(x, -0.85, 5.28), Vector3(x, -0.6, 5.4), Vector3(x, 0.6, 5.4), Vector3(x, 0.85, 5.28)],
          radius: 0.018, sides: 8), material: steel,
        part: "pantograph")
    }
  }
}
