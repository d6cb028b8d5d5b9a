package import Assets
import VectorMath
package import WorldModel

/// A fire engine: a cab for a crew, lockers behind shutters, a ladder on the roof, blue lights.
package struct FireEngine: ParametricAsset {
  package static let assetName = "fire_engine"
  package var variant: UInt64
  package var driver: DriverSide
  /// Words and bands of Chinese or of European looks.
  package var isChinese: Bool

  package init() { self.init(variant: 1) }
  package init(variant: UInt64, isChinese: Bool = false, driver: DriverSide = .left) {
    self.variant = variant
    self.driver = driver
    self.isChinese = isChinese
  }

  package static let length = 8.2

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "fire_engine", nativeClass: "truck")
    let red = asset.material(VehicleMaterials.paint(Colour(0xb5121b)))
    let white = asset.material(VehicleMaterials.livery("white", Colour(0xeeeeea)))
    let (f, r) = (Self.length / 2, -Self.length / 2)
    let cab = LorryCab(kind: .crew, front: f, wheelRadius: 0.5, variant: variant, driver: driver)
    let probe = cab.add(to: &asset, paint: red, scheme: isChinese ? .yellow : .european, bumper: white)
    let axle = r + 2.3
    var chassis = LorryChassis(front: f - 0.9, rear: r, axles: [axle], variant: variant)
    chassis.hasTank = false
    chassis.guards = nil
    chassis.add(to: &asset)
    chassis.addWheels(to: &asset) { _ in ["wheel_rear_left", "wheel_rear_right"] }
    VehicleWheel(radius: 0.5, width: 0.3, rimShare: 0.58, design: .convexDish).addPair(
      to: &asset, names: ["wheel_front_left", "wheel_front_right"], x: cab.axle, halfTrack: 1.04)
    addBody(to: &asset, front: f - cab.depth - 0.06, rear: r + 0.04, axle: axle, red: red)
    // Blue lights on the cab, band along it, words.
    for (k, side) in [1.0, -1.0].enumerated() {
      let pod = MeshBuilder.loft(
        [(0.0, 1.0), (0.1, 0.92), (0.13, 0.7)].map { h, s in
          roundedRectangle(0.3 * s, 0.62 * s, radius: 0.06, corner: 3).map {
            Vector3(f - 1.0 + $0.x, side * 0.72 + $0.y, cab.top - 0.03 + h)
          }
        })
      let lamp: VehicleLamp = isChinese ? (k == 0 ? .beaconRed : .beaconBlue) : .beaconBlue
      asset.add(pod, material: asset.lamp(lamp), part: "beacon", crease: 0.9)
    }
    let band = probe.quad(
      .left,
      (Vector2(f - 0.36, 1.46), Vector2(f - 2.88, 1.46), Vector2(f - 2.88, 1.28), Vector2(f - 0.36, 1.28)),
      columns: 14,
      rows: 1, proud: 0.003)
    asset.add(band, material: white)
    asset.add(band.mirrored, material: white)
    SignBoard(text: isChinese ? "FIRE 119" : "FIRE", ink: Colour(0xf2f2ee), ground: Colour(0xb5121b)).add(
      to: &asset, probe: probe, side: .front, center: Vector2(0, 1.595), size: Vector2(0.9, 0.11), part: nil,
      proud: 0.005)
    return asset.asset()
  }

  private func addBody(to asset: inout AssetBuilder, front: Double, rear: Double, axle: Double, red: Int) {
    let shutter = asset.material(VehicleMaterials.livery("shutter", Colour(0xb9bcbf)))
    let gap = asset.material(VehicleMaterials.gap)
    let steel = asset.material(VehicleMaterials.steel)
    let yellow = asset.material(VehicleMaterials.reflectiveYellow)
    var b = BoxBody(front: front, rear: rear, width: 2.5, floor: 0.62, top: 3.0)
    b.frontCorner = (depth: 0.04, squareness: 3)
    b.rearCorner = (depth: 0.06, squareness: 3)
    b.roofRadius = 0.06
    b.arches = [(x: axle, z: 0.5, radius: 0.62)]
    b.wellDepth = 0.62
    let edges = [rear + 0.25, axle - 0.72, axle - 0.66, axle + 0.66, axle + 0.72, front - 0.1]
    b.xs = edges
    b.zs = [1.18, 1.24, 2.62, 0.8]
    let hull = b.hull { place, p in
      guard place == .wall, p.z < 2.62, p.x > rear + 0.1, p.x < front - 0.05 else {
        return Hull.Skin(material: red, part: nil)
      }
      let isLow = p.z < 1.24
      let isBay =
        (p.x > edges[0] && p.x < edges[1]) || (p.x > edges[4] && p.x < edges[5])
        || (!isLow && p.x > edges[2] && p.x < edges[3])
      return Hull.Skin(
        material: isBay && p.z > 0.8 ? shutter : red, part: isBay && p.z > 0.8 ? "shutter" : nil)
    }
    hull.add(to: &asset, crease: 0.4)
    let probe = SurfaceProbe([hull.surface])
    // Slats of the shutters.
    for bay in [(edges[0], edges[1], 0.84), (edges[2], edges[3], 1.28), (edges[4], edges[5], 0.84)] {
      var z = bay.2
      while z < 2.6 {
        let slat = probe.strip(
          .left, [Vector2(bay.1 - 0.03, z), Vector2(bay.0 + 0.03, z)], width: 0.006, step: 5)
        asset.add(slat, material: gap)
        asset.add(slat.mirrored, material: gap)
        z += 0.16
      }
      let bar = probe.strip(
        .left, [Vector2(bay.1 - 0.05, bay.2 + 0.05), Vector2(bay.0 + 0.05, bay.2 + 0.05)], width: 0.035,
        proud: 0.014, step: 5)
      asset.add(bar, material: steel)
      asset.add(bar.mirrored, material: steel)
    }
    // Band of yellow along the lockers' foot, chevrons behind.
    let foot = probe.strip(
      .left, [Vector2(front - 0.1, 0.72), Vector2(axle + 0.68, 0.72)], width: 0.1, proud: 0.003, step: 5)
    asset.add(foot, material: yellow)
    asset.add(foot.mirrored, material: yellow)
    for k in 0..<6 {
      for side in [1.0, -1.0] {
        let y0 = 0.08 + 0.19 * Double(k)
        let stripe = probe.quad(
          .rear,
          (
            Vector2(side * y0, 1.5), Vector2(side * (y0 + 0.095), 1.5),
            Vector2(side * min(1.19, y0 + 0.295), 1.02), Vector2(side * min(1.19, y0 + 0.2), 1.02)
          ),
          columns: 2, rows: 1, proud: 0.003)
        if y0 + 0.2 < 1.15 { asset.add(stripe, material: yellow) }
      }
    }
    asset.add(
      probe.quad(
        .rear, (Vector2(-0.7, 2.6), Vector2(0.7, 2.6), Vector2(0.7, 1.55), Vector2(-0.7, 1.55)), columns: 2,
        rows: 1, proud: 0.004),
      material: shutter, part: "shutter")
    // Ladder on the roof: two stiles with rungs.
    for y in [0.25, 0.75] {
      asset.add(
        .box(from: Vector3(rear + 0.1, y - 0.03, 3.1), to: Vector3(front + 1.2, y + 0.03, 3.2), bevel: 0.01),
        material: steel,
        part: "ladder")
    }
    var x = rear + 0.3
    while x < front + 1.1 {
      asset.add(
        .cylinder(from: Vector3(x, 0.25, 3.15), to: Vector3(x, 0.75, 3.15), radius: 0.016, sides: 6),
        material: steel, part: "ladder")
      x += 0.32
    }
    for x in [rear + 0.5, front - 0.4] {
      asset.add(
        .box(from: Vector3(x - 0.04, 0.2, 2.99), to: Vector3(x + 0.04, 0.8, 3.11), bevel: 0.008),
        material: steel, part: "ladder")
    }
    asset.add(
      .box(from: Vector3(rear + 0.4, -0.9, 2.99), to: Vector3(front - 0.6, -0.3, 3.22), bevel: 0.03),
      material: steel)
    for side in [1.0, -1.0] {
      asset.add(
        .cylinder(
          from: Vector3(rear + 0.2, side * 1.05, 3.0), to: Vector3(rear + 0.2, side * 1.05, 3.16),
          radius: 0.09, sides: 14),
        material: asset.lamp(.beaconBlue), part: "beacon")
    }
  }
}
