package import Assets
import VectorMath
package import WorldModel

/// A semitrailer of three axles with a box or curtains.
package struct Semitrailer: ParametricAsset {
  package static let assetName = "semitrailer"
  package var colour: Colour
  package var isCurtain: Bool
  package var variant: UInt64

  package init() { self.init(colour: Colour(0x2d5b8c)) }

  package init(colour: Colour, isCurtain: Bool = true, variant: UInt64 = 1) {
    self.colour = colour
    self.isCurtain = isCurtain
    self.variant = variant
  }

  /// From the kingpin to the front of the box, to the rear bumper, and to the middle axle, metres.
  package static let front = 1.69
  package static let rear = 11.93
  package static let axle = 7.7
  /// Over the ground to the roof.
  package static let top = 4.0
  private static let wheelRadius = 0.51

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "trailer")
    add(to: &asset, node: 0, kingpin: (Self.rear - Self.front) / 2)
    return asset.asset()
  }

  /// - Parameter kingpin: along x in the frame of the node, metres.
  func add(to asset: inout AssetBuilder, node: Int, kingpin: Double) {
    let steel = asset.material(VehicleMaterials.steel)
    CargoBox(
      isCurtain: isCurtain, front: Self.front, rear: 0.03 - Self.rear, floor: 1.16, top: Self.top,
      variant: variant
    ).add(to: &asset, colour: colour, node: node, offset: -kingpin)
    let axles = [1.31, 0, -1.31].map { $0 - Self.axle }
    var chassis = LorryChassis(
      front: Self.front - 0.1, rear: -Self.rear, axles: axles, wheelRadius: Self.wheelRadius, top: 1.16,
      variant: variant &+ 1)
    chassis.hasTwins = false
    chassis.hasTank = false
    chassis.guards = (from: axles[0] + 0.75, to: -2.2)
    chassis.add(to: &asset, node: node, offset: -kingpin)
    chassis.addWheels(
      to: &asset, names: { ["wheel_trailer\($0 + 1)_left", "wheel_trailer\($0 + 1)_right"] }, node: node,
      offset: -kingpin)
    // Landing legs.
    for side in [1.0, -1.0] {
      asset.add(
        .box(
          from: Vector3(kingpin - 2.75, side * 0.85, 0.34), to: Vector3(kingpin - 2.6, side * 0.72, 1.1),
          bevel: 0.01),
        material: steel, node: node)
    }
  }
}
