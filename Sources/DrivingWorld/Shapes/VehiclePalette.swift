import Assets
import Geometry
import Traffic
import VectorMath
import WorldModel

/// Vehicles to choose from: shapes made once, painted a vehicle at a time.
struct VehiclePalette: Sendable {
  struct Model: Sendable {
    var kind: VehicleKind
    var asset: Asset
    var body: VehicleBody
    var wheels: [RollingWheels.Wheel]
    /// Index of the material that paint replaces.
    var paint: Int?
    var rider: Rider?
  }

  /// Who sits on a bicycle.
  struct Rider: Sendable {
    var asset: Asset
    var person: PersonBody
    var geometry: BicycleGeometry
  }

  let models: [Model]

  /// Made on first use, then kept: it depends on nothing.
  static let shared = VehiclePalette()

  private init() {
    var models: [Model] = []
    for (i, style) in CarStyle.allCases.enumerated() {
      for k in 0..<2 {
        let car = Car(style: style, lengthScale: k == 0 ? 1 : 1.04, variant: UInt64(2 * i + k + 1))
        models.append(Self.model(.car, car.makeAsset()))
      }
    }
    models.append(Self.model(.van, Van().makeAsset()))
    models.append(
      Self.model(.van, Van(colour: Colour(0x6e7377), length: 5.2, height: 2.2, variant: 9).makeAsset()))
    models.append(Self.model(.truck, Lorry().makeAsset()))
    models.append(Self.model(.bus, Bus().makeAsset()))
    for k in 0..<3 {
      let rider = Cyclist(variant: UInt64(k + 1))
      let bicycle = Bicycle(colour: Colour(0x27506b), geometry: rider.geometry)
      var model = Self.model(.bicycle, bicycle.makeAsset())
      model.rider = Rider(asset: rider.makeAsset(), person: rider.body, geometry: rider.geometry)
      model.body.rearAxle = -rider.geometry.wheelbase / 2
      model.body.frontAxle = rider.geometry.wheelbase / 2
      // The rider is wider and taller than the machine.
      model.body.width = max(model.body.width, 0.75)
      model.body.height = rider.body.stature + 0.2
      models.append(model)
    }
    self.models = models
  }

  func models(_ kind: VehicleKind) -> [Model] { models.filter { $0.kind == kind } }

  /// Paints that suit a kind, with their weights.
  static func paints(_ kind: VehicleKind) -> (colours: [Colour], weights: [Double]) {
    switch kind {
    case .car: (Car.usualColours.map(\.colour), Car.usualColours.map(\.share))
    case .van: ([Colour(0xe4e5e3), Colour(0x6e7377), Colour(0xc8a02c), Colour(0x23407a)], [6, 2, 1, 1])
    case .truck: ([Colour(0x2d5b8c), Colour(0xe4e5e3), Colour(0x8a1f24), Colour(0x36503f)], [2, 3, 1, 1])
    case .bus: ([Colour(0xc8a02c), Colour(0x8a1f24), Colour(0xe4e5e3), Colour(0x2f6a4a)], [2, 2, 2, 1])
    case .bicycle: ([Colour(0x27506b), Colour(0x1b1c1f), Colour(0x8a1f24), Colour(0x36503f)], [2, 3, 1, 1])
    }
  }

  private static func model(_ kind: VehicleKind, _ asset: Asset) -> Model {
    let box = asset.restBounds
    func axle(_ prefix: String) -> Double? {
      let found = asset.nodes.filter { $0.name.hasPrefix(prefix) }.map(\.rest.translation.x)
      return found.isEmpty ? nil : found.reduce(0, +) / Double(found.count)
    }
    // Mirrors and bumpers may shift the box; bodies are centred on the origin.
    let size = Vector3(2 * max(box.max.x, -box.min.x), 2 * max(box.max.y, -box.min.y), max(0.1, box.max.z))
    let body = VehicleBody(
      length: size.x, width: size.y, height: size.z, rearAxle: axle("wheel_rear") ?? -0.3 * size.x,
      frontAxle: axle("wheel_front") ?? 0.3 * size.x)
    return Model(
      kind: kind, asset: asset, body: body, wheels: RollingWheels.wheels(of: asset),
      paint: asset.materials.firstIndex { $0.name == "paint" })
  }
}
