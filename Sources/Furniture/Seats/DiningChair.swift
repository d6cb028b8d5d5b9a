import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A chair for a table, in seven designs: slats, spindles, a moulded shell, padded, a crossed back, a yoke back, sheet
/// steel.
package struct DiningChair: FurnitureAsset {
  package static let assetName = "dining_chair"
  package enum Form: Sendable { case slats, spindles, shell, padded, cross, yoke, steel }
  package var form: Form
  let parts: ChairParts
  let look: Look

  package init(_ look: Look) {
    let v = look.variation
    let forms: [Form] =
      switch look.style {
      case .scandinavian: [.shell, .spindles, .slats, .padded]
      case .modern: [.shell, .padded, .shell]
      case .industrial: [.steel, .padded, .slats]
      case .classic: [.padded, .cross, .slats]
      case .rustic: [.cross, .spindles, .slats]
      case .chineseModern: [.yoke, .slats, .padded]
      }
    form = look.pick("form", forms, .slats)
    var parts = ChairParts(
      half: Vector2(v.number("depth", in: 0.41...0.45) / 2, v.number("width", in: 0.42...0.47) / 2),
      seat: v.number("seat", in: 0.445...0.465), back: v.number("back", in: 0.82...0.92))
    if form == .yoke { parts.back = v.number("yoke", in: 1.0...1.1) }
    self.parts = parts
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "dining_chair", mainPart: "seat")
    let v = look.variation
    let wood = look.either(look.wood, look.darkWood, "wood", share: look.style == .chineseModern ? 0.7 : 0.25)
    let cloth = v.unit("accent") < 0.4 ? look.palette.accent(v.choice("c", of: 3)) : look.palette.upholstery
    let cover = look.either(.fabric(cloth), .leather(look.palette.leather), "cover", share: 0.3)
    switch form {
    case .slats: addSlats(to: &asset, wood, cover)
    case .spindles: addSpindles(to: &asset, wood)
    case .shell: addShell(to: &asset, wood, cover)
    case .padded: addPadded(to: &asset, wood, cover)
    case .cross: addCross(to: &asset, wood)
    case .yoke: addYoke(to: &asset, wood)
    case .steel: addSteel(to: &asset, wood)
    }
    return asset.asset()
  }

  private func addShell(to asset: inout AssetBuilder, _ wood: Finish, _ cover: Finish) {
    let v = look.variation
    let hasArms = v.unit("arms") < 0.3
    let shell = ChairShell(
      seat: parts.seat - 0.015, back: 0.8 + v.number("rise", in: 0...0.05), width: hasArms ? 0.55 : 0.47,
      curl: hasArms ? 0.17 : 0.05)
    let colours = [
      Colour(0xf1f0ec), Colour(0x2b2d2f), look.palette.accent(v.choice("c", of: 3)), look.palette.upholstery,
    ]
    let isPly = v.unit("ply") < 0.2
    asset.add(shell.mesh, isPly ? wood : .plastic(colours[v.choice("shell", of: colours.count)]), crease: 1)
    if v.unit("pad") < 0.35 { asset.add(shell.pad, cover, part: "cushion", crease: 1.1) }
    let legs = v.choice("legs", of: 3)
    let under = parts.seat - 0.028
    if legs == 2 {
      // A sled of bent tube.
      for sign in [-1.0, 1] {
        let y = sign * 0.2
        let path = [
          Vector3(0.12, sign * 0.13, under), Vector3(0.19, y * 0.95, under - 0.03), Vector3(0.215, y, 0.03),
          Vector3(0.2, y, 0.009),
          Vector3(-0.19, y, 0.009), Vector3(-0.21, y, 0.03), Vector3(-0.16, y * 0.95, under - 0.01),
          Vector3(-0.1, sign * 0.13, under),
        ]
        asset.add(.tube(path, radius: 0.009, sides: 10), look.frameMetal, part: "leg", crease: 1.3)
      }
      for x in [0.12, -0.1] {
        asset.add(
          .cylinder(from: Vector3(x, -0.135, under), to: Vector3(x, 0.135, under), radius: 0.009, sides: 10),
          look.frameMetal, part: "leg")
      }
      return
    }
    let metal = look.frameMetal
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let top = Vector3(sx > 0 ? 0.12 : -0.1, sy * 0.12, under)
        let foot = Vector3(sx > 0 ? 0.215 : -0.225, sy * 0.21, 0)
        if legs == 0 {
          asset.add(LegShape.tapered.mesh(from: top, to: foot, width: 0.032), wood, part: "leg")
        } else {
          asset.add(
            .cylinder(from: foot, to: top, radius: 0.0075, endRadius: 0.0085, sides: 10), metal, part: "leg")
        }
      }
      // The iron under the shell, and a thin cross between the legs.
      let x = sx > 0 ? 0.12 : -0.1
      asset.add(
        .box(
          from: Vector3(x - 0.014, -0.135, under - 0.002), to: Vector3(x + 0.014, 0.135, under + 0.006),
          bevel: 0.001), metal, part: "bracket")
      let t = 0.45
      let at = Vector3(x + (sx > 0 ? 0.095 : -0.125) * t, 0.12 + 0.09 * t, under * (1 - t))
      asset.add(
        .cylinder(
          from: at,
          to: Vector3(sx > 0 ? -0.1 - 0.125 * t : 0.12 + 0.095 * t, -0.12 - 0.09 * t, under * (1 - t)),
          radius: 0.004, sides: 8),
        metal, part: "bracket")
    }
  }

  private func addPadded(to asset: inout AssetBuilder, _ wood: Finish, _ cover: Finish) {
    let p = parts
    let v = look.variation
    asset.add(p.paddedSeat(thickness: 0.085, grow: 0.008), cover, crease: 1.1)
    let isMetal = look.style == .industrial || (look.style == .modern && v.unit("metal legs") < 0.6)
    let shape: LegShape = isMetal ? .tube : look.style == .classic ? .turned : .spade
    let legs = isMetal ? look.frameMetal : wood
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let top = Vector3(sx * (p.half.x - 0.045), sy * (p.half.y - 0.05), p.seat - 0.075)
        let foot = Vector3(top.x + (sx < 0 ? -0.06 : 0.02), top.y + sy * 0.018, 0)
        asset.add(
          (sx < 0 && shape == .turned ? LegShape.spade : shape).mesh(
            from: top, to: foot, width: isMetal ? 0.02 : 0.04), legs, part: "leg")
      }
    }
    // The back wraps around a little, narrower above.
    var block = SoftBlock(
      Vector3(-p.half.x, -p.half.y + 0.012, p.seat - 0.06),
      Vector3(-p.half.x + 0.055, p.half.y - 0.012, p.back), radius: 0.026,
      crown: Vector3(0.016, 0, 0.018), pitch: 0.05)
    if v.unit("tufted") < 0.3 { block.tufts = (Vector2(0.13, 0.12), 0.016) }
    let wrap = v.number("wrap", in: 0.2...0.9)
    func bent(_ mesh: MeshBuilder) -> MeshBuilder {
      mesh.displaced { q in
        let t = max(0, (q.z - p.seat) / (p.back - p.seat))
        return Vector3(q.x + wrap * q.y * q.y - 0.02, q.y * (1 - 0.1 * t * t), q.z)
      }.leaning(0.2, from: p.seat - 0.06)
    }
    asset.add(bent(block.mesh), cover, part: "back", crease: 1.1)
    asset.add(bent(block.buttonMesh), cover, part: "back", crease: 1.1)
    if v.unit("piping") < 0.4 { asset.add(bent(block.piping(axis: 0)), cover, part: "back", crease: 1.1) }
  }

  private func addSteel(to asset: inout AssetBuilder, _ wood: Finish) {
    let p = parts
    let metal = Finish.metal(look.variation.unit("bare") < 0.4 ? .steel : .blackened)
    let isWooden = look.variation.unit("wooden seat") < 0.5
    asset.add(
      isWooden ? p.woodenSeat(thickness: 0.02, radius: 0.05) : p.woodenSeat(thickness: 0.028, radius: 0.06),
      isWooden ? wood : metal)
    let line = p.outline(radius: 0.05)
    asset.add(
      .plate(insetOutline(line, by: 0.012), bottom: p.seat - 0.05, top: p.seat - 0.018, edge: 0.003), metal,
      part: "frame")
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let top = Vector3(sx * (p.half.x - 0.04), sy * (p.half.y - 0.045), p.seat - 0.03)
        let foot = Vector3(sx * (p.half.x + 0.015), sy * (p.half.y + 0.005), 0)
        asset.add(LegShape.spade.mesh(from: top, to: foot, width: 0.048), metal, part: "leg")
      }
    }
    // The back: one tube up and around, a splat of sheet in it.
    let (y, bend) = (p.half.y - 0.045, 0.1)
    let low = Vector3(-p.half.x + 0.03, 0, p.seat - 0.03)
    func at(_ side: Double, _ z: Double) -> Vector3 { Vector3(low.x - 0.26 * (z - low.z), side, z) }
    var path = [at(y, low.z), at(y, p.back - bend)]
    for i in 1...6 {
      let (s, c) = DeterministicMath.sincos(Double.pi / 2 * Double(i) / 6)
      path.append(at(y - bend * (1 - c), p.back - bend + bend * s))
    }
    path += path.reversed().map { Vector3($0.x, -$0.y, $0.z) }
    asset.add(.tube(path, radius: 0.011, sides: 10), metal, part: "back", crease: 1.2)
    let splat = MeshBuilder.slab(
      columns: 6, rows: 8,
      front: { u, v in
        at((1 - 2 * u) * (0.055 + 0.025 * (1 - v)), p.back - 0.004 + (low.z - p.back) * v)
          + Vector3(0.003 - 0.02 * (1 - (2 * u - 1) * (2 * u - 1)), 0, 0)
      },
      back: { u, v in
        at((1 - 2 * u) * (0.055 + 0.025 * (1 - v)), p.back - 0.004 + (low.z - p.back) * v)
          + Vector3(-0.003 - 0.02 * (1 - (2 * u - 1) * (2 * u - 1)), 0, 0)
      })
    asset.add(splat, metal, part: "back", crease: 1)
  }
}
