import Assets
import VectorMath

/// A car's rear: lamps, tailgate, plate, bumper, exhaust.
struct CarRear {
  let form: CarForm
  let probe: SurfaceProbe
  let style: CarStyle
  let variant: UInt64

  private var w: Double { form.width / 2 }

  /// A place on the rear: y as a share of half the width, z as a share of the height of the tail.
  private func p(_ y: Double, _ t: Double) -> Vector2 {
    let (low, high) = (form.sill(form.length), form.shoulder(form.length))
    return Vector2(y * w, low + (high - low) * t)
  }

  /// Flat lamps across the tail; otherwise they stand upright beside the tailgate.
  private var isFlat: Bool { [.saloon, .sports].contains(style) }

  func add(to asset: inout AssetBuilder) {
    for side in [1.0, -1.0] { addLamps(to: &asset, side) }
    addGaps(to: &asset)
    addBumper(to: &asset)
    let z = p(0, style == .pickup ? 0.15 : isFlat ? 0.68 : 0.6).y
    let at = probe.reach(.rear, Vector2(0, z), inside: Vector2(0, z + 0.1))
    let dark = asset.material(VehicleMaterials.trim)
    asset.add(
      probe.quad(
        .rear,
        (
          Vector2(-0.3, z + 0.075), Vector2(0.3, z + 0.075), Vector2(0.29, z - 0.07), Vector2(-0.29, z - 0.07)
        ),
        proud: 0.002), material: dark)
    NumberPlate(variant: variant).add(to: &asset, at: at + Vector3(-0.012, 0, 0), isFront: false)
    addStopLamp(to: &asset)
  }

