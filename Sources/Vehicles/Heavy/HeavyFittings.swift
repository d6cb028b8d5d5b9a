import Assets
import VectorMath

/// Lamps, plates, mirrors and wipers of buses, lorries and trams, laid on their faces.
struct HeavyFittings {
  let probe: SurfaceProbe
  let width: Double
  let variant: UInt64
  var scheme = NumberPlate.Scheme.european

  private var w: Double { width / 2 }

  private func box(
    _ side: SurfaceProbe.Side, _ y0: Double, _ y1: Double, _ z0: Double, _ z1: Double, _ proud: Double,
    columns: Int = 4, rows: Int = 2
  )
    -> MeshBuilder
  {
    probe.quad(
      side, (Vector2(y0, z1), Vector2(y1, z1), Vector2(y1, z0), Vector2(y0, z0)), columns: columns,
      rows: rows,
      proud: proud)
  }

  /// Head lamps in the corners: dark housing, two beams, daytime light, indicator.
  func addFront(
    to asset: inout AssetBuilder, lampZ: Double, lampHeight: Double = 0.2, lampWidth: Double = 0.42,
    plateZ: Double
  ) {
    let gloss = asset.material(VehicleMaterials.gloss)
    let chrome = asset.material(VehicleMaterials.chrome)
    for side in [1.0, -1.0] {
      let (outer, inner) = (side * (w - 0.1), side * (w - 0.1 - lampWidth))
      let (z0, z1) = (lampZ - lampHeight / 2, lampZ + lampHeight / 2)
      asset.add(box(.front, inner, outer, z0, z1, 0.004, columns: 6), material: gloss, part: "headlight")
      func y(_ u: Double) -> Double { inner + (outer - inner) * u }
      for u in [0.24, 0.56] {
        asset.add(
          box(.front, y(u - 0.11), y(u + 0.11), z0 + 0.3 * lampHeight, z1 - 0.12 * lampHeight, 0.006),
          material: chrome,
          part: "headlight")
        let c = probe.reach(.front, Vector2(y(u), lampZ + 0.05 * lampHeight), inside: Vector2(0, lampZ))
        asset.add(
          .ellipsoid(center: c, radii: Vector3(0.02, 0.042, 0.042), sides: 14, rings: 7),
          material: asset.lamp(.head),
          part: "headlight")
      }
      asset.add(
        box(.front, y(0.04), y(0.78), z0 + 0.06 * lampHeight, z0 + 0.18 * lampHeight, 0.008),
        material: asset.lamp(.day),
        part: "headlight")
      asset.add(
        box(.front, y(0.74), y(0.97), z0 + 0.3 * lampHeight, z1 - 0.15 * lampHeight, 0.007),
        material: asset.lamp(side > 0 ? .indicatorLeft : .indicatorRight), part: "headlight")
    }
    addPlate(to: &asset, .front, z: plateZ)
  }

  /// Upright clusters in the rear's corners.
  func addRear(
    to asset: inout AssetBuilder, lampZ: Double, height: Double = 0.5, lampWidth: Double = 0.11,
    inset: Double = 0.06, plateZ: Double
  ) {
    for side in [1.0, -1.0] {
      let (outer, inner) = (side * (w - inset), side * (w - inset - lampWidth))
      let z = lampZ - height / 2
      asset.add(
        box(.rear, inner, outer, z - 0.015, z + height + 0.015, 0.003),
        material: asset.material(VehicleMaterials.gloss),
        part: "taillight")
      let lamps: [(VehicleLamp, Double, Double)] = [
        (.reverse, 0, 0.18), (.tail, 0.2, 0.46), (.brake, 0.48, 0.74),
        (side > 0 ? .indicatorLeft : .indicatorRight, 0.76, 1),
      ]
      for (lamp, a, b) in lamps {
        asset.add(
          box(.rear, inner + side * 0.008, outer - side * 0.008, z + a * height, z + b * height, 0.008),
          material: asset.lamp(lamp), part: "taillight")
      }
    }
    addPlate(to: &asset, .rear, z: plateZ)
  }

