import VectorMath
package import WorldModel

/// A delivery van: short bonnet, high roof, sliding door and two rear doors.
package struct Van: ParametricAsset {
  package static let assetName = "van"
  package var colour: Colour
  package var length: Double
  package var height: Double
  package var variant: UInt64

  package init() { self.init(colour: Colour(0xe4e5e3)) }

  package init(colour: Colour, length: Double = 5.6, height: Double = 2.45, variant: UInt64 = 1) {
    self.colour = colour
    self.length = length
    self.height = height
    self.variant = variant
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "van", nativeClass: "van")
    let paint = asset.material(VehicleMaterials.paint(colour))
    let glass = asset.material(VehicleMaterials.glass)
    let trim = asset.material(VehicleMaterials.trim)
    let shadow = asset.material(VehicleMaterials.shadow)
    let (f, r, h) = (length / 2, -length / 2, height)
    let radius = 0.345
    let axles = [f - 0.98, r + 1.12]
    let outline = filletedOutline(
      [
        (Vector2(r + 0.03, 0.33), 0.04), (Vector2(f - 0.1, 0.3), 0.12), (Vector2(f, 0.5), 0.1),
        (Vector2(f - 0.03, 0.88), 0.12),
        (Vector2(f - 0.12, 1.06), 0.15), (Vector2(f - 0.72, 1.27), 0.06), (Vector2(f - 1.55, h - 0.22), 0.35),
        (Vector2(f - 2.3, h), 0.5), (Vector2(r + 0.12, h - 0.03), 0.16), (Vector2(r, 1.4), 0.6),
      ], arches: axles.reversed().map { ($0, radius, 0.42) })
    let coach = Coachwork(
      outline: outline, width: 2.02, bevel: 0.06, lean: (1.05, h, 0.11), bow: 0.26, bowStart: f - 1.6)
    asset.add(coach.solid, material: paint, crease: 0.6)
    let fit = CoachFittings(coach: coach, variant: variant)
    fit.addCore(to: &asset, from: r + 0.2, to: f - 0.35, bottom: 0.28, top: 0.9, inset: 0.3)
    // Windscreen, side windows, bonnet's grille.
    asset.add(
      coach.endPlate(isFront: true, y: (-0.82, 0.82), z: (1.33, h - 0.3), topY: (-0.7, 0.7), proud: 0.012),
      material: glass, part: "window")
    let side = coach.sidePlate([
      Vector2(f - 1.78, 1.26), Vector2(f - 0.98, 1.26), Vector2(f - 1.02, 1.36), Vector2(f - 1.4, h - 0.54),
      Vector2(f - 1.78, h - 0.5),
    ])
    asset.add(side, material: glass, part: "window")
    asset.add(side.mirrored, material: glass, part: "window")
    asset.add(coach.endPlate(isFront: true, y: (-0.5, 0.5), z: (0.68, 0.88), rows: 2), material: trim)
    asset.add(coach.endPlate(isFront: true, y: (-0.9, 0.9), z: (0.33, 0.52), rows: 2), material: trim)
    asset.add(coach.endPlate(isFront: false, y: (-0.92, 0.92), z: (0.34, 0.52), rows: 2), material: trim)
    for y in [(-0.78, -0.06), (0.06, 0.78)] {
      asset.add(
        coach.endPlate(isFront: false, y: y, z: (1.35, h - 0.45), rows: 4), material: glass, part: "window")
    }
    // Door gaps and the rail of the sliding door.
    let gap = 0.008
    func line(_ x: Double, _ z0: Double, _ z1: Double) -> MeshBuilder {
      coach.sidePlate(
        (0...5).map { Vector2(x - gap / 2, z0 + (z1 - z0) * Double($0) / 5) }.reversed()
          + (0...5).map { Vector2(x + gap / 2, z0 + (z1 - z0) * Double($0) / 5) }, proud: 0.003)
    }
    var lines = MeshBuilder()
    for x in [f - 0.95, f - 1.86, f - 3.05] {
      lines.append(line(x, x == f - 0.95 ? 0.85 : 0.45, x == f - 0.95 ? 1.24 : h - 0.3))
    }
    lines.append(
      coach.sidePlate(
        [Vector2(r + 0.25, 1.3), Vector2(f - 3.0, 1.3), Vector2(f - 3.0, 1.33), Vector2(r + 0.25, 1.33)],
        proud: 0.004))
    asset.add(lines, material: shadow)
    asset.add(lines.mirrored, material: shadow)
    let strip = coach.sidePlate(
      [
        Vector2(axles[1] + 0.47, 0.6), Vector2(axles[0] - 0.47, 0.6), Vector2(axles[0] - 0.47, 0.72),
        Vector2(axles[1] + 0.47, 0.72),
      ], proud: 0.018)
    asset.add(strip, material: trim)
    asset.add(strip.mirrored, material: trim)
    for x in [f - 1.7, f - 2.0] {
      let p = Vector3(x, coach.halfWidth(1.12), 1.12)
      let handle = MeshBuilder.box(size: Vector3(0.18, 0.05, 0.035), center: p, bevel: 0.01)
      asset.add(handle, material: trim)
      asset.add(handle.mirrored, material: trim)
    }
    asset.add(
      .box(size: Vector3(0.012, 0.012, h - 0.9), center: Vector3(r - 0.002, 0, 0.5 + (h - 0.9) / 2)),
      material: shadow)
    fit.addFront(to: &asset, lampZ: 0.82, lampSize: Vector2(0.26, 0.24), plateZ: 0.58, inset: 0.1)
    fit.addRear(to: &asset, lampZ: 1.05, lampSize: Vector2(0.1, 0.6), plateZ: 0.62)
    fit.addMirrors(
      to: &asset, at: Vector3(f - 1.1, coach.halfWidth(1.35), 1.35), reach: 0.17, size: Vector2(0.17, 0.3))
    VehicleWheel(radius: radius, width: 0.225, rimShare: 0.62, spokes: 8).addAll(
      to: &asset, axles: axles, halfTrack: 0.87)
    return asset.asset()
  }
}
