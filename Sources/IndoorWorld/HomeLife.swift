import Furniture
import RandomStreams
import WorldModel

/// What a furnished home is brought to life with, where a recipe asks for it: furniture that stands open with things in
/// it, vessels that are filled, people, animals. Nothing is drawn for what is not asked for, so that homes without it stay
/// as they are.
struct HomeLife {
  let description: HomeDescription
  let plan: HomePlan
  let furnisher: HomeFurnisher
  let library: ThingLibrary
  /// Seconds of a sequence.
  let duration: Double

  var isAsked: Bool {
    description.openness != nil || description.filled != nil || description.people != nil
      || description.pets != nil
  }

  /// - Parameter shell: the entities of the building.
  /// - Returns: the things as they are then, those that were put aside left out; and who is there, whose holds are indices
  ///   of these things.
  func enliven(
    _ given: [PlacedThing], shell: [Entity], _ draws: inout Draws
  ) -> (things: [PlacedThing], occupants: [Occupant]) {
    guard isAsked else { return (given, []) }
    var things = given
    let scene = SolidScene(plan: plan, shell: shell)
    for (i, thing) in things.enumerated() { scene.add(thing, at: i) }
    let palette = { furnisher.palette(of: $0) }
    if let openness = description.openness {
      FurnitureOpening(scene: scene, share: draws.draw(openness, "openness")).open(
        &things, draws.stream("open"))
      let first = things.count
      ContentsDressing(library: library, palette: palette).fill(&things, draws.stream("contents"))
      for i in first..<things.count { scene.add(things[i], at: i) }
    }
    if let filled = description.filled {
      VesselFilling(share: draws.draw(filled, "filled")).fill(&things, draws.stream("vessels"))
    }
    guard description.people != nil || description.pets != nil else { return (things, []) }
    let mode = description.view.mode
    var home = HomeOccupants(
      plan: plan, things: things, scene: scene, library: library, palette: palette, duration: duration,
      mayWalk: ![.walk, .drive, .plan].contains(mode))
    if let people = description.people {
      home.add(people: draws.count(people, "people", in: 0...20), draws.stream("person"))
    }
    if let pets = description.pets {
      home.add(pets: draws.count(pets, "pets", in: 0...10), draws.stream("pet"))
    }
    return Self.without(home.aside, things, home.occupants)
  }

  /// Leaves things out, and with them the gaps in what holds what.
  private static func without(
    _ gone: Set<Int>, _ things: [PlacedThing], _ occupants: [Occupant]
  ) -> (things: [PlacedThing], occupants: [Occupant]) {
    guard !gone.isEmpty else { return (things, occupants) }
    var places = [Int?](repeating: nil, count: things.count)
    var out: [PlacedThing] = []
    for i in things.indices where !gone.contains(i) {
      places[i] = out.count
      out.append(things[i])
    }
    func held(_ hold: PlacedThing.Hold) -> PlacedThing.Hold {
      if case .thing(let i) = hold, let place = places[i] { .thing(place) } else { hold }
    }
    for i in out.indices { out[i].hold = held(out[i].hold) }
    return (
      out,
      occupants.map {
        var occupant = $0
        occupant.hold = held(occupant.hold)
        return occupant
      }
    )
  }
}
