package import VectorMath
package import WorldModel

/// A wheelchair that its user drives by hand, without the user: `WheelchairUser` sits in it when both have one track.
///
/// Origin on the ground below the axle of the great wheels, which are `wheel_rear_left` and `wheel_rear_right`; casters
/// are `wheel_front_left` and `wheel_front_right`.
package struct Wheelchair: ParametricAsset {
  package static let assetName = "wheelchair"
  /// Metres: 24 inches with the tyre.
  package static let wheelRadius = 0.305
  /// From the middle to the plane of a great wheel; to the ring that hands push.
  package static let halfTrack = 0.275
  package static let handRim = 0.03
  static let handRimRadius = wheelRadius * 0.87
  static let caster = Vector3(0.41, 0.235, 0.07)
  /// Where the hip joints of a user of a stature are.
  static func hip(_ body: PersonBody) -> Vector3 { Vector3(0.05, 0, 0.5 + 0.043 * body.stature) }
  /// Height of the footrests over the ground.
  static let footrest = 0.13

  package var colour: Colour
  package var variant: UInt64

  package init() { self.init(variant: 1) }

  package init(variant: UInt64) {
    self.variant = variant
    let colours = [0x1f2023, 0x8a1f24, 0x2d5b8c, 0x6e7377, 0x2f6a4a].map { Colour($0) }
    colour = colours[AssetVariation(seed: variant).choice("frame", of: colours.count)]
  }

  package func makeAsset() -> Asset {
    .levelled(AssetBuilder(name: Self.assetName, nativeClass: "wheelchair", mainPart: "frame")) {
      add(to: &$0, $1)
    }
  }

  private func add(to asset: inout AssetBuilder, _ detail: Fineness) {
    let frame = asset.material(
      Material(name: "paint", baseColor: colour.linear, metallic: 0.2, roughness: 0.3))
    let cloth = asset.material(
      Material(name: "fabric_seat", baseColor: Colour(0x1b1c20).linear, roughness: 0.9))
    let grip = asset.material(SpokedWheel.rubber)
    func tube(_ path: [Vector3], _ radius: Double = 0.0125, _ material: Int? = nil, part: String? = nil) {
      asset.add(
        .tube(path, radius: radius, sides: detail.sides(10)), material: material ?? frame, part: part,
        crease: 1.2)
    }
    for side in [1.0, -1] {
      func at(_ x: Double, _ y: Double, _ z: Double) -> Vector3 { Vector3(x, side * y, z) }
      let y = 0.205
      // Seat rail, down before the knees to the footrest; back post with the handle; lower rail.
      tube([
        at(-0.12, y, 0.5), at(0.36, y, 0.505), at(0.42, y, 0.46), at(0.5, 0.17, 0.16), at(0.53, 0.14, 0.115),
      ])
      tube([at(-0.09, y, 0.3), at(-0.12, y, 0.5), at(-0.16, y, 0.9), at(-0.19, y, 0.93), at(-0.26, y, 0.935)])
      tube([at(-0.26, y, 0.935), at(-0.31, y, 0.935)], 0.017, grip, part: "handle")
      tube([at(-0.09, y, 0.3), at(0.34, y, 0.27), at(0.42, y, 0.44)])
      tube([at(0, y, 0.305), at(0, Self.halfTrack - 0.02, 0.305)], 0.014)
      // Side guard and armrest.
      asset.add(
        .box(size: Vector3(0.3, 0.008, 0.17), center: at(0.08, y + 0.02, 0.6), bevel: 0.003), material: cloth,
        part: "side")
      asset.add(
        .box(size: Vector3(0.3, 0.045, 0.025), center: at(0.08, y + 0.02, 0.7), bevel: 0.01), material: grip,
        part: "armrest")
      asset.add(
        .box(size: Vector3(0.17, 0.13, 0.012), center: at(0.585, 0.078, Self.footrest - 0.022), bevel: 0.004),
        material: grip, part: "footrest")
      // Fork of the caster.
      let c = Self.caster
      for inner in [-0.022, 0.022] {
        tube([at(c.x, c.y + inner, c.z), at(c.x + 0.03, c.y + inner, c.z + 0.085)], 0.006)
      }
      tube([at(c.x + 0.03, c.y - 0.024, c.z + 0.088), at(c.x + 0.03, c.y + 0.024, c.z + 0.088)], 0.008)
      tube([at(c.x + 0.03, c.y, c.z + 0.085), at(c.x + 0.03, c.y - 0.02, 0.27)], 0.012)
      // At the plane of the frame again.
      tube([at(c.x + 0.03, c.y - 0.02, 0.27), at(0.34, y, 0.272)], 0.01)
    }
    // A cross under the seat.
    tube([Vector3(0.12, 0.2, 0.275), Vector3(0.12, -0.2, 0.49)], 0.01)
    tube([Vector3(0.15, -0.2, 0.275), Vector3(0.15, 0.2, 0.49)], 0.01)
    asset.add(
      .box(size: Vector3(0.46, 0.4, 0.05), center: Vector3(0.12, 0, 0.515), bevel: 0.018), material: cloth,
      part: "seat")
    // The back sags a little.
    asset.add(
      .slab(
        columns: 6, rows: 4,
        front: { u, v in
          Vector3(
            -0.105 - 0.035 * v - 0.03 * (1 - (2 * u - 1) * (2 * u - 1)), (u - 0.5) * 0.41, 0.53 + 0.34 * v)
        },
        back: { u, v in
          Vector3(
            -0.125 - 0.035 * v - 0.03 * (1 - (2 * u - 1) * (2 * u - 1)), (u - 0.5) * 0.41, 0.53 + 0.34 * v)
        }),
      material: cloth, part: "back", crease: 1.0)
    for (name, side) in [("left", 1.0), ("right", -1)] {
      let rear = asset.node(
        "wheel_rear_\(name)",
        rest: NodePose(translation: Vector3(0, side * Self.halfTrack, Self.wheelRadius)))
      SpokedWheel(radius: Self.wheelRadius, tyre: 0.017, spokes: 24, handRim: side * Self.handRim)
        .add(to: &asset, node: rear, detail)
      let c = Self.caster
      let front = asset.node(
        "wheel_front_\(name)", rest: NodePose(translation: Vector3(c.x, side * c.y, c.z)))
      SpokedWheel(radius: c.z, tyre: 0.014, spokes: 6).add(to: &asset, node: front, detail)
    }
  }
}
