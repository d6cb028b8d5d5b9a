import Assets
import InteriorSurfaces
import VectorMath

/// What the members of one suite share: the shape of arms, feet and back, and what covers them.
///
/// All lengths in metres.
struct SofaDesign: Sendable {
  enum Arm: Sendable { case track, slim, padded, rolled, wooden }
  enum Foot: Sendable { case tapered, cylinder, sled, block, bun }
  enum Back: Sendable { case loose, tight, tufted }

  var arm: Arm
  var foot: Foot
  var back: Back
  /// From the back to the front of the seat.
  var depth: Double
  var seatHeight: Double
  var backHeight: Double
  var armHeight: Double
  var armWidth: Double
  /// Below the upholstery.
  var clearance: Double
  /// How far the back leans for each metre up.
  var lean: Double
  var cover: Finish
  var legs: Finish
  var hasPiping: Bool
  /// How coarsely cushions are divided, against the usual.
  var pitch = 1.0
  let look: Look

  init(_ look: Look) {
    let v = look.variation
    let choices: [(Arm, Foot, Back)] =
      switch look.style {
      case .scandinavian:
        [(.slim, .tapered, .loose), (.wooden, .tapered, .loose), (.track, .tapered, .tight)]
      case .modern:
        [(.track, .sled, .loose), (.slim, .cylinder, .loose), (.padded, .block, .loose)]
      case .industrial:
        [(.track, .cylinder, .loose), (.rolled, .bun, .tufted), (.padded, .block, .loose)]
      case .classic:
        [(.rolled, .bun, .loose), (.rolled, .bun, .tufted), (.padded, .bun, .loose)]
      case .rustic:
        [(.padded, .block, .loose), (.rolled, .bun, .loose), (.track, .tapered, .loose)]
      case .chineseModern:
        [(.wooden, .block, .loose), (.track, .block, .loose), (.slim, .cylinder, .tight)]
      }
    (arm, foot, back) = look.pick("suite", choices, (.track, .tapered, .loose))
    depth = v.number("suite depth", in: 0.86...0.98)
    seatHeight = v.number("seat height", in: 0.42...0.46)
    backHeight = v.number("back height", in: 0.78...0.88)
    armHeight = v.number("arm height", in: 0.56...0.64)
    clearance = foot == .bun || foot == .block ? 0.06 : v.number("clearance", in: 0.11...0.16)
    lean = v.number("lean", in: 0.13...0.2)
    switch arm {
    case .track: armWidth = v.number("arm", in: 0.13...0.2)
    case .slim: armWidth = v.number("arm", in: 0.07...0.1)
    case .padded: armWidth = v.number("arm", in: 0.2...0.26)
    case .rolled: armWidth = v.number("arm", in: 0.2...0.24)
    case .wooden: armWidth = v.number("arm", in: 0.06...0.075)
    }
    if back == .tufted { (backHeight, armHeight) = (0.76, 0.7) }
    let leatherShare: Double =
      back == .tufted ? 0.75 : look.style == .industrial ? 0.6 : look.style == .scandinavian ? 0.15 : 0.25
    cover = look.either(
      .fabric(look.palette.upholstery), .leather(look.palette.leather), "cover", share: leatherShare)
    switch foot {
    case .cylinder, .sled: legs = look.frameMetal
    default: legs = arm == .rolled || look.style == .chineseModern ? look.darkWood : look.wood
    }
    hasPiping = arm == .rolled || v.unit("piping") < 0.3
    self.look = look
  }

  /// Top of the frame below the cushions.
  var deck: Double { seatHeight - 0.16 }
  /// How thick the back's frame is.
  var backThickness: Double { back == .loose ? 0.13 : 0.2 }

  /// The x of the seat's rear, where cushions meet the back at the height of the seat, for a back whose rearmost
  /// point is at `rear`.
  func seatRear(_ rear: Double) -> Double { rear + lean * (backHeight - deck) + backThickness }

  // MARK: Pieces

