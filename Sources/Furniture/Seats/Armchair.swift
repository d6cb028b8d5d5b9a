import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// An easy chair: one seat of a suite, a barrel chair with a round back, a wing chair, or a frame of wood with loose
/// cushions.
package struct Armchair: FurnitureAsset {
  package static let assetName = "armchair"
  private enum Form { case suite, barrel, wing, frame }
  private let form: Form
  private let look: Look

  package init(_ look: Look) {
    self.look = look
    let forms: [Form] =
      switch look.style {
      case .scandinavian: [.frame, .barrel, .suite]
      case .modern: [.barrel, .suite, .barrel]
      case .industrial: [.suite, .frame, .barrel]
      case .classic, .rustic: [.wing, .suite, .wing]
      case .chineseModern: [.frame, .barrel, .suite]
      }
    form = look.pick("form", forms, .suite)
  }

  package func makeAsset() -> Asset {
    let v = look.variation
    if form == .suite {
      return SofaDesign(look).row(
        Self.assetName, nativeClass: "armchair", seats: 1, width: v.number("width", in: 0.86...1.0)
      ).asset()
    }
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "armchair", mainPart: "frame")
    let colour = v.unit("accent") < 0.5 ? look.palette.accent(v.choice("c", of: 3)) : look.palette.upholstery
    let cover = look.either(.fabric(colour), .leather(look.palette.leather), "cover", share: 0.25)
    switch form {
    case .barrel, .suite: addBarrel(to: &asset, cover)
    case .wing: addWing(to: &asset, cover)
    case .frame: addFrame(to: &asset, cover)
    }
    return asset.asset()
  }

  /// A padded wall that runs around the seat in a horseshoe and falls towards the front.
  private func addBarrel(to asset: inout AssetBuilder, _ cover: Finish) {
    let v = look.variation
    let r = v.number("radius", in: 0.36...0.4)
    let (low, seat) = (v.number("clearance", in: 0.1...0.16), v.number("seat", in: 0.41...0.45))
    let (high, arm) = (v.number("back", in: 0.72...0.8), v.number("arm", in: 0.56...0.64))
    let thick = 0.085
    let straight = 0.1
    // The middle line in plan from the right front around the back to the left front.
    let count = 26
    func line(_ t: Double) -> (Vector2, Vector2) {
      let arc = Double.pi * r
      let s = t * (arc + 2 * straight)
      if s < straight { return (Vector2(straight - s, -r), Vector2(0, -1)) }
      if s > straight + arc { return (Vector2(s - straight - arc, r), Vector2(0, 1)) }
      let a = (s - straight) / r
      let (sin, cos) = DeterministicMath.sincos(a)
      return (Vector2(-r * sin, -r * cos), Vector2(-sin, -cos))
    }
    let section = roundedRectangle(thick, 1, radius: thick / 2, corner: 4)
    let rings = (0...count).map { i -> [Vector3] in
      let t = Double(i) / Double(count)
      let (p, out) = line(t)
      let rise = smoothstep(0.08, 0.42, t) * (1 - smoothstep(0.58, 0.92, t))
      let top = arm + (high - arm) * rise
      let height = top - low
      // Both ends are rounded off; the wall leans outward with its height.
      let end = min(t, 1 - t) * Double(count)
      let narrow = end < 0.5 ? 0.55 : end < 1.5 ? 0.93 : 1
      return section.map { q in
        // The section's arcs are kept round whatever the height of the wall.
        let z = q.y > 0 ? top - (0.5 - q.y) : low + (q.y + 0.5)
        let lean = 0.1 * (z - low) / 0.6
        let at = p + out * (q.x * narrow + lean)
        return Vector3(at.x, at.y, z - (1 - narrow) * 0.05 * (z - low) / height)
      }
    }
    asset.add(MeshBuilder.loft(rings), cover, part: "back", crease: 1.1)
    // The seat: a base under a cushion, both with a round rear.
    func outline(_ inset: Double, _ front: Double) -> [Vector2] {
      let radius = r - thick / 2 - inset
      let rear = (0...14).map { i -> Vector2 in
        let (s, c) = DeterministicMath.sincos(Double.pi * (0.5 + Double(i) / 14))
        return Vector2(c, s) * radius
      }
      return rear + [
        Vector2(front - 0.04, -radius), Vector2(front - 0.01, 0.03 - radius), Vector2(front, 0.08 - radius),
        Vector2(front, radius - 0.08), Vector2(front - 0.01, radius - 0.03), Vector2(front - 0.04, radius),
      ]
    }
    asset.add(
      .plate(outline(0.01, straight + 0.16), bottom: low, top: seat - 0.13, edge: 0.012), cover, crease: 1.1)
    asset.add(
      cushion(outline(-0.012, straight + 0.2), bottom: seat - 0.135, top: seat), cover, part: "seat cushion",
      crease: 1.1)
    let shape: LegShape = look.style == .modern ? .tube : .tapered
    let legs = shape == .tube ? look.frameMetal : look.wood
    for (x, y) in [(straight + 0.08, 0.24), (straight + 0.08, -0.24), (-0.22, 0.18), (-0.22, -0.18)] {
      asset.add(
        shape.mesh(
          from: Vector3(x, y, low + 0.02), to: Vector3(x * 1.12, y * 1.12, 0),
          width: shape == .tube ? 0.02 : 0.04),
        legs, part: "leg")
    }
  }

  /// A cushion of any outline, its edges round and its top swollen.
  private func cushion(_ outline: [Vector2], bottom: Double, top: Double) -> MeshBuilder {
    let (h, r) = (top - bottom, 0.045)
    func ring(_ inset: Double, _ z: Double) -> [Vector3] {
      insetOutline(outline, by: inset).map { Vector3($0.x, $0.y, z) }
    }
    let middle = outline.reduce(Vector2.zero, +) / Double(outline.count)
    func shrunk(_ by: Double, _ z: Double) -> [Vector3] {
      insetOutline(outline, by: r).map { p in
        let q = middle + (p - middle) * by
        return Vector3(q.x, q.y, z)
      }
    }
    var mesh = MeshBuilder.loft([
      ring(r, bottom), ring(r * 0.3, bottom + r * 0.3), ring(0, bottom + h * 0.5),
      ring(r * 0.12, top - r * 0.65),
      ring(r * 0.42, top - r * 0.25), ring(r, top - 0.004), shrunk(0.75, top + 0.008),
      shrunk(0.4, top + 0.018),
      shrunk(0.01, top + 0.02),
    ])
    mesh.projectUVs()
    return mesh
  }

  /// High back with wings, scrolled arms, on turned or bent legs.
  private func addWing(to asset: inout AssetBuilder, _ cover: Finish) {
    let v = look.variation
    let (w, d) = (v.number("width", in: 0.72...0.8), v.number("depth", in: 0.76...0.84))
    let (low, seat, high) = (0.2, v.number("seat", in: 0.43...0.46), v.number("back", in: 1.02...1.14))
    let rear = -d / 2
    let lean = 0.17
    let foot = rear + lean * (high - low)
    let inner = w / 2 - 0.11
    var back = SoftBlock(
      Vector3(foot - 0.02, -inner - 0.02, low), Vector3(foot + 0.12, inner + 0.02, high), radius: 0.055,
      crown: Vector3(0.03, 0, 0.03), pitch: 0.045)
    if v.unit("tufted") < 0.6 { back.tufts = (Vector2(0.16, 0.15), 0.028) }
    asset.add(back.mesh.leaning(lean, from: low), cover, part: "back", crease: 1.1)
    asset.add(back.buttonMesh.leaning(lean, from: low), cover, part: "back", crease: 1.1)
    asset.add(
      SoftBlock(
        Vector3(foot, -inner - 0.03, low), Vector3(d / 2 - 0.03, inner + 0.03, seat - 0.12), radius: 0.025
      ).mesh,
      cover, crease: 1.1)
    let cushion = SoftBlock(
      Vector3(foot + 0.08, 0.004 - inner, seat - 0.13), Vector3(d / 2, inner - 0.004, seat - 0.015),
      radius: 0.04,
      crown: Vector3(0.015, 0.004, 0.025), lumps: 0.003, phase: v.unit("phase"))
    asset.add(cushion.mesh, cover, part: "seat cushion", crease: 1.1)
    asset.add(cushion.piping(axis: 2), cover, part: "seat cushion", crease: 1.1)
    for side in [-1.0, 1] {
      func put(_ mesh: MeshBuilder, _ part: String) {
        asset.add(side > 0 ? mesh : mesh.mirrored, cover, part: part, crease: 1.1)
      }
      put(
        SoftBlock(
          Vector3(foot + 0.02, inner, low), Vector3(d / 2 - 0.09, w / 2 - 0.015, seat + 0.14), radius: 0.03,
          crown: Vector3(0, 0.006, 0)
        ).mesh, "arm")
      put(
        .capsule(
          from: Vector3(foot + 0.06, w / 2 - 0.055, seat + 0.16),
          to: Vector3(d / 2 - 0.11, w / 2 - 0.05, seat + 0.15),
          radius: 0.058, sides: 16, capRings: 4), "arm")
      // The wing: a padded board that narrows upward and turns out a little.
      let wing = SoftBlock(
        Vector3(foot - 0.01, inner, seat + 0.12), Vector3(foot + 0.3, inner + 0.07, high - 0.03),
        radius: 0.03,
        crown: Vector3(0.01, 0.01, 0), pitch: 0.07
      ).mesh.displaced { p in
        let t = max(0, min(1, (p.z - seat - 0.12) / (high - seat - 0.15)))
        let reach = 0.92 - 0.25 * t + 0.18 * DeterministicMath.sin(Double.pi * t)
        let forward = p.x - foot
        return Vector3(foot + forward * reach, p.y + 0.25 * max(0, forward) * forward, p.z)
      }
      put(wing.leaning(lean, from: low), "wing")
    }
    for (x, shape) in [(d / 2 - 0.07, LegShape.turned), (foot + 0.02, LegShape.spade)] {
      for sy in [-1.0, 1] {
        let back = shape == .spade ? -0.07 : 0
        asset.add(
          shape.mesh(
            from: Vector3(x, sy * (inner - 0.01), low + 0.02), to: Vector3(x + back, sy * (inner - 0.01), 0),
            width: 0.05),
          look.darkWood, part: "leg")
      }
    }
  }

  /// Two side frames of wood that carry a leaning seat and two loose cushions.
  private func addFrame(to asset: inout AssetBuilder, _ cover: Finish) {
    let v = look.variation
    let wood = look.either(look.wood, look.darkWood, "wood", share: look.style == .chineseModern ? 1 : 0.2)
    let w = v.number("width", in: 0.68...0.76)
    let d = v.number("depth", in: 0.74...0.82)
    let (arm, seat, high) = (v.number("arm", in: 0.54...0.6), 0.4, v.number("back", in: 0.8...0.92))
    let tilt = 0.14
    let y = w / 2 - 0.025
    let (front, rear) = (d / 2 - 0.06, 0.12 - d / 2)
    for side in [-1.0, 1] {
      func put(_ mesh: MeshBuilder, _ part: String) {
        asset.add(side > 0 ? mesh : mesh.mirrored, wood, part: part)
      }
      put(
        LegShape.tapered.mesh(
          from: Vector3(front - 0.03, y, arm - 0.012), to: Vector3(front + 0.03, y, 0), width: 0.042), "leg")
      put(
        LegShape.tapered.mesh(
          from: Vector3(rear + 0.04, y, arm - 0.04), to: Vector3(rear - 0.08, y, 0), width: 0.042), "leg")
      // The arm rest swells to a paddle in front.
      let rest = (0...10).map { i -> [Vector3] in
        let t = Double(i) / 10
        let x = rear - 0.05 + (front + 0.1 - rear) * t
        let half = 0.018 + 0.016 * smoothstep(0.2, 0.85, t) * (t > 0.97 ? 0.5 : 1)
        let z = arm - 0.035 * (1 - smoothstep(0, 0.5, t)) + 0.004
        return superellipse(half, 0.013, exponent: 3, count: 12).map { Vector3(x, y + $0.x, z + $0.y) }
      }
      put(MeshBuilder.loft(rest).grainAlong, "arm")
      put(
        .board(
          Vector3(rear - 0.02, y - 0.014, seat - 0.15), Vector3(front, y + 0.014, seat - 0.09), bevel: 0.004
        )
        .displaced { Vector3($0.x, $0.y, $0.z + tilt * $0.x * 0.7) }, "rail")
    }
    for (x, z) in [(front - 0.02, seat - 0.06), (rear + 0.02, seat - 0.17)] {
      asset.add(
        .board(Vector3(x - 0.012, -y, z - 0.028), Vector3(x + 0.012, y, z + 0.028), bevel: 0.004), wood)
    }
    // The back: two posts and slats, leaning, behind the cushion.
    let foot = rear + 0.1
    let lean = 0.32
    func put(_ mesh: MeshBuilder) { asset.add(mesh.leaning(lean, from: seat - 0.08), wood, part: "back") }
    let inner = y - 0.04
    for sy in [-1.0, 1] {
      put(
        .board(
          Vector3(foot - 0.012, sy * inner - 0.014, seat - 0.16),
          Vector3(foot + 0.012, sy * inner + 0.014, high), bevel: 0.005))
    }
    for i in 0..<5 {
      let z = seat + 0.04 + (high - seat - 0.08) * Double(i) / 4
      put(
        .board(
          Vector3(foot - 0.008, -inner, z - 0.018), Vector3(foot + 0.008, inner, z + 0.018), bevel: 0.004))
    }
    let width = inner - 0.005
    let cushion = SoftBlock(
      Vector3(foot + 0.02, -width, seat - 0.075), Vector3(front + 0.03, width, seat + 0.045), radius: 0.04,
      crown: Vector3(0.01, 0.004, 0.018), lumps: 0.003, phase: v.unit("phase")
    ).mesh.displaced { Vector3($0.x, $0.y, $0.z + tilt * $0.x * 0.7) }
    asset.add(cushion, cover, part: "seat cushion", crease: 1.1)
    let rest = SoftBlock(
      Vector3(foot + 0.014, -width, seat + 0.01), Vector3(foot + 0.13, width, high + 0.02), radius: 0.045,
      crown: Vector3(0.025, 0.004, 0.01), lumps: 0.004, phase: v.unit("phase 2"), pitch: 0.09)
    asset.add(rest.mesh.leaning(lean, from: seat - 0.08), cover, part: "back cushion", crease: 1.1)
  }
}
