import VectorMath
package import WorldModel

/// A rigid lorry: a cab over the engine, a frame, a box body.
package struct Lorry: ParametricAsset {
  package static let assetName = "truck"
  package var cabColour: Colour
  package var boxColour: Colour
  package var length: Double
  package var height: Double
  package var variant: UInt64

  package init() { self.init(cabColour: Colour(0x2d5b8c)) }

  package init(
    cabColour: Colour, boxColour: Colour = Colour(0xe3e3de), length: Double = 8.4, height: Double = 3.5,
    variant: UInt64 = 2
  ) {
    self.cabColour = cabColour
    self.boxColour = boxColour
    self.length = length
    self.height = height
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "truck", nativeClass: "truck")
    let paint = asset.material(VehicleMaterials.paint(cabColour))
    let panel = asset.material(Material(name: "box", baseColor: boxColour.linear, roughness: 0.5))
    let glass = asset.material(VehicleMaterials.glass)
    let trim = asset.material(VehicleMaterials.trim)
    let shadow = asset.material(VehicleMaterials.shadow)
    let steel = asset.material(VehicleMaterials.steel)
    let (f, r) = (length / 2, -length / 2)
    let radius = 0.49
    let axles = [f - 1.38, r + 2.0]
    let cabTop = 2.75
    let cab = Coachwork(
      outline: filletedOutline(
        [
          (Vector2(f - 2.15, 0.62), 0.03), (Vector2(f - 0.08, 0.36), 0.12), (Vector2(f, 0.62), 0.1),
          (Vector2(f, 1.35), 0.25),
          (Vector2(f - 0.3, cabTop - 0.12), 0.3), (Vector2(f - 0.75, cabTop), 0.3),
          (Vector2(f - 2.0, cabTop), 0.1), (Vector2(f - 2.15, 1.5), 0.1),
        ], arches: [(axles[0], radius, 0.6)]),
      width: 2.4, bevel: 0.07, lean: (1.4, cabTop, 0.06), bow: 0.16, bowStart: f - 0.9)
    asset.add(cab.solid, material: paint, crease: 0.6)
    let fit = CoachFittings(coach: cab, variant: variant)
    fit.addCore(to: &asset, from: f - 2.1, to: f - 0.5, bottom: 0.6, top: 1.2, inset: 0.35)
    asset.add(
      cab.endPlate(
        isFront: true, y: (-1.06, 1.06), z: (1.5, 2.36), topY: (-0.98, 0.98), proud: 0.014, rows: 10),
      material: glass, part: "window")
    let side = cab.sidePlate([
      Vector2(f - 1.35, 1.55), Vector2(f - 0.36, 1.55), Vector2(f - 0.5, 2.38), Vector2(f - 1.35, 2.42),
    ])
    asset.add(side, material: glass, part: "window")
    asset.add(side.mirrored, material: glass, part: "window")
    asset.add(cab.endPlate(isFront: true, y: (-0.8, 0.8), z: (0.98, 1.3), rows: 2), material: trim)
    for z in [1.08, 1.2] {
      asset.add(
        cab.endPlate(isFront: true, y: (-0.75, 0.75), z: (z - 0.012, z + 0.012), proud: 0.02, rows: 1),
        material: steel)
    }
    asset.add(cab.endPlate(isFront: true, y: (-1.15, 1.15), z: (0.4, 0.62), rows: 2), material: trim)
    asset.add(
      .box(
        size: Vector3(0.2, 2.0, 0.06), center: Vector3(cab.end(2.5, isFront: true) - 0.01, 0, 2.5),
        bevel: 0.02), material: trim)
    fit.addFront(to: &asset, lampZ: 0.76, lampSize: Vector2(0.32, 0.18), plateZ: 0.5)
    fit.addMirrors(
      to: &asset, at: Vector3(f - 0.42, cab.halfWidth(2.1), 2.15), reach: 0.2, size: Vector2(0.2, 0.5))
    var doors = MeshBuilder()
    for x in [f - 0.33, f - 1.42] {
      doors.append(
        cab.sidePlate(
          [
            Vector2(x - 0.004, 1.1), Vector2(x + 0.004, 1.1), Vector2(x + 0.004, 1.52),
            Vector2(x - 0.004, 1.52),
          ], proud: 0.004))
    }
    doors.append(
      .box(size: Vector3(0.16, 0.05, 0.04), center: Vector3(f - 1.3, cab.halfWidth(1.35), 1.35), bevel: 0.01))
    for z in [0.52, 0.78] {
      doors.append(.box(size: Vector3(0.4, 0.18, 0.03), center: Vector3(f - 0.52, 1.12, z)))
    }
    asset.add(doors, material: shadow)
    asset.add(doors.mirrored, material: shadow)
    // The frame, tank and guards.
    for y in [0.42, -0.42] {
      asset.add(
        .box(from: Vector3(r + 0.15, y - 0.05, 0.72), to: Vector3(f - 1.2, y + 0.05, 0.98)), material: shadow)
    }
    let tank = roundedRectangle(0.52, 0.5, radius: 0.12).map { Vector2($0.x, $0.y) }
    asset.add(
      .loft([f - 3.5, f - 2.5].map { x in tank.map { Vector3(x, 0.88 + $0.x, 0.66 + $0.y) } }),
      material: steel)
    asset.add(
      .box(from: Vector3(f - 3.4, -1.12, 0.45), to: Vector3(f - 2.6, -0.62, 0.92), bevel: 0.03),
      material: shadow)
    for x in axles {
      asset.add(
        .cylinder(from: Vector3(x, -0.9, radius), to: Vector3(x, 0.9, radius), radius: 0.09, sides: 10),
        material: shadow)
    }
    for side in [1.0, -1.0] {
      for z in [0.5, 0.75] {
        asset.add(
          .box(
            from: Vector3(axles[1] + 0.75, side * 1.2, z), to: Vector3(f - 3.55, side * 1.16, z + 0.1),
            bevel: 0.008), material: steel)
      }
      let guardPath = (0...8).map { k -> Vector3 in
        let (s, c) = DeterministicMath.sincos(0.15 + 2.84 * Double(k) / 8)
        return Vector3(axles[1] + 0.6 * c, side * 0.92, radius + 0.58 * s)
      }
      asset.add(
        .bar(
          guardPath,
          section: [
            Vector2(-0.28, -0.012), Vector2(0.28, -0.012), Vector2(0.28, 0.012), Vector2(-0.28, 0.012),
          ], up: Vector3(0, 0, 1)),
        material: trim)
    }
    addBox(to: &asset, panel: panel, steel: steel, shadow: shadow, front: f - 2.3, rear: r)
    asset.add(
      .box(from: Vector3(r + 0.02, -1.15, 0.5), to: Vector3(r + 0.12, 1.15, 0.62), bevel: 0.01),
      material: steel)
    for y in [0.6, -0.6] {
      asset.add(
        .box(from: Vector3(r + 0.04, y - 0.04, 0.55), to: Vector3(r + 0.12, y + 0.04, 1.0)), material: shadow)
    }
    let tail = Coachwork(
      outline: [
        Vector2(r + 0.12, 0.74), Vector2(r + 0.4, 0.74), Vector2(r + 0.4, 0.98), Vector2(r + 0.12, 0.98),
      ], width: 2.44)
    asset.add(.box(from: Vector3(r + 0.12, -1.22, 0.74), to: Vector3(r + 0.4, 1.22, 0.98)), material: shadow)
    CoachFittings(coach: tail, variant: variant).addRear(
      to: &asset, lampZ: 0.87, lampSize: Vector2(0.4, 0.14), plateZ: 0.86)
    let wheel = VehicleWheel(radius: radius, width: 0.3, rimShare: 0.58, isDished: true)
    wheel.addAll(to: &asset, axles: [axles[0]], halfTrack: 1.03)
    let twin = VehicleWheel(radius: radius, width: 0.58, rimShare: 0.58, isDished: true)
    for (k, name) in ["wheel_rear_left", "wheel_rear_right"].enumerated() {
      let node = asset.node(
        name, rest: NodePose(translation: Vector3(axles[1], k == 0 ? 0.92 : -0.92, radius)))
      twin.add(to: &asset, node: node, isLeft: k == 0)
    }
    return asset.asset()
  }

  private func addBox(
    to asset: inout AssetBuilder, panel: Int, steel: Int, shadow: Int, front: Double, rear: Double
  ) {
    let w = 1.25
    let floor = 1.06
    asset.add(
      .box(from: Vector3(rear + 0.02, -w, floor), to: Vector3(front, w, height), bevel: 0.03),
      material: panel, part: "box")
    // Edge rails, rear doors with their bars.
    for (y, z) in [(w, floor), (-w, floor), (w, height), (-w, height)] {
      asset.add(
        .box(
          size: Vector3(front - rear - 0.04, 0.07, 0.09),
          center: Vector3((front + rear) / 2, y * 0.985, z + (z > 2 ? -0.035 : 0.035)), bevel: 0.012),
        material: steel, part: "box")
    }
    for x in [rear + 0.045, front - 0.025] {
      for y in [w, -w] {
        asset.add(
          .box(
            size: Vector3(0.08, 0.08, height - floor), center: Vector3(x, y * 0.982, (height + floor) / 2),
            bevel: 0.012), material: steel, part: "box")
      }
    }
    let x = rear + 0.012
    asset.add(
      .box(size: Vector3(0.02, 0.012, height - floor - 0.2), center: Vector3(x, 0, (height + floor) / 2)),
      material: shadow, part: "box")
    for y in [-0.8, -0.3, 0.3, 0.8] {
      asset.add(
        .cylinder(
          from: Vector3(x - 0.012, y, floor + 0.06), to: Vector3(x - 0.012, y, height - 0.08), radius: 0.016,
          sides: 8), material: steel, part: "box")
      asset.add(
        .box(
          size: Vector3(0.03, 0.2, 0.04),
          center: Vector3(x - 0.012, y + (y > 0 ? -0.08 : 0.08), floor + 0.75), bevel: 0.008),
        material: steel, part: "box")
    }
  }
}
