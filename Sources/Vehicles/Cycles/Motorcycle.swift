package import Assets
import VectorMath
package import WorldModel

/// A motorcycle or a motor scooter, without its rider: a `Cyclist` of its geometry sits on it when both have one
/// track. Its cranks have no length: `Pedalling` keeps the feet on the pegs, turns the wheels and steers.
///
/// Nodes `steering`, `wheel_front` on it, `wheel_rear`.
package struct Motorcycle: ParametricAsset {
  package enum Kind: String, Sendable, CaseIterable {
    case roadster
    /// Step-through, electric or not, with a floor for the feet.
    case scooter
  }

  package static let assetName = "motorcycle"
  package var kind: Kind
  package var colour: Colour
  package var variant: UInt64
  /// A box for deliveries behind the seat.
  package var hasBox: Bool

  package init() { self.init(kind: .roadster) }

  package init(kind: Kind, colour: Colour = Colour(0x8a1f24), hasBox: Bool = false, variant: UInt64 = 1) {
    self.kind = kind
    self.colour = colour
    self.hasBox = hasBox
    self.variant = variant
  }

  /// Where the rider's hips, hands and feet go.
  package var geometry: BicycleGeometry {
    var g = BicycleGeometry()
    switch kind {
    case .roadster: (g.wheelRadius, g.tyreRadius, g.wheelbase) = (0.31, 0.06, 1.43)
    case .scooter: (g.wheelRadius, g.tyreRadius, g.wheelbase) = (0.245, 0.05, 1.28)
    }
    g.crankLength = 0
    g.pedalY = kind == .roadster ? 0.23 : 0.14
    g.gripY = 0.34
    g.saddleHeight = kind == .roadster ? 0.8 : 0.77
    return g
  }

  package func makeAsset() -> Asset {
    let g = geometry
    var asset = AssetBuilder(
      name: kind == .roadster ? "motorcycle" : "scooter", nativeClass: "motorcycle")
    let paint = asset.material(VehicleMaterials.paint(colour))
    let steel = asset.material(VehicleMaterials.steel)
    let black = asset.material(VehicleMaterials.trim)
    let seat = asset.material(VehicleMaterials.seat)
    switch kind {
    case .roadster: addRoadster(to: &asset, g, paint: paint, steel: steel, black: black, seat: seat)
    case .scooter: addScooter(to: &asset, g, paint: paint, steel: steel, black: black, seat: seat)
    }
    addTail(to: &asset, g)
    if hasBox {
      let z = g.saddleHeight + 0.3
      asset.add(
        .box(size: Vector3(0.44, 0.46, 0.44), center: Vector3(g.rearAxle.x - 0.12, 0, z), bevel: 0.03),
        material: asset.material(VehicleMaterials.livery("box", Colour(0xe8b422))), part: "box")
      asset.add(
        .box(size: Vector3(0.4, 0.2, 0.04), center: Vector3(g.rearAxle.x - 0.06, 0, z - 0.235), bevel: 0.01),
        material: black)
    }
    addSteering(to: &asset, g, paint: paint, steel: steel, black: black)
    return asset.asset()
  }

  /// A body whose cross-sections are rounded rectangles: (x, half width, lower and upper edge).
  private func body(_ sections: [(x: Double, w: Double, low: Double, high: Double)], exponent: Double = 3)
    -> MeshBuilder
  {
    .loft(
      sections.map { s in
        superellipse(s.w, (s.high - s.low) / 2, exponent: exponent, count: 18).map {
          Vector3(s.x, $0.x, (s.low + s.high) / 2 + $0.y)
        }
      })
  }

  private func addRoadster(
    to asset: inout AssetBuilder, _ g: BicycleGeometry, paint: Int, steel: Int, black: Int, seat: Int
  ) {
    let head = g.headBottom
    // Frame, engine with its fins, exhaust, swing arm.
    for side in [1.0, -1.0] {
      asset.add(
        .tube(
          [
            head + Vector3(-0.02, side * 0.03, 0.05), Vector3(0.1, side * 0.14, 0.66),
            Vector3(-0.3, side * 0.13, 0.55), Vector3(-0.34, side * 0.12, 0.36),
          ], radius: 0.024, sides: 8),
        material: black, part: "frame")
      asset.add(
        .tube(
          [Vector3(-0.3, side * 0.12, 0.4), g.rearAxle + Vector3(0, side * 0.11, 0)], radius: 0.026, sides: 8),
        material: steel, part: "frame")
      asset.add(
        .tube(
          [
            Vector3(-0.36, side * 0.11, 0.72), Vector3(-0.52, side * 0.13, 0.5),
            g.rearAxle + Vector3(0.06, side * 0.12, 0.02),
          ], radius: 0.022, sides: 8),
        material: steel)
      asset.add(
        .capsule(
          from: Vector3(g.bottomBracket.x, side * 0.1, g.bottomBracket.z),
          to: Vector3(g.bottomBracket.x, side * 0.28, g.bottomBracket.z), radius: 0.014, sides: 8),
        material: black)
      asset.add(
        .tube(
          [Vector3(g.bottomBracket.x, side * 0.12, g.bottomBracket.z), Vector3(-0.33, side * 0.125, 0.45)],
          radius: 0.016, sides: 8),
        material: black, part: "frame")
    }
    asset.add(
      body([
        (0.26, 0.13, 0.3, 0.5), (0.18, 0.17, 0.26, 0.58), (-0.06, 0.18, 0.25, 0.58), (-0.26, 0.15, 0.27, 0.5),
        (-0.3, 0.1, 0.3, 0.45),
      ]),
      material: asset.material(VehicleMaterials.disc), part: "engine", crease: 1)
    for k in 0..<6 {
      let z = 0.52 + 0.026 * Double(k)
      asset.add(
        .box(size: Vector3(0.3, 0.32, 0.012), center: Vector3(0.03, 0, z), bevel: 0.004), material: steel,
        part: "engine")
    }
    asset.add(
      .tube(
        [
          Vector3(0.22, -0.1, 0.5), Vector3(0.27, -0.12, 0.32), Vector3(0.1, -0.16, 0.22),
          Vector3(-0.3, -0.19, 0.24),
        ], radius: 0.024, sides: 10),
      material: steel, part: "exhaust")
    asset.add(
      .tube(
        [
          Vector3(-0.3, -0.19, 0.24), Vector3(-0.4, -0.2, 0.27), Vector3(-0.78, -0.21, 0.38),
          Vector3(-0.8, -0.21, 0.385),
        ], radii: [0.024, 0.05, 0.055, 0.04], sides: 14),
      material: asset.material(VehicleMaterials.chrome), part: "exhaust")
    // Tank, seat, tail.
    asset.add(
      body(
        [
          (0.33, 0.06, 0.76, 0.86), (0.27, 0.12, 0.7, 0.93), (0.12, 0.16, 0.66, 0.98),
          (-0.06, 0.145, 0.66, 0.94), (-0.19, 0.1, 0.68, 0.84),
        ], exponent: 2.4),
      material: paint, part: "tank", crease: 1)
    asset.add(
      body([
        (-0.14, 0.1, 0.7, 0.79), (-0.28, 0.14, 0.71, 0.79), (-0.46, 0.15, 0.71, 0.8),
        (-0.56, 0.14, 0.72, 0.84), (-0.8, 0.11, 0.76, 0.87), (-0.86, 0.06, 0.79, 0.86),
      ]),
      material: seat, part: "saddle", crease: 1)
    asset.add(
      body([
        (-0.3, 0.12, 0.6, 0.72), (-0.6, 0.11, 0.64, 0.75), (-0.88, 0.08, 0.72, 0.8),
        (-0.92, 0.06, 0.74, 0.79),
      ]), material: paint,
      crease: 1)
  }

  private func addScooter(
    to asset: inout AssetBuilder, _ g: BicycleGeometry, paint: Int, steel: Int, black: Int, seat: Int
  ) {
    // Floor, leg shield, body under the seat.
    asset.add(
      body([
        (0.52, 0.13, 0.22, 0.34), (0.42, 0.16, 0.2, 0.29), (0.1, 0.19, 0.19, 0.27), (-0.2, 0.18, 0.19, 0.28),
        (-0.3, 0.15, 0.2, 0.3),
      ]), material: black,
      part: "frame", crease: 1)
    let f = g.headBottom
    let shield: [(Double, Double, Double)] = [
      (0.24, 0.2, 0.13), (0.45, 0.22, 0.15), (0.7, 0.2, 0.11), (0.84, 0.12, 0.05),
    ]
    asset.add(
      .loft(
        shield.map { z, w, d in
          superellipse(d * 0.42, w, exponent: 2.6, count: 18).map {
            Vector3(f.x + 0.03 - 0.12 * (z - 0.5) + $0.x, $0.y, z)
          }
        }), material: paint, crease: 1)
    asset.add(
      body([
        (-0.16, 0.12, 0.24, 0.68), (-0.22, 0.15, 0.26, 0.7), (-0.45, 0.17, 0.36, 0.72),
        (-0.75, 0.15, 0.5, 0.74), (-0.88, 0.08, 0.6, 0.74),
      ]), material: paint, crease: 1)
    asset.add(
      body([
        (-0.12, 0.1, 0.69, 0.75), (-0.25, 0.14, 0.68, 0.77), (-0.5, 0.15, 0.69, 0.775),
        (-0.74, 0.14, 0.7, 0.8), (-0.84, 0.08, 0.72, 0.79),
      ]),
      material: seat, part: "saddle", crease: 1)
    for side in [1.0, -1.0] {
      asset.add(
        .tube(
          [Vector3(-0.3, side * 0.11, 0.3), g.rearAxle + Vector3(0, side * 0.1, 0)], radius: 0.025, sides: 8),
        material: black)
    }
    asset.add(
      .tube(
        [Vector3(-0.26, -0.15, 0.25), Vector3(-0.45, -0.17, 0.25), Vector3(-0.8, -0.17, 0.3)],
        radii: [0.03, 0.05, 0.04], sides: 12),
      material: black, part: "exhaust")
  }

  private func addTail(to asset: inout AssetBuilder, _ g: BicycleGeometry) {
    let x = g.rearAxle.x - (kind == .roadster ? 0.22 : 0.24)
    let z = kind == .roadster ? 0.77 : 0.66
    asset.add(
      .box(size: Vector3(0.03, 0.13, 0.03), center: Vector3(x, 0, z + 0.015), bevel: 0.008),
      material: asset.lamp(.tail), part: "taillight")
    asset.add(
      .box(size: Vector3(0.03, 0.13, 0.03), center: Vector3(x, 0, z - 0.018), bevel: 0.008),
      material: asset.lamp(.brake), part: "taillight")
    for side in [1.0, -1.0] {
      asset.add(
        .ellipsoid(
          center: Vector3(x + 0.03, side * 0.16, z - 0.03), radii: Vector3(0.03, 0.035, 0.022), sides: 10,
          rings: 6),
        material: asset.lamp(side > 0 ? .indicatorLeft : .indicatorRight), part: "taillight")
      asset.add(
        .cylinder(
          from: Vector3(x + 0.04, side * 0.05, z - 0.03), to: Vector3(x + 0.03, side * 0.15, z - 0.03),
          radius: 0.008, sides: 6),
        material: asset.material(VehicleMaterials.trim))
    }
    // Mudguard with the plate: small, upright.
    let guardPath = (0...8).map { k -> Vector3 in
      let (s, c) = DeterministicMath.sincos(1.2 + 1.75 * Double(k) / 8)
      return g.rearAxle + Vector3(c, 0, s) * (g.wheelRadius + 0.035)
    }
    asset.add(
      .bar(
        guardPath,
        section: [
          Vector2(-0.08, -0.006), Vector2(0.08, -0.006), Vector2(0.06, 0.012), Vector2(-0.06, 0.012),
        ], up: Vector3(0, 0, 1)),
      material: asset.material(VehicleMaterials.trim))
    NumberPlate(variant: variant, scheme: .motorcycle).add(
      to: &asset, at: Vector3(x - 0.026, 0, z - 0.15), isFront: false)
    asset.add(
      .box(size: Vector3(0.03, 0.05, 0.12), center: Vector3(x + 0.0, 0, z - 0.09)),
      material: asset.material(VehicleMaterials.trim))
  }

  /// Fork, handlebar, front mudguard, lamp, mirrors and the front wheel turn together.
  private func addSteering(
    to asset: inout AssetBuilder, _ g: BicycleGeometry, paint: Int, steel: Int, black: Int
  ) {
    let origin = g.headBottom
    let node = asset.node("steering", rest: NodePose(translation: origin))
    func add(_ shape: MeshBuilder, _ material: Int, part: String? = nil, crease: Double = 0.7) {
      asset.add(
        shape.translated(-origin.x, -origin.y, -origin.z), material: material, part: part, node: node,
        crease: crease)
    }
    let top = g.headTop + Vector3(0.0, 0, 0.1)
    for side in [1.0, -1.0] {
      let y = Vector3(0, side * 0.1, 0)
      add(
        .tube(
          [g.frontAxle + y, g.frontAxle + (g.headBottom - g.frontAxle) * 0.55 + y], radius: 0.03, sides: 10),
        black)
      add(
        .tube(
          [g.frontAxle + (g.headBottom - g.frontAxle) * 0.5 + y, top + y * 0.9], radius: 0.021, sides: 10),
        steel)
      let grip = g.grip(side)
      add(
        .tube(
          [
            top + Vector3(-0.01, side * 0.04, 0.03), Vector3(top.x - 0.01, side * 0.14, grip.z + 0.0),
            grip + Vector3(0.05, -side * 0.06, 0),
          ], radius: 0.012, sides: 8),
        black, part: "handlebar")
      add(
        .capsule(
          from: grip + Vector3(0.045, -side * 0.05, 0), to: grip + Vector3(0.0, side * 0.06, 0),
          radius: 0.018, sides: 10), black, part: "handlebar")
      let mirror = grip + Vector3(0.09, side * -0.02, 0.15)
      add(
        .tube([grip + Vector3(0.05, -side * 0.05, 0.01), mirror], radius: 0.006, sides: 6), black,
        part: "mirror")
      add(
        .ellipsoid(center: mirror, radii: Vector3(0.018, 0.065, 0.042), sides: 14, rings: 7), black,
        part: "mirror")
      add(
        .ellipsoid(
          center: mirror - Vector3(0.012, 0, 0), radii: Vector3(0.01, 0.056, 0.034), sides: 14, rings: 7),
        asset.material(VehicleMaterials.mirror), part: "mirror")
      add(
        .ellipsoid(
          center: top + Vector3(0.03, side * 0.17, -0.06), radii: Vector3(0.032, 0.034, 0.022), sides: 10,
          rings: 6),
        asset.lamp(side > 0 ? .indicatorLeft : .indicatorRight), part: "headlight")
      add(
        .cylinder(
          from: top + Vector3(0.02, side * 0.06, -0.06), to: top + Vector3(0.03, side * 0.16, -0.06),
          radius: 0.008, sides: 6), black)
    }
    for z in [top - Vector3(0, 0, 0.01), g.headBottom + Vector3(0.0, 0, 0.02)] {
      add(.box(size: Vector3(0.07, 0.24, 0.035), center: z, bevel: 0.012), black)
    }
    // Lamp: a bowl with its lens, daytime ring; on scooters set in the front panel.
    let lamp = top + Vector3(0.1, 0, kind == .roadster ? -0.08 : 0.0)
    add(
      .ellipsoid(center: lamp - Vector3(0.02, 0, 0), radii: Vector3(0.09, 0.1, 0.1), sides: 18, rings: 10),
      kind == .roadster ? black : paint)
    add(
      .ellipsoid(
        center: lamp + Vector3(0.035, 0, 0), radii: Vector3(0.045, 0.078, 0.078), sides: 18, rings: 10),
      asset.lamp(.head), part: "headlight")
    add(.box(size: Vector3(0.06, 0.16, 0.05), center: top + Vector3(0.03, 0, 0.05), bevel: 0.015), black)
    let guardPath = (0...9).map { k -> Vector3 in
      let (s, c) = DeterministicMath.sincos(0.5 + 1.9 * Double(k) / 9)
      return g.frontAxle + Vector3(c, 0, s) * (g.wheelRadius + 0.03)
    }
    add(
      .bar(
        guardPath,
        section: [
          Vector2(-0.075, -0.012), Vector2(0.075, -0.012), Vector2(0.05, 0.014), Vector2(-0.05, 0.014),
        ], up: Vector3(0, 0, 1)), paint)
    let front = asset.node("wheel_front", parent: node, rest: NodePose(translation: g.frontAxle - origin))
    let rear = asset.node("wheel_rear", rest: NodePose(translation: g.rearAxle))
    for wheel in [front, rear] { addWheel(to: &asset, g, node: wheel, isRear: wheel == rear) }
  }

  private func addWheel(to asset: inout AssetBuilder, _ g: BicycleGeometry, node: Int, isRear: Bool) {
    let turn = Quaternion(axis: Vector3(1, 0, 0), angle: -Double.pi / 2)
    let r = g.wheelRadius
    let half = g.tyreRadius * (isRear ? 1.2 : 1)
    let tyre = (0..<12).map { k -> Vector2 in
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 12)
      return Vector2(r - g.tyreRadius + g.tyreRadius * c, half * s)
    }
    asset.add(
      MeshBuilder.lathe(tyre, sides: 40, isClosed: true).rotated(turn),
      material: asset.material(Material(name: "tyre", baseColor: Colour(0x1b1b1c).linear, roughness: 0.9)),
      part: "tyre", node: node)
    let metal = asset.material(kind == .roadster ? VehicleMaterials.disc : VehicleMaterials.alloy)
    let rim = r - 1.75 * g.tyreRadius
    asset.add(
      MeshBuilder.lathe(
        [
          Vector2(rim - 0.02, -half * 0.6), Vector2(rim + 0.025, -half * 0.75),
          Vector2(rim + 0.025, half * 0.75), Vector2(rim - 0.02, half * 0.6),
        ],
        sides: 32, isClosed: true
      ).rotated(turn), material: metal, part: "wheel", node: node)
    for k in 0..<5 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 5)
      asset.add(
        .tube(
          [Vector3(0.02 * c, 0, 0.02 * s), Vector3(rim * 0.99 * c, 0, rim * 0.99 * s)], radii: [0.03, 0.02],
          sides: 8), material: metal, part: "wheel",
        node: node)
    }
    asset.add(
      .cylinder(from: Vector3(0, -0.1, 0), to: Vector3(0, 0.1, 0), radius: 0.03, sides: 14), material: metal,
      part: "wheel", node: node)
    let disc = [
      Vector2(0.06, -0.002), Vector2(rim * 0.72, -0.002), Vector2(rim * 0.72, 0.002), Vector2(0.06, 0.002),
    ]
    asset.add(
      MeshBuilder.lathe(disc, sides: 28, isClosed: true).rotated(turn).translated(0, 0.07, 0),
      material: asset.material(VehicleMaterials.steel),
      part: "wheel", node: node)
  }
}
