package import Assets
import VectorMath
package import WorldModel

/// A lorry with two axles and a box with two rear doors.
package struct Lorry: ParametricAsset {
  package static let assetName = "truck"
  package var colour: Colour
  package var boxColour: Colour
  package var length: Double
  package var variant: UInt64
  package var driver: DriverSide

  package init() { self.init(colour: Colour(0x2d5b8c)) }

  package init(
    colour: Colour, boxColour: Colour = Colour(0xe6e6e2), length: Double = 8.6, variant: UInt64 = 1,
    driver: DriverSide = .left
  ) {
    self.colour = colour
    self.boxColour = boxColour
    self.length = length
    self.variant = variant
    self.driver = driver
  }

  package func makeAsset() -> Asset {
    var asset = AssetBuilder(name: "truck", nativeClass: "truck")
    let paint = asset.material(VehicleMaterials.paint(colour))
    let (f, r) = (length / 2, -length / 2)
    let cab = LorryCab(kind: .day, front: f, wheelRadius: 0.46, variant: variant, driver: driver)
    cab.add(to: &asset, paint: paint)
    let axles = [cab.axle, r + 2.0]
    var chassis = LorryChassis(front: f - 0.9, rear: r, axles: [axles[1]], variant: variant)
    chassis.wheelRadius = 0.46
    chassis.guards = (from: axles[1] + 0.75, to: f - 3.2)
    chassis.add(to: &asset)
    chassis.addWheels(to: &asset) { _ in ["wheel_rear_left", "wheel_rear_right"] }
    CargoBox(front: f - cab.depth - 0.16, rear: r + 0.03, floor: 1.04, top: 3.5, variant: variant)
      .add(to: &asset, colour: boxColour)
    VehicleWheel(radius: 0.46, width: 0.28, rimShare: 0.58, design: .convexDish).addPair(
      to: &asset, names: ["wheel_front_left", "wheel_front_right"], x: axles[0], halfTrack: 1.04)
    return asset.asset()
  }
}
