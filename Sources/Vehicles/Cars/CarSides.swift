import Assets
import VectorMath

/// A car's sides: gaps between doors, handles, mirrors, rails.
struct CarSides {
  let form: CarForm
  let probe: SurfaceProbe
  let style: CarStyle
  let variant: UInt64

  func add(to asset: inout AssetBuilder, paint: Int) {
    addGaps(to: &asset)
    addHandles(to: &asset, paint: paint)
    addMirrors(to: &asset, paint: paint)
    addRoof(to: &asset, paint: paint)
  }

  private func both(_ asset: inout AssetBuilder, _ shape: MeshBuilder, _ material: Int, _ part: String? = nil)
  {
    asset.add(shape, material: material, part: part)
    asset.add(shape.mirrored, material: material, part: part)
  }

  private func addGaps(to asset: inout AssetBuilder) {
    let gap = asset.material(VehicleMaterials.gap)
    guard let first = form.doorGaps.first, let last = form.doorGaps.last else { return }
    let radius = form.archRadius + 0.07
    func low(_ d: Double) -> Double { form.sill(d) + 0.085 }
    /// The last gap runs along the rear arch.
    func end(_ z: Double) -> Double {
      let dz = z - form.wheelRadius
      let axle = form.d(form.axles.last ?? 0)
      guard dz.magnitude < radius else { return last }
      return min(last, axle - max(0, radius * radius - dz * dz).squareRoot())
    }
    for d in form.doorGaps {
      let isLast = d == last
      let (top, bottom) = (form.shoulder(d) - 0.004, low(d))
      let line = (0...10).map { k -> Vector2 in
        let z = top + (bottom - top) * Double(k) / 10
        return Vector2(form.x(isLast ? end(z) : d), z)
      }
      both(&asset, probe.strip(.left, line, width: 0.007, step: 0.3), gap)
    }
    let foot = end(low(last))
    let line = (0...10).map { k -> Vector2 in
      let d = first + (foot - first) * Double(k) / 10
      return Vector2(form.x(d), low(d))
    }
    both(&asset, probe.strip(.left, line, width: 0.007, step: 0.3), gap)
    if style == .van { addLoadDoors(to: &asset) }
    if form.hasCladding {
      let trim = asset.material(VehicleMaterials.trim)
      for axle in form.axles {
        let r = form.archRadius + 0.032
        let arch = (0...20).map { k -> Vector2 in
          let (s, c) = DeterministicMath.sincos(-0.25 + (Double.pi + 0.5) * Double(k) / 20)
          return Vector2(axle + r * c, form.wheelRadius + r * s)
        }
        both(&asset, probe.strip(.left, arch, width: 0.06, proud: 0.006, step: 1), trim)
      }
    }
    // Flap of the tank.
    let (d, z) = (form.d(form.axles.last ?? 0) + 0.24, form.shoulder(form.length - 0.8) - 0.2)
    let flap = roundedRectangle(0.15, 0.15, radius: 0.03, corner: 2).map {
      Vector2(form.x(d) + $0.x, z + $0.y)
    }
    if let start = flap.first, style != .pickup {
      asset.add(probe.strip(.left, flap + [start], width: 0.005).mirrored, material: gap)
    }
  }

  /// The sliding door of a van with its rail, the frame of the cab's door above the belt, the two doors behind.
  private func addLoadDoors(to asset: inout AssetBuilder) {
    let gap = asset.material(VehicleMaterials.gap)
    let (a, b) = (form.doorGaps.last.map { $0 + 0.08 } ?? 2.5, form.axles[1])
    let rear = form.d(b) - form.archRadius - 0.1
    let (low, high) = (form.sill(a) + 0.1, form.height * 0.84)
    let door = [Vector2(a, low), Vector2(a, high), Vector2(rear, high), Vector2(rear, low), Vector2(a, low)]
    both(&asset, probe.strip(.left, door.map { Vector2(form.x($0.x), $0.y) }, width: 0.008, step: 0.3), gap)
    let z = form.shoulder(3) + 0.1
    both(
      &asset,
      probe.strip(
        .left, [Vector2(form.x(rear + 0.05), z), Vector2(form.x(form.length - 0.35), z)], width: 0.03,
        step: 0.4),
      gap)
    if let first = form.doorGaps.last {
      let up = (0...4).map { k -> Vector2 in
        Vector2(
          form.x(first), form.shoulder(first) + (form.height * 0.8 - form.shoulder(first)) * Double(k) / 4)
      }
      both(&asset, probe.strip(.left, up, width: 0.008, step: 0.3), gap)
    }
    let foot = form.sill(form.length) + 0.28
    let lines = [
      [Vector2(0, form.height - 0.14), Vector2(0, foot)],
      [
        Vector2(0.88, foot), Vector2(0.82, form.height - 0.16), Vector2(-0.82, form.height - 0.16),
        Vector2(-0.88, foot), Vector2(0.88, foot),
      ],
    ]
    for line in lines { asset.add(probe.strip(.rear, line, width: 0.01, step: 0.2), material: gap) }
    // Hinges, and windows where the variant has them.
    for side in [1.0, -1.0] {
      for share in [0.3, 0.55, 0.85] {
        let at = probe.reach(
          .rear, Vector2(side * 0.88, form.height * share), inside: Vector2(0, form.height * share))
        asset.add(
          .box(size: Vector3(0.04, 0.05, 0.1), center: at, bevel: 0.01),
          material: asset.material(VehicleMaterials.trim))
      }
      guard AssetVariation(seed: variant).unit("rear windows") < 0.6 else { continue }
      let (z0, z1) = (form.shoulder(form.length) + 0.12, form.height * 0.8)
      asset.add(
        probe.quad(
          .rear,
          (
            Vector2(side * 0.08, z1), Vector2(side * 0.7, z1), Vector2(side * 0.74, z0),
            Vector2(side * 0.08, z0)
          ), columns: 5, rows: 4,
          proud: 0.004), material: asset.material(VehicleMaterials.gloss), part: "window")
    }
  }

