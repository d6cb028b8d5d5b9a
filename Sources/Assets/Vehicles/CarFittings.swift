import VectorMath
import WorldModel

/// What is fixed to a car's skin: lights, grille, plates, mirrors, handles, gaps between panels.
struct CarFittings {
  let shape: CarShape
  let shell: CarShell
  let style: CarStyle
  let variant: UInt64

  func add(to asset: inout AssetBuilder, paint: Int) {
    addFront(to: &asset)
    addRear(to: &asset)
    addSides(to: &asset, paint: paint)
    addTop(to: &asset, paint: paint)
  }

  private func front(_ a: Vector2, _ b: Vector2, _ c: Vector2, _ d: Vector2, height: Double = 0.008)
    -> MeshBuilder
  {
    .patch(
      (a, b, c, d), columns: 6, rows: 2, height: height, depth: 0.06, normal: Vector3(1, 0, 0),
      surface: shape.nose)
  }

  private func rear(_ a: Vector2, _ b: Vector2, _ c: Vector2, _ d: Vector2, height: Double = 0.008)
    -> MeshBuilder
  {
    .patch(
      (a, b, c, d), columns: 6, rows: 2, height: height, depth: 0.06, normal: Vector3(-1, 0, 0),
      surface: shape.tail)
  }

  private func addFront(to asset: inout AssetBuilder) {
    let trim = asset.material(VehicleMaterials.trim)
    let lamp = asset.material(VehicleMaterials.headlamp)
    let chrome = asset.material(VehicleMaterials.chrome)
    let low = shape.sill(0)
    let top = shape.shoulder(0)
    let w = shape.width / 2
    // Lamps from beside the grille to around the corner.
    for side in [1.0, -1.0] {
      func p(_ y: Double, _ z: Double) -> Vector2 { Vector2(y * side * w, z) }
      let quad = (p(0.5, top - 0.02), p(0.925, top + 0.004), p(0.925, top - 0.105), p(0.52, top - 0.125))
      asset.add(front(quad.0, quad.1, quad.2, quad.3, height: 0.006), material: trim)
      let lens = (p(0.515, top - 0.03), p(0.91, top - 0.006), p(0.91, top - 0.08), p(0.535, top - 0.115))
      asset.add(front(lens.0, lens.1, lens.2, lens.3, height: 0.012), material: lamp, part: "headlight")
      for y in [0.6, 0.74] {
        let c = shape.nose(p(y, top - 0.065))
        asset.add(
          .ellipsoid(center: c, radii: Vector3(0.022, 0.036, 0.036), sides: 12, rings: 6), material: chrome,
          part: "headlight")
      }
      let fog = (p(0.62, low + 0.17), p(0.84, low + 0.18), p(0.84, low + 0.07), p(0.66, low + 0.07))
      asset.add(front(fog.0, fog.1, fog.2, fog.3), material: trim)
      asset.add(
        .ellipsoid(
          center: shape.nose(p(0.74, low + 0.125)), radii: Vector3(0.02, 0.032, 0.032), sides: 10, rings: 6),
        material: lamp, part: "headlight")
    }
    func q(_ y: Double, _ z: Double) -> Vector2 { Vector2(y * w, z) }
    asset.add(
      front(q(-0.46, top - 0.03), q(0.46, top - 0.03), q(0.42, top - 0.14), q(-0.42, top - 0.14)),
      material: trim)
    for z in [top - 0.065, top - 0.1] {
      asset.add(
        front(
          q(-0.43, z + 0.008), q(0.43, z + 0.008), q(0.43, z - 0.004), q(-0.43, z - 0.004), height: 0.014),
        material: chrome)
    }
    asset.add(
      front(q(-0.56, low + 0.16), q(0.56, low + 0.16), q(0.5, low + 0.04), q(-0.5, low + 0.04)),
      material: trim)
    // A badge without a name.
    let badge = shape.nose(q(0, top - 0.082))
    asset.add(
      .ellipsoid(center: badge, radii: Vector3(0.026, 0.055, 0.042), sides: 14, rings: 6), material: chrome)
    addPlate(to: &asset, isFront: true, z: (low + top) / 2 + 0.015)
  }

