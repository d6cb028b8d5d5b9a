import Assets
import VectorMath

/// A car's face: lamps, grille, intakes, plate, bonnet gaps, wipers.
struct CarFront {
  let form: CarForm
  let probe: SurfaceProbe
  let style: CarStyle
  let variant: UInt64

  private var w: Double { form.width / 2 }

  /// A place on the front: y as a share of half the width, z as a share of the height of the nose.
  private func p(_ y: Double, _ t: Double) -> Vector2 {
    let (low, high) = (form.sill(0), form.shoulder(0))
    return Vector2(y * w, low + (high - low) * t)
  }

  func add(to asset: inout AssetBuilder) {
    for side in [1.0, -1.0] { addLamps(to: &asset, side) }
    addGrille(to: &asset)
    addPlate(to: &asset)
    addBonnet(to: &asset)
    addWipers(to: &asset)
  }

  private func addLamps(to asset: inout AssetBuilder, _ side: Double) {
    let dark = asset.material(VehicleMaterials.gloss)
    let chrome = asset.material(VehicleMaterials.chrome)
    let look = AssetVariation(seed: variant)
    let drop = look.number("lamp height", in: 0.21...0.28)
    let inner = look.number("lamp inner edge", in: 0.46...0.54)
    let rise = look.number("lamp rise", in: 0.0...0.035)
    /// The upper edge over a share from the inner to the outer end, and the lower.
    func upper(_ u: Double) -> Vector2 {
      p((inner + (0.955 - inner) * u) * side, 0.935 + rise * u + 0.02 * u * (1 - u))
    }
    func lower(_ u: Double) -> Vector2 {
      p(
        (inner + 0.025 + (0.945 - inner - 0.025) * u) * side,
        0.955 - drop * (0.62 + 0.5 * u * (1.6 - u)) + rise * u)
    }
    func band(
      _ a: Double, _ b: Double, _ from: Double, _ to: Double, _ proud: Double, _ n: Int = 6, rows: Int = 1
    )
      -> MeshBuilder
    {
      let us = (0...n).map { from + (to - from) * Double($0) / Double(n) }
      return probe.plate(
        .front, upper: us.map { upper($0) + (lower($0) - upper($0)) * a },
        lower: us.map { upper($0) + (lower($0) - upper($0)) * b }, rows: rows, proud: proud)
    }
    asset.add(band(0, 1, 0, 1, 0.004, 14, rows: 3), material: dark, part: "headlight")
    let head = asset.lamp(.head)
    for u in [0.24, 0.56] {
      asset.add(band(0.26, 0.74, u - 0.1, u + 0.1, 0.007, 3, rows: 2), material: chrome, part: "headlight")
      let c = probe.reach(.front, upper(u) * 0.5 + lower(u) * 0.5, inside: p(0.3 * side, 0.8))
      asset.add(
        .ellipsoid(
          center: c, radii: Vector3(0.018, 0.036, 0.032), sides: form.detail.sides(14),
          rings: form.detail.rings(7)), material: head,
        part: "headlight")
    }
    let day = asset.lamp(.day)
    asset.add(band(0.84, 0.98, 0.03, 0.97, 0.008, 12), material: day, part: "headlight")
    let amber = asset.lamp(side > 0 ? .indicatorLeft : .indicatorRight)
    asset.add(band(0.2, 0.62, 0.8, 0.95, 0.0075, 3), material: amber, part: "headlight")
  }

