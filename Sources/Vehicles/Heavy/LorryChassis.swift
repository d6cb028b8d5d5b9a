import Assets
import VectorMath
import WorldModel

/// What lies under a lorry: frame, tanks, guards over the wheels, guards along the sides and behind, rear lamps.
struct LorryChassis {
  /// From the frame's front to its rear, metres; the axles behind the cab.
  var front: Double
  var rear: Double
  var axles: [Double]
  var wheelRadius = 0.5
  /// The upper edge of the frame.
  var top = 0.98
  var hasTwins = true
  var hasTank = true
  /// Side guards between these.
  var guards: (from: Double, to: Double)?
  var variant: UInt64 = 1
  var scheme = NumberPlate.Scheme.european

  func add(to asset: inout AssetBuilder, node: Int = 0, offset: Double = 0) {
    let shadow = asset.material(VehicleMaterials.shadow)
    let trim = asset.material(VehicleMaterials.trim)
    let steel = asset.material(VehicleMaterials.steel)
    func add(_ shape: MeshBuilder, _ material: Int, _ part: String? = nil) {
      asset.add(shape.translated(-offset, 0, 0), material: material, part: part, node: node)
    }
    for y in [0.42, -0.42] {
      add(
        .box(
          from: Vector3(rear + 0.06, y - 0.05, top - 0.27), to: Vector3(front, y + 0.05, top), bevel: 0.01),
        shadow)
    }
    var x = rear + 0.4
    while x < front - 0.3 {
      add(.box(size: Vector3(0.1, 0.8, 0.16), center: Vector3(x, 0, top - 0.13)), shadow)
      x += 1.3
    }
    for x in axles {
      add(
        .cylinder(
          from: Vector3(x, -0.85, wheelRadius), to: Vector3(x, 0.85, wheelRadius), radius: 0.085, sides: 10),
        shadow)
      add(
        .ellipsoid(center: Vector3(x, 0, wheelRadius), radii: Vector3(0.22, 0.24, 0.22), sides: 12, rings: 7),
        shadow)
      for side in [1.0, -1.0] {
        let arc = (0...8).map { k -> Vector3 in
          let (s, c) = DeterministicMath.sincos(0.2 + 2.74 * Double(k) / 8)
          return Vector3(x + (wheelRadius + 0.08) * c, side * 0.95, wheelRadius + (wheelRadius + 0.08) * s)
        }
        add(
          .bar(
            arc,
            section: [
              Vector2(-0.29, -0.01), Vector2(0.29, -0.01), Vector2(0.29, 0.01), Vector2(-0.29, 0.01),
            ],
            up: Vector3(0, 0, 1)), trim)
        // Springs.
        add(
          .box(
            size: Vector3(0.9, 0.08, 0.08), center: Vector3(x, side * 0.42, wheelRadius + 0.14), bevel: 0.02),
          shadow)
      }
    }
    if hasTank, let axle = axles.first, front - axle > 2.1 {
      let (a, b) = (axle + wheelRadius + 0.3, min(front - 0.35, axle + wheelRadius + 1.5))
      for side in [1.0, -1.0] {
        let ring = roundedRectangle(0.5, 0.52, radius: 0.12, corner: 3)
        add(
          .loft([a, b].map { x in ring.map { Vector3(x, side * 0.9 + $0.x, 0.66 + $0.y) } }),
          side > 0 ? steel : trim)
      }
    }
    if let guards {
      for side in [1.0, -1.0] {
        for z in [0.5, 0.74] {
          add(
            .box(
              from: Vector3(guards.from, side * 1.21, z), to: Vector3(guards.to, side * 1.18, z + 0.1),
              bevel: 0.008),
            steel)
        }
        for k in 0...3 {
          let x = guards.from + 0.1 + (guards.to - guards.from - 0.2) * Double(k) / 3
          add(
            .box(
              from: Vector3(x - 0.03, side * 1.18, 0.5), to: Vector3(x + 0.03, side * 1.15, top), bevel: 0.004
            ), shadow)
        }
      }
    }
    addRear(to: &asset, node: node, offset: offset)
  }

  private func addRear(to asset: inout AssetBuilder, node: Int, offset: Double) {
    let shadow = asset.material(VehicleMaterials.shadow)
    let steel = asset.material(VehicleMaterials.steel)
    func put(_ shape: MeshBuilder, _ material: Int, _ part: String?) {
      asset.add(shape.translated(-offset, 0, 0), material: material, part: part, node: node)
    }
    put(.box(from: Vector3(rear, -1.2, 0.48), to: Vector3(rear + 0.1, 1.2, 0.6), bevel: 0.012), steel, nil)
    put(
      .box(from: Vector3(rear + 0.02, -1.24, 0.72), to: Vector3(rear + 0.12, 1.24, 0.92), bevel: 0.01),
      shadow, nil)
    for side in [1.0, -1.0] {
      put(
        .box(
          from: Vector3(rear + 0.03, side * 0.6 - 0.05, 0.52),
          to: Vector3(rear + 0.13, side * 0.6 + 0.05, 0.95)), shadow, nil)
      let lamps: [(VehicleLamp, Double, Double)] = [
        (side > 0 ? .indicatorLeft : .indicatorRight, 0.82, 0.97), (.brake, 0.66, 0.8), (.tail, 0.5, 0.64),
        (.reverse, 0.42, 0.48),
      ]
      for (lamp, a, b) in lamps {
        let (y0, y1) = (side * a * 1.24, side * b * 1.24)
        put(
          .box(
            from: Vector3(rear + 0.005, min(y0, y1), 0.76), to: Vector3(rear + 0.05, max(y0, y1), 0.88),
            bevel: 0.01),
          asset.lamp(lamp), "taillight")
      }
      // Flaps behind the last wheels.
      if let last = axles.last {
        put(
          .box(
            size: Vector3(0.015, 0.56, 0.42), center: Vector3(last - wheelRadius - 0.2, side * 0.95, 0.44),
            bevel: 0.004),
          asset.material(VehicleMaterials.trim), nil)
      }
    }
    NumberPlate(variant: variant, scheme: scheme).add(
      to: &asset, at: Vector3(rear - 0.002 - offset, 0, 0.82), isFront: false, node: node)
  }

  /// Twin wheels (or singles) on every axle.
  func addWheels(to asset: inout AssetBuilder, names: (Int) -> [String], node: Int = 0, offset: Double = 0) {
    let wheel = VehicleWheel(
      radius: wheelRadius, width: hasTwins ? 0.28 : 0.385, rimShare: 0.56, design: .deepDish)
    for (i, x) in axles.enumerated() {
      wheel.addPair(
        to: &asset, names: names(i), x: x - offset, halfTrack: hasTwins ? 1.06 : 1.02,
        twin: hasTwins ? 0.31 : nil,
        parent: node)
    }
  }
}