  /// A seat's cushion in a rectangle of the plan.
  func seatCushion(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>, index: Int) -> SoftBlock {
    let v = look.variation
    let sink = v.number("sink", index, in: 0...0.008)
    return SoftBlock(
      Vector3(x.lowerBound, y.lowerBound + 0.003, deck - 0.004),
      Vector3(x.upperBound, y.upperBound - 0.003, seatHeight - 0.018 - sink), radius: 0.042,
      crown: Vector3(0.012, 0.004, 0.02 + sink), lumps: 0.004, phase: v.unit("seat phase", index),
      pitch: 0.17 * pitch)
  }

  /// A loose back cushion that leans against the back, from `seatRear` on.
  func backCushion(rear: Double, _ y: ClosedRange<Double>, index: Int) -> SoftBlock {
    let v = look.variation
    let slump = v.number("slump", index, in: -0.012...0.012)
    let thick = 0.13
    return SoftBlock(
      Vector3(rear - 0.01, y.lowerBound + 0.006, seatHeight - 0.01),
      Vector3(rear - 0.01 + thick, y.upperBound - 0.006, backHeight + 0.03 + slump), radius: 0.055,
      crown: Vector3(0.045, 0.006, 0.012), lumps: 0.006, phase: v.unit("back phase", index),
      pitch: 0.13 * pitch)
  }

  /// The back's frame between two places along y, its rearmost point at `rear`, leaning.
  func backFrame(rear: Double, _ y: ClosedRange<Double>) -> SoftBlock {
    let foot = rear + lean * (backHeight - deck)
    let top = back == .loose ? backHeight - 0.05 : backHeight
    var block = SoftBlock(
      Vector3(foot, y.lowerBound, clearance), Vector3(foot + backThickness, y.upperBound, top),
      radius: back == .loose ? 0.035 : 0.06, crown: Vector3(back == .loose ? 0 : 0.02, 0, 0.004),
      pitch: back == .tufted ? 0.06 : 0.3)
    if back == .tufted { block.tufts = (Vector2(0.17, 0.15), 0.032) }
    return block
  }

  /// An arm along x from `rear` to `front` whose inner face is at y = `inner`, outward on the `side` of that sign;
  /// `turn` then moves it.
  func addArm(
    to asset: inout AssetBuilder, rear: Double, front: Double, inner: Double, side: Double,
    turn: (MeshBuilder) -> MeshBuilder = { $0 }
  ) {
    func put(_ mesh: MeshBuilder, _ finish: Finish, crease: Double = 1.1) {
      let placed = (side > 0 ? mesh : mesh.mirrored).translated(0, inner, 0)
      asset.add(turn(placed), finish, part: "arm", crease: crease)
    }
    switch arm {
    case .track, .slim:
      let block = SoftBlock(
        Vector3(rear, 0, clearance), Vector3(front, armWidth, armHeight),
        radius: arm == .slim ? 0.032 : 0.038,
        crown: Vector3(0.002, 0.004, 0.006))
      put(block.mesh, cover)
      if hasPiping { put(block.piping(axis: 0), cover) }
    case .padded:
      put(
        SoftBlock(
          Vector3(rear, 0.015, clearance), Vector3(front - 0.015, armWidth - 0.015, armHeight - 0.1),
          radius: 0.035, crown: Vector3(0.002, 0.004, 0)
        ).mesh, cover)
      let pad = SoftBlock(
        Vector3(rear + 0.02, 0, armHeight - 0.15), Vector3(front, armWidth, armHeight - 0.012), radius: 0.06,
        crown: Vector3(0.01, 0.008, 0.018), lumps: 0.004, phase: look.variation.unit("pad"))
      put(pad.mesh, cover)
    case .rolled: addRolledArm(rear: rear, front: front) { put($0, cover, crease: $1) }
    case .wooden:
      // A floating arm rest on two posts, tied by a rail below.
      let t = armWidth
      let z = armHeight - 0.03
      let outline = roundedRectangle(front - rear, t, radius: 0.03).map {
        $0 + Vector2((front + rear) / 2, t / 2)
      }
      put(.plate(outline, bottom: z, top: armHeight, edge: 0.006, grain: 0), legs, crease: 0.7)
      for (x, tilt) in [(front - 0.07, 0.02), (rear + 0.16, -0.05)] {
        put(
          LegShape.spade.mesh(
            from: Vector3(x, t / 2, z + 0.004), to: Vector3(x + tilt, t / 2, 0), width: 0.045),
          legs, crease: 0.7)
      }
      put(
        .board(
          Vector3(rear + 0.08, t / 2 - 0.013, deck - 0.1), Vector3(front - 0.05, t / 2 + 0.013, deck - 0.03),
          bevel: 0.004),
        legs, crease: 0.7)
    }
  }

