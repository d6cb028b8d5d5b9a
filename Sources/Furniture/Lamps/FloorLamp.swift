import Assets
import InteriorSurfaces
import VectorMath
package import WorldModel

/// A standing lamp: a pole with a shade, a wooden tripod, an arc over a sofa, or a reading lamp.
package struct FloorLamp: FurnitureAsset {
  package static let assetName = "floor_lamp"
  /// Metres.
  package var height: Double
  private let look: Look

  package init(_ look: Look) {
    height = look.variation.number("height", in: 1.45...1.7)
    self.look = look
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "floor_lamp", mainPart: "stand")
    switch look.variation.choice("design", of: 4) {
    case 0: straight(&asset)
    case 1: tripod(&asset)
    case 2: arc(&asset)
    default: reading(&asset)
    }
    return asset.asset()
  }

  private func shade(_ asset: inout AssetBuilder, radius r: Double, slope: Double, drop: Double) {
    let cloth = asset.material(IndoorMaterial.glow(look.palette.linen, "shade"))
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let low = height - drop
    asset.add(
      LampShade.drum(bottom: r, top: r * slope, low: low, high: height), material: cloth, part: "shade")
    asset.add(LampShade.spider(radius: r * slope * 0.98, at: height - 0.02), material: metal, part: "stem")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(0, 0, (low + height) / 2), shape: .ball(radius: r * 0.8), flux: 950,
        temperature: 2700, materials: [cloth])
    ]
  }

  private func straight(_ asset: inout AssetBuilder) {
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let r = look.variation.number("base", in: 0.12...0.15)
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(r, 0), Vector2(r + 0.002, 0.004), Vector2(r, 0.014),
          Vector2(r - 0.006, 0.018),
          Vector2(0.016, 0.026), Vector2(0, 0.026),
        ], sides: 36), material: metal)
    asset.add(
      .cylinder(from: Vector3(0, 0, 0.02), to: Vector3(0, 0, height - 0.02), radius: 0.011, sides: 14),
      material: metal, part: "stem")
    // The pull that switches it.
    asset.add(
      .cylinder(
        from: Vector3(0.07, 0, height - 0.45), to: Vector3(0.07, 0, height - 0.1), radius: 0.0012, sides: 6),
      material: metal, part: "stem")
    asset.add(
      .sphere(center: Vector3(0.07, 0, height - 0.46), radius: 0.01, sides: 10), material: metal, part: "stem"
    )
    shade(&asset, radius: look.variation.number("shade", in: 0.18...0.23), slope: 0.8, drop: 0.28)
  }

  private func tripod(_ asset: inout AssetBuilder) {
    let wood = asset.material(IndoorMaterial.wood(look.palette.wood), tile: IndoorMaterial.woodTile)
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let knot = height - 0.36
    for k in 0..<3 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / 3 + .pi)
      let leg = MeshBuilder.tube(
        [
          Vector3(c * 0.27, s * 0.27, 0), Vector3(c * 0.16, s * 0.16, knot * 0.42),
          Vector3(c * 0.018, s * 0.018, knot),
        ],
        radii: [0.012, 0.017, 0.013], sides: 12)
      asset.add(leg.levelled, material: wood, part: "leg")
    }
    asset.add(
      .lathe(
        [
          Vector2(0, knot - 0.05), Vector2(0.034, knot - 0.045), Vector2(0.038, knot),
          Vector2(0.03, knot + 0.02),
          Vector2(0, knot + 0.022),
        ], sides: 24), material: metal)
    asset.add(
      .cylinder(from: Vector3(0, 0, knot), to: Vector3(0, 0, height - 0.02), radius: 0.008, sides: 10),
      material: metal, part: "stem")
    shade(&asset, radius: look.variation.number("shade", in: 0.22...0.28), slope: 0.92, drop: 0.3)
  }

  /// A bow of tube from a block of marble to a bowl above a table.
  private func arc(_ asset: inout AssetBuilder) {
    let stone = asset.material(
      IndoorMaterial.marble(look.style == .modern || look.style == .industrial ? .black : .white), tile: 1)
    let metal = asset.material(IndoorMaterial.brushedMetal(look.palette.metal), tile: 0.4)
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff1dc), "bulb"))
    let reach = look.variation.number("reach", in: 0.9...1.2)
    let (x0, r) = (-reach / 2 - 0.02, 0.15)
    asset.add(
      .box(from: Vector3(x0 - 0.11, -0.11, 0), to: Vector3(x0 + 0.11, 0.11, 0.07), bevel: 0.006),
      material: stone)
    // Upright at first, then half an ellipse that comes down a little.
    let top = height + 0.2
    var path = [Vector3(x0, 0, 0.06), Vector3(x0, 0, 0.5), Vector3(x0, 0, 0.95)]
    let steps = 22
    for i in 1...steps {
      let (s, c) = DeterministicMath.sincos(Double.pi * 0.86 * Double(i) / Double(steps))
      path.append(Vector3(x0 + reach / 1.93 * (1 - c), 0, 0.95 + (top - 0.95) * s))
    }
    asset.add(.tube(path, radius: 0.011, sides: 12), material: metal, part: "stem")
    guard let end = path.last else { return }
    let low = end.z - 0.2
    asset.add(
      LampShade.dome(radius: r, low: low, height: 0.15).translated(end.x, end.y, 0), material: metal,
      part: "shade")
    asset.add(
      .cylinder(from: Vector3(end.x, 0, low + 0.14), to: end + Vector3(0, 0, 0.012), radius: 0.02, sides: 16),
      material: metal, part: "shade")
    asset.add(
      LampShade.bulb(at: Vector3(end.x, end.y, low + 0.105), radius: 0.042, up: false), material: glow,
      part: "bulb")
    asset.fittings.emitters = [
      Asset.Emitter(
        center: Vector3(end.x, end.y, low + 0.03), shape: .ball(radius: 0.045), flux: 900, temperature: 2900,
        materials: [glow])
    ]
  }

  /// A thin stand with a small cone on a joint.
  private func reading(_ asset: inout AssetBuilder) {
    let metal = asset.material(IndoorMaterial.metal(look.palette.metal))
    let paint = asset.material(IndoorMaterial.lacquer(look.palette.accent(1), roughness: 0.4))
    let glow = asset.material(IndoorMaterial.glow(Colour(0xfff1dc), "bulb"))
    let h = height * 0.92
    asset.add(
      .lathe(
        [
          Vector2(0, 0), Vector2(0.12, 0), Vector2(0.122, 0.006), Vector2(0.118, 0.012), Vector2(0.01, 0.018),
          Vector2(0, 0.018),
        ], sides: 32), material: metal)
    asset.add(
      .tube(
        [
          Vector3(0, 0, 0.012), Vector3(0, 0, h - 0.12), Vector3(0.01, 0, h - 0.03), Vector3(0.06, 0, h),
          Vector3(0.13, 0, h),
        ],
        radius: 0.008, sides: 10), material: metal, part: "stem")
    // The cone looks down and forward.
    let tilt = Quaternion(axis: Vector3(0, 1, 0), angle: -0.5)
    func placed(_ b: MeshBuilder) -> MeshBuilder { b.rotated(tilt).translated(0.16, 0, h - 0.02) }
    asset.add(
      placed(
        LampShade.shell([
          Vector2(0.075, -0.13), Vector2(0.06, -0.06), Vector2(0.03, 0), Vector2(0.022, 0.03),
          Vector2(0, 0.035),
        ])), material: paint, part: "shade")
    asset.add(
      placed(LampShade.bulb(at: Vector3(0, 0, -0.02), radius: 0.03, up: false)), material: glow, part: "bulb")
    let place = Vector3(0.16, 0, h - 0.02) + tilt.matrix * Vector3(0, 0, -0.08)
    asset.fittings.emitters = [
      Asset.Emitter(
        center: place, shape: .ball(radius: 0.04), flux: 520, temperature: 2900, materials: [glow])
    ]
  }
}
