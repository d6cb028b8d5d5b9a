package import WorldModel

/// Every asset that Diorama makes from parameters, by name. A new one is a file and a line here.
package enum AssetCatalog {
  package struct Entry: Sendable {
    package let name: String
    package let make: @Sendable () -> Asset
  }

  package static let entries: [Entry] = [
    entry("car") { Car() },
    entry("car_saloon") { Car(style: .saloon, colour: Colour(0xb3b7ba)) },
    entry("car_estate") { Car(style: .estate, colour: Colour(0x23407a)) },
    entry("car_suv") { Car(style: .suv, colour: Colour(0xe9eaea)) },
    entry("pedestrian") { Pedestrian() },
    entry("pedestrian_woman") {
      Pedestrian(
        body: PersonBody(stature: 1.66, isFemale: true),
        outfit: PersonOutfit(
          top: .coat, legs: .trousers, hair: .long, topColour: Colour(0x7a2f32), hairColour: Colour(0x6b4a2c))
      )
    },
    entry("pedestrian_child") {
      Pedestrian(
        body: PersonBody(stature: 1.25),
        outfit: PersonOutfit(
          top: .tshirt, legs: .shorts, hair: .short, topColour: Colour(0xc08a3e),
          legsColour: Colour(0x4a5a78), hasBackpack: true))
    },
  ]

  package static let names: [String] = entries.map(\.name)

  /// The usual asset of that name; `nil` when there is none.
  package static func make(_ name: String) -> Asset? {
    entries.first { $0.name == name }?.make()
  }

  private static func entry(_ name: String, _ asset: @escaping @Sendable () -> any ParametricAsset) -> Entry {
    Entry(name: name) { asset().makeAsset() }
  }
}
