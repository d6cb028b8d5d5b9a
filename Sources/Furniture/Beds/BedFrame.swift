import Assets
import InteriorSurfaces
import VectorMath

/// The frame of a bed: what carries the mattress, and the boards at its head and foot.
///
/// The head is at least x. Metres.
struct BedFrame: Sendable {
  enum Form: Sendable { case panel, slatted, padded, channels, tubes, posts, lattice }

  var form: Form
  /// Outside lengths, boards included.
  var length: Double
  var width: Double
  /// Top of the side rails.
  var rail: Double
  var headHeight: Double
  let look: Look
  private let wood: Finish

  init(_ look: Look, mattress: Vector2) {
    let v = look.variation
    self.look = look
    let forms: [Form] =
      switch look.style {
      case .scandinavian: [.slatted, .panel, .padded]
      case .modern: [.channels, .padded, .panel]
      case .industrial: [.tubes, .panel, .padded]
      case .classic: [.posts, .padded, .tubes]
      case .rustic: [.posts, .slatted, .tubes]
      case .chineseModern: [.lattice, .channels, .lattice]
      }
    form = look.pick("bed", forms, .panel)
    wood = look.style == .chineseModern || v.unit("dark") < 0.25 ? look.darkWood : look.wood
    rail = v.number("rail", in: 0.28...0.34)
    headHeight = v.number("head", in: 0.95...1.2)
    length = mattress.x + 0.12
    width = mattress.y + 0.07
  }

  /// The thickness of the headboard.
  var head: Double { form == .padded || form == .channels ? 0.09 : 0.045 }
  /// Whether a board at the foot keeps the duvet from hanging there.
  var hasFootboard: Bool { form == .posts || form == .tubes }

  func add(to asset: inout AssetBuilder) {
    let (x, y) = (length / 2, width / 2)
    switch form {
    case .padded, .channels: addPadded(to: &asset, x, y)
    case .tubes: addTubes(to: &asset, x, y)
    case .panel, .slatted, .posts, .lattice: addWooden(to: &asset, x, y)
    }
    // What the mattress lies on.
    asset.add(
      .board(Vector3(0.05 - x, 0.03 - y, rail - 0.06), Vector3(x - 0.05, y - 0.03, rail - 0.03), bevel: 0),
      form == .tubes ? look.frameMetal : wood, part: "frame")
  }

  // MARK: Upholstered

  private func addPadded(to asset: inout AssetBuilder, _ x: Double, _ y: Double) {
    let v = look.variation
    let p = look.palette
    let colour = v.unit("cover colour") < 0.6 ? p.upholstery : p.accent(v.choice("accent", of: 3))
    let cover = look.either(.fabric(colour), .leather(p.leather), "cover", share: 0.2)
    func put(_ block: SoftBlock, _ part: String = "frame") {
      asset.add(block.mesh, cover, part: part, crease: 1.1)
    }
    let low = 0.07
    for side in [-1.0, 1] {
      put(
        SoftBlock(
          Vector3(head - x - 0.01, side * y, low), Vector3(x, side * (y - 0.055), rail), radius: 0.022,
          pitch: 0.6))
    }
    put(SoftBlock(Vector3(x - 0.055, 0.02 - y, low), Vector3(x, y - 0.02, rail), radius: 0.022, pitch: 0.6))
    let wing = v.unit("wide head") < 0.3 ? 0.04 : 0
    if form == .channels {
      let count = max(5, Int((2 * y / 0.16).rounded()))
      let step = 2 * (y + wing) / Double(count)
      put(
        SoftBlock(
          Vector3(-x, -y - wing, low), Vector3(0.04 - x, y + wing, headHeight - 0.01), radius: 0.018,
          pitch: 0.5),
        "headboard")
      for i in 0..<count {
        let at = -y - wing + step * Double(i)
        put(
          SoftBlock(
            Vector3(0.01 - x, at + 0.001, low + 0.1), Vector3(head - x, at + step - 0.001, headHeight),
            radius: 0.034,
            crown: Vector3(0.012, 0, 0.004), pitch: 0.4), "headboard")
      }
    } else {
      var block = SoftBlock(
        Vector3(-x, -y - wing, low), Vector3(head - x, y + wing, headHeight), radius: 0.035,
        crown: Vector3(0.008, 0, 0.005), pitch: 0.075)
      if v.unit("tufted") < 0.6 { block.tufts = (Vector2(0.2, 0.17), 0.03) }
      put(block, "headboard")
      asset.add(block.buttonMesh, cover, part: "headboard", crease: 1.1)
    }
    for sx in [-1.0, 1] {
      for sy in [-1.0, 1] {
        let at = Vector3(sx * (x - 0.08), sy * (y - 0.08), 0)
        asset.add(
          LegShape.spade.mesh(from: at + Vector3(0, 0, low + 0.02), to: at, width: 0.055), look.darkWood,
          part: "leg")
      }
    }
  }

