import VectorMath
import WorldModel

/// A wheel with a rubber tyre on thin spokes, about the y axis of its node, whose origin is its middle.
struct SpokedWheel {
  /// Metres, to the tread.
  var radius: Double
  /// Of the tyre's section, metres.
  var tyre: Double
  var spokes: Int
  /// The ring that hands push, beside the tyre: its offset along y, metres; `nil` = none.
  var handRim: Double?

  static let rubber = Material(name: "rubber", baseColor: Colour(0x232426).linear, roughness: 0.85)
  static let metal = Material(
    name: "steel", baseColor: Colour(0xa9adb1).linear, metallic: 0.8, roughness: 0.35)

  func add(to asset: inout AssetBuilder, node: Int, _ detail: Fineness) {
    let axle = Quaternion(axis: Vector3(1, 0, 0), angle: Double.pi / 2)
    let rubber = asset.material(Self.rubber)
    let metal = asset.material(Self.metal)
    // A corner of every level lies on the ground.
    let sides = radius > 0.2 ? detail.sides(32) : 16
    func put(_ b: MeshBuilder, _ material: Int, _ part: String) {
      asset.add(b.rotated(axle), material: material, part: part, node: node, crease: 1.0)
    }
    put(.torus(radius: radius - tyre, tube: tyre, sides: sides, rings: 8), rubber, "tyre")
    let rim = radius - 2 * tyre
    put(
      .lathe(
        [
          Vector2(rim * 0.93, -0.7 * tyre), Vector2(rim * 1.05, -0.7 * tyre), Vector2(rim * 1.05, 0.7 * tyre),
          Vector2(rim * 0.93, 0.7 * tyre),
        ], sides: sides, isClosed: true), metal, "wheel")
    let hub = max(0.012, 0.085 * radius)
    put(
      .cylinder(
        from: Vector3(0, 0, -1.6 * tyre), to: Vector3(0, 0, 1.6 * tyre), radius: hub, sides: detail.sides(12)),
      metal, "wheel")
    for k in 0..<spokes where detail.hasLines || k % 2 == 0 {
      let (s, c) = DeterministicMath.sincos(2 * Double.pi * Double(k) / Double(spokes))
      let lean = k % 2 == 0 ? tyre : -tyre
      put(
        .cylinder(
          from: Vector3(c * hub * 0.7, s * hub * 0.7, lean), to: Vector3(c * rim * 0.98, s * rim * 0.98, 0),
          radius: radius > 0.2 ? 0.0022 : 0.008, sides: 5), metal, "wheel")
    }
    guard let handRim else { return }
    // Along y of the node, which the turn takes from −z.
    put(
      MeshBuilder.torus(radius: radius * 0.87, tube: 0.009, sides: sides, rings: 8).translated(
        0, 0, -handRim),
      metal, "hand_rim")
  }
}