  private func addHandles(to asset: inout AssetBuilder, paint: Int) {
    let gap = asset.material(VehicleMaterials.gap)
    for d in form.doorGaps.dropFirst() {
      let at = d - 0.17
      let z = form.shoulder(at) - 0.115
      let recess = roundedRectangle(0.15, 0.055, radius: 0.02, corner: 2)
      let half = recess.count / 2
      if form.detail.hasLines {
        both(
          &asset,
          probe.plate(
            .left, upper: recess.prefix(half).map { Vector2(form.x(at) + $0.x, z + $0.y) },
            lower: recess.suffix(half).reversed().map { Vector2(form.x(at) + $0.x, z + $0.y) }, rows: 1,
            proud: 0.001),
          gap, "handle")
      }
      let n = form.detail.steps(4)
      let path = (0...n).map { k -> Vector3 in
        let u = Double(k) / Double(n)
        let x = form.x(at) + 0.095 - 0.19 * u
        let p = probe.touch(.left, Vector2(x, z)) ?? Vector3(x, form.width / 2, z)
        return p + Vector3(0, 0.008 + 0.024 * (1 - (2 * u - 1) * (2 * u - 1)), 0.004)
      }
      let bar = MeshBuilder.bar(
        path, section: roundedRectangle(0.018, 0.026, radius: 0.008, corner: 2), up: Vector3(0, 0, 1))
      both(&asset, bar, paint, "handle")
    }
  }

  private func addMirrors(to asset: inout AssetBuilder, paint: Int) {
    let trim = asset.material(VehicleMaterials.trim)
    let d = form.cowl + form.screenBow.foot + 0.2
    let y = form.half(d, form.shoulder(d))
    let foot = Vector3(form.x(d), y - 0.03, form.shoulder(d) + 0.005)
    // Housings of 176 × 114 mm: their outer edges stand 0.18 m beyond the shoulder, as UN R46 mirrors of cars do.
    let k = form.height > 1.6 ? 1.18 : 1
    let center = foot + Vector3(-0.02, 0.118, 0.078 * k)
    let housing = MeshBuilder.loft(
      [(-0.05, 0.97), (-0.043, 1), (0.0, 0.98), (0.04, 0.84), (0.068, 0.58), (0.08, 0.25)].map { x, s in
        superellipse(0.088 * s, 0.057 * s * k, exponent: 2.8, count: form.detail.sides(16)).map {
          center + Vector3(x - 0.18 * $0.x * 0.35, $0.x, $0.y + 0.06 * $0.x)
        }
      })
    let stalk = MeshBuilder.loft(
      [(0.0, 1.0), (0.55, 0.8), (1, 0.75)].map { t, s in
        superellipse(0.045 * s, 0.016 * s, count: form.detail.sides(10)).map {
          foot + (center + Vector3(0, -0.04, -0.044 * k) - foot) * t + Vector3($0.x, 0, $0.y)
        }
      })
    let glass = MeshBuilder.loft(
      [-0.0525, -0.045].map { x in
        superellipse(0.076, 0.046 * k, exponent: 2.8, count: form.detail.sides(16)).map {
          center + Vector3(x - 0.18 * $0.x * 0.35, $0.x, $0.y + 0.06 * $0.x)
        }
      })
    both(
      &asset, housing,
      AssetVariation(seed: variant).unit("black mirrors") < 0.25
        ? asset.material(VehicleMaterials.gloss) : paint, "mirror")
    both(&asset, stalk, trim, "mirror")
    both(&asset, glass, asset.material(VehicleMaterials.mirror), "mirror")
  }

  private func addRoof(to asset: inout AssetBuilder, paint: Int) {
    let d = form.roofEnd - 0.22
    let z = form.roofLine(d)
    let fin = MeshBuilder.loft([
      superellipse(0.075, 0.02, count: form.detail.sides(12)).map {
        Vector3(form.x(d) + $0.x, $0.y, z - 0.01)
      },
      superellipse(0.055, 0.015, count: form.detail.sides(12)).map {
        Vector3(form.x(d) - 0.015 + $0.x, $0.y, z + 0.02)
      },
      superellipse(0.02, 0.005, count: form.detail.sides(12)).map {
        Vector3(form.x(d) - 0.05 + $0.x, $0.y, z + 0.055)
      },
    ])
    asset.add(fin, material: asset.material(VehicleMaterials.gloss), part: "aerial", crease: 0.9)
    guard form.hasRails else { return }
    let house = Greenhouse(form: form)
    let (a, b) = (form.header + 0.2, form.roofEnd - 0.12)
    let rail = (0...10).map { k -> Vector3 in
      let d = a + (b - a) * Double(k) / 10
      let y = house.headHalf(d) * 0.93
      return Vector3(form.x(d), y, house.roof(d, y) + (k == 0 || k == 10 ? -0.005 : 0.028))
    }
    both(
      &asset, .tube(rail, radius: 0.013, sides: form.detail.sides(8)), asset.material(VehicleMaterials.steel),
      "rail")
  }
}
