package import Assets
import VectorMath
package import WorldModel

/// A bus: a low-floor city bus, or a coach with its floor above the luggage.
///
/// Parts: body, window, door, interior, wheel, tyre, headlight, taillight, mirror, plate, sign.
package struct Bus: ParametricAsset {
  package enum Kind: String, Sendable, CaseIterable { case city, coach }

  package static let assetName = "bus"
  package var kind: Kind
  package var colour: Colour
  package var length: Double
  package var variant: UInt64
  /// Doors are on the other side.
  package var driver: DriverSide

  package init() { self.init(kind: .city) }

  package init(
    kind: Kind, colour: Colour = Colour(0xc8a02c), length: Double? = nil, variant: UInt64 = 1,
    driver: DriverSide = .left
  ) {
    self.kind = kind
    self.colour = colour
    self.length = length ?? (kind == .city ? 12.0 : 12.6)
    self.variant = variant
    self.driver = driver
  }

  private struct Levels {
    var top: Double
    var floor: Double
    var belt: Double
    var head: Double
    /// The stripe below the panes.
    var stripe: Double
  }

  private var levels: Levels {
    kind == .city
      ? Levels(top: 3.02, floor: 0.33, belt: 1.12, head: 2.42, stripe: 0.86)
      : Levels(top: 3.55, floor: 0.36, belt: 1.92, head: 3.02, stripe: 1.62)
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: kind == .city ? "bus" : "coach", nativeClass: "bus")
    let l = levels
    let (f, r) = (length / 2, -length / 2)
    let radius = 0.482
    let axles = [f - 2.72, r + (kind == .city ? 3.35 : 3.2)]
    let paint = asset.material(VehicleMaterials.paint(colour))
    let accent = asset.material(VehicleMaterials.livery("accent", Colour(0xeceae4)))
    let glass = asset.material(VehicleMaterials.glass)
    let gloss = asset.material(VehicleMaterials.gloss)
    let trim = asset.material(VehicleMaterials.trim)
    let shadow = asset.material(VehicleMaterials.shadow)
    let lining = asset.material(VehicleMaterials.lining)
    let seat = asset.material(VehicleMaterials.livery("seats", Colour(kind == .city ? 0x2c4a78 : 0x5a2c34)))
    // Panes between pillars of 9 cm; doors in the city at the front, in the middle and behind.
    let bays = panes(f, r)
    let doors: [(Double, Double)] =
      kind == .city
      ? [(f - 1.75, f - 0.55), (axles[0] - 3.55, axles[0] - 2.25)] : [(f - 1.55, f - 0.6)]
    var body = BoxBody(front: f, rear: r, width: 2.55, floor: l.floor, top: l.top - 0.04)
    body.frontCorner = (depth: 0.42, squareness: 2.8)
    body.rearCorner = (depth: 0.16, squareness: 3)
    body.roofRadius = 0.2
    body.roofCrown = 0.04
    body.frontProfile = ProfileCurve([
      Vector2(l.floor, 0.05), Vector2(0.6, 0), Vector2(l.belt, 0.015),
      Vector2(l.head, kind == .city ? 0.12 : 0.3),
      Vector2(l.top, kind == .city ? 0.22 : 0.5),
    ])
    body.rearProfile = ProfileCurve([
      Vector2(l.floor, 0.06), Vector2(0.55, 0), Vector2(l.head, 0.05), Vector2(l.top, 0.1),
    ])
    body.lean = ProfileCurve([Vector2(0.4, 0.008), Vector2(0.9, 0), Vector2(l.belt, 0), Vector2(l.top, 0.03)])
    body.arches = axles.map { (x: $0, z: radius, radius: radius + 0.075) }
    body.wellDepth = 0.42
    for bay in bays { body.xs += [bay.0, bay.1] }
    for door in doors {
      let middle: Double = (door.0 + door.1) / 2
      body.xs += [door.0, door.1, middle - 0.02, middle + 0.02]
    }
    body.zs = [l.stripe, l.stripe + 0.1, l.belt, l.belt + 0.06, l.head - 0.05, l.head, l.floor + 0.1]
    body.ys = [0.9, 0.7]
    let screen = (bottom: kind == .city ? 0.98 : 1.12, top: l.head + 0.16)
    body.zs += [screen.bottom, screen.top, l.head + 0.42].filter { $0 < l.top - 0.24 }
    func place(_ p: Vector3) -> (isPane: Bool, skin: Hull.Skin) {
      let (x, z) = (p.x, p.z)
      if x > f - 0.3 || (x > f - 0.6 && p.y.magnitude < 1.0) {
        if z > screen.bottom && z < screen.top { return (true, Hull.Skin(material: glass, part: "window")) }
        if z >= screen.top && z < l.top - 0.15 { return (false, Hull.Skin(material: gloss, part: nil)) }
        return (false, Hull.Skin(material: z < 0.62 ? trim : paint, part: nil))
      }
      if x < r + 0.12 {
        let isPane = z > l.belt + 0.28 && z < l.head && p.y.magnitude < 0.95
        if isPane { return (true, Hull.Skin(material: glass, part: "window")) }
        return (false, Hull.Skin(material: z < l.floor + 0.1 ? trim : paint, part: nil))
      }
      let isDoorSide = p.y * driver.sign < 0
      if let door = doors.first(where: { isDoorSide && x > $0.0 && x < $0.1 }), z < l.head, z > l.floor + 0.1
      {
        let middle = (door.0 + door.1) / 2
        if (x - middle).magnitude < 0.03 { return (false, Hull.Skin(material: gloss, part: "door")) }
        return (true, Hull.Skin(material: glass, part: "door"))
      }
      if z > l.belt, z < l.head {
        let isPane = bays.contains { x > $0.0 && x < $0.1 } && z > l.belt + 0.06 && z < l.head - 0.05
        return (isPane, Hull.Skin(material: isPane ? glass : gloss, part: isPane ? "window" : nil))
      }
      if z > l.stripe && z < l.stripe + 0.1 { return (false, Hull.Skin(material: accent, part: nil)) }
      return (false, Hull.Skin(material: z < l.floor + 0.1 ? trim : paint, part: nil))
    }
    let hull = body.hull { where_, p in
      where_ == .floor
        ? Hull.Skin(material: shadow, part: nil)
        : where_ == .roof ? Hull.Skin(material: accent, part: nil) : place(p).skin
    }
    hull.add(to: &asset, crease: 0.5)
    // The inside: a lining seen through the panes of the other side.
    var inside = body
    (inside.front, inside.rear, inside.width) = (f - 0.1, r + 0.1, 2.55 - 0.14)
    (inside.floor, inside.top, inside.arches) = (kind == .city ? 0.42 : 1.35, l.top - 0.2, [])
    inside.roofRadius = 0.12
    let room = inside.hull { where_, p in
      let outer = place(p + Vector3(p.x > f - 0.6 ? 0.1 : 0, 0, 0))
      return where_ == .wall && outer.isPane
        ? Hull.Skin(material: glass, part: "window") : Hull.Skin(material: lining, part: "interior")
    }
    room.addInverted(to: &asset)
    addSeats(to: &asset, f: f, r: r, seat: seat, floor: inside.floor, trim: trim)
    let probe = SurfaceProbe([hull.surface])
    let fit = HeavyFittings(probe: probe, width: 2.55, variant: variant)
    fit.addFront(to: &asset, lampZ: 0.72, plateZ: 0.52)
    fit.addRear(to: &asset, lampZ: 1.02, height: 0.7, plateZ: 0.72)
    fit.addMirrors(
      to: &asset, at: Vector3(f - 0.28, 1.08, l.head + 0.1), reach: 0.26, size: Vector2(0.22, 0.42),
      forward: 0.32)
    fit.addWipers(
      to: &asset,
      [
        (Vector2(0.9, screen.bottom + 0.04), Vector2(0.1, screen.bottom + 0.1)),
        (Vector2(-0.1, screen.bottom + 0.04), Vector2(-0.9, screen.bottom + 0.1)),
      ])
    addSigns(to: &asset, probe: probe, l: l, f: f, r: r)
    fit.addGaps(to: &asset, gaps(l, axles))
    fit.addMarkers(to: &asset, xs: [axles[0] - 1.6, 0.2, axles[1] + 1.6], z: 0.62)
    addRoofPlant(to: &asset, l: l, accent: accent)
    let front = VehicleWheel(radius: radius, width: 0.29, rimShare: 0.6, design: .convexDish)
    front.addPair(to: &asset, names: ["wheel_front_left", "wheel_front_right"], x: axles[0], halfTrack: 1.06)
    let rear = VehicleWheel(radius: radius, width: 0.29, rimShare: 0.6, design: .deepDish)
    rear.addPair(
      to: &asset, names: ["wheel_rear_left", "wheel_rear_right"], x: axles[1], halfTrack: 1.06, twin: 0.32)
    return asset.asset()
  }

  /// The side panes: pillars of 9 cm between bays of about 1.5 m.
  private func panes(_ f: Double, _ r: Double) -> [(Double, Double)] {
    let (from, to) = (r + 0.42, f - 0.72)
    let n = max(1, Int(((to - from) / 1.55).rounded()))
    return (0..<n).map { k in
      let a = from + (to - from) * Double(k) / Double(n)
      return (a + 0.045, a + (to - from) / Double(n) - 0.045)
    }
  }

  private func gaps(_ l: Levels, _ axles: [Double]) -> [[Vector2]] {
    var out: [[Vector2]] = []
    var x = -length / 2 + 0.6
    while x < length / 2 - 0.9 {
      if !axles.contains(where: { ($0 - x).magnitude < 0.6 }) {
        out.append([Vector2(x, l.floor + 0.04), Vector2(x, l.stripe - 0.03)])
      }
      x += 1.3
    }
    return out
  }

  private func addSeats(
    to asset: inout AssetBuilder, f: Double, r: Double, seat: Int, floor: Double, trim: Int
  ) {
    var x = f - 2.3
    var row = 1
    while x > r + 0.9 {
      for y in [0.92, 0.48, -0.48, -0.92] {
        asset.add(
          .box(size: Vector3(0.09, 0.41, 0.72), center: Vector3(x, y, floor + 0.8), bevel: 0.03),
          material: seat,
          part: "interior")
        asset.add(
          .box(size: Vector3(0.42, 0.41, 0.1), center: Vector3(x + 0.22, y, floor + 0.45), bevel: 0.03),
          material: seat,
          part: "interior")
        asset.seat(
          Asset.Seat(
            name: "row_\(row)_\(y > 0 ? "left" : "right")_\(y.magnitude > 0.7 ? "window" : "aisle")",
            hip: Vector3(x + 0.17, y, floor + 0.58), recline: 0.1, top: levels.top - 0.25, floor: levels.belt)
        )
      }
      row += 1
      x -= kind == .city ? 1.05 : 0.8
    }
    asset.add(
      .box(
        size: Vector3(0.5, 2.0, 0.12), center: Vector3(f - 0.5, 0, kind == .city ? 1.0 : 1.5), bevel: 0.03),
      material: trim, part: "interior")
    let y = driver.sign * 0.62
    asset.add(
      .box(size: Vector3(0.1, 0.48, 0.85), center: Vector3(f - 1.35, y, floor + 0.95), bevel: 0.04),
      material: trim, part: "interior")
    // In the city the driver sits on a step; in a coach the whole floor is high.
    let hip = Vector3(f - 1.18, y, floor + (kind == .city ? 0.78 : 0.56))
    let wheel = SteeringWheel(center: hip + Vector3(0.39, 0, 0.19), radius: 0.22, tilt: 0.55)
    wheel.add(to: &asset, material: trim)
    asset.seat(
      Asset.Seat(
        name: "driver", hip: hip, recline: 0.1, top: levels.top - 0.25, floor: floor, wheel: wheel.grip))
  }

  private func addSigns(to asset: inout AssetBuilder, probe: SurfaceProbe, l: Levels, f: Double, r: Double) {
    guard kind == .city else { return }
    let look = AssetVariation(seed: variant)
    let number = String(1 + look.choice("line", of: 98))
    let sign = SignBoard(text: number + " " + SignBoard.destination(variant), isLit: true)
    let z = l.head + 0.3
    sign.add(to: &asset, probe: probe, side: .front, center: Vector2(0, z), size: Vector2(1.7, 0.24))
    SignBoard(text: number, isLit: true).add(
      to: &asset, probe: probe, side: .rear, center: Vector2(0, l.head + 0.26), size: Vector2(0.5, 0.24))
  }

  private func addRoofPlant(to asset: inout AssetBuilder, l: Levels, accent: Int) {
    for x in kind == .city ? [1.2, -2.6] : [-1.4] {
      asset.add(
        .box(size: Vector3(2.2, 1.7, 0.2), center: Vector3(x, 0, l.top + 0.06), bevel: 0.07), material: accent
      )
    }
  }
}
