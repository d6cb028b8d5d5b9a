import VectorMath
package import WorldModel

/// A passenger car in one of four body styles.
///
/// Parts: body, window, wheel, headlight, taillight, mirror, plate. Wheels turn on the nodes
/// `wheel_front_left`, `wheel_front_right`, `wheel_rear_left`, `wheel_rear_right`.
package struct Car: ParametricAsset {
  package static let assetName = "car"
  package var style: CarStyle
  package var colour: Colour
  /// Factors on the style's usual size.
  package var lengthScale: Double
  package var variant: UInt64

  package init() { self.init(style: .hatchback) }

  package init(
    style: CarStyle, colour: Colour = Colour(0x8a1f24), lengthScale: Double = 1, variant: UInt64 = 0
  ) {
    self.style = style
    self.colour = colour
    self.lengthScale = lengthScale
    self.variant = variant
  }

  /// The colours that most cars have, with the share of each in percent.
  package static let usualColours: [(colour: Colour, share: Double)] = [
    (Colour(0xe9eaea), 29), (Colour(0x1b1c1f), 22), (Colour(0x6e7377), 19), (Colour(0xb3b7ba), 9),
    (Colour(0x23407a), 8), (Colour(0x8a1f24), 5), (Colour(0x36503f), 3), (Colour(0xa8957a), 3),
    (Colour(0xc8641e), 2),
  ]

  package var shape: CarShape {
    var shape = CarShape(style: style)
    shape.length *= lengthScale
    shape.wheelbase *= lengthScale
    return shape
  }

  package func makeAsset() -> Asset {
    let shape = shape
    var asset = AssetBuilder(name: "car_\(style.rawValue)", nativeClass: "car")
    let shell = CarShell(shape: shape)
    let paint = asset.material(VehicleMaterials.paint(colour))
    let glass = asset.material(VehicleMaterials.glass)
    let trim = asset.material(VehicleMaterials.trim)
    let shadow = asset.material(VehicleMaterials.shadow)
    asset.add(shell.builders[CarShell.Surface.paint.rawValue], material: paint, crease: 0.75)
    asset.add(shell.builders[CarShell.Surface.glass.rawValue], material: glass, part: "window", crease: 0.75)
    asset.add(shell.builders[CarShell.Surface.trim.rawValue], material: trim, crease: 0.75)
    asset.add(shell.builders[CarShell.Surface.shadow.rawValue], material: shadow)
    CarFittings(shape: shape, shell: shell, style: style, variant: variant).add(to: &asset, paint: paint)
    VehicleWheel(radius: shape.wheelRadius, width: shape.tyreWidth, spokes: style == .suv ? 6 : 5)
      .addAll(to: &asset, axles: shape.axles, halfTrack: shape.width / 2 - shape.tyreWidth / 2 - 0.025)
    return asset.asset()
  }
}

extension VehicleWheel {
  /// Names of the wheels of axle `i` of `count`, left then right.
  static func names(axle i: Int, of count: Int) -> [String] {
    let axle = i == 0 ? "front" : count == 2 ? "rear" : "rear\(i)"
    return ["wheel_\(axle)_left", "wheel_\(axle)_right"]
  }

  /// Adds two wheels an axle, each on a node of its own that touches the ground.
  func addAll(to asset: inout AssetBuilder, axles: [Double], halfTrack: Double) {
    for (i, x) in axles.enumerated() {
      for (k, name) in Self.names(axle: i, of: axles.count).enumerated() {
        let y = k == 0 ? halfTrack : -halfTrack
        let node = asset.node(name, rest: NodePose(translation: Vector3(x, y, radius)))
        add(to: &asset, node: node, isLeft: k == 0)
      }
    }
  }
}
