package import Assets
import VectorMath
import WorldModel

/// One road wheel: tyre, rim and spokes about the y axis, the outer face towards +y, centred on the origin.
package struct VehicleWheel: Sendable {
  /// What is seen inside the tyre.
  package enum Design: String, Sendable, CaseIterable {
    case fiveSpoke, fiveTwin, tenSpoke, multiSpoke
    /// A plastic cover with holes over a steel wheel.
    case cover
    /// Lorries: a dish that bulges (front) or lies deep (rear), with a hub.
    case convexDish, deepDish
  }

  /// Metres; the radius is that of the tread.
  package var radius: Double
  package var width: Double
  /// The rim's radius as a part of the whole; cars 0.68, lorries 0.58.
  package var rimShare: Double
  package var design: Design
  package var detail: Fineness

  package init(
    radius: Double, width: Double, rimShare: Double = 0.68, design: Design = .fiveSpoke,
    detail: Fineness = .fine
  ) {
    self.detail = detail
    self.radius = radius
    self.width = width
    self.rimShare = rimShare
    self.design = design
  }

  private var rim: Double { radius * rimShare }
  private var half: Double { width / 2 }

  /// Adds the wheel to a node; `isLeft` turns its outer face to +y, otherwise to −y. `twins` puts a second tyre
  /// behind the first.
  func add(to asset: inout AssetBuilder, node: Int, isLeft: Bool, twin: Double? = nil) {
    // The lathe's axis z becomes the axle: +y for a left wheel.
    let axle = Quaternion(axis: Vector3(1, 0, 0), angle: isLeft ? -Double.pi / 2 : Double.pi / 2)
    let rubber = asset.material(VehicleMaterials.rubber)
    let tyre = tyre
    asset.add(tyre.rotated(axle), material: rubber, part: "tyre", node: node, crease: 0.5)
    if let twin {
      asset.add(
        tyre.translated(0, 0, -twin).rotated(axle), material: rubber, part: "tyre", node: node, crease: 0.5)
    }
    let metal: Int
    switch design {
    case .convexDish, .deepDish: metal = asset.material(VehicleMaterials.steel)
    default: metal = asset.material(VehicleMaterials.alloy)
    }
    let dark = asset.material(VehicleMaterials.shadow)
    func put(_ b: MeshBuilder, _ material: Int, crease: Double = 0.5) {
      asset.add(b.rotated(axle), material: material, part: "wheel", node: node, crease: crease)
    }
    put(.lathe(flange, sides: detail.sides(28), isClosed: true), metal)
    switch design {
    case .convexDish, .deepDish:
      put(.lathe(dish, sides: detail.sides(32)), metal)
      put(nuts(10, at: rim * 0.5, z: dishFloor), dark)
    case .cover:
      put(.lathe(backing, sides: detail.sides(16)), dark)
      put(cover, metal)
    default:
      put(.lathe(backing, sides: detail.sides(16)), dark)
      put(.lathe(brakeDisc, sides: detail.sides(18)), asset.material(VehicleMaterials.disc))
      put(spokes, metal)
      put(.lathe(hub, sides: detail.sides(16)), metal)
    }
  }

  // MARK: Tyre

  /// Flat tread, shoulders, walls that bulge, beads. A corner of the polygon lies exactly
  /// below the axle.
  private var tyre: MeshBuilder {
    let (r, h) = (radius, half)
    let wall = r - rim
    var profile: [Vector2] = [
      Vector2(rim, -h * 0.8), Vector2(rim + wall * 0.4, -h), Vector2(r - 0.02, -h * 0.94),
      Vector2(r, -h * 0.8),
    ]
    profile += profile.prefix(4).reversed().map { Vector2($0.x, -$0.y) }
    let outer = profile.count
    profile += [Vector2(rim * 0.97, h * 0.5), Vector2(rim * 0.97, -h * 0.5)]
    var skin = MeshBuilder.lathe(profile, sides: detail.sides(32), isClosed: true)
    // The texture runs from bead to bead; the rest of the loop hides in the rim.
    let beads = zip(profile.prefix(outer), profile.prefix(outer).dropFirst()).reduce(0.0) {
      $0 + length($1.1 - $1.0)
    }
    skin.mapUVs { Vector2($0.x, min(1, $0.y / beads)) }
    return skin
  }

  // MARK: Rim

  private var flange: [Vector2] {
    [
      Vector2(rim * 0.9, half * 0.1), Vector2(rim * 0.92, half * 0.75), Vector2(rim * 1.015, half * 0.9),
      Vector2(rim * 1.0, half * 0.76), Vector2(rim * 0.985, half * 0.1),
    ]
  }

  private var backing: [Vector2] {
    [
      Vector2(0, -half * 0.6), Vector2(rim * 0.97, -half * 0.6), Vector2(rim * 0.97, -half * 0.1),
      Vector2(0, -half * 0.1),
    ]
  }

  private var brakeDisc: [Vector2] {
    [
      Vector2(0, -half * 0.2), Vector2(rim * 0.68, -half * 0.2), Vector2(rim * 0.68, half * 0.1),
      Vector2(0, half * 0.1),
    ]
  }

  private var hub: [Vector2] {
    let h = half
    return [
      Vector2(0, h * 0.1), Vector2(rim * 0.26, h * 0.1), Vector2(rim * 0.25, h * 0.58),
      Vector2(rim * 0.15, h * 0.66),
      Vector2(rim * 0.14, h * 0.72), Vector2(0, h * 0.74),
    ]
  }

  private var spokes: MeshBuilder {
    var out = MeshBuilder()
    func spoke(_ angle: Double, root: Double, tip: Double, lean: Double = 0, top: Double = 0.8) {
      let h = half
      func ring(_ x: Double, _ w: Double, _ z0: Double, _ z1: Double, _ shift: Double) -> [Vector3] {
        [
          Vector3(rim * x, shift - rim * w, z0 * h), Vector3(rim * x, shift + rim * w, z0 * h),
          Vector3(rim * x, shift + rim * w * 0.62, z1 * h), Vector3(rim * x, shift - rim * w * 0.62, z1 * h),
        ]
      }
      let one = MeshBuilder.loft(
        detail.thinned([
          ring(0.12, root, 0.15, top * 0.8, 0), ring(0.3, root * 0.92, 0.2, top * 0.86, lean * 0.3),
          ring(0.62, (root + tip) / 2, 0.25, top * 0.95, lean * 0.68), ring(0.93, tip, 0.3, top, lean),
        ]))
      out.append(one.rotated(Quaternion(axis: Vector3(0, 0, 1), angle: angle)))
    }
    switch design {
    case .fiveTwin:
      for k in 0..<5 {
        let a = 2 * Double.pi * Double(k) / 5
        for side in [-1.0, 1.0] { spoke(a + side * 0.17, root: 0.075, tip: 0.055, lean: side * rim * 0.1) }
      }
    case .tenSpoke: for k in 0..<10 { spoke(2 * Double.pi * Double(k) / 10, root: 0.07, tip: 0.06) }
    case .multiSpoke:
      for k in 0..<16 {
        let side: Double = k % 2 == 0 ? 1 : -1
        spoke(2 * Double.pi * Double(k) / 16, root: 0.045, tip: 0.04, lean: side * rim * 0.06)
      }
    default: for k in 0..<5 { spoke(2 * Double.pi * Double(k) / 5, root: 0.17, tip: 0.11) }
    }
    return out
  }

  /// A plate with openings between broad bars.
  private var cover: MeshBuilder {
    let h = half
    var out = MeshBuilder.lathe(
      [
        Vector2(0, h * 0.4), Vector2(rim * 0.52, h * 0.4), Vector2(rim * 0.52, h * 0.78),
        Vector2(rim * 0.3, h * 0.84),
        Vector2(0, h * 0.86),
      ], sides: detail.sides(24))
    for k in 0..<9 {
      let a = 2 * Double.pi * Double(k) / 9
      let bar = MeshBuilder.loft(
        [(0.48, 0.14), (0.93, 0.2)].map { x, w in
          [
            Vector3(rim * x, -rim * w, h * 0.5), Vector3(rim * x, rim * w, h * 0.5),
            Vector3(rim * x, rim * w * 0.9, h * 0.78), Vector3(rim * x, -rim * w * 0.9, h * 0.78),
          ]
        })
      out.append(bar.rotated(Quaternion(axis: Vector3(0, 0, 1), angle: a)))
    }
    return out
  }

  // MARK: Lorry wheels

  private var dishFloor: Double { design == .convexDish ? half * 0.78 : -half * 0.1 }

  private var dish: [Vector2] {
    let (h, f) = (half, dishFloor)
    let base = [Vector2(0, -h * 0.8), Vector2(rim * 0.93, -h * 0.8)]
    if design == .convexDish {
      return base + [
        Vector2(rim * 0.93, h * 0.5), Vector2(rim * 0.74, f - 0.01), Vector2(rim * 0.6, f),
        Vector2(rim * 0.36, f),
        Vector2(rim * 0.32, f + 0.05), Vector2(rim * 0.18, f + 0.075), Vector2(0, f + 0.08),
      ]
    }
    return base + [
      Vector2(rim * 0.93, h * 0.6), Vector2(rim * 0.84, h * 0.35), Vector2(rim * 0.66, f),
      Vector2(rim * 0.38, f),
      Vector2(rim * 0.35, h * 0.5), Vector2(rim * 0.2, h * 0.62), Vector2(0, h * 0.64),
    ]
  }

  private func nuts(_ count: Int, at radius: Double, z: Double) -> MeshBuilder {
    var out = MeshBuilder()
    for k in 0..<count {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(count))
      let p = Vector3(c * radius, s * radius, z)
      out.append(
        .cylinder(
          from: p - Vector3(0, 0, 0.01), to: p + Vector3(0, 0, 0.03), radius: 0.015, sides: detail.sides(6)))
    }
    return out
  }

  // MARK: Axles

  /// Names of the wheels of axle `i` of `count`, left then right.
  static func names(axle i: Int, of count: Int) -> [String] {
    let axle = i == 0 ? "front" : count == 2 ? "rear" : "rear\(i)"
    return ["wheel_\(axle)_left", "wheel_\(axle)_right"]
  }

  /// Adds two wheels an axle, each on a node of its own that touches the ground.
  func addAll(to asset: inout AssetBuilder, axles: [Double], halfTrack: Double) {
    for (i, x) in axles.enumerated() {
      addPair(to: &asset, names: Self.names(axle: i, of: axles.count), x: x, halfTrack: halfTrack)
    }
  }

  func addPair(
    to asset: inout AssetBuilder, names: [String], x: Double, halfTrack: Double, twin: Double? = nil,
    parent: Int = 0
  ) {
    for (k, name) in names.enumerated() {
      let y = k == 0 ? halfTrack : -halfTrack
      let node = asset.node(name, parent: parent, rest: NodePose(translation: Vector3(x, y, radius)))
      add(to: &asset, node: node, isLeft: k == 0, twin: twin)
    }
  }
}