  // MARK: Wood

  private func addWooden(to asset: inout AssetBuilder, _ x: Double, _ y: Double) {
    let t = head
    func put(_ a: Vector3, _ b: Vector3, _ bevel: Double = 0.004, _ part: String = "frame") {
      asset.add(.board(a, b, bevel: bevel), wood, part: part)
    }
    for side in [-1.0, 1] {
      put(Vector3(t - x - 0.005, side * y, rail - 0.15), Vector3(x - 0.03, side * (y - 0.028), rail))
    }
    put(Vector3(x - 0.032, -y, rail - 0.15), Vector3(x, y, rail))
    switch form {
    case .panel:
      // A board on two legs, leaning back by its own thickness; a cap of a second wood.
      let gap = look.variation.unit("gap") < 0.5 ? 0.012 : 0.0
      let middle = (rail + headHeight) / 2
      put(Vector3(-x, -y, rail - 0.15), Vector3(t - x - 0.015, y, middle - gap / 2), 0.004, "headboard")
      put(Vector3(-x, -y, middle + gap / 2), Vector3(t - x - 0.015, y, headHeight), 0.004, "headboard")
      if gap > 0 {
        put(Vector3(0.004 - x, 0.3 - y, rail), Vector3(0.016 - x, 0.4 - y, headHeight - 0.05), 0, "headboard")
        put(Vector3(0.004 - x, y - 0.4, rail), Vector3(0.016 - x, y - 0.3, headHeight - 0.05), 0, "headboard")
      }
    case .slatted:
      for side in [-1.0, 1] {
        put(Vector3(-x, side * y, 0), Vector3(t - x, side * (y - 0.05), headHeight), 0.006, "headboard")
      }
      put(
        Vector3(0.008 - x, 0.05 - y, headHeight - 0.09), Vector3(t - x - 0.008, y - 0.05, headHeight - 0.015),
        0.005, "headboard")
      put(
        Vector3(0.008 - x, 0.05 - y, rail), Vector3(t - x - 0.008, y - 0.05, rail + 0.05), 0.004, "headboard")
      let count = Int(2 * y / 0.11)
      for i in 0..<count {
        let at = -y + 0.05 + (2 * y - 0.1) * (Double(i) + 0.5) / Double(count)
        put(
          Vector3(0.014 - x, at - 0.02, rail + 0.04), Vector3(t - x - 0.014, at + 0.02, headHeight - 0.08),
          0.003, "headboard")
      }
    case .lattice:
      addLattice(to: &asset, x, y)
    default:
      addPosts(to: &asset, x, y)
    }
    let foot: LegShape = form == .posts ? .turned : form == .lattice ? .post : .tapered
    for sx in form == .posts ? [] : form == .slatted ? [1.0] : [-1.0, 1] {
      for sy in [-1.0, 1] {
        let at = Vector3(sx > 0 ? x - 0.07 : 0.09 - x, sy * (y - 0.06), 0)
        asset.add(foot.mesh(from: at + Vector3(0, 0, rail - 0.1), to: at, width: 0.06), wood, part: "leg")
      }
    }
  }

  /// Turned posts at four corners, panels between them, a curved top.
  private func addPosts(to asset: inout AssetBuilder, _ x: Double, _ y: Double) {
    let top = headHeight + 0.08
    for (px, height) in [(0.035 - x, top), (x - 0.035, rail + 0.32)] {
      for sy in [-1.0, 1] {
        let profile: [(Double, Double)] = [
          (0.026, 0), (0.034, 0.03), (0.03, 0.12), (0.042, 0.14), (0.042, rail + 0.02), (0.03, rail + 0.04),
          (0.038, rail + 0.06), (0.027, rail + 0.1), (0.033, height - 0.12), (0.024, height - 0.09),
          (0.037, height - 0.07),
          (0.022, height - 0.05), (0.034, height - 0.025), (0.02, height - 0.004), (0, height),
        ]
        asset.add(
          MeshBuilder.lathe(profile.map { Vector2($0.0, $0.1) }, sides: 16).grainAlong.translated(
            px, sy * (y - 0.03), 0),
          wood, part: "post")
      }
      // The panel: straight below, an arch above.
      let high = height - 0.12
      let arch = px < 0 ? 0.14 : 0.05
      let steps = 20
      var outline = [Vector2(-(y - 0.04), rail - 0.12), Vector2(y - 0.04, rail - 0.12)]
      for i in 0...steps {
        let u = 1 - 2 * Double(i) / Double(steps)
        let rise = smoothstep(1, 0.45, u.magnitude)
        outline.append(Vector2(u * (y - 0.04), high - 0.05 + arch * rise))
      }
      func ring(_ inset: Double, _ z: Double) -> [Vector3] {
        insetOutline(outline, by: inset).map { Vector3(px + z, $0.x, $0.y) }
      }
      var panel = MeshBuilder.loft([ring(0.004, -0.014), ring(0, -0.01), ring(0, 0.01), ring(0.004, 0.014)])
      panel.setUVs { Vector2($0.y, $0.z) }
      asset.add(panel, wood, part: px < 0 ? "headboard" : "footboard")
      // A raised field on it.
      func field(_ inset: Double, _ z: Double) -> [Vector3] {
        insetOutline(outline, by: inset).map { Vector3(px + z, $0.x, max($0.y, rail + 0.04)) }
      }
      var raised = MeshBuilder.loft([field(0.07, 0.012), field(0.075, 0.019), field(0.082, 0.021)])
      raised.setUVs { Vector2($0.y, $0.z) }
      if px < 0 { asset.add(raised, wood, part: "headboard") }
    }
  }

