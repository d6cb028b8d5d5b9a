import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A chair that turns and rolls: a task chair with a back of mesh, an executive's of leather, a shell, or a plain one.
package struct OfficeChair: FurnitureAsset {
  package static let assetName = "office_chair"
  private enum Form { case task, executive, shell, plain }
  private let form: Form
  /// Of the seat, metres.
  package var seat: Double
  private let look: Look

  package init(_ look: Look) {
    let forms: [Form] =
      switch look.style {
      case .scandinavian: [.shell, .task, .plain]
      case .modern: [.task, .task, .executive]
      case .industrial: [.executive, .task]
      case .classic, .chineseModern: [.executive, .task]
      case .rustic: [.plain, .task, .executive]
      }
    form = look.pick("form", forms, .task)
    seat = look.variation.number("seat", in: 0.44...0.5)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "office_chair", mainPart: "seat")
    let v = look.variation
    let black = Finish.plastic(Colour(0x202224))
    let cloth = v.unit("accent") < 0.35 ? look.palette.accent(v.choice("c", of: 3)) : Colour(0x34373a)
    let isPale = v.unit("pale") < 0.3
    let shellFinish = isPale ? Finish.plastic(Colour(0xe3e4e4)) : black
    addBase(to: &asset, v.unit("polished") < 0.4 || form == .shell ? .metal(.chrome) : shellFinish, black)
    switch form {
    case .task: addTask(to: &asset, .fabric(cloth), shellFinish)
    case .executive:
      addExecutive(
        to: &asset, .leather(v.unit("brown") < 0.4 ? look.palette.leather : Colour(0x232222)), black)
    case .shell:
      let shell = ChairShell(seat: seat - 0.012, back: seat + 0.37, width: 0.52, curl: 0.14)
      let colour = [Colour(0xf1f0ec), look.palette.accent(v.choice("c", of: 3)), look.palette.upholstery][
        v.choice("shell", of: 3)]
      asset.add(shell.mesh, .plastic(colour), crease: 1)
      asset.add(shell.pad, .fabric(cloth), part: "cushion", crease: 1.1)
    case .plain: addPlain(to: &asset, .fabric(cloth), black)
    }
    return asset.asset()
  }

  /// Five arms on castors, a gas lift and the mechanism below the seat.
  private func addBase(to asset: inout AssetBuilder, _ star: Finish, _ black: Finish) {
    let reach = 0.31
    for i in 0..<5 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * (Double(i) / 5) + 0.3)
      let out = Vector3(c, s, 0)
      let side = Vector3(-s, c, 0)
      let rings = (0...6).map { k -> [Vector3] in
        let t = Double(k) / 6
        let at = out * (0.02 + (reach - 0.02) * t) + Vector3(0, 0, 0.105 - 0.03 * t * t)
        let (w, h) = (0.026 - 0.011 * t, 0.021 - 0.01 * t)
        return roundedRectangle(2 * w, 2 * h, radius: h * 0.7, corner: 2).map {
          at + side * $0.x + Vector3(0, 0, $0.y)
        }
      }
      asset.add(.loft(rings), star, part: "base", crease: 1)
      // A castor: a pin, a hood, two wheels.
      let hub = out * (reach - 0.012)
      let roll = Vector3(-c * 0.4 - s * 0.9, -s * 0.4 + c * 0.9, 0)
      let axle = normalized(roll)
      asset.add(
        .cylinder(from: hub + Vector3(0, 0, 0.03), to: hub + Vector3(0, 0, 0.078), radius: 0.007, sides: 8),
        black, part: "castor")
      asset.add(
        .cylinder(
          from: hub - axle * 0.008 + Vector3(0, 0, 0.033), to: hub + axle * 0.008 + Vector3(0, 0, 0.033),
          radius: 0.024, sides: 14), black, part: "castor")
      for sign in [-1.0, 1] {
        let a = hub + axle * (sign * 0.009) + Vector3(0, 0, 0.028)
        asset.add(
          .tube(
            [a, a + axle * (sign * 0.013), a + axle * (sign * 0.017)], radii: [0.028, 0.028, 0.02], sides: 16),
          black, part: "castor")
      }
    }
    asset.add(
      .cylinder(
        from: Vector3(0, 0, 0.07), to: Vector3(0, 0, 0.14), radius: 0.042, endRadius: 0.034, sides: 20), star,
      part: "base")
    asset.add(
      .cylinder(from: Vector3(0, 0, 0.13), to: Vector3(0, 0, 0.27), radius: 0.026, sides: 18), black,
      part: "gas lift")
    asset.add(
      .cylinder(from: Vector3(0, 0, 0.26), to: Vector3(0, 0, seat - 0.09), radius: 0.014, sides: 14),
      .metal(.chrome), part: "gas lift")
    asset.add(
      .box(from: Vector3(-0.13, -0.075, seat - 0.115), to: Vector3(0.09, 0.075, seat - 0.06), bevel: 0.012),
      black, part: "mechanism")
    asset.add(
      .capsule(
        from: Vector3(0.03, -0.07, seat - 0.09), to: Vector3(0.05, -0.22, seat - 0.085), radius: 0.006,
        sides: 8), black, part: "lever")
  }

  private func cushion(_ depth: Double, _ width: Double, thick: Double) -> MeshBuilder {
    SoftBlock(
      Vector3(-depth / 2, -width / 2, seat - thick), Vector3(depth / 2, width / 2, seat), radius: 0.036,
      crown: Vector3(0.02, 0.012, 0.012),
      pitch: 0.07
    ).mesh.displaced { p in
      // The front edge falls away; the sides rise a little.
      let front = max(0, p.x / (depth / 2) - 0.55)
      return Vector3(
        p.x, p.y * (1 - 0.1 * max(0, -p.x / depth)), p.z - 0.09 * front * front + 0.18 * p.y * p.y)
    }
  }

  private func addArms(to asset: inout AssetBuilder, _ frame: Finish, _ pad: Finish, height: Double) {
    for sign in [-1.0, 1] {
      let y = sign * 0.275
      asset.add(
        .tube(
          [
            Vector3(-0.01, sign * 0.14, seat - 0.075), Vector3(-0.01, y * 0.93, seat - 0.075),
            Vector3(-0.015, y, seat - 0.04), Vector3(-0.02, y, height - 0.03),
          ],
          radius: 0.016, sides: 10), frame, part: "arm", crease: 1.2)
      asset.add(
        SoftBlock(
          Vector3(-0.14, y - 0.04, height - 0.032), Vector3(0.12, y + 0.04, height), radius: 0.015,
          crown: Vector3(0.004, 0, 0.003), pitch: 0.2
        ).mesh,
        pad, part: "arm", crease: 1.1)
    }
  }

  /// A frame around a stretched mesh, a lumbar bar behind, sometimes a head rest.
  private func addTask(to asset: inout AssetBuilder, _ cloth: Finish, _ frame: Finish) {
    let v = look.variation
    asset.add(cushion(0.48, 0.49, thick: 0.075), cloth, crease: 1.1)
    let (low, high) = (seat + 0.07, seat + v.number("back", in: 0.5...0.6))
    func surface(_ u: Double, _ w: Double, _ lift: Double) -> Vector3 {
      // u across from -1 to 1, w from 0 below to 1 above.
      let half = 0.225 * (1 - 0.12 * (2 * w - 0.9) * (2 * w - 0.9))
      let spine = 0.035 * DeterministicMath.sin(Double.pi * (1.15 * w + 0.1)) - 0.12 * w
      return Vector3(-0.25 + spine + 0.075 * u * u + lift, half * u, low + (high - low) * w)
    }
    var net = MeshBuilder.slab(
      columns: 10, rows: 12, front: { u, w in surface(1 - 2 * u, 1 - w, 0.002) },
      back: { u, w in surface(1 - 2 * u, 1 - w, -0.002) })
    net.projectUVs()
    asset.add(net, cloth, part: "back", crease: 1)
    // The frame around it, its corners round.
    let loop = roundedRectangle(2, 1, radius: 0.16, corner: 5)
    var path: [Vector3] = []
    for i in loop.indices {
      let (a, b) = (loop[i], loop[(i + 1) % loop.count])
      for k in 0..<3 {
        let q = a + (b - a) * (Double(k) / 3)
        path.append(surface(q.x, q.y + 0.5, 0))
      }
    }
    asset.add(.cord(path, axis: Vector3(1, 0, 0), radius: 0.014, sides: 8), frame, part: "back", crease: 1.2)
    let spine = [
      Vector3(-0.1, 0, seat - 0.085), Vector3(-0.24, 0, seat - 0.08), Vector3(-0.3, 0, seat - 0.02),
      Vector3(-0.285, 0, seat + 0.14), surface(0, 0.55, -0.025),
    ]
    asset.add(
      .tube(spine, radii: [0.026, 0.026, 0.024, 0.02, 0.016], sides: 12), frame, part: "back", crease: 1.2)
    let lumbar = (0...8).map { surface(Double($0) / 4 - 1, 0.3, -0.02) }
    asset.add(
      .bar(lumbar, section: roundedRectangle(0.014, 0.06, radius: 0.006, corner: 2)), frame, part: "back",
      crease: 1)
    if v.unit("head") < 0.4 {
      let at = surface(0, 1, 0)
      asset.add(
        .tube(
          [surface(0, 0.95, -0.01), at + Vector3(-0.03, 0, 0.05), at + Vector3(-0.012, 0, 0.1)],
          radius: 0.011, sides: 8), frame, part: "head rest", crease: 1.2)
      let pad = SoftBlock(
        at + Vector3(-0.02, -0.135, 0.055), at + Vector3(0.02, 0.135, 0.16), radius: 0.018,
        crown: Vector3(0.008, 0, 0.004), pitch: 0.07
      ).mesh.displaced { Vector3($0.x + 1.2 * $0.y * $0.y, $0.y, $0.z) }
      asset.add(pad, cloth, part: "head rest", crease: 1.1)
    }
    if v.unit("arms") < 0.8 { addArms(to: &asset, frame, .plastic(Colour(0x202224)), height: seat + 0.2) }
  }

  private func addExecutive(to asset: inout AssetBuilder, _ leather: Finish, _ black: Finish) {
    let v = look.variation
    asset.add(cushion(0.5, 0.52, thick: 0.11), leather, crease: 1.1)
    let high = seat + v.number("back", in: 0.62...0.74)
    let count = 5
    let low = seat + 0.02
    let step = (high - low) / Double(count)
    func bent(_ mesh: MeshBuilder) -> MeshBuilder {
      mesh.displaced { p in
        let t = (p.z - low) / (high - low)
        let narrow = 1 - 0.22 * t * t
        return Vector3(
          p.x + 0.9 * p.y * p.y - 0.16 * t + 0.035 * DeterministicMath.sin(Double.pi * 1.3 * t), p.y * narrow,
          p.z)
      }
    }
    asset.add(
      bent(
        SoftBlock(
          Vector3(-0.3, -0.255, low - 0.03), Vector3(-0.25, 0.255, high), radius: 0.024,
          crown: Vector3(0, 0, 0.03), pitch: 0.07
        ).mesh),
      leather, part: "back", crease: 1.1)
    // Padded bands across.
    for i in 0..<count {
      let z = low + step * Double(i)
      asset.add(
        bent(
          SoftBlock(
            Vector3(-0.275, -0.235, z + 0.002), Vector3(-0.2, 0.235, z + step - 0.002), radius: 0.032,
            crown: Vector3(i == count - 1 ? 0.022 : 0.012, 0, 0), pitch: 0.07
          ).mesh), leather, part: "back", crease: 1.1)
    }
    asset.add(
      .tube(
        [
          Vector3(-0.1, 0, seat - 0.09), Vector3(-0.29, 0, seat - 0.085), Vector3(-0.325, 0, seat + 0.0),
          Vector3(-0.33, 0, seat + 0.16),
        ], radius: 0.026, sides: 10),
      black, part: "back", crease: 1.2)
    addArms(to: &asset, black, leather, height: seat + 0.2)
  }

  private func addPlain(to asset: inout AssetBuilder, _ cloth: Finish, _ black: Finish) {
    asset.add(cushion(0.42, 0.43, thick: 0.06), cloth, crease: 1.1)
    let back = SoftBlock(
      Vector3(-0.26, -0.19, seat + 0.15), Vector3(-0.215, 0.19, seat + 0.42), radius: 0.02,
      crown: Vector3(0.018, 0.006, 0.012), pitch: 0.06
    ).mesh.displaced { Vector3($0.x + 1.1 * $0.y * $0.y - 0.02, $0.y, $0.z) }
    asset.add(back.leaning(0.12, from: seat), cloth, part: "back", crease: 1.1)
    asset.add(
      .tube(
        [
          Vector3(-0.1, 0, seat - 0.085), Vector3(-0.25, 0, seat - 0.08), Vector3(-0.3, 0, seat - 0.03),
          Vector3(-0.31, 0, seat + 0.28),
        ], radius: 0.015, sides: 10),
      black, part: "back", crease: 1.2)
  }
}
