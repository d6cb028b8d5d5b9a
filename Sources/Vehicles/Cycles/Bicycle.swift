package import Assets
import VectorMath
package import WorldModel

/// A city bicycle with mudguards and lamps, without its rider: `Cyclist` sits on it when both have one track. It may
/// have a motor, or carry a box.
///
/// Nodes `steering` (fork, handlebar, front mudguard and lamp), `wheel_front` on it, `wheel_rear`, `crank`,
/// `pedal_left` and `pedal_right` move by `Pedalling`.
package struct Bicycle: ParametricAsset {
  package enum Kind: String, Sendable, CaseIterable {
    case city
    /// A motor in the hub and a battery on the frame.
    case electric
    /// A box for deliveries on the carrier and a basket before the handlebar.
    case cargo
  }

  package static let assetName = "bicycle"
  package var kind: Kind
  package var geometry: BicycleGeometry
  package var colour: Colour

  package init() { self.init(colour: Colour(0x27506b)) }
  package init(colour: Colour, geometry: BicycleGeometry = BicycleGeometry(), kind: Kind = .city) {
    self.kind = kind
    self.colour = colour
    self.geometry = geometry
  }

  package func makeAsset() -> Asset {
    let g = geometry
    var asset = AssetBuilder(
      name: kind == .city ? "bicycle" : "bicycle_\(kind.rawValue)", nativeClass: "bicycle", mainPart: "frame")
    let paint = asset.material(VehicleMaterials.paint(colour))
    let steel = asset.material(VehicleMaterials.steel)
    let black = asset.material(VehicleMaterials.trim)
    func tube(_ a: Vector3, _ b: Vector3, _ r: Double, _ m: Int) {
      asset.add(.cylinder(from: a, to: b, radius: r, sides: 10), material: m)
    }
    let seatTop = g.saddle - Vector3(0, 0, 0.09)
    let seatCluster = g.bottomBracket + (seatTop - g.bottomBracket) * 0.82
    tube(g.bottomBracket, seatCluster, 0.016, paint)
    tube(seatCluster - (seatTop - g.bottomBracket) * 0.05, g.saddle - Vector3(0, 0, 0.05), 0.0135, steel)
    tube(g.headTop - Vector3(0, 0, 0.03), seatCluster - Vector3(0, 0, 0.02), 0.015, paint)
    tube(g.headBottom, g.bottomBracket, 0.018, paint)
    tube(g.headTop, g.headBottom, 0.02, paint)
    for side in [1.0, -1.0] {
      let y = Vector3(0, side, 0)
      tube(g.bottomBracket + y * 0.02, g.rearAxle + y * 0.06, 0.009, paint)
      tube(seatCluster + y * 0.015, g.rearAxle + y * 0.06, 0.008, paint)
    }
    let saddle = MeshBuilder.loft(
      [
        (-0.13, 0.07, 0.03), (-0.12, 0.085, 0.045), (-0.04, 0.075, 0.045), (0.05, 0.032, 0.035),
        (0.13, 0.02, 0.03), (0.145, 0.012, 0.015),
      ].map { x, w, d in
        superellipse(w, d, exponent: 2.5, count: 14).map {
          g.saddle + Vector3(x, $0.x, $0.y - 0.04 - 0.2 * x * x)
        }
      })
    asset.add(saddle, material: black, part: "saddle", crease: 1.0)
    asset.add(mudguard(g.rearAxle, from: 0.35, to: 2.9), material: black)
    let red = asset.lamp(.tail)
    asset.add(
      .box(size: Vector3(0.03, 0.07, 0.045), center: g.rearAxle + Vector3(-0.32, 0, 0.2), bevel: 0.008),
      material: red, part: "taillight")
    let steering = addSteering(to: &asset, paint: paint, steel: steel, black: black)
    addWheels(to: &asset, steering: steering)
    addDrive(to: &asset, steel: steel, black: black)
    addLoad(to: &asset, steering: steering, steel: steel, black: black)
    return asset.asset()
  }

  /// What an electric or a cargo bicycle has beside.
  private func addLoad(to asset: inout AssetBuilder, steering: Int, steel: Int, black: Int) {
    let g = geometry
    switch kind {
    case .city: break
    case .electric:
      let (a, b) = (g.headBottom, g.bottomBracket)
      asset.add(
        .capsule(
          from: a + (b - a) * 0.3 + Vector3(0, 0, 0.03), to: a + (b - a) * 0.78 + Vector3(0, 0, 0.03),
          radius: 0.042, sides: 12),
        material: black, part: "battery")
    case .cargo:
      let r = g.rearAxle
      let carrier = r.z + g.wheelRadius + 0.07
      for y in [0.07, -0.07] {
        asset.add(
          .tube(
            [
              r + Vector3(0.02, y, 0), Vector3(r.x - 0.16, y * 1.3, carrier),
              Vector3(r.x + 0.2, y * 1.3, carrier),
            ], radius: 0.006, sides: 6),
          material: steel)
      }
      let cloth = asset.material(VehicleMaterials.livery("box", Colour(0x2f8f7a)))
      asset.add(
        .box(size: Vector3(0.46, 0.44, 0.42), center: Vector3(r.x - 0.06, 0, carrier + 0.22), bevel: 0.025),
        material: cloth, part: "box")
      let origin = g.headBottom
      let front = g.headTop + Vector3(0.24, 0, 0.02) - origin
      asset.add(
        .slab(
          columns: 4, rows: 3,
          front: { front + Vector3(-0.15 + 0.3 * $0, -0.19 + 0.38 * $1, -0.1) },
          back: { front + Vector3(-0.15 + 0.3 * $0, -0.19 + 0.38 * $1, -0.112) }), material: steel,
        part: "basket",
        node: steering)
      for (x0, y0, x1, y1) in [
        (-0.15, -0.19, 0.15, -0.19), (0.15, -0.19, 0.15, 0.19), (0.15, 0.19, -0.15, 0.19),
        (-0.15, 0.19, -0.15, -0.19),
      ] {
        for k in 0..<4 {
          let z = -0.1 + 0.062 * Double(k)
          asset.add(
            .cylinder(
              from: front + Vector3(x0, y0, z), to: front + Vector3(x1, y1, z), radius: 0.004, sides: 5),
            material: steel, part: "basket", node: steering)
        }
        for k in 0..<6 {
          let t = Double(k) / 6
          let p = front + Vector3(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, 0)
          asset.add(
            .cylinder(from: p + Vector3(0, 0, -0.1), to: p + Vector3(0, 0, 0.086), radius: 0.003, sides: 5),
            material: steel,
            part: "basket", node: steering)
        }
      }
    }
  }

  private func mudguard(_ axle: Vector3, from: Double, to: Double) -> MeshBuilder {
    let path = (0...12).map { k -> Vector3 in
      let (s, c) = DeterministicMath.sincos(from + (to - from) * Double(k) / 12)
      return axle + Vector3(c, 0, s) * (geometry.wheelRadius + 0.022)
    }
    return .bar(
      path,
      section: [
        Vector2(-0.03, -0.004), Vector2(0.03, -0.004), Vector2(0.02, 0.008), Vector2(-0.02, 0.008),
      ], up: Vector3(0, 0, 1))
  }

  /// All that turns with the fork but the wheel; the node's origin lies on the axis.
  private func addSteering(to asset: inout AssetBuilder, paint: Int, steel: Int, black: Int) -> Int {
    let g = geometry
    let origin = g.headBottom
    let node = asset.node("steering", rest: NodePose(translation: origin))
    func add(_ shape: MeshBuilder, _ material: Int, part: String? = nil) {
      asset.add(
        shape.translated(-origin.x, -origin.y, -origin.z), material: material, part: part, node: node)
    }
    for side in [1.0, -1.0] {
      // The fork bends forward to the axle.
      let crown = g.headBottom + Vector3(0.012, side * 0.045, -0.03)
      let tip = g.frontAxle + Vector3(0, side * 0.05, 0)
      add(
        .tube(
          [crown, crown + (tip - crown) * 0.6 - Vector3(0.02, 0, 0), tip], radii: [0.012, 0.011, 0.008],
          sides: 8), paint)
      let grip = g.grip(side)
      add(
        .tube(
          [
            g.headTop + Vector3(0.02, 0, 0.09), g.headTop + Vector3(0.06, side * 0.1, 0.16),
            grip + Vector3(0.1, -side * 0.06, 0.01), grip + Vector3(-0.02, 0, 0),
          ], radius: 0.012, sides: 8), steel)
      add(
        .capsule(
          from: grip + Vector3(0.045, -side * 0.015, 0.003), to: grip + Vector3(-0.06, side * 0.012, -0.004),
          radius: 0.018, sides: 10), black, part: "handlebar")
      add(
        .tube(
          [grip + Vector3(0.06, -side * 0.03, -0.01), grip + Vector3(0.02, side * 0.005, -0.045)],
          radius: 0.006, sides: 6), black, part: "handlebar")
    }
    add(
      .cylinder(
        from: g.headBottom + Vector3(0.012, -0.055, -0.03), to: g.headBottom + Vector3(0.012, 0.055, -0.03),
        radius: 0.016, sides: 10), paint)
    add(
      .cylinder(
        from: g.headTop - Vector3(0, 0, 0.02), to: g.headTop + Vector3(0.02, 0, 0.1), radius: 0.014, sides: 10
      ),
      steel)
    add(mudguard(g.frontAxle, from: 0.9, to: 3.0), black)
    let lamp = asset.lamp(.head)
    add(
      .cylinder(
        from: g.headTop + Vector3(0.05, 0, 0.0), to: g.headTop + Vector3(0.12, 0, -0.005), radius: 0.028,
        sides: 14), lamp, part: "headlight")
    return node
  }

  private func addWheels(to asset: inout AssetBuilder, steering: Int) {
    let rubber = asset.material(Material(name: "tyre", baseColor: Colour(0x1d1d1e).linear, roughness: 0.9))
    let alloy = asset.material(VehicleMaterials.alloy)
    let steel = asset.material(VehicleMaterials.steel)
    let turn = Quaternion(axis: Vector3(1, 0, 0), angle: -Double.pi / 2)
    let front = asset.node(
      "wheel_front", parent: steering,
      rest: NodePose(translation: geometry.frontAxle - geometry.headBottom))
    let rear = asset.node("wheel_rear", rest: NodePose(translation: geometry.rearAxle))
    for node in [front, rear] {
      let r = geometry.wheelRadius
      asset.add(
        MeshBuilder.torus(radius: r - geometry.tyreRadius, tube: geometry.tyreRadius, sides: 36, rings: 8)
          .rotated(turn),
        material: rubber, part: "tyre", node: node)
      let rim = [
        Vector2(r - 0.052, -0.011), Vector2(r - 0.03, -0.013), Vector2(r - 0.03, 0.013),
        Vector2(r - 0.052, 0.011),
      ]
      asset.add(
        MeshBuilder.lathe(rim, sides: 36, isClosed: true).rotated(turn), material: alloy, part: "wheel",
        node: node)
      asset.add(
        .cylinder(from: Vector3(0, -0.05, 0), to: Vector3(0, 0.05, 0), radius: 0.022, sides: 12),
        material: steel, part: "wheel", node: node)
      for k in 0..<18 {
        let a = 2 * Double.pi * Double(k) / 18
        let lean = (k % 4 < 2 ? 0.35 : -0.35)
        let (s, c) = DeterministicMath.sincos(a)
        let (s2, c2) = DeterministicMath.sincos(a + lean)
        let y = k % 2 == 0 ? 0.035 : -0.035
        asset.add(
          .cylinder(
            from: Vector3(0.02 * c2, y, 0.02 * s2), to: Vector3((r - 0.045) * c, 0, (r - 0.045) * s),
            radius: 0.0018, sides: 4), material: steel, part: "wheel", node: node)
      }
    }
  }

  private func addDrive(to asset: inout AssetBuilder, steel: Int, black: Int) {
    let g = geometry
    let crank = asset.node("crank", rest: NodePose(translation: g.bottomBracket))
    let turn = Quaternion(axis: Vector3(1, 0, 0), angle: -Double.pi / 2)
    asset.add(
      MeshBuilder.lathe(
        [Vector2(0.07, -0.002), Vector2(0.095, -0.002), Vector2(0.095, 0.002), Vector2(0.07, 0.002)],
        sides: 28, isClosed: true
      ).rotated(turn).translated(0, -0.05, 0), material: steel, part: "crank", node: crank)
    for k in 0..<5 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 5)
      asset.add(
        .cylinder(
          from: Vector3(0, -0.05, 0), to: Vector3(0.075 * c, -0.05, 0.075 * s), radius: 0.006, sides: 6),
        material: steel, part: "crank", node: crank)
    }
    asset.add(
      .cylinder(from: Vector3(0, -0.075, 0), to: Vector3(0, 0.075, 0), radius: 0.016, sides: 12),
      material: steel, part: "crank", node: crank)
    for side in [1.0, -1.0] {
      let tip = g.pedal(side, angle: 0) - g.bottomBracket
      asset.add(
        .capsule(
          from: Vector3(0, side * 0.072, 0), to: Vector3(tip.x, side * 0.08, tip.z), radius: 0.011, sides: 8),
        material: steel, part: "crank", node: crank)
      let pedal = asset.node(
        side > 0 ? "pedal_left" : "pedal_right", parent: crank,
        rest: NodePose(translation: Vector3(tip.x, 0, tip.z)))
      asset.add(
        .box(size: Vector3(0.09, 0.085, 0.022), center: Vector3(0, side * g.pedalY, 0), bevel: 0.006),
        material: black, part: "pedal", node: pedal)
    }
    // The chain's two runs.
    let y = -0.05
    let back = g.rearAxle + Vector3(0, y, 0)
    let front = g.bottomBracket + Vector3(0, y, 0)
    for s in [1.0, -1.0] {
      asset.add(
        .cylinder(
          from: front + Vector3(0, 0, s * 0.093), to: back + Vector3(0, 0, s * 0.042), radius: 0.005, sides: 5
        ), material: black)
    }
    asset.add(
      MeshBuilder.lathe(
        [Vector2(0, -0.006), Vector2(0.042, -0.006), Vector2(0.042, 0.006), Vector2(0, 0.006)], sides: 18
      ).rotated(turn).translated(back.x, back.y, back.z), material: steel)
  }
}