  private func addLamps(to asset: inout AssetBuilder, _ side: Double) {
    let look = AssetVariation(seed: variant)
    let outer = 0.955
    let inner =
      isFlat ? look.number("tail inner", in: 0.42...0.52) : look.number("tail inner", in: 0.66...0.72)
    let top = style == .pickup ? 0.86 : 0.965
    let bottom = isFlat ? 0.77 : style == .pickup ? 0.5 : look.number("tail bottom", in: 0.6...0.68)
    let slant = look.number("tail slant", in: 0.0...0.04)
    func at(_ u: Double, _ v: Double) -> Vector2 {
      p((inner + (outer - inner) * u) * side, top - (top - bottom) * v - slant * (1 - u) * (v - 0.5))
    }
    func cell(_ u0: Double, _ u1: Double, _ v0: Double, _ v1: Double, _ proud: Double) -> MeshBuilder {
      probe.quad(.rear, (at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)), columns: 8, rows: 2, proud: proud)
    }
    let amber = asset.lamp(side > 0 ? .indicatorLeft : .indicatorRight)
    func add(_ shape: MeshBuilder, _ material: Int) {
      asset.add(shape, material: material, part: "taillight")
    }
    add(cell(0, 1, 0, 1, 0.002), asset.material(VehicleMaterials.gloss))
    if isFlat {
      add(cell(0.02, 0.98, 0.06, 0.42, 0.011), asset.lamp(.tail))
      add(cell(0.02, 0.5, 0.48, 0.94, 0.011), asset.lamp(.brake))
      add(cell(0.72, 0.98, 0.48, 0.94, 0.011), amber)
      add(cell(0.52, 0.7, 0.48, 0.94, 0.011), asset.lamp(.reverse))
    } else {
      add(cell(0.03, 0.97, 0.03, 0.3, 0.011), asset.lamp(.tail))
      add(cell(0.03, 0.97, 0.33, 0.62, 0.011), asset.lamp(.brake))
      add(cell(0.03, 0.97, 0.65, 0.8, 0.011), amber)
      add(cell(0.03, 0.97, 0.83, 0.97, 0.011), asset.lamp(.reverse))
    }
  }

  private func addGaps(to asset: inout AssetBuilder) {
    let gap = asset.material(VehicleMaterials.gap)
    let chrome = asset.material(VehicleMaterials.chrome)
    let line: [Vector2]
    if isFlat {
      line = [p(-0.62, 0.98), p(-0.62, 0.56), p(-0.55, 0.52), p(0.55, 0.52), p(0.62, 0.56), p(0.62, 0.98)]
    } else if style == .pickup {
      line = [p(-0.83, 0.99), p(-0.83, 0.44), p(0.83, 0.44), p(0.83, 0.99)]
    } else {
      line = [p(-0.8, 0.97), p(-0.76, 0.5), p(-0.7, 0.46), p(0.7, 0.46), p(0.76, 0.5), p(0.8, 0.97)]
    }
    asset.add(probe.strip(.rear, line, width: 0.007), material: gap)
    if isFlat {
      // The boot's edges on top.
      let d0 = form.rearFoot + 0.08
      let y = form.footHalf(form.rearFoot - 0.06) - 0.02
      let edge = probe.strip(
        .top, [Vector2(form.x(d0), y), Vector2(form.x(form.length - 0.12), y * 0.86)], width: 0.007)
      asset.add(edge, material: gap)
      asset.add(edge.mirrored, material: gap)
    }
    let t = isFlat ? 0.86 : style == .pickup ? 0.8 : 0.76
    asset.add(
      probe.quad(
        .rear, (p(-0.3, t + 0.015), p(0.3, t + 0.015), p(0.3, t - 0.015), p(-0.3, t - 0.015)), rows: 1,
        proud: 0.006),
      material: asset.material(VehicleMaterials.trim))
    let badge = probe.reach(.rear, p(0, t + 0.07), inside: p(0, 0.5))
    asset.add(
      .ellipsoid(
        center: badge, radii: Vector3(0.012, 0.045, 0.036), sides: form.detail.sides(16),
        rings: form.detail.rings(6)), material: chrome)
  }

  private func addBumper(to asset: inout AssetBuilder) {
    let trim = asset.material(VehicleMaterials.trim)
    asset.add(
      probe.quad(
        .rear, (p(-0.74, 0.15), p(0.74, 0.15), p(0.66, 0.02), p(-0.66, 0.02)), columns: 10, rows: 2,
        proud: 0.003),
      material: trim)
    asset.add(
      probe.strip(.rear, [p(-0.93, 0.42), p(-0.5, 0.43), p(0.5, 0.43), p(0.93, 0.42)], width: 0.006),
      material: asset.material(VehicleMaterials.gap))
    for side in [1.0, -1.0] {
      asset.add(
        probe.quad(
          .rear, (p(0.62 * side, 0.215), p(0.86 * side, 0.215), p(0.86 * side, 0.175), p(0.62 * side, 0.175)),
          rows: 1,
          proud: 0.001), material: asset.lamp(.tail), part: "taillight")
      if style != .city {
        let at = probe.reach(.rear, p(0.5 * side, 0.06), inside: p(0.3 * side, 0.2))
        asset.add(
          .cylinder(
            from: at + Vector3(0.1, 0, 0), to: at + Vector3(-0.012, 0, 0), radius: 0.032,
            sides: form.detail.sides(14)),
          material: asset.material(VehicleMaterials.chrome))
        asset.add(
          .cylinder(
            from: at + Vector3(0.02, 0, 0), to: at + Vector3(-0.0135, 0, 0), radius: 0.026,
            sides: form.detail.sides(14)),
          material: asset.material(VehicleMaterials.gap))
      }
    }
  }

  /// The third brake lamp, at the end of the roof.
  private func addStopLamp(to asset: inout AssetBuilder) {
    let z = form.roofLine(form.roofEnd) - 0.045
    asset.add(
      probe.quad(
        .rear,
        (
          Vector2(-0.16, z + 0.012), Vector2(0.16, z + 0.012), Vector2(0.16, z - 0.012),
          Vector2(-0.16, z - 0.012)
        ),
        rows: 1, proud: 0.006), material: asset.lamp(.brake), part: "taillight")
  }
}
