package import WorldModel

/// Every asset that Diorama makes from parameters, by name. A new one is a file and a line here.
package enum AssetCatalog {
  package struct Entry: Sendable {
    package let name: String
    package let make: @Sendable () -> Asset
  }

  package static let entries: [Entry] = [
    entry("cyclist") { Cyclist() },
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
    entry("resident") { Resident(variant: 1) },
    entry("resident_child") { Resident(variant: 7, age: .child) },
    entry("wheelchair") { Wheelchair() },
    entry("wheelchair_user") { WheelchairUser() },
    entry("pram") { Pram() },
    entry("pushchair") { Pram(kind: .pushchair, variant: 2) },
    entry("cow") { GrazingAnimal(breed: .holstein, variant: 1) },
    entry("cow_simmental") { GrazingAnimal(breed: .simmental, variant: 5) },
    entry("cow_brown") { GrazingAnimal(breed: .brown, variant: 3) },
    entry("deer") { GrazingAnimal(species: .deer, variant: 1) },
    entry("deer_red") { GrazingAnimal(species: .deer, variant: 5) },
    entry("house") { House() },
    entry("house_plaster") { House(wall: .plaster(Colour(0xe3d6b8)), width: 11, variant: 2) },
    entry("apartment_block") { ApartmentBlock() },
    entry("office_block") { OfficeBlock() },
    entry("tree") { BroadleafTree() },
    entry("conifer") { Conifer() },
    entry("bush") { Bush() },
    entry("hedge") { Bush(kind: .hedge(length: 3, width: 0.7, height: 1.3)) },
    entry("street_lamp") { StreetLamp() },
    entry("traffic_light") { TrafficLight() },
    entry("traffic_light_arm") { TrafficLight(state: .green, clearance: 4.6, armReach: 3.5) },
    entry("traffic_sign") { TrafficSign() },
    entry("traffic_sign_yield") { TrafficSign(face: .yield, size: 0.9) },
    entry("traffic_sign_limit_30") { TrafficSign(face: .speedLimit(30)) },
    entry("traffic_sign_limit_50") { TrafficSign(face: .speedLimit(50)) },
    entry("traffic_sign_no_entry") { TrafficSign(face: .noEntry) },
    entry("traffic_sign_priority") { TrafficSign(face: .priorityRoad) },
    entry("traffic_sign_crossing") { TrafficSign(face: .pedestrianCrossing) },
    entry("traffic_sign_danger") { TrafficSign(face: .danger, size: 0.9) },
    entry("traffic_sign_works") { TrafficSign(face: .roadWorks, size: 0.9) },
    entry("traffic_sign_end_of_limits") { TrafficSign(face: .endOfLimits) },
    entry("traffic_sign_keep_right") { TrafficSign(face: .keepRight) },
    entry("traffic_sign_parking") { TrafficSign(face: .parking) },
    entry("traffic_cone") { TrafficCone() },
    entry("bin") { Bin() },
    entry("bin_household") { Bin(kind: .household, colour: Colour(0x33373b)) },
    entry("bench") { Bench() },
    entry("bollard") { Bollard() },
    entry("barrier") { RoadBarrier() },
    entry("barrier_board") { RoadBarrier(kind: .board) },
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
