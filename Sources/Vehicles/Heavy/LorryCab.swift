import Assets
import VectorMath
import WorldModel

/// The cab of a lorry above its front wheels: with or without a bed, or with a second row of seats.
struct LorryCab {
  enum Kind {
    /// One row of seats; with a bed and a high roof; with two rows of seats, for a crew.
    case day, sleeper, crew
  }

  var kind: Kind
  /// The foremost point, metres.
  var front: Double
  var width = 2.49
  var wheelRadius = 0.5
  var variant: UInt64
  var driver = DriverSide.left

  var depth: Double { kind == .day ? 1.75 : kind == .sleeper ? 2.25 : 2.95 }
  var top: Double { kind == .sleeper ? 3.72 : kind == .crew ? 2.95 : 2.82 }
  var axle: Double { front - 1.42 }
  private var belt: Double { 1.86 }
  private var head: Double { 2.62 }

  private var body: BoxBody {
    var b = BoxBody(front: front, rear: front - depth, width: width, floor: 0.36, top: top - 0.03)
    b.frontCorner = (depth: 0.34, squareness: 2.7)
    b.rearCorner = (depth: 0.06, squareness: 3)
    b.roofRadius = kind == .sleeper ? 0.3 : 0.16
    b.roofCrown = 0.03
    var profile: [Vector2] = [
      Vector2(0.36, 0.05), Vector2(0.55, 0), Vector2(1.1, 0.01), Vector2(1.62, 0.03), Vector2(head, 0.2),
    ]
    profile.append(Vector2(top, kind == .sleeper ? 0.62 : 0.34))
    b.frontProfile = ProfileCurve(profile)
    b.lean = ProfileCurve([Vector2(belt, 0), Vector2(top, 0.05)])
    b.arches = [(x: axle, z: wheelRadius, radius: wheelRadius + 0.09)]
    b.wellDepth = 0.5
    b.xs = [front - 0.4, pane.rear, pane.front, door.rear]
    if kind == .crew { b.xs += [front - 1.86, front - 2.75] }
    b.zs = [0.62, 1.1, 1.52, 1.66, belt - 0.28, belt, head, head + 0.08, 0.5]
    b.ys = [0.93, 0.72]
    return b
  }

  private var pane: (front: Double, rear: Double) { (front - 0.46, front - 1.36) }
  private var door: (front: Double, rear: Double) { (front - 0.4, front - 1.48) }

  /// Adds the cab; what is laid on its faces finds them by the probe.
  @discardableResult
  func add(
    to asset: inout AssetBuilder, paint: Int, scheme: NumberPlate.Scheme = .european, bumper: Int? = nil
  ) -> SurfaceProbe {
    let glass = asset.material(VehicleMaterials.glass)
    let gloss = asset.material(VehicleMaterials.gloss)
    let trim = asset.material(VehicleMaterials.trim)
    let shadow = asset.material(VehicleMaterials.shadow)
    let lining = asset.material(VehicleMaterials.lining)
    let b = body
    func look(_ p: Vector3) -> Hull.Skin {
      let (x, z, y) = (p.x, p.z, p.y.magnitude)
      if x < front - depth + 0.03 { return Hull.Skin(material: paint, part: nil) }
      if x > front - 0.36, y < 1.17 {
        if z > 1.66, z < head { return Hull.Skin(material: glass, part: "window") }
        if z > 1.52, z <= 1.66 { return Hull.Skin(material: gloss, part: nil) }
        return Hull.Skin(material: z < 0.62 ? bumper ?? trim : paint, part: nil)
      }
      let isDoor = x < door.front && x > door.rear && z > 0.62 && z < head + 0.08
      let isPane =
        z > (x > pane.front - 0.35 ? belt - 0.28 : belt) && z < head && x < pane.front && x > pane.rear
      if isPane { return Hull.Skin(material: glass, part: "window") }
      if kind == .crew, z > belt, z < head, x < front - 1.86, x > front - 2.75 {
        return Hull.Skin(material: glass, part: "window")
      }
      if z < 0.62 { return Hull.Skin(material: bumper ?? trim, part: nil) }
      return Hull.Skin(material: paint, part: isDoor ? "door" : nil)
    }
    let hull = b.hull { place, p in
      place == .floor
        ? Hull.Skin(material: shadow, part: nil)
        : place == .roof ? Hull.Skin(material: paint, part: nil) : look(p)
    }
    hull.add(to: &asset, crease: 0.5)
    var inside = b
    (inside.front, inside.rear, inside.width) = (front - 0.06, front - depth + 0.08, width - 0.14)
    (inside.floor, inside.top, inside.arches) = (1.3, min(top, 2.9) - 0.12, [])
    inside.roofRadius = 0.1
    let room = inside.hull { place, p in
      let outer = look(p + Vector3(p.x > front - 0.42 ? 0.06 : 0, 0, 0))
      return place == .wall && outer.part == "window" ? outer : Hull.Skin(material: lining, part: "interior")
    }
    room.addInverted(to: &asset)
    addInterior(to: &asset)
    let probe = SurfaceProbe([hull.surface])
    addDetails(to: &asset, probe: probe, scheme: scheme, paint: paint)
    return probe
  }

