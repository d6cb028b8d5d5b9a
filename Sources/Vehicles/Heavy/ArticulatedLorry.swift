package import Assets
import VectorMath
package import WorldModel

/// A tractor with a semitrailer of three axles.
///
/// All of the trailer hangs on the node `trailer`, whose origin lies on the ground below the kingpin: turned about z,
/// it follows the tractor.
package struct ArticulatedLorry: ParametricAsset {
  package static let assetName = "articulated_lorry"
  package var colour: Colour
  package var boxColour: Colour
  package var isCurtain: Bool
  package var variant: UInt64
  package var driver: DriverSide

  package init() { self.init(colour: Colour(0xe4e5e3)) }

  package init(
    colour: Colour, boxColour: Colour = Colour(0x2d5b8c), isCurtain: Bool = true, variant: UInt64 = 1,
    driver: DriverSide = .left
  ) {
    self.colour = colour
    self.boxColour = boxColour
    self.isCurtain = isCurtain
    self.variant = variant
    self.driver = driver
  }

  /// Metres from bumper to bumper.
  package static let length = 16.5

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: Self.assetName, nativeClass: "truck")
    let kingpin = addTractor(to: &asset, front: Self.length / 2)
    let trailer = asset.node("trailer", rest: NodePose(translation: Vector3(kingpin, 0, 0)))
    Semitrailer(colour: boxColour, isCurtain: isCurtain, variant: variant).add(
      to: &asset, node: trailer, kingpin: 0)
    return asset.asset()
  }

  /// The tractor alone, for traffic, where its trailer is a body of its own.
  package func makeTractor() -> Asset {
    var asset = AssetBuilder(name: "tractor_unit", nativeClass: "truck")
    _ = addTractor(to: &asset, front: Self.tractorLength / 2)
    return asset.asset()
  }

  /// From its bumper to the rear of its frame.
  private static let tractorLength = 1.42 + 3.7 + 0.95
  /// The kingpin ahead of the driven axle.
  package static let hitch = 0.55

  /// - Returns: where the kingpin is.
  private func addTractor(to asset: inout AssetBuilder, front f: Double) -> Double {
    let paint = asset.material(VehicleMaterials.paint(colour))
    let cab = LorryCab(kind: .sleeper, front: f, wheelRadius: 0.51, variant: variant, driver: driver)
    cab.add(to: &asset, paint: paint)
    let drive = cab.axle - 3.7
    var tractor = LorryChassis(
      front: f - 0.9, rear: drive - 0.95, axles: [drive], wheelRadius: 0.51, variant: variant)
    tractor.add(to: &asset)
    tractor.guards = nil
    tractor.addWheels(to: &asset) { _ in ["wheel_rear_left", "wheel_rear_right"] }
    addDeflectors(to: &asset, cab: cab, paint: paint)
    let kingpin = drive + Self.hitch
    asset.add(
      .cylinder(from: Vector3(kingpin, 0, 0.98), to: Vector3(kingpin, 0, 1.12), radius: 0.48, sides: 24),
      material: asset.material(VehicleMaterials.shadow))
    VehicleWheel(radius: 0.51, width: 0.32, rimShare: 0.58, design: .convexDish).addPair(
      to: &asset, names: ["wheel_front_left", "wheel_front_right"], x: cab.axle, halfTrack: 1.04)
    return kingpin
  }

  /// Plates beside and above the cab that lead the air to the trailer.
  private func addDeflectors(to asset: inout AssetBuilder, cab: LorryCab, paint: Int) {
    let back = cab.front - cab.depth
    for side in [1.0, -1.0] {
      asset.add(
        .box(
          from: Vector3(back - 0.5, side * 1.21, 1.1), to: Vector3(back + 0.02, side * 1.17, 3.3),
          bevel: 0.012),
        material: paint)
      asset.add(
        .box(
          from: Vector3(back - 1.3, side * 1.22, 0.42), to: Vector3(back + 0.02, side * 1.18, 0.98),
          bevel: 0.012),
        material: paint)
    }
  }
}