  func addPlate(to asset: inout AssetBuilder, _ side: SurfaceProbe.Side, z: Double) {
    let at = probe.reach(side, Vector2(0, z), inside: Vector2(0, z + 0.2))
    NumberPlate(variant: variant, scheme: scheme).add(
      to: &asset, at: at + side.normal * 0.012, isFront: side == .front)
  }

  /// A tall mirror on an arm at each side; `at` is where the arm leaves the left side.
  func addMirrors(
    to asset: inout AssetBuilder, at: Vector3, reach: Double, size: Vector2, forward: Double = 0.1
  ) {
    let trim = asset.material(VehicleMaterials.trim)
    let center = at + Vector3(forward, reach, -size.y * 0.35)
    let housing = MeshBuilder.loft(
      [(-0.06, 0.96), (-0.05, 1), (0.0, 0.98), (0.045, 0.8), (0.065, 0.5)].map { x, s in
        superellipse(size.x / 2 * s, size.y / 2 * s, exponent: 4, count: 20).map {
          center + Vector3(x, $0.x, $0.y)
        }
      })
    let arm = MeshBuilder.tube(
      [
        at - Vector3(0, 0.04, 0), at + Vector3(forward * 0.6, reach * 0.55, 0.03),
        center + Vector3(0, 0, size.y * 0.42),
      ], radius: 0.022, sides: 8)
    let pane = MeshBuilder.loft(
      [-0.064, -0.056].map { x in
        superellipse(size.x / 2 - 0.018, size.y / 2 - 0.02, exponent: 4, count: 20).map {
          center + Vector3(x, $0.x, $0.y)
        }
      })
    for flip in [false, true] {
      func m(_ b: MeshBuilder) -> MeshBuilder { flip ? b.mirrored : b }
      asset.add(m(housing), material: trim, part: "mirror", crease: 0.9)
      asset.add(m(arm), material: trim, part: "mirror")
      asset.add(m(pane), material: asset.material(VehicleMaterials.mirror), part: "mirror")
    }
  }

  /// Wipers on the windscreen: from their pivots to their tips, (y, z).
  func addWipers(to asset: inout AssetBuilder, _ blades: [(from: Vector2, to: Vector2)]) {
    let trim = asset.material(VehicleMaterials.trim)
    for blade in blades {
      let path = (0...8).map { k -> Vector3 in
        let p = blade.from + (blade.to - blade.from) * (Double(k) / 8)
        return probe.reach(.front, p, inside: Vector2(0, p.y)) + Vector3(0.012, 0, 0)
      }
      asset.add(.tube(path, radius: 0.011, sides: 5), material: trim)
    }
  }

  /// Gaps on the left side and, mirrored, on the right.
  func addGaps(
    to asset: inout AssetBuilder, _ lines: [[Vector2]], width: Double = 0.009, mirrored: Bool = true
  ) {
    let gap = asset.material(VehicleMaterials.gap)
    for line in lines {
      let strip = probe.strip(.left, line, width: width, proud: 0.0025)
      asset.add(strip, material: gap)
      if mirrored { asset.add(strip.mirrored, material: gap) }
    }
  }

  /// Small side marker lamps, amber, every so often.
  func addMarkers(to asset: inout AssetBuilder, xs: [Double], z: Double) {
    for x in xs {
      let one = probe.quad(
        .left,
        (
          Vector2(x - 0.05, z + 0.02), Vector2(x + 0.05, z + 0.02), Vector2(x + 0.05, z - 0.02),
          Vector2(x - 0.05, z - 0.02)
        ),
        columns: 1, rows: 1, proud: 0.006)
      let lamp = asset.material(
        VehicleMaterials.marker)
      asset.add(one, material: lamp, part: "reflector")
      asset.add(one.mirrored, material: lamp, part: "reflector")
    }
  }
}