  private func addRear(to asset: inout AssetBuilder) {
    let trim = asset.material(VehicleMaterials.trim)
    let lamp = asset.material(VehicleMaterials.tailLamp)
    let amber = asset.material(VehicleMaterials.indicator)
    let shadow = asset.material(VehicleMaterials.shadow)
    let chrome = asset.material(VehicleMaterials.chrome)
    let low = shape.sill(1)
    let top = shape.shoulder(1)
    let w = shape.width / 2
    let tall = style == .suv || style == .estate ? 0.24 : 0.19
    for side in [1.0, -1.0] {
      func p(_ y: Double, _ z: Double) -> Vector2 { Vector2(y * side * w, z) }
      let inner = style == .saloon ? 0.5 : 0.6
      let outline = (
        p(0.92, top - 0.01), p(inner, top - 0.035), p(inner + 0.04, top - tall * 0.8), p(0.92, top - tall)
      )
      asset.add(
        rear(outline.0, outline.1, outline.2, outline.3, height: 0.012), material: lamp, part: "taillight")
      let flash = (
        p(0.9, top - tall * 0.45), p(inner + 0.07, top - tall * 0.45), p(inner + 0.08, top - tall * 0.62),
        p(0.9, top - tall * 0.65)
      )
      asset.add(rear(flash.0, flash.1, flash.2, flash.3, height: 0.016), material: amber, part: "taillight")
      let reflector = (p(0.8, low + 0.15), p(0.62, low + 0.15), p(0.62, low + 0.115), p(0.8, low + 0.115))
      asset.add(
        rear(reflector.0, reflector.1, reflector.2, reflector.3, height: 0.01), material: lamp,
        part: "taillight")
      // The edge of the tailgate.
      let edge = (0...6).map {
        shape.tail(p(0.6 - 0.02 * Double($0) / 6, top - tall + (low + 0.3 - top + tall) * Double($0) / 6))
      }
      asset.add(.bar(edge, section: gap, up: Vector3(-1, 0, 0)), material: shadow)
    }
    func q(_ y: Double, _ z: Double) -> Vector2 { Vector2(y * w, z) }
    let seam = (0...12).map { shape.tail(q(-0.58 + 1.16 * Double($0) / 12, low + 0.3)) }
    asset.add(.bar(seam, section: gap, up: Vector3(-1, 0, 0)), material: shadow)
    asset.add(
      rear(q(0.66, low + 0.1), q(-0.66, low + 0.1), q(-0.6, low + 0.005), q(0.6, low + 0.005)), material: trim
    )
    asset.add(
      .ellipsoid(
        center: shape.tail(q(0, top - 0.06)), radii: Vector3(0.02, 0.055, 0.04), sides: 14, rings: 6),
      material: chrome)
    addPlate(to: &asset, isFront: false, z: style == .saloon ? top - 0.2 : top - 0.26)
  }

  private func addPlate(to asset: inout AssetBuilder, isFront: Bool, z: Double) {
    let plate = asset.material(NumberPlate.material(variant: variant))
    let trim = asset.material(VehicleMaterials.trim)
    let center = isFront ? shape.nose(Vector2(0, z)) : shape.tail(Vector2(0, z))
    let f: Double = isFront ? 1 : -1
    asset.add(
      .box(size: Vector3(0.07, 0.53, 0.122), center: center + Vector3(f * -0.025, 0, 0), bevel: 0.004),
      material: trim)
    let x = center.x + f * 0.014
    asset.add(
      .slab(
        columns: 1, rows: 1,
        front: { Vector3(x, f * ($0 - 0.5) * 0.52, z + 0.055 - $1 * 0.11) },
        back: { Vector3(x - f * 0.02, f * ($0 - 0.5) * 0.52, z + 0.055 - $1 * 0.11) }),
      material: plate, part: "plate")
  }

  /// The outline of a gap between panels: 9 mm wide, standing 3 mm proud so that it shows.
  private var gap: [Vector2] {
    [Vector2(-0.0045, -0.012), Vector2(0.0045, -0.012), Vector2(0.0045, 0.003), Vector2(-0.0045, 0.003)]
  }