  /// A panel with a scroll on top that rolls outward, its front face set off by piping.
  private func addRolledArm(rear: Double, front: Double, _ put: (MeshBuilder, Double) -> Void) {
    let r = armWidth * 0.42
    let middle = Vector2(armWidth - r, armHeight - r)
    var outline = [Vector2(0.0, clearance)]
    for i in 0...16 {
      let a = Double.pi * (1.02 - 1.5 * Double(i) / 16)
      let (s, c) = DeterministicMath.sincos(a)
      outline.append(middle + Vector2(c, s) * r)
    }
    outline.append(Vector2(armWidth - 0.035, armHeight - 2 * r - 0.03))
    outline.append(Vector2(armWidth - 0.035, clearance))
    // Clockwise seen along +y; the inset wants it the other way round.
    outline.reverse()
    func ring(_ x: Double, _ inset: Double) -> [Vector3] {
      insetOutline(outline, by: inset).map { Vector3(x, $0.x, $0.y) }
    }
    put(
      .loft([
        ring(rear, 0.012), ring(rear + 0.012, 0), ring(front - 0.016, 0), ring(front - 0.004, 0.005),
        ring(front, 0.016),
      ]), 0.9)
    put(.cord(ring(front - 0.004, 0.004), axis: Vector3(1, 0, 0), radius: 0.005), 0.9)
  }

  /// Feet under the corners of a rectangle of the plan.
  func addFeet(to asset: inout AssetBuilder, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>, middle: Bool)
  {
    guard arm != .wooden else { return }
    let z = clearance + 0.012
    let inset = 0.07
    let xs = [x.lowerBound + inset, x.upperBound - inset]
    let ys = [y.lowerBound + inset, y.upperBound - inset]
    if foot == .sled {
      for cy in middle ? [ys[0], (ys[0] + ys[1]) / 2, ys[1]] : ys {
        let (w, t) = (0.02, 0.006)
        asset.add(
          .box(from: Vector3(xs[0], cy - w, 0), to: Vector3(xs[1], cy + w, t * 1.5), bevel: 0.002), legs,
          part: "leg")
        for cx in xs {
          asset.add(
            .box(from: Vector3(cx - t, cy - w, t), to: Vector3(cx + t, cy + w, z), bevel: 0.002), legs,
            part: "leg")
        }
      }
      return
    }
    for (i, cx) in xs.enumerated() {
      for (j, cy) in ys.enumerated() {
        let out = Vector3(i == 0 ? -1 : 1, j == 0 ? -1 : 1, 0)
        let top = Vector3(cx, cy, z)
        let low = Vector3(cx, cy, 0)
        let mesh: MeshBuilder =
          switch foot {
          case .tapered: LegShape.tapered.mesh(from: top, to: low + out * 0.025, width: 0.045)
          case .cylinder, .sled: LegShape.tube.mesh(from: top, to: low, width: 0.026)
          case .block: LegShape.post.mesh(from: top, to: low, width: 0.06)
          case .bun: LegShape.bun.mesh(from: top, to: low, width: 0.09)
          }
        asset.add(mesh, legs, part: "leg")
      }
    }
    if middle, let cx = xs.last {
      asset.add(
        LegShape.tube.mesh(
          from: Vector3(cx, (ys[0] + ys[1]) / 2, z), to: Vector3(cx, (ys[0] + ys[1]) / 2, 0), width: 0.026),
        legs, part: "leg")
    }
  }
}
