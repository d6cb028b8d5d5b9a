import Assets
import Geometry
import Traffic
import VectorMath
import Vehicles
import WorldModel

/// Vehicles to choose from: shapes made once, painted a vehicle at a time.
struct VehiclePalette: Sendable {
  struct Model: Sendable {
    var kind: VehicleKind
    /// With nobody in it.
    var asset: Asset
    let crews = Crews()
    var body: VehicleBody
    /// From its rear axle forward to the origin of its asset, metres.
    var ahead: Double
    /// Width without mirrors, which stand out over kerbs and neighbours, metres.
    var coachWidth: Double
    var wheels: [RollingWheels.Wheel]
    /// Index of the material that paint replaces.
    var paint: Int?
    var rider: Rider?
    var trailer: Drawn?
  }

  /// What hangs behind a vehicle.
  struct Drawn: Sendable {
    var asset: Asset
    /// From the middle of its axles forward to the origin of its asset, metres.
    var ahead: Double
    var wheels: [RollingWheels.Wheel]
  }

  /// Who sits on a bicycle.
  struct Rider: Sendable {
    var asset: Asset
    var person: PersonBody
    var geometry: BicycleGeometry
  }

  let models: [Model]

  /// What is on the road, each name as often as its share asks for.
  private static let fleet: [(kind: VehicleKind, names: [String])] = [
    (
      .car,
      [
        "car", "car", "car", "car_city", "car_saloon", "car_saloon", "car_saloon", "car_estate", "car_suv",
        "car_suv",
        "car_suv", "car_minivan", "car_sports", "pickup", "taxi", "police_car",
      ]
    ),
    (.van, ["van", "van", "van", "ambulance"]),
    (.truck, ["truck", "truck", "tipper", "fire_engine"]),
    (.bus, ["bus", "bus", "coach"]),
  ]

  /// What is ridden at the pace of bicycles.
  private enum Cycle {
    case bicycle(Bicycle.Kind)
    case scooter, motorcycle
  }

  private static let cycles: [Cycle] = [
    .bicycle(.city), .bicycle(.city), .bicycle(.electric), .bicycle(.cargo), .scooter, .scooter, .motorcycle,
    .motorcycle,
  ]

  /// Vehicles for a side of the road. Made on first use, then kept: they depend on nothing else.
  static func shared(keepsRight: Bool) -> VehiclePalette { keepsRight ? leftDrivers : rightDrivers }

  private static let leftDrivers = VehiclePalette(driver: .left)
  private static let rightDrivers = VehiclePalette(driver: .right)

  private init(driver: DriverSide) {
    var models: [Model] = []
    for (kind, names) in Self.fleet {
      for (i, name) in names.enumerated() {
        guard let asset = VehicleCatalog.make(name, variant: UInt64(i + 1), driver: driver) else { continue }
        models.append(Self.model(kind, asset))
      }
    }
    for k in 0..<3 { models.append(Self.articulated(UInt64(k + 1), driver)) }
    for (k, cycle) in Self.cycles.enumerated() {
      var rider = Cyclist(variant: UInt64(k + 1))
      let machine: Asset
      var kind = VehicleKind.bicycle
      switch cycle {
      case .bicycle(let style):
        machine = Bicycle(colour: Colour(0x27506b), geometry: rider.geometry, kind: style).makeAsset()
      case .scooter:
        let scooter = Motorcycle(kind: .scooter, hasBox: k % 2 == 0, variant: UInt64(k + 1))
        rider.geometry = scooter.geometry
        machine = scooter.makeAsset()
      case .motorcycle:
        let roadster = Motorcycle(kind: .roadster, hasBox: k % 2 == 0, variant: UInt64(k + 1))
        (rider.geometry, rider.outfit.hair, rider.outfit.top) = (roadster.geometry, .helmet, .jacket)
        rider.outfit.legs = .trousers
        machine = roadster.makeAsset()
        kind = .motorcycle
      }
      var model = Self.model(kind, machine)
      model.rider = Rider(asset: rider.makeAsset(), person: rider.body, geometry: rider.geometry)
      model.ahead = rider.geometry.wheelbase / 2
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

  /// What stands at kerbs and in car parks: nobody's service, and now and then a van.
  var parkable: [Model] {
    models(.car).filter { !Self.isUniform($0.asset) }
      + models(.van).filter { !Self.isUniform($0.asset) }.prefix(1)
  }

  /// How often a model drives by among those of its kind: ambulances and the like are rare.
  static func share(of model: Model) -> Double {
    guard isUniform(model.asset) else { return 1 }
    return model.asset.name.hasPrefix("taxi") ? 0.6 : 0.12
  }

  /// Paints that suit a kind, with their weights.
  static func paints(_ kind: VehicleKind) -> (colours: [Colour], weights: [Double]) {
    switch kind {
    case .car: (StreetPaint.shares.map(\.colour), StreetPaint.shares.map(\.share))
    case .van: ([Colour(0xe4e5e3), Colour(0x6e7377), Colour(0xc8a02c), Colour(0x23407a)], [6, 2, 1, 1])
    case .truck: ([Colour(0x2d5b8c), Colour(0xe4e5e3), Colour(0x8a1f24), Colour(0x36503f)], [2, 3, 1, 1])
    case .bus: ([Colour(0xc8a02c), Colour(0x8a1f24), Colour(0xe4e5e3), Colour(0x2f6a4a)], [2, 2, 2, 1])
    case .bicycle, .motorcycle:
      ([Colour(0x27506b), Colour(0x1b1c1f), Colour(0x8a1f24), Colour(0x36503f)], [2, 3, 1, 1])
    }
  }

  /// Whether a vehicle has the colour of its service, which chance does not repaint.
  private static func isUniform(_ asset: Asset) -> Bool {
    ["taxi", "police_car", "ambulance", "fire_engine"].contains { asset.name.hasPrefix($0) }
  }

  /// A tractor with its trailer, one of some colours.
  private static func articulated(_ variant: UInt64, _ driver: DriverSide) -> Model {
    let colours = [Colour(0x2d5b8c), Colour(0xd8d9d6), Colour(0x36503f)]
    let lorry = ArticulatedLorry(colour: Colour(0xe4e5e3), variant: variant, driver: driver)
    let box = Semitrailer(colour: colours[Int(variant) % 3], isCurtain: variant % 3 != 0, variant: variant)
    var model = self.model(.truck, lorry.makeTractor().withClusters(VehicleCatalog.cells))
    let asset = box.makeAsset().withClusters(VehicleCatalog.cells)
    let trailer = Trailer(
      hitch: ArticulatedLorry.hitch, axle: Semitrailer.axle, front: Semitrailer.front, rear: Semitrailer.rear,
      width: asset.restBounds.size.y, height: asset.restBounds.max.z)
    model.body = model.body.drawing(trailer)
    model.trailer = Drawn(
      asset: asset, ahead: -trailer.body.rearAxle, wheels: RollingWheels.wheels(of: asset))
    return model
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
    let coach = asset.pieces.filter {
      asset.parts.indices.contains($0.part) && asset.parts[$0.part] != "mirror"
    }
    let reach = coach.map { max($0.mesh.bounds.max.y, -$0.mesh.bounds.min.y) }.max() ?? size.y / 2
    return Model(
      kind: kind, asset: asset, body: body, ahead: -body.rearAxle, coachWidth: min(size.y, 2 * reach),
      wheels: RollingWheels.wheels(of: asset),
      paint: isUniform(asset) ? nil : asset.materials.firstIndex { $0.name == "paint" })
  }
}