  /// A frame of slender posts with an open pattern of bars, in the manner of the Ming.
  private func addLattice(to asset: inout AssetBuilder, _ x: Double, _ y: Double) {
    func put(_ y0: Double, _ y1: Double, _ z0: Double, _ z1: Double, _ depth: Double = 0.032) {
      asset.add(
        .board(Vector3(-x + 0.002, y0, z0), Vector3(-x + depth, y1, z1), bevel: 0.004), wood,
        part: "headboard")
    }
    for side in [-1.0, 1] {
      let (a, b) = (side * y, side * (y - 0.045))
      put(min(a, b), max(a, b), rail - 0.15, headHeight, 0.045)
    }
    put(-y - 0.02, y + 0.02, headHeight - 0.03, headHeight + 0.012, 0.045)
    let low = rail + 0.18
    put(0.045 - y, y - 0.045, low - 0.035, low)
    put(0.045 - y, y - 0.045, rail - 0.15, low - 0.05, 0.02)
    let (inner, tall) = (y - 0.045, headHeight - 0.03 - low)
    let bays = 5
    for i in 0...bays {
      let at = -inner + 2 * inner * Double(i) / Double(bays)
      if i > 0 && i < bays { put(at - 0.011, at + 0.011, low, headHeight - 0.03, 0.028) }
      guard i < bays else { continue }
      let step = 2 * inner / Double(bays)
      // In every bay two bars that step inward.
      for (z, inset) in [(0.28, 0.0), (0.72, 0.0)] {
        put(at + inset, at + step - inset, low + tall * z - 0.008, low + tall * z + 0.008, 0.026)
      }
      for u in [0.3, 0.7] {
        put(at + step * u - 0.008, at + step * u + 0.008, low + tall * 0.28, low + tall * 0.72, 0.026)
      }
    }
  }

  // MARK: Metal

  private func addTubes(to asset: inout AssetBuilder, _ x: Double, _ y: Double) {
    let metal = look.frameMetal
    func tube(_ path: [Vector3], _ radius: Double, _ part: String) {
      asset.add(.tube(path, radius: radius, sides: 10), metal, part: part, crease: 1)
    }
    for side in [-1.0, 1] {
      asset.add(
        .box(
          from: Vector3(0.02 - x, side * y, rail - 0.07),
          to: Vector3(x - 0.02, side * (y - 0.03), rail - 0.02), bevel: 0.003),
        metal, part: "frame")
    }
    for (px, high, part) in [(0.02 - x, headHeight, "headboard"), (x - 0.02, rail + 0.34, "footboard")] {
      // One tube up, over in a flat arch, and down again.
      let bend = 0.14
      var path = [Vector3(px, -y + 0.016, 0), Vector3(px, -y + 0.016, high - bend)]
      for i in 1...7 {
        let (s, c) = DeterministicMath.sincos(Double.pi / 2 * Double(i) / 7)
        path.append(Vector3(px, -y + 0.016 + bend * (1 - c), high - bend + bend * s))
      }
      path += path.reversed().map { Vector3($0.x, -$0.y, $0.z) }
      tube(path, 0.016, part)
      tube([Vector3(px, 0.016 - y, rail + 0.05), Vector3(px, y - 0.016, rail + 0.05)], 0.011, part)
      tube([Vector3(px, 0.016 - y, high - 0.17), Vector3(px, y - 0.016, high - 0.17)], 0.011, part)
      let count = Int((2 * y / 0.13).rounded())
      for i in 1..<count {
        let cy = -y + 2 * y * Double(i) / Double(count)
        tube([Vector3(px, cy, rail + 0.05), Vector3(px, cy, high - 0.17)], 0.007, part)
        asset.add(
          .ellipsoid(
            center: Vector3(px, cy, (rail + high - 0.12) / 2), radii: Vector3(0.013, 0.013, 0.022), sides: 10,
            rings: 6),
          metal, part: part, crease: 1)
      }
    }
  }
}
