package import VectorMath
package import WorldModel

/// A pram with a carrycot, or a pushchair with a hood and a cover over the legs; whoever lies in it is hidden.
///
/// Origin on the ground below the rear axle; the handle is behind. Wheels are `wheel_rear_…` and `wheel_front_…`.
package struct Pram: ParametricAsset {
  package enum Kind: String, Sendable, CaseIterable { case carrycot, pushchair }

  package static let assetName = "pram"
  package var kind: Kind
  package var colour: Colour
  package var variant: UInt64

  /// The middle of the handle, metres: behind the rear axle and above the ground.
  package static let handle = Vector2(-0.33, 1.02)
  /// From the rear axle to the front one, and to the foremost and hindmost of it, metres.
  static let wheelbase = 0.62
  package static let front = 0.74
  static let radius = (rear: 0.15, front: 0.115)

  package init() { self.init(kind: .carrycot, variant: 1) }

  package init(kind: Kind, variant: UInt64) {
    (self.kind, self.variant) = (kind, variant)
    let colours = [0x23262b, 0x55606a, 0x7d6a55, 0x2f4a5e, 0x7a2f3a, 0x4c5a43, 0x9a9488].map { Colour($0) }
    colour = colours[AssetVariation(seed: variant).choice("cloth", of: colours.count)]
  }

  package func makeAsset() -> Asset {
    .levelled(AssetBuilder(name: Self.assetName, nativeClass: "pram", mainPart: "frame")) { add(to: &$0, $1) }
  }

  private func add(to asset: inout AssetBuilder, _ detail: Fineness) {
    let frame = asset.material(
      Material(name: "steel_frame", baseColor: Colour(0x3a3c40).linear, metallic: 0.6, roughness: 0.4))
    let cloth = asset.material(Material(name: "fabric_cover", baseColor: colour.linear, roughness: 0.95))
    let grip = asset.material(
      Material(name: "leather_grip", baseColor: Colour(0x5c4030).linear, roughness: 0.7))
    let inner = asset.material(
      Material(name: "fabric_lining", baseColor: Colour(0xd9d4c8).linear, roughness: 0.95))
    func tube(_ path: [Vector3], _ r: Double = 0.012, _ m: Int? = nil, part: String? = nil) {
      asset.add(
        .tube(path, radius: r, sides: detail.sides(10)), material: m ?? frame, part: part, crease: 1.2)
    }
    let handle = Self.handle
    for side in [1.0, -1] {
      func at(_ x: Double, _ y: Double, _ z: Double) -> Vector3 { Vector3(x, side * y, z) }
      // From the front axle up to the handle, from the rear axle up to the carrier.
      tube([
        at(Self.wheelbase, 0.19, 0.13), at(0.34, 0.235, 0.42), at(0.02, 0.245, 0.76),
        at(handle.x + 0.02, 0.25, handle.y - 0.01),
      ])
      tube([at(0, 0.235, 0.16), at(0.14, 0.24, 0.4), at(0.3, 0.24, 0.56)])
      tube([at(handle.x + 0.02, 0.25, handle.y - 0.01), at(handle.x - 0.015, 0.235, handle.y)], 0.013)
    }
    tube(
      [Vector3(handle.x - 0.015, 0.24, handle.y), Vector3(handle.x - 0.015, -0.24, handle.y)], 0.016, grip,
      part: "handle")
    tube([Vector3(0, 0.26, Self.radius.rear), Vector3(0, -0.26, Self.radius.rear)], 0.011)
    tube(
      [Vector3(Self.wheelbase, 0.2, Self.radius.front), Vector3(Self.wheelbase, -0.2, Self.radius.front)],
      0.011)
    // The basket below.
    asset.add(
      .box(size: Vector3(0.42, 0.34, 0.14), center: Vector3(0.3, 0, 0.27), bevel: 0.04), material: cloth,
      part: "basket")
    switch kind {
    case .carrycot: addCarrycot(&asset, cloth, inner, detail)
    case .pushchair: addSeat(&asset, cloth, inner, detail)
    }
    for (name, side) in [("left", 1.0), ("right", -1)] {
      let rear = asset.node(
        "wheel_rear_\(name)", rest: NodePose(translation: Vector3(0, side * 0.285, Self.radius.rear)))
      SpokedWheel(radius: Self.radius.rear, tyre: 0.02, spokes: 8).add(to: &asset, node: rear, detail)
      let front = asset.node(
        "wheel_front_\(name)",
        rest: NodePose(translation: Vector3(Self.wheelbase, side * 0.225, Self.radius.front)))
      SpokedWheel(radius: Self.radius.front, tyre: 0.018, spokes: 8).add(to: &asset, node: front, detail)
    }
  }

  /// A tub with a blanket over it, its hood up at the front: the child looks at whoever pushes.
  private func addCarrycot(_ asset: inout AssetBuilder, _ cloth: Int, _ inner: Int, _ detail: Fineness) {
    let count = detail.ring(24)
    let tub = MeshBuilder.loft(
      [(0.55, 0.3, 0.135), (0.57, 0.35, 0.165), (0.68, 0.385, 0.19), (0.8, 0.4, 0.2)].map { z, a, b in
        superellipse(a, b, exponent: 3, count: count).map { Vector3(0.3 + $0.x, $0.y, z) }
      })
    asset.add(tub, material: cloth, part: "carrycot", crease: 1.0)
    let blanket = MeshBuilder.loft(
      [(0.78, 0.385, 0.185), (0.815, 0.38, 0.18), (0.835, 0.3, 0.13), (0.842, 0.12, 0.06)].map { z, a, b in
        superellipse(a, b, exponent: 2.6, count: count).map {
          Vector3(0.3 + $0.x, $0.y, z + 0.008 * DeterministicMath.sin(17 * $0.x + 9 * $0.y))
        }
      })
    asset.add(blanket, material: inner, part: "blanket", crease: 1.0)
    hood(
      &asset, cloth, pivot: Vector3(0.42, 0, 0.79), half: 0.203, reach: 0.285, from: -0.15, to: 1.75, detail)
  }

  /// A seat that leans back, a cover over the legs, a hood behind: the child looks ahead.
  private func addSeat(_ asset: inout AssetBuilder, _ cloth: Int, _ inner: Int, _ detail: Fineness) {
    let back = MeshBuilder.slab(
      columns: 4, rows: 6,
      front: { u, v in Vector3(0.24 - 0.3 * v, (u - 0.5) * 0.36, 0.52 + 0.46 * v) },
      back: { u, v in Vector3(0.21 - 0.3 * v, (u - 0.5) * 0.38, 0.5 + 0.48 * v) })
    asset.add(back, material: inner, part: "seat", crease: 0.8)
    let cover = MeshBuilder.loft(
      [
        (0.08, 0.63, 0.13), (0.18, 0.62, 0.165), (0.35, 0.59, 0.175), (0.5, 0.52, 0.165), (0.6, 0.42, 0.15),
        (0.66, 0.34, 0.11),
      ].map {
        x, z, w in
        superellipse(w, 0.1, exponent: 2.6, count: detail.ring(18)).map { Vector3(x + 0.06, $0.x, z + $0.y) }
      })
    asset.add(cover, material: cloth, part: "cover", crease: 1.1)
    asset.add(
      .box(size: Vector3(0.1, 0.26, 0.02), center: Vector3(0.7, 0, 0.27), bevel: 0.006), material: inner,
      part: "footrest")
    hood(
      &asset, cloth, pivot: Vector3(0.02, 0, 0.86), half: 0.198, reach: 0.26, from: -2.05, to: -0.1, detail)
  }

  /// A quarter of a drum about an axis across, between two angles from straight up, positive forward.
  private func hood(
    _ asset: inout AssetBuilder, _ cloth: Int, pivot: Vector3, half: Double, reach: Double, from: Double,
    to: Double,
    _ detail: Fineness
  ) {
    func place(_ u: Double, _ v: Double, _ inset: Double) -> Vector3 {
      let (s, c) = DeterministicMath.sincos(from + (to - from) * u)
      // Across: up one side, over the top, down the other.
      let (sv, cv) = DeterministicMath.sincos(Double.pi * v)
      let r = (reach - inset) * DeterministicMath.pow(max(0, sv), 0.55)
      let y = (half - inset) * cv
      // Cloth hangs in a little between the bows.
      let sag = 1 - 0.02 * (1 - DeterministicMath.cos(6 * Double.pi * u)) / 2
      return pivot + Vector3(s * r * sag, y, c * r * sag)
    }
    let hood = MeshBuilder.slab(
      columns: detail == .coarse ? 6 : 12, rows: detail == .coarse ? 8 : 14,
      front: { place($0, 0.02 + 0.96 * $1, 0) },
      back: { place($0, 0.02 + 0.96 * $1, 0.014) })
    asset.add(hood, material: cloth, part: "hood", crease: 1.0)
  }
}