  private func addGrille(to asset: inout AssetBuilder) {
    let trim = asset.material(VehicleMaterials.trim)
    let dark = asset.material(VehicleMaterials.gap)
    let chrome = asset.material(VehicleMaterials.chrome)
    let look = AssetVariation(seed: variant)
    let kind = look.choice("grille", of: 3)
    // Lower intake with its slats, and the ducts before the wheels.
    let low = 0.06
    asset.add(
      probe.quad(
        .front, (p(-0.6, 0.27), p(0.6, 0.27), p(0.54, low), p(-0.54, low)), columns: 14, rows: 4, proud: 0.003
      ),
      material: dark)
    for t in [0.105, 0.16, 0.215] {
      asset.add(
        probe.quad(
          .front, (p(-0.57, t + 0.014), p(0.57, t + 0.014), p(0.57, t - 0.014), p(-0.57, t - 0.014)),
          columns: 10,
          rows: 1, proud: 0.006), material: trim)
    }
    for s in [1.0, -1.0] {
      asset.add(
        probe.quad(
          .front, (p(0.68 * s, 0.36), p(0.9 * s, 0.4), p(0.87 * s, 0.12), p(0.7 * s, 0.12)), columns: 6,
          rows: 3,
          proud: 0.003), material: trim)
      let fog = probe.reach(.front, p(0.79 * s, 0.25), inside: p(0.4 * s, 0.3))
      asset.add(
        .ellipsoid(
          center: fog, radii: Vector3(0.016, 0.034, 0.034), sides: form.detail.sides(12),
          rings: form.detail.rings(6)),
        material: asset.lamp(.day), part: "headlight")
    }
    let badgeAt: Double
    switch kind {
    case 0:
      // A tall frame from bonnet to bumper.
      frame(to: &asset, top: 0.94, bottom: 0.56, inner: 0.4, outer: 0.33, slats: 6, dark, trim, chrome)
      badgeAt = 0.83
    case 1:
      // A slim one between the lamps.
      frame(to: &asset, top: 0.945, bottom: 0.78, inner: 0.47, outer: 0.44, slats: 2, dark, chrome, chrome)
      badgeAt = 0.865
    default:
      // No opening: a thin line of light or chrome.
      asset.add(
        probe.quad(
          .front, (p(-0.5, 0.9), p(0.5, 0.9), p(0.5, 0.865), p(-0.5, 0.865)), columns: 10, rows: 1,
          proud: 0.004),
        material: asset.material(VehicleMaterials.gloss))
      badgeAt = 0.882
    }
    let badge = probe.reach(.front, p(0, badgeAt), inside: p(0, 0.5))
    asset.add(
      .ellipsoid(
        center: badge, radii: Vector3(0.012, 0.05, 0.04), sides: form.detail.sides(18),
        rings: form.detail.rings(6)), material: chrome)
  }

  private func frame(
    to asset: inout AssetBuilder, top: Double, bottom: Double, inner: Double, outer: Double, slats: Int,
    _ dark: Int, _ slat: Int, _ chrome: Int
  ) {
    func corner(_ t: Double) -> Double { inner + (outer - inner) * (top - t) / (top - bottom) }
    asset.add(
      probe.quad(
        .front, (p(-inner, top), p(inner, top), p(outer, bottom), p(-outer, bottom)), columns: 10, rows: 4,
        proud: 0.003), material: dark)
    for k in 0..<slats {
      let t = bottom + (top - bottom) * (Double(k) + 0.5) / Double(slats)
      let (y, h) = (corner(t) - 0.012, 0.3 * (top - bottom) / Double(slats))
      asset.add(
        probe.quad(
          .front, (p(-y, t + h), p(y, t + h), p(y, t - h), p(-y, t - h)), columns: 8, rows: 1, proud: 0.006),
        material: slat)
    }
    asset.add(
      probe.strip(
        .front, [p(-inner, top), p(-outer, bottom), p(outer, bottom), p(inner, top)], width: 0.016,
        proud: 0.007),
      material: chrome)
  }

  private func addPlate(to asset: inout AssetBuilder) {
    let z = p(0, 0.44).y
    NumberPlate(variant: variant).add(to: &asset, at: Vector3(form.length / 2, 0, z), isFront: true)
  }

  private func addBonnet(to asset: inout AssetBuilder) {
    let gap = asset.material(VehicleMaterials.gap)
    let corner = form.cowl + form.screenBow.foot
    let front = 0.22
    let side = (0...8).map { k -> Vector2 in
      let t = Double(k) / 8
      let d = front + (corner - 0.02 - front) * t
      return Vector2(form.x(d), (form.half(d, form.shoulder(d)) - 0.035) * (0.93 + 0.07 * t))
    }
    let left = probe.strip(.top, side, width: 0.007, step: 0.2)
    asset.add(left, material: gap)
    asset.add(left.mirrored, material: gap)
    let across = (0...12).map { p(0.84 * (1 - Double($0) / 6), 0.972) }
    asset.add(probe.strip(.front, across, width: 0.007, step: 0.2), material: gap)
  }

  private func addWipers(to asset: inout AssetBuilder) {
    let trim = asset.material(VehicleMaterials.trim)
    for (from, to) in [(0.5, -0.14), (-0.16, -0.72)] {
      let path = (0...6).map { k -> Vector3 in
        let u = Double(k) / 6
        let y = (from + (to - from) * u) * w * 0.9
        let d = form.screenFoot(y) + 0.03 + 0.05 * u
        return probe.reach(.top, Vector2(form.x(d), y), inside: Vector2(form.x(d + 0.3), 0))
          + Vector3(0.006, 0, 0.008)
      }
      asset.add(.tube(path, radius: 0.008, sides: form.detail.sides(5)), material: trim)
    }
  }
}
