import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A fireplace before a wall: a mantel about a firebox with logs, or an iron stove with a pipe.
package struct Fireplace: FurnitureAsset {
  package static let assetName = "fireplace"
  private let look: Look

  package init(_ look: Look) { self.look = look }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "fireplace", mainPart: "mantel")
    let v = look.variation
    let isStove = look.style == .industrial || (look.style == .scandinavian && v.choice("stove", of: 2) == 0)
    if isStove { addStove(&asset) } else { addMantel(&asset) }
    return asset.asset()
  }

  private func addMantel(_ asset: inout AssetBuilder) {
    let v = look.variation
    let isPlain = look.style == .modern || look.style == .chineseModern
    let isWood = look.style == .rustic
    let face =
      isWood
      ? asset.material(IndoorMaterial.wood(look.palette.darkWood), tile: IndoorMaterial.woodTile)
      : v.choice("stone", of: 2) == 0
        ? asset.material(IndoorMaterial.granite(look.palette.stone), tile: IndoorMaterial.worktopTile)
        : asset.material(IndoorMaterial.lacquer(Colour(0xf0ece2), roughness: 0.45))
    let brick = asset.material(IndoorMaterial.lacquer(Colour(0x2a2624), roughness: 0.95))
    let hearth = asset.material(
      IndoorMaterial.granite(Colour(0x4a4846)), tile: IndoorMaterial.worktopTile)
    let (w, h, d) = (v.number("width", in: 1.25...1.5), v.number("height", in: 1.05...1.2), 0.36)
    let (mouth, top) = (0.36, 0.72)
    let back = -d / 2 - 0.1
    let front = back + d
    func box(_ a: Vector3, _ b: Vector3, _ m: Int, _ part: String? = nil, _ bevel: Double = 0.003) {
      asset.add(.box(from: a, to: b, bevel: bevel), material: m, part: part)
    }
    // The hearth's slab, jambs, lintel, and the firebox behind.
    box(Vector3(back, -w / 2 - 0.06, 0), Vector3(front + 0.28, w / 2 + 0.06, 0.04), hearth, "hearth")
    for s in [-1.0, 1] {
      let (a, b) = (s * mouth, s * (w / 2 - 0.02))
      box(Vector3(back, min(a, b), 0.04), Vector3(front - 0.03, max(a, b), h - 0.06), face)
      if !isPlain {
        // A pilaster with foot and head.
        let (p, q) = (s * (w / 2 - 0.2), s * (w / 2 - 0.04))
        box(Vector3(front - 0.031, min(p, q), 0.12), Vector3(front, max(p, q), h - 0.18), face, nil, 0.006)
        box(
          Vector3(front - 0.031, min(p, q) - 0.012, 0.04), Vector3(front + 0.015, max(p, q) + 0.012, 0.13),
          face, nil, 0.005)
        box(
          Vector3(front - 0.031, min(p, q) - 0.012, h - 0.2),
          Vector3(front + 0.015, max(p, q) + 0.012, h - 0.15), face, nil, 0.005)
        box(
          Vector3(front - 0.001, min(p, q) + 0.03, 0.18), Vector3(front + 0.006, max(p, q) - 0.03, h - 0.25),
          face, nil, 0.004)
      }
    }
    box(Vector3(back, -mouth, top), Vector3(front - 0.03, mouth, h - 0.06), face)
    if !isPlain {
      box(
        Vector3(front - 0.031, -w / 2 + 0.21, top + 0.08), Vector3(front - 0.012, w / 2 - 0.21, h - 0.16),
        face, nil, 0.005)
      // A moulding under the shelf.
      let steps = [(0.0, 0.12), (0.03, 0.1), (0.055, 0.08)]
      for (reach, z) in steps {
        box(
          Vector3(back, -w / 2 - reach + 0.015, h - z - 0.03),
          Vector3(front + reach - 0.01, w / 2 + reach - 0.015, h - z + 0.005), face, nil, 0.006)
      }
    }
    let out = isPlain ? 0.03 : 0.1
    box(
      Vector3(back, -w / 2 - out, h - 0.055), Vector3(front + out, w / 2 + out, h), isPlain ? hearth : face,
      "shelf", 0.006)
    box(
      Vector3(back + 0.001, -mouth - 0.01, 0.04), Vector3(back + 0.04, mouth + 0.01, top + 0.01), brick,
      "firebox", 0)
    for s in [-1.0, 1] {
      let y = s * mouth
      box(
        Vector3(back + 0.04, min(y, y - s * 0.03), 0.04), Vector3(front - 0.06, max(y, y - s * 0.03), top),
        brick, "firebox", 0)
    }
    box(
      Vector3(back + 0.04, -mouth + 0.03, top - 0.03), Vector3(front - 0.06, mouth - 0.03, top), brick,
      "firebox", 0)
    box(
      Vector3(back + 0.04, -mouth + 0.03, 0.038), Vector3(front - 0.06, mouth - 0.03, 0.045), brick,
      "firebox", 0)
    addFire(&asset, at: Vector3(back + 0.2, 0, 0.045), width: 0.44)
    asset.support("mantel", at: Vector3((back + front + out) / 2, 0, h), size: Vector2(d, w + 0.1))
  }

  /// Logs on a grate with embers that glow.
  private func addFire(_ asset: inout AssetBuilder, at p: Vector3, width: Double) {
    let iron = asset.material(IndoorMaterial.metal(.blackened))
    let bark = asset.material(IndoorMaterial.wood(Colour(0x5c4030)), tile: 0.3)
    let ember = asset.material(IndoorMaterial.glow(Colour(0xff8a3c), "ember"))
    for k in 0..<6 {
      let y = (Double(k) / 5 - 0.5) * width
      asset.add(
        FixtureShape.pipe(
          [p + Vector3(-0.1, y, 0.06), p + Vector3(0.11, y, 0.06), p + Vector3(0.12, y, 0.11)], radius: 0.006,
          bend: 0.02, sides: 8), material: iron, part: "grate")
    }
    for s in [-1.0, 1] {
      for x in [-0.08, 0.09] {
        let q = p + Vector3(x, s * width * 0.45, 0)
        asset.add(
          .cylinder(from: q, to: q + Vector3(0, 0, 0.06), radius: 0.007, sides: 8), material: iron,
          part: "grate")
      }
    }
    asset.add(
      .box(from: p + Vector3(-0.1, -width * 0.46, 0.058), to: p + Vector3(0.1, width * 0.46, 0.066)),
      material: iron, part: "grate")
    let v = look.variation
    for k in 0..<5 {
      let isUpper = k >= 3
      let x = isUpper ? Double(k) * 0.07 - 0.25 : Double(k) * 0.075 - 0.075
      let z = isUpper ? 0.17 : 0.105
      let turn = v.number("log turn", k, in: -0.25...0.25)
      let (s, c) = DeterministicMath.sincos(turn)
      let reach = width * v.number("log", k, in: 0.36...0.46)
      let r = v.number("log radius", k, in: 0.034...0.044)
      let a = p + Vector3(x + s * reach, c * reach, z + v.number("log tilt", k, in: -0.012...0.012))
      let b = p + Vector3(x - s * reach, -c * reach, z)
      asset.add(
        .tube([a, (a + b) / 2 + Vector3(0.006, 0, 0.004), b], radii: [r * 0.95, r, r * 1.03], sides: 12),
        material: bark, part: "log")
    }
    for k in 0..<14 {
      let q =
        p
        + Vector3(
          v.number("ember x", k, in: -0.085...0.1), v.number("ember y", k, in: -0.4...0.4) * width, 0.072)
      asset.add(
        .ellipsoid(
          center: q,
          radii: Vector3(
            v.number("ember a", k, in: 0.014...0.024), v.number("ember b", k, in: 0.014...0.026), 0.012),
          sides: 8, rings: 5), material: ember, part: "ember")
    }
    asset.fittings.emitters = [
      Asset.Emitter(
        center: p + Vector3(0.03, 0, 0.16), shape: .ball(radius: 0.1), flux: 180, temperature: 1900,
        materials: [ember])
    ]
  }

  private func addStove(_ asset: inout AssetBuilder) {
    let iron = asset.material(IndoorMaterial.lacquer(Colour(0x232426), roughness: 0.6))
    let inner = asset.material(IndoorMaterial.lacquer(Colour(0x5a544c), roughness: 0.9))
    let glass = asset.material(IndoorMaterial.glass(Colour(0x2a2420), alpha: 0.3))
    let stone = asset.material(
      IndoorMaterial.granite(Colour(0x4a4846)), tile: IndoorMaterial.worktopTile)
    let metal = asset.material(IndoorMaterial.metal(.steel))
    let (w, h, d) = (0.5, 0.95, 0.4)
    let x = 0.0
    asset.add(
      FixtureShape.block(
        from: Vector3(-0.42, -0.5, 0), to: Vector3(0.45, 0.5, 0.015), radius: 0.02, edge: 0.004),
      material: stone, part: "hearth")
    let (low, mid, high) = (0.3, 0.36, 0.82)
    func box(_ a: Vector3, _ b: Vector3, _ m: Int, _ part: String? = nil) {
      asset.add(.box(from: a, to: b, bevel: 0.003), material: m, part: part)
    }
    for s in [-1.0, 1] {
      let (a, b) = (s * w / 2, s * (w / 2 - 0.03))
      box(Vector3(x - d / 2, min(a, b), 0.015), Vector3(x + d / 2, max(a, b), h), iron)
    }
    box(Vector3(x - d / 2, -w / 2 + 0.03, 0.015), Vector3(x - d / 2 + 0.03, w / 2 - 0.03, h), iron)
    box(
      Vector3(x - d / 2 - 0.01, -w / 2 - 0.01, h), Vector3(x + d / 2 + 0.012, w / 2 + 0.01, h + 0.03), iron,
      "top")
    box(Vector3(x - d / 2 + 0.03, -w / 2 + 0.03, low), Vector3(x + d / 2, w / 2 - 0.03, mid), inner)
    box(Vector3(x - d / 2 + 0.03, -w / 2 + 0.03, high), Vector3(x + d / 2, w / 2 - 0.03, h), iron)
    box(Vector3(x - d / 2 + 0.03, -w / 2 + 0.03, 0.015), Vector3(x + d / 2 - 0.005, w / 2 - 0.03, 0.05), iron)
    addFire(&asset, at: Vector3(x - 0.02, 0, mid), width: 0.34)
    // Wood stored below.
    let bark = asset.material(IndoorMaterial.wood(Colour(0x5c4030)), tile: 0.3)
    for k in 0..<7 {
      let row = k < 4 ? 0 : 1
      let y = row == 0 ? -0.15 + 0.1 * Double(k) : -0.1 + 0.1 * Double(k - 4)
      let r = look.variation.number("store", k, in: 0.038...0.048)
      let z = 0.052 + r + 0.085 * Double(row)
      asset.add(
        .cylinder(from: Vector3(x - 0.13, y, z), to: Vector3(x + 0.15, y, z + 0.002), radius: r, sides: 10),
        material: bark, part: "log")
    }
    // The door: a frame and a pane.
    let door = asset.joint(
      "door", rest: NodePose(translation: Vector3(x + d / 2 + 0.001, -w / 2 + 0.01, mid - 0.02)),
      .hinge(axis: Vector3(0, 0, -1), angle: 1.7))
    let (dw, dh, f) = (w - 0.02, high - mid + 0.04, 0.05)
    for (a, b) in [
      (Vector3(0, 0, 0), Vector3(0.02, f, dh)), (Vector3(0, dw - f, 0), Vector3(0.02, dw, dh)),
      (Vector3(0, f, 0), Vector3(0.02, dw - f, f)),
      (Vector3(0, f, dh - f), Vector3(0.02, dw - f, dh)),
    ] { asset.add(.box(from: a, to: b, bevel: 0.003), material: iron, part: "door", node: door) }
    asset.add(
      .box(from: Vector3(0.008, f - 0.004, f - 0.004), to: Vector3(0.012, dw - f + 0.004, dh - f + 0.004)),
      material: glass, part: "glass", node: door)
    asset.add(
      .capsule(
        from: Vector3(0.045, dw - 0.025, dh * 0.4), to: Vector3(0.045, dw - 0.025, dh * 0.65), radius: 0.008,
        sides: 12), material: metal, part: "handle", node: door)
    for t in [0.43, 0.62] {
      asset.add(
        .cylinder(
          from: Vector3(0.018, dw - 0.025, dh * t), to: Vector3(0.045, dw - 0.025, dh * t), radius: 0.006,
          sides: 8), material: metal, part: "handle", node: door)
    }
    asset.add(
      .cylinder(
        from: Vector3(x - 0.05, 0, h + 0.028), to: Vector3(x - 0.05, 0, 2.5), radius: 0.075, sides: 24),
      material: iron, part: "pipe")
    asset.add(
      .cylinder(
        from: Vector3(x - 0.05, 0, h + 0.028), to: Vector3(x - 0.05, 0, h + 0.05), radius: 0.09, sides: 24),
      material: iron, part: "pipe")
  }
}
