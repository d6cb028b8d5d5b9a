package import Diagnostics
package import LocatedYAML
package import RandomStreams
package import WorldModel

/// A stretch of road with its traffic, people, trees and houses, seen from a car that drives along it.
package struct TownDescription: WorldDescription {
  package static let kind = "town"
  package static let summary =
    "A stretch of road with traffic, people, trees and houses, driven along by the cameras."

  package var road: TownRoad
  package var ego: EgoPlan
  package var vehicles: Distribution
  package var mix: VehicleMix
  package var parked: Distribution
  package var pedestrians: Distribution
  package var standing: Double
  package var prams: Double
  package var wheelchairs: Double
  package var animals: Distribution
  package var neighbourhood: TextDistribution
  package var buildings: Distribution
  package var trees: Distribution
  package var furniture: Distribution
  package var lamps: Distribution
  package var pavement: Double
  package var ground: GroundPlan
  package var radius: Double
  package var sounds: TownSoundPlan

  package init(from fields: FieldReader) {
    road = fields.nested("road", TownRoad.self)
    ego = fields.nested("ego", EgoPlan.self)
    vehicles = fields.read(
      "vehicles", .distribution(in: 0...200), default: .uniform(min: 6, max: 18),
      "Moving vehicles in the region, the own one not counted; as many of them as fit.")
    mix = fields.nested("mix", VehicleMix.self)
    parked = fields.read(
      "parked", .distribution(in: 0...40), default: .uniform(min: 4, max: 13),
      "Parked cars per 100 m of parking lane.")
    pedestrians = fields.read(
      "pedestrians", .distribution(in: 0...60), default: .uniform(min: 1, max: 5),
      "People on foot per 100 m of pavement.")
    standing = fields.read(
      "standing", .number(in: 0...1), default: 0.2, "Share of the people on foot who stand still.")
    prams = fields.read(
      "prams", .number(in: 0...1), default: 0.05, "Share of the people who walk alone that push a pram.")
    wheelchairs = fields.read(
      "wheelchairs", .number(in: 0...1), default: 0.03,
      "Share of the people who walk alone that go by wheelchair instead.")
    animals = fields.read(
      "animals", .distribution(in: 0...60), default: .uniform(min: 0, max: 16),
      "Cows and deer in the fields along country roads, as many as fit; towns and motorways have none.")
    let neighbourhoods = StreetCharacter.allCases.map(\.rawValue)
    neighbourhood = fields.read(
      "neighbourhood", .textDistribution(among: neighbourhoods), default: .choice(neighbourhoods),
      "How it is built along the streets.")
    buildings = fields.read(
      "buildings", .distribution(in: 0...15), default: .uniform(min: 7, max: 14),
      "Buildings per 100 m of road side, as many as fit; motorways have none.")
    trees = fields.read(
      "trees", .distribution(in: 0...60), default: .uniform(min: 4, max: 12), "Trees per 100 m of road side.")
    furniture = fields.read(
      "furniture", .distribution(in: 0...30), default: .uniform(min: 0.5, max: 3),
      "Benches, bins, bollards and the like per 100 m of road side.")
    lamps = fields.read(
      "lamps", .distribution(in: 0...10), default: 3, "Street lamps per 100 m of road side.")
    pavement = fields.read(
      "pavement", .number(in: 0...6, unit: "m"), default: 2,
      "Width of the pavement added where a road file has none at all; 0 = none.")
    ground = fields.nested("ground", GroundPlan.self)
    radius = fields.read(
      "radius", .number(in: 30...1000, unit: "m"), default: 150,
      "How far around the own vehicle's way the world reaches.")
    sounds = fields.nested("sounds", TownSoundPlan.self)
  }

  package func prepare(warn: (Warning) -> Void) throws -> any WorldGenerator {
    TownGenerator(self, try road.load(pavement: pavement, warn: warn))
  }
}

/// Where the roads come from.
package struct TownRoad: YAMLDecodable, Sendable {
  package static let summary = "The road network: an OpenDRIVE file, or one of our own."

  package var opendrive: FileReference?
  package var network: TextDistribution?
  package var number: Distribution?
  package var traffic: TextDistribution
  package var builtin: TextDistribution

  package init(from fields: FieldReader) {
    opendrive = fields.optional("opendrive", .file, "An OpenDRIVE file (.xodr); it goes before all else.")
    network = fields.optional(
      "network", .textDistribution(among: Self.kinds),
      "A kind of network that is designed anew for every world; it goes before builtin.")
    number = fields.optional(
      "number", .distribution(in: Self.numbers),
      "Which network of its kind, always the same for a number; without it, any.")
    traffic = fields.read(
      "traffic", .textDistribution(among: ["right", "left"]), default: "right",
      "The side on which traffic keeps in designed networks; files and built-in ones say it themselves.")
    builtin = fields.read(
      "builtin", .textDistribution(among: Self.names), default: "town-street", "A network that needs no file."
    )
  }
}

/// The vehicle that carries the cameras.
package struct EgoPlan: YAMLDecodable, Sendable {
  package static let summary = "The vehicle that carries the cameras."

  package var speed: Distribution?

  package init(from fields: FieldReader) {
    speed = fields.optional(
      "speed", .distribution(in: 0...60, unit: "m/s"),
      "Speed where nothing hinders; without it, 80 to 100 % of the limit. Bends and traffic slow it down."
    )
  }
}

/// What drives around, by weight.
package struct VehicleMix: YAMLDecodable, Sendable {
  package static let summary = "Weights of the kinds of vehicles; only their ratios matter."

  package var car: Double
  package var van: Double
  package var truck: Double
  package var bus: Double
  package var bicycle: Double
  package var motorcycle: Double

  package init(from fields: FieldReader) {
    let weight = Form<Double>.number(in: 0...1000)
    car = fields.read("car", weight, default: 78, "Passenger cars.")
    van = fields.read("van", weight, default: 9, "Delivery vans.")
    truck = fields.read("truck", weight, default: 5, "Lorries, on lanes of at least 3 m.")
    bus = fields.read("bus", weight, default: 3, "City buses, on lanes of at least 3 m.")
    bicycle = fields.read("bicycle", weight, default: 5, "Bicycles with riders; none on motorways.")
    motorcycle = fields.read("motorcycle", weight, default: 3, "Motorcycles with riders.")
  }
}