  private func addInterior(to asset: inout AssetBuilder) {
    let seat = asset.material(VehicleMaterials.seat)
    let dash = asset.material(VehicleMaterials.dashboard)
    asset.add(
      .box(from: Vector3(front - 0.62, -1.08, 1.31), to: Vector3(front - 0.2, 1.08, 1.62), bevel: 0.06),
      material: dash,
      part: "interior")
    for y in [0.62, -0.62] {
      asset.add(
        .box(size: Vector3(0.12, 0.48, 0.85), center: Vector3(front - 1.4, y, 1.82), bevel: 0.05),
        material: seat,
        part: "interior")
      asset.add(
        .box(size: Vector3(0.1, 0.26, 0.18), center: Vector3(front - 1.42, y, 2.34), bevel: 0.04),
        material: seat,
        part: "interior")
    }
    let wheel = SteeringWheel(
      center: Vector3(front - 0.82, driver.sign * 0.62, 1.86), radius: 0.21, tilt: 0.6)
    wheel.add(to: &asset, material: dash)
    for side in [driver.sign, -driver.sign] {
      let isDriver = side == driver.sign
      asset.seat(
        Asset.Seat(
          name: isDriver ? "driver" : side > 0 ? "front_left" : "front_right",
          hip: Vector3(front - 1.24, side * 0.62, 1.7), recline: 0.1, top: min(top, 2.9) - 0.16, floor: 1.3,
          wheel: isDriver ? wheel.grip : nil))
    }
  }

  private func addDetails(
    to asset: inout AssetBuilder, probe: SurfaceProbe, scheme: NumberPlate.Scheme, paint: Int
  ) {
    let trim = asset.material(VehicleMaterials.trim)
    let gloss = asset.material(VehicleMaterials.gloss)
    let chrome = asset.material(VehicleMaterials.chrome)
    var fit = HeavyFittings(probe: probe, width: width, variant: variant)
    fit.scheme = scheme
    fit.addFront(to: &asset, lampZ: 0.72, lampHeight: 0.2, lampWidth: 0.4, plateZ: 0.5)
    fit.addMirrors(
      to: &asset, at: Vector3(front - 0.42, width / 2 - 0.05, head - 0.02), reach: 0.2,
      size: Vector2(0.24, 0.62), forward: 0.04)
    fit.addWipers(
      to: &asset, [(Vector2(0.85, 1.7), Vector2(0.15, 1.74)), (Vector2(-0.05, 1.7), Vector2(-0.75, 1.74))])
    // Grille: bars between the lamps and the windscreen.
    for k in 0..<4 {
      let z = 0.92 + 0.145 * Double(k)
      asset.add(
        probe.quad(
          .front,
          (
            Vector2(-0.86, z + 0.05), Vector2(0.86, z + 0.05), Vector2(0.86, z - 0.05),
            Vector2(-0.86, z - 0.05)
          ),
          columns: 8, rows: 1, proud: 0.004), material: k == 3 ? gloss : trim)
    }
    let badge = probe.reach(.front, Vector2(0, 1.355), inside: Vector2(0, 1))
    asset.add(
      .ellipsoid(center: badge, radii: Vector3(0.014, 0.11, 0.05), sides: 18, rings: 6), material: chrome)
    // The step in the bumper, sun visor, gaps of the doors, handle.
    let doorLine: [Vector2] = [
      Vector2(door.front, 0.64), Vector2(door.front, head + 0.06), Vector2(door.rear, head + 0.06),
      Vector2(door.rear, 1.2),
    ]
    fit.addGaps(to: &asset, [doorLine, [Vector2(front - 0.28, 0.63), Vector2(door.front, 0.63)]])
    if kind == .crew {
      let a = front - 1.8, c = front - 2.8
      fit.addGaps(
        to: &asset,
        [
          [
            Vector2(a, 1.2), Vector2(a, head + 0.06), Vector2(c, head + 0.06), Vector2(c, 0.64),
            Vector2(front - 2.05, 0.64),
          ]
        ])
    }
    for x in kind == .crew ? [door.rear + 0.16, front - 2.66] : [door.rear + 0.16] {
      let p = probe.reach(.left, Vector2(x, 1.5), inside: Vector2(front - 1, 1.5))
      let handle = MeshBuilder.box(size: Vector3(0.18, 0.05, 0.045), center: p, bevel: 0.012)
      asset.add(handle, material: gloss, part: "handle")
      asset.add(handle.mirrored, material: gloss, part: "handle")
    }
    if kind != .crew {
      let visor = (0...6).map { k -> Vector3 in
        let y = -1.0 + 2.0 * Double(k) / 6
        return probe.reach(.front, Vector2(y, head + 0.06), inside: Vector2(0, head)) + Vector3(0.1, 0, 0)
      }
      asset.add(
        .bar(
          visor,
          section: [Vector2(-0.11, -0.015), Vector2(0.11, -0.04), Vector2(0.11, -0.03), Vector2(-0.11, 0)]),
        material: gloss)
    }
    // Steps below the doors.
    for side in [1.0, -1.0] {
      asset.add(
        .box(
          size: Vector3(0.3, 0.12, 0.05), center: Vector3(front - 0.62, side * (width / 2 - 0.07), 0.47),
          bevel: 0.01),
        material: trim)
    }
  }
}
