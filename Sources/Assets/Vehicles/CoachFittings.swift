import VectorMath
import WorldModel

/// Lights, plates and mirrors that vans, lorries and buses share.
struct CoachFittings {
  let coach: Coachwork
  let variant: UInt64

  /// Lamps in the front's corners, a plate between them.
  func addFront(
    to asset: inout AssetBuilder, lampZ: Double, lampSize: Vector2, plateZ: Double, inset: Double = 0.12
  ) {
    let lamp = asset.material(VehicleMaterials.headlamp)
    let trim = asset.material(VehicleMaterials.trim)
    let amber = asset.material(VehicleMaterials.indicator)
    let w = coach.halfWidth(lampZ)
    for side in [1.0, -1.0] {
      let (a, b) = (side * (w - inset - lampSize.x), side * (w - inset))
      let y = (min(a, b), max(a, b))
      let z = (lampZ - lampSize.y / 2, lampZ + lampSize.y / 2)
      asset.add(
        coach.endPlate(isFront: true, y: (y.0 - 0.02, y.1 + 0.02), z: (z.0 - 0.02, z.1 + 0.02), rows: 2),
        material: trim)
      asset.add(
        coach.endPlate(isFront: true, y: y, z: z, proud: 0.016, rows: 2), material: lamp, part: "headlight")
      let flash = side > 0 ? (y.1 - 0.07, y.1) : (y.0, y.0 + 0.07)
      asset.add(
        coach.endPlate(isFront: true, y: flash, z: (z.0, z.0 + 0.05), proud: 0.02, rows: 1), material: amber,
        part: "headlight")
    }
    addPlate(to: &asset, isFront: true, z: plateZ)
  }

  func addRear(
    to asset: inout AssetBuilder, lampZ: Double, lampSize: Vector2, plateZ: Double, inset: Double = 0.05
  ) {
    let red = asset.material(VehicleMaterials.tailLamp)
    let amber = asset.material(VehicleMaterials.indicator)
    let trim = asset.material(VehicleMaterials.trim)
    let w = coach.halfWidth(lampZ)
    for side in [1.0, -1.0] {
      let (a, b) = (side * (w - inset - lampSize.x), side * (w - inset))
      let y = (min(a, b), max(a, b))
      let z = (lampZ - lampSize.y / 2, lampZ + lampSize.y / 2)
      asset.add(
        coach.endPlate(isFront: false, y: (y.0 - 0.012, y.1 + 0.012), z: (z.0 - 0.012, z.1 + 0.012), rows: 1),
        material: trim)
      asset.add(
        coach.endPlate(isFront: false, y: y, z: z, proud: 0.016, rows: 1), material: red, part: "taillight")
      let third = (z.1 - z.0) / 3
      asset.add(
        coach.endPlate(isFront: false, y: y, z: (z.0 + third, z.0 + 2 * third), proud: 0.02, rows: 1),
        material: amber, part: "taillight")
    }
    addPlate(to: &asset, isFront: false, z: plateZ)
  }

  func addPlate(to asset: inout AssetBuilder, isFront: Bool, z: Double, x: Double? = nil) {
    let plate = asset.material(NumberPlate.material(variant: variant))
    let f: Double = isFront ? 1 : -1
    let px = (x ?? coach.end(z, isFront: isFront)) + f * 0.02
    asset.add(
      .slab(
        columns: 1, rows: 1, front: { Vector3(px, f * ($0 - 0.5) * 0.52, z + 0.055 - $1 * 0.11) },
        back: { Vector3(px - f * 0.045, f * ($0 - 0.5) * 0.52, z + 0.055 - $1 * 0.11) }),
      material: plate, part: "plate")
  }

  /// A tall mirror on an arm at each side; `at` is where the arm leaves the left side.
  func addMirrors(to asset: inout AssetBuilder, at: Vector3, reach: Double, size: Vector2) {
    let trim = asset.material(VehicleMaterials.trim)
    let glass = asset.material(VehicleMaterials.mirror)
    let center = at + Vector3(0.06, reach, -size.y * 0.2)
    let housing = MeshBuilder.box(size: Vector3(0.09, size.x, size.y), center: center, bevel: 0.025)
    let arm = MeshBuilder.tube(
      [
        at - Vector3(0, 0.05, 0), at + Vector3(0.04, reach * 0.6, 0.02), center + Vector3(0, 0, size.y * 0.3),
      ], radius: 0.022, sides: 8)
    let pane = MeshBuilder.box(
      size: Vector3(0.012, size.x - 0.04, size.y - 0.05), center: center - Vector3(0.046, 0, 0), bevel: 0.003)
    for flip in [false, true] {
      func m(_ b: MeshBuilder) -> MeshBuilder { flip ? b.mirrored : b }
      asset.add(m(housing), material: trim, part: "mirror", crease: 0.9)
      asset.add(m(arm), material: trim, part: "mirror")
      asset.add(m(pane), material: glass, part: "mirror")
    }
  }

  /// A dark block inside, so that nobody sees through the wheel arches.
  func addCore(
    to asset: inout AssetBuilder, from: Double, to: Double, bottom: Double, top: Double, inset: Double
  ) {
    let shadow = asset.material(VehicleMaterials.shadow)
    asset.add(
      .box(
        from: Vector3(from, -coach.width / 2 + inset, bottom), to: Vector3(to, coach.width / 2 - inset, top)),
      material: shadow)
  }
}