  private func addSides(to asset: inout AssetBuilder, paint: Int) {
    let shadow = asset.material(VehicleMaterials.shadow)
    let trim = asset.material(VehicleMaterials.trim)
    var geometry = MeshBuilder()
    for line in shape.doorLines {
      let belt = shape.shoulder(line)
      let low = shape.sill(line) + 0.09
      let x = shape.x(line)
      // The last gap bends around the rear arch.
      let bends = line == shape.doorLines.last
      let path = (0...10).map { k -> Vector3 in
        let z = belt + (low - belt) * Double(k) / 10
        var px = x
        if bends {
          let dz = z - shape.wheelRadius
          let r = shape.archRadius + 0.06
          if dz < r { px = max(px, shape.axles[1] + max(0, r * r - dz * dz).squareRoot()) }
        }
        return shape.side(Vector2(px, z))
      }
      geometry.append(.bar(path, section: gap, up: Vector3(0, 1, 0)))
    }
    let (a, b) = (shape.x(shape.doorLines[0]), shape.axles[1] + shape.archRadius + 0.06)
    let sill = (0...12).map { k -> Vector3 in
      let x = a + (b - a) * Double(k) / 12
      return shape.side(Vector2(x, shape.sill(shape.station(x)) + 0.09))
    }
    geometry.append(.bar(sill, section: gap, up: Vector3(0, 1, 0)))
    asset.add(geometry, material: shadow)
    asset.add(geometry.mirrored, material: shadow)
    for (i, line) in shape.doorLines.dropFirst().enumerated() {
      let s = line - 0.04
      let p = shape.side(Vector2(shape.x(s), shape.shoulder(s) - 0.1))
      let handle = MeshBuilder.box(
        size: Vector3(0.19, 0.05, 0.03), center: p + Vector3(0, 0.006, 0), bevel: 0.01)
      _ = i
      asset.add(handle, material: paint, crease: 0.9)
      asset.add(handle.mirrored, material: paint, crease: 0.9)
    }
    // Mirrors stand off the foot of the windscreen pillar.
    let s = (shape.sideWindows.first?.front ?? 0.3) + 0.005
    let foot = shape.side(Vector2(shape.x(s), shape.shoulder(s)))
    let center = foot + Vector3(0.0, 0.1, 0.085)
    let housing = MeshBuilder.loft(
      [(-0.065, 0.93), (-0.055, 1), (0.0, 0.97), (0.05, 0.72), (0.075, 0.35)].map { x, k in
        superellipse(0.115 * k, 0.075 * k, exponent: 3, count: 16).map { center + Vector3(x, $0.x, $0.y) }
      })
    let stalk = MeshBuilder.cylinder(
      from: foot + Vector3(0, -0.05, 0.01), to: center + Vector3(0, -0.04, -0.045), radius: 0.022, sides: 8)
    let glass = MeshBuilder.loft(
      [-0.07, -0.06].map { x in
        superellipse(0.1, 0.062, exponent: 3, count: 16).map { center + Vector3(x, $0.x, $0.y) }
      })
    for mirror in [false, true] {
      func m(_ b: MeshBuilder) -> MeshBuilder { mirror ? b.mirrored : b }
      asset.add(m(housing), material: paint, part: "mirror", crease: 0.9)
      asset.add(m(stalk), material: trim, part: "mirror")
      asset.add(m(glass), material: asset.material(VehicleMaterials.mirror), part: "mirror")
    }
    if shape.hasCladding {
      for axle in shape.axles {
        let arch = (0...14).map { k -> Vector3 in
          let (sine, cosine) = DeterministicMath.sincos(Double.pi * Double(k) / 14)
          let r = shape.archRadius + 0.012
          return shape.side(Vector2(axle + r * cosine, shape.wheelRadius + r * sine))
        }
        let lip = MeshBuilder.tube(arch, radius: 0.022, sides: 6)
        asset.add(lip, material: trim)
        asset.add(lip.mirrored, material: trim)
      }
    }
  }

  private func addTop(to asset: inout AssetBuilder, paint: Int) {
    let shadow = asset.material(VehicleMaterials.shadow)
    let trim = asset.material(VehicleMaterials.trim)
    // The bonnet's edges.
    let edge = (0...12).map { k -> Vector3 in
      let s = 0.035 + (shape.windscreen.bottom - 0.045) * Double(k) / 12
      let e = shell.roofEdge(s)
      return shape.rounded(Vector3(shape.x(s), e.y, e.z))
    }
    let line = MeshBuilder.bar(edge, section: gap)
    asset.add(line, material: shadow)
    asset.add(line.mirrored, material: shadow)
    // Wipers rest along the foot of the windscreen.
    for (y0, y1) in [(0.55, -0.02), (-0.05, -0.6)] {
      let path = (0...5).map { k -> Vector3 in
        let f = Double(k) / 5
        let s = shape.windscreen.bottom + 0.006 + 0.02 * f
        let e = shell.roofEdge(s)
        let y = y0 + (y1 - y0) * f
        let share = y / max(0.1, e.y)
        return Vector3(shape.x(s), y, e.z + e.crown * (1 - share * share) + 0.012)
      }
      asset.add(.tube(path, radius: 0.009, sides: 5), material: trim)
    }
    // A short aerial, or rails on cars that carry loads.
    let s = (shape.windscreen.top + shape.rearWindow.top) / 2 + 0.14
    let fin = MeshBuilder.loft([
      superellipse(0.075, 0.022, count: 10).map { Vector3(shape.x(s) + $0.x, $0.y, shape.skyline(s) - 0.02) },
      superellipse(0.025, 0.007, count: 10).map {
        Vector3(shape.x(s) - 0.055 + $0.x, $0.y, shape.skyline(s) + 0.05)
      },
    ])
    asset.add(fin, material: paint)
    if style == .estate || style == .suv {
      let rail = (0...8).map { k -> Vector3 in
        let t =
          shape.windscreen.top + 0.04 + (shape.rearWindow.top - shape.windscreen.top - 0.07) * Double(k) / 8
        let e = shell.roofEdge(t)
        return Vector3(shape.x(t), e.y, e.z + (k == 0 || k == 8 ? 0.0 : 0.035))
      }
      let bar = MeshBuilder.tube(rail, radius: 0.014, sides: 6)
      asset.add(bar, material: trim)
      asset.add(bar.mirrored, material: trim)
    }
  }
}
