import Assets
import RandomStreams
import Synchronization
import Traffic
import VectorMath
import Vehicles
import WorldModel

/// The people with whom vehicles of one model drive about: some crews, each made when it first drives and then kept, so
/// that worlds share their meshes. Which one it is and how all look is the vehicle's own.
///
/// What a number makes depends on nothing but the model and the number: neither order nor threads change a byte.
final class Crews: Sendable {
  /// Different crews of a model.
  static let count = 8
  /// People to choose from; one in five of them a child, who sits behind.
  private static let people = 20

  private let made = Mutex<[Int: Asset]>([:])

  /// A vehicle with its crew, and the materials that make them look as nobody else of the model does.
  func drive(
    _ asset: Asset, _ kind: VehicleKind, _ stream: inout RandomStream
  ) -> (asset: Asset, materials: [Int: Material], count: Int) {
    guard !asset.fittings.seats.isEmpty else { return (asset, [:], 0) }
    let number = stream.integer(in: 0..<Self.count)
    let crew = made.withLock { made in
      if let known = made[number] { return known }
      let new = Self.crew(number, of: asset, kind)
      made[number] = new
      return new
    }
    let seats = Self.taken(number, of: asset, kind)
    var materials: [Int: Material] = [:]
    for entry in seats {
      let look = Pedestrian(variant: stream.next() >> 16).outfit
      materials.merge(SeatedPerson.colours(look, of: entry.seat, in: crew)) { own, _ in own }
    }
    return (crew, materials, seats.count)
  }

  /// Who sits where in one of the crews.
  private static func taken(
    _ number: Int, of asset: Asset, _ kind: VehicleKind
  ) -> [(seat: Asset.Seat, person: Int)] {
    let model = asset.name.utf8.reduce(UInt64(7)) { ($0 &* 31 &+ UInt64($1)) % 8191 }
    let chance = AssetVariation(seed: UInt64(number) << 16 + model)
    let fullness = chance.unit("fullness")
    return asset.fittings.seats.enumerated().compactMap { i, seat in
      let share: Double
      switch (kind, seat.name) {
      case (_, "driver"): share = 1
      // From nearly empty to every second seat.
      case (.bus, _): share = 0.06 + 0.5 * fullness
      case (_, let name) where name.hasPrefix("front"): share = kind == .truck ? 0.12 : 0.3
      // Who rides behind rides with others.
      case (_, let name): share = fullness < 0.25 && !name.hasSuffix("middle") ? 0.55 : 0
      }
      guard chance.unit("taken", i) < share else { return nil }
      let isBehind = !["driver", "front_left", "front_right"].contains(seat.name)
      let person = chance.choice("person", i, of: people)
      return (seat, isBehind || !isChild(person) ? person : person - 1)
    }
  }

  private static func isChild(_ person: Int) -> Bool { person % 5 == 4 }

  private static func crew(_ number: Int, of asset: Asset, _ kind: VehicleKind) -> Asset {
    asset.seating(
      taken(number, of: asset, kind).map { entry in
        let sitting = SeatedPerson(variant: UInt64(entry.person + 1), isChild: isChild(entry.person))
          .on(entry.seat)
        return (sitting.seat, figure(sitting.person))
      })
  }

  /// Figures in their postures: passengers of all seats of a bus, and drivers of cars of one height, are alike.
  private static let figures = Mutex<[SeatedPerson: Asset]>([:])

  private static func figure(_ person: SeatedPerson) -> Asset {
    figures.withLock { figures in
      if let known = figures[person] { return known }
      let new = person.makeAsset()
      figures[person] = new
      return new
    }
  }
}
