import LocatedYAML
import RandomStreams
import Testing
import VectorMath
import WorldModel

@Suite struct TownSoundsTests {
  private func town(_ recipe: String, seed: UInt64 = 1, duration: Double = 10) throws -> World {
    let generator = try Town.generator(recipe)
    var draws = Draws(stream: RandomStream(seed: seed), index: 0)
    var world = try generator.world(&draws, duration: duration)
    let brief = SoundscapeBrief(
      duration: duration, languages: ["en"], voices: RandomStream(seed: 1))
    world.soundscape = try generator.soundscape(of: &world, for: brief, &draws)
    return world
  }

  private func order(_ source: SoundSource) -> SoundOrder? {
    if case .kind(let order) = source.content { order } else { nil }
  }

  @Test func whatDrivesIsHeardAllTheTime() throws {
    let world = try town("{vehicles: 10, sounds: {own: on, horns: 30}}")
    let sources = world.soundscape?.sources ?? []
    #expect(Set(sources.map(\.name)).count == sources.count)
    let driven = sources.filter { order($0)?.isDriven == true }
    #expect(driven.count > 4)
    for source in driven {
      guard case .at(let start) = source.start, let duration = order(source)?.duration else {
        Issue.record("\(source.name) has no time")
        continue
      }
      // The way of the sound, 140 m and more, lies before the recording.
      #expect(start < -0.5 && start + duration > 10)
      #expect(source.isOnCarrier || source.entity != nil)
    }
    #expect(driven.count { $0.isOnCarrier } == 2)
    #expect(sources.contains { order($0)?.kind == "car_horn" || order($0)?.kind == "truck_horn" })
  }

  @Test func stepsFallWhereFeetComeDown() throws {
    let world = try town("{pedestrians: 20, standing: 0, vehicles: 0, sounds: {sources: 30}}", seed: 3)
    let steps = (world.soundscape?.sources ?? []).filter { order($0)?.kind == "footsteps" }
    #expect(!steps.isEmpty)
    for source in steps {
      let contacts = order(source)?.contacts ?? []
      guard let entity = world.entities.first(where: { $0.id == source.entity }), contacts.count > 3 else {
        continue
      }
      // The way between the first step and the last, along the track: two steps a stride, 0.35 to 1.1 m each.
      let (first, last) = (contacts.first ?? 0, contacts.last ?? 0)
      let way = stride(from: first, to: last, by: 0.02).reduce(0.0) { sum, time in
        sum
          + length(
            entity.track.pose(at: min(last, time + 0.02)).translation
              - entity.track.pose(at: time).translation)
      }
      let step = way / Double(contacts.count - 1)
      #expect((0.25...1.1).contains(step), "\(step) m")
      #expect(zip(contacts, contacts.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func soundChangesNothingOfTheWorld() throws {
    let silent = try Town.make("{vehicles: 6}", seed: 2, duration: 10)
    let heard = try town("{vehicles: 6}", seed: 2)
    #expect(silent.entities.map(\.name) == heard.entities.map(\.name))
  }

  @Test func sirensAreOnTheVehiclesThatHaveThem() throws {
    var found = 0
    for seed in 1...12 as ClosedRange<UInt64> {
      let world = try town(
        "{vehicles: 20, road: {builtin: crossroads}, mix: {car: 10, van: 45, truck: 45}, sounds: {sources: 40}}",
        seed: seed)
      for source in world.soundscape?.sources ?? [] where order(source)?.kind == "siren" {
        found += 1
        let entity = world.entities.first { $0.id == source.entity }
        let name = entity?.name ?? ""
        #expect(["police_car", "ambulance", "fire_engine"].contains { name.hasPrefix($0) }, "\(name)")
        #expect(entity?.track.isStill == false)
      }
    }
    #expect(found > 0)
  }
}
