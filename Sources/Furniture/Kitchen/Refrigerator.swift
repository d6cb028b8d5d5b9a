import Assets
import InteriorSurfaces
package import VectorMath
package import WorldModel

/// A refrigerator that stands free: with one door, two doors one above the other, or two side by side over a freezer
/// drawer. Shelves and door bins inside.
package struct Refrigerator: FurnitureAsset {
  package static let assetName = "refrigerator"

  /// How its doors are divided.
  package enum Design: Sendable, Hashable, CaseIterable {
    case single, freezerBelow, freezerAbove, french, retro
  }

  /// How its doors are divided.
  package var design: Design
  /// Metres: along x, y and z.
  package var size: Vector3
  private let look: Look

  package init(_ look: Look) { self.init(look, isNarrow: false) }

  /// - Parameter isNarrow: one that takes 0.6 m of a wall.
  package init(_ look: Look, isNarrow: Bool) {
    let v = look.variation
    self.look = look
    let narrow: [Design] = [.freezerBelow, .single, .freezerAbove]
    design =
      switch look.style {
      case .modern where !isNarrow: v.choice("fridge", of: 2) == 0 ? .french : .freezerBelow
      case .chineseModern where !isNarrow: .french
      case .rustic, .industrial:
        v.choice("fridge", of: 2) == 0 ? .retro : narrow[v.choice("fridge kind", of: 3)]
      default: narrow[v.choice("fridge kind", of: 3)]
      }
    size =
      design == .french
      ? Vector3(v.number("depth", in: 0.7...0.74), 0.91, v.number("height", in: 1.77...1.83))
      : design == .retro
        ? Vector3(0.66, 0.6, v.number("height", in: 1.45...1.72))
        : Vector3(0.64, 0.597, v.number("height", in: 1.7...2.0))
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "refrigerator", mainPart: "body")
    let v = look.variation
    let body: Int
    if design == .retro {
      body = asset.material(IndoorMaterial.whiteGoods(look.palette.accent(v.choice("retro", of: 3))))
    } else {
      let kind = v.choice("fridge colour", of: 6)
      body = asset.material(
        kind < 3 && look.style != .scandinavian
          ? IndoorMaterial.brushedSteel
          : kind == 3 ? IndoorMaterial.lacquer(Colour(0x2b2d30)) : IndoorMaterial.whiteGoods())
    }
    let inner = asset.material(IndoorMaterial.plastic(Colour(0xf2f4f5), roughness: 0.35))
    let glass = asset.material(IndoorMaterial.glass())
    let metal = asset.material(IndoorMaterial.metal(design == .retro ? .chrome : .steel))
    let dark = asset.material(IndoorMaterial.plastic(Colour(0x2a2b2d)))
    let (d, w, h) = (size.x, size.y, size.z)
    let foot = 0.04
    let thick = design == .retro ? 0.07 : 0.055
    let x = d / 2 - thick - 0.05  // the carcass's mouth; doors and handles before it
    let y = w / 2
    asset.add(
      .box(from: Vector3(-d / 2 + 0.03, -y + 0.03, 0), to: Vector3(x - 0.03, y - 0.03, foot)), material: dark,
      part: "foot")
    // Compartments from below to above: heights and how they open.
    let rooms = h - foot
    let parts: [(low: Double, high: Double, kind: Opening)] =
      switch design {
      case .single, .retro: [(foot, h, .door)]
      case .freezerBelow: [(foot, foot + rooms * 0.36, .door), (foot + rooms * 0.36, h, .door)]
      case .freezerAbove: [(foot, foot + rooms * 0.7, .door), (foot + rooms * 0.7, h, .door)]
      case .french: [(foot, foot + rooms * 0.36, .drawer), (foot + rooms * 0.36, h, .pair)]
      }
    let wall = 0.045
    func box(_ a: Vector3, _ b: Vector3, _ m: Int, _ bevel: Double = 0.002) {
      asset.add(.box(from: a, to: b, bevel: bevel), material: m)
    }
    box(Vector3(-d / 2, -y, foot), Vector3(x, wall - y, h), body)
    box(Vector3(-d / 2, y - wall, foot), Vector3(x, y, h), body)
    box(Vector3(-d / 2, wall - y, h - wall), Vector3(x, y - wall, h), body)
    box(Vector3(-d / 2, wall - y, foot), Vector3(wall - d / 2, y - wall, h - wall), inner)
    for (i, part) in parts.enumerated() {
      box(
        Vector3(wall - d / 2, wall - y, part.low),
        Vector3(x, y - wall, part.low + (i == 0 ? wall : wall * 0.6)), inner)
      addCompartment(
        &asset, part, first: i == 0, x: x, thick: thick, body: body, inner: inner, glass: glass, metal: metal,
        hinge: i)
    }
    asset.support("top", at: Vector3(-0.05, 0, h), size: Vector2(d - 0.25, w - 0.06))
    return asset.asset()
  }

  private enum Opening { case door, pair, drawer }

  private func addCompartment(
    _ asset: inout AssetBuilder, _ part: (low: Double, high: Double, kind: Opening), first: Bool, x: Double,
    thick: Double, body: Int, inner: Int, glass: Int, metal: Int, hinge: Int
  ) {
    let (d, w) = (size.x, size.y)
    let wall = 0.045
    let y = w / 2
    let gap = 0.003
    let (z0, z1) = (part.low + gap, part.high - gap)
    let floor = part.low + (first ? wall : wall * 0.6)
    let inside = part.high - floor - 0.02
    let round = design == .retro ? 0.06 : 0.008
    let edge = design == .retro ? 0.03 : design == .french ? 0.006 : 0.012
    // Shelves of glass.
    if case .drawer = part.kind {
    } else {
      let count = inside > 0.9 ? 4 : inside > 0.55 ? 3 : inside > 0.4 ? 1 : 0
      for i in 0..<count {
        let z = floor + inside * Double(i + 1) / Double(count + 1)
        asset.add(
          .box(from: Vector3(wall - d / 2, wall - y, z - 0.005), to: Vector3(x - 0.09, y - wall, z)),
          material: glass,
          part: "shelf")
        asset.add(
          .box(
            from: Vector3(x - 0.09, wall - y, z - 0.008), to: Vector3(x - 0.08, y - wall, z + 0.001),
            bevel: 0.001),
          material: inner, part: "shelf")
        asset.support(
          "shelf_\(hinge + 1)_\(i + 1)", at: Vector3((wall - d / 2 + x - 0.09) / 2, 0, z),
          size: Vector2(x - 0.09 - wall + d / 2 - 0.04, w - 2 * wall - 0.04),
          headroom: inside / Double(count + 1) - 0.04)
      }
      if count == 0 {
        asset.support(
          "floor_\(hinge + 1)", at: Vector3((wall - d / 2 + x) / 2 - 0.04, 0, floor),
          size: Vector2(x + d / 2 - 0.2, w - 0.2), headroom: inside - 0.02)
      }
    }
    let leaves: [(ClosedRange<Double>, Bool)] =
      if case .pair = part.kind { [(-y...(-gap / 2), false), ((gap / 2)...y, true)] } else {
        [(-y...y, false)]
      }
    for (i, (span, isHigh)) in leaves.enumerated() {
      let node: Int
      if case .drawer = part.kind {
        node = asset.joint(
          "drawer", rest: NodePose(translation: Vector3(x + 0.002, 0, 0)), .slide(Vector3(0.4, 0, 0)))
        asset.add(
          .box(
            from: Vector3(wall - d / 2 - x + 0.01, wall - y + 0.01, floor + 0.005),
            to: Vector3(0.002, y - wall - 0.01, floor + 0.012)),
          material: inner, part: "drawer", node: node)
        for s in [-1.0, 1] {
          asset.add(
            .box(
              from: Vector3(wall - d / 2 - x + 0.01, s * (y - wall - 0.016) - 0.006, floor + 0.012),
              to: Vector3(0.002, s * (y - wall - 0.016) + 0.006, floor + inside * 0.6)), material: inner,
            part: "drawer", node: node)
        }
      } else {
        node = asset.joint(
          "door_\(hinge + 1)_\(i + 1)",
          rest: NodePose(translation: Vector3(x + 0.002, isHigh ? span.upperBound : span.lowerBound, 0)),
          .hinge(axis: Vector3(0, 0, isHigh ? 1 : -1), angle: 1.9))
      }
      let shift = nodeShift(part.kind, span, isHigh)
      let (a, b) = (span.lowerBound - shift, span.upperBound - shift)
      asset.add(
        FixtureShape.plate(
          from: Vector3(0, a, z0), to: Vector3(thick, b, z1), radius: round, edge: edge, corner: 4, steps: 4),
        material: body, part: part.kind == .drawer ? "drawer" : "door", node: node)
      if part.kind != .drawer {
        // The liner and its bins reach into the room behind.
        asset.add(
          .box(from: Vector3(-0.006, a + 0.05, z0 + 0.05), to: Vector3(0.002, b - 0.05, z1 - 0.05)),
          material: inner,
          part: "door", node: node)
        let bins = inside > 0.9 ? 4 : 2
        for k in 0..<bins {
          let z = z0 + 0.09 + (z1 - z0 - 0.12) * Double(k) / Double(bins)
          asset.add(
            .box(from: Vector3(-0.075, a + 0.055, z), to: Vector3(-0.006, b - 0.055, z + 0.006)),
            material: inner, part: "bin", node: node)
          asset.add(
            .box(
              from: Vector3(-0.075, a + 0.055, z + 0.006), to: Vector3(-0.071, b - 0.055, z + 0.07),
              bevel: 0.001), material: inner,
            part: "bin", node: node)
        }
      }
      addHandle(
        &asset, part.kind, a, b, z0, z1, thick, isHigh: isHigh, first: first, metal: metal, node: node)
    }
  }

  private func nodeShift(_ kind: Opening, _ span: ClosedRange<Double>, _ isHigh: Bool) -> Double {
    kind == .drawer ? 0 : isHigh ? span.upperBound : span.lowerBound
  }

  private func addHandle(
    _ asset: inout AssetBuilder, _ kind: Opening, _ a: Double, _ b: Double, _ z0: Double, _ z1: Double,
    _ thick: Double,
    isHigh: Bool, first: Bool, metal: Int, node: Int
  ) {
    let out = thick + 0.035
    let ends: (Vector3, Vector3)
    if kind == .drawer {
      ends = (Vector3(out, a + 0.12, z1 - 0.09), Vector3(out, b - 0.12, z1 - 0.09))
    } else {
      let y = isHigh ? a + 0.05 : b - 0.05
      let long = min(0.5, (z1 - z0) * 0.55)
      // Handles meet where two doors do.
      let low =
        design == .freezerAbove && first || design == .single || design == .retro
        ? z1 - 0.1 - long : design == .french ? z0 + 0.1 : first ? z1 - 0.08 - long : z0 + 0.08
      ends = (Vector3(out, y, max(low, z0 + 0.05)), Vector3(out, y, max(low, z0 + 0.05) + long))
    }
    if design == .retro {
      let c = Vector3(out, ends.0.y, z0 + (z1 - z0) * 0.62)
      asset.add(
        .capsule(from: c - Vector3(0, 0, 0.09), to: c + Vector3(0, 0, 0.09), radius: 0.013, sides: 14),
        material: metal,
        part: "handle", node: node)
      asset.add(
        .cylinder(
          from: Vector3(thick - 0.01, c.y, c.z + 0.05), to: c + Vector3(0, 0, 0.05), radius: 0.014, sides: 12),
        material: metal, part: "handle", node: node)
      return
    }
    asset.add(
      .cylinder(from: ends.0, to: ends.1, radius: 0.0095, sides: 14), material: metal, part: "handle",
      node: node)
    for t in [0.08, 0.92] {
      let p = ends.0 + (ends.1 - ends.0) * t
      asset.add(
        .cylinder(from: Vector3(thick - 0.004, p.y, p.z), to: p, radius: 0.008, sides: 10), material: metal,
        part: "handle", node: node)
    }
  }
}
