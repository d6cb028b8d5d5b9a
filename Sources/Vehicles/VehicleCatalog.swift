package import Assets
package import WorldModel

/// Every vehicle that Diorama makes, by name. A new one is a file and a line here.
package enum VehicleCatalog {
  package struct Entry: Sendable {
    package let name: String
    /// One of its kind: size and small things by a number, paint by chance of the street where none is given.
    package let make: @Sendable (_ variant: UInt64, _ colour: Colour?, _ driver: DriverSide) -> Asset
  }

  package static let entries: [Entry] =
    cars
    + heavy.map { entry in
      Entry(name: entry.name) { entry.make($0, $1, $2).withClusters(cells) }
    } + cycles

  /// Widths of the cells of heavy vehicles' levels, metres: no side of a vehicle lies between two cells.
  package static let cells = [0.137]

  private static let cars: [Entry] = [
    car("car", .hatchback), car("car_city", .city), car("car_saloon", .saloon), car("car_estate", .estate),
    car("car_suv", .suv), car("car_minivan", .minivan), car("car_sports", .sports), car("pickup", .pickup),
    car("taxi", .saloon, .taxiEurope, Colour(0xe8dfc4)),
    car("taxi_china", .saloon, .taxiChina, Colour(0x2f7a55)),
    car("police_car", .estate, .policeEurope, Colour(0xe9eaea)),
    car("police_car_china", .saloon, .policeChina, Colour(0xe9eaea)),
    car("van", .van, .none, Colour(0xe4e5e3)), car("ambulance", .van, .ambulanceEurope, Colour(0xf0e23a)),
    car("ambulance_china", .van, .ambulanceChina, Colour(0xeeeeea)),
  ]

  private static let heavy: [Entry] = [
    Entry(name: "truck") { v, c, d in Lorry(colour: c ?? Colour(0x2d5b8c), variant: v, driver: d).makeAsset()
    },
    Entry(name: "articulated_lorry") { v, c, d in
      ArticulatedLorry(colour: c ?? Colour(0xe4e5e3), isCurtain: v % 3 != 0, variant: v, driver: d)
        .makeAsset()
    },
    Entry(name: "tractor_unit") { v, c, d in
      ArticulatedLorry(colour: c ?? Colour(0x8a1f24), variant: v, driver: d).makeTractor()
    },
    Entry(name: "semitrailer") { v, c, _ in
      Semitrailer(colour: c ?? Colour(0x2d5b8c), isCurtain: v % 3 != 0, variant: v).makeAsset()
    },
    Entry(name: "tipper") { v, c, d in
      Tipper(colour: c ?? Colour(0xc8641e), variant: v, driver: d).makeAsset()
    },
    Entry(name: "fire_engine") { v, _, d in
      FireEngine(variant: v, isChinese: v % 2 == 0, driver: d).makeAsset()
    },
    Entry(name: "bus") { v, c, d in
      Bus(kind: .city, colour: c ?? Colour(0xc8a02c), variant: v, driver: d).makeAsset()
    },
    Entry(name: "tram") { v, c, _ in Tram(colour: c ?? Colour(0xe8e6dc), variant: v).makeAsset() },
    Entry(name: "coach") { v, c, d in
      Bus(kind: .coach, colour: c ?? Colour(0x8a1f24), variant: v, driver: d).makeAsset()
    },
  ]

  private static let cycles: [Entry] = [
    Entry(name: "motorcycle") { v, c, _ in
      Motorcycle(kind: .roadster, colour: c ?? Colour(0x8a1f24), variant: v).makeAsset()
    },
    Entry(name: "scooter") { v, c, _ in
      Motorcycle(kind: .scooter, colour: c ?? Colour(0xd8dad6), hasBox: v % 3 == 0, variant: v).makeAsset()
    },
    Entry(name: "bicycle") { _, c, _ in Bicycle(colour: c ?? Colour(0x27506b)).makeAsset() },
    Entry(name: "bicycle_electric") { _, c, _ in
      Bicycle(colour: c ?? Colour(0x33373b), kind: .electric).makeAsset()
    },
    Entry(name: "bicycle_cargo") { _, c, _ in
      Bicycle(colour: c ?? Colour(0x8a1f24), kind: .cargo).makeAsset()
    },
  ]

  private static func car(
    _ name: String, _ style: CarStyle, _ livery: Livery = .none, _ paint: Colour? = nil
  ) -> Entry {
    Entry(name: name) { variant, colour, driver in
      Car(
        style: style, colour: colour ?? paint ?? StreetPaint.colour(variant), livery: livery,
        variant: variant, driver: driver, name: name
      ).makeAsset()
    }
  }

  package static let names: [String] = entries.map(\.name)

  /// The vehicle of that name, nobody in it; `nil` when there is none.
  /// - Parameter driver: where the driver sits; bodies with doors on one side have them on the other.
  package static func make(
    _ name: String, variant: UInt64 = 1, colour: Colour? = nil, driver: DriverSide = .left
  ) -> Asset? {
    entries.first { $0.name == name }?.make(variant, colour, driver)
  }
}
