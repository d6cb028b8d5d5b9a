import Geometry
package import RandomStreams
import VectorMath
package import WorldModel

/// What is heard where the carrier is, and from other rooms where sound gets through: appliances that hum, clocks, taps,
/// telephones, doors, people and pets that stand in the world; each source is the thing that is seen.
///
/// The space is the box of the room, with walls and a time that stand for what is in it, for who hears it as a box; who
/// hears the world's geometry takes shapes and surfaces from there.
struct HomeSounds {
  let world: World
  /// The box of the room, or around all rooms that the carrier comes through.
  let box: Box3
  let rooms: Set<Int>
  let duration: Double

  /// - Returns: `nil` where the carrier is in no room.
  init?(_ world: World, duration: Double) {
    guard let plan = world.plan else { return nil }
    let steps = world.rig.track.isStill ? 0 : Int(duration / 0.25) + 1
    let places = (0...steps).map { world.rig.track.pose(at: Double($0) * 0.25).translation }
    let visited = Set(places.compactMap { plan.room(at: $0 + Vector3(0, 0, 0.3)) })
    var box = Box3()
    for room in visited.sorted() {
      let r = plan.rooms[room]
      for p in r.outline {
        box.insert(Vector3(p.x, p.y, r.floor))
        box.insert(Vector3(p.x, p.y, r.ceiling))
      }
    }
    guard !box.isEmpty else { return nil }
    // Doorways lie between rooms: the carrier is never outside of the box.
    for place in places {
      box.insert(place - Vector3(repeating: 0.2))
      box.insert(place + Vector3(repeating: 0.2))
    }
    self.world = world
    self.box = box
    rooms = visited
    self.duration = duration
  }

  func space(_ draws: inout Draws) -> AcousticSpace {
    let kinds = rooms.sorted().compactMap { world.plan?.rooms[$0].kind }
    let isWet = kinds.allSatisfy { $0 == .bathroom || $0 == .laundry }
    // Furnished rooms as measured in dwellings (Burgess and Utley 1985; Díaz and Pedrero 2005): about half a second, more
    // where there is nothing soft.
    let range: (Double, Double) =
      switch kinds.first {
      case .livingRoom?, .bedroom?, .study?, .hotelRoom?: (0.32, 0.55)
      case .bathroom?, .laundry?, .stairwell?: (0.6, 1)
      case .classroom?, .shop?, .warehouse?: (0.6, 1.1)
      default: (0.45, 0.75)
      }
    let time = draws.draw(.uniform(min: range.0, max: range.1), "reverberation")
    let wall = isWet ? "ceramic_tile" : "plaster"
    return .room(
      box, walls: [wall, wall, wall, wall, isWet ? "ceramic_tile" : "parquet", "gypsum_board"],
      reverberation: time)
  }

  // MARK: Sources

  /// What goes on all the time, by class, and the share of things that do.
  private static let humming: [(kind: String, sound: String, share: Double)] = [
    ("refrigerator", "refrigerator", 0.8), ("clock", "clock_tick", 0.9),
    ("washing_machine", "washing_machine", 0.35), ("air_conditioner", "air_conditioner", 0.4),
    ("fan", "fan", 0.5), ("tap", "water_tap", 0.08), ("kettle", "boiling", 0.15),
    ("range_hood", "fan", 0.2), ("cooking_pot", "boiling", 0.15),
  ]

  /// What happens, by class, how often a minute.
  private static let happening: [(kind: String, sound: String, perMinute: Double)] = [
    ("phone", "phone_ring", 0.4), ("laptop", "typing", 0.8), ("keyboard", "typing", 1),
    ("door", "door_slam", 0.25), ("door", "knock", 0.3), ("door", "creak", 0.2),
    ("plate", "dishes", 0.3), ("drawer", "drawer", 0.5), ("dresser", "drawer", 0.3),
    ("dog", "dog_bark", 2), ("wine_glass", "glass_clink", 0.3), ("alarm_clock", "alarm_clock", 0.3),
    ("person", "cough", 0.5), ("person", "laugh", 0.4), ("person", "clapping", 0.15),
  ]

  func sources(_ brief: SoundscapeBrief, _ draws: inout Draws) -> [SoundSource] {
    let things = world.entities.filter { $0.room.map(rooms.contains) ?? isInside($0) }
    var out = sources(of: things, lasting: 12, all: 18, &draws)
    var people = things
    if brief.reachesOtherRooms {
      let others = world.entities.filter(isNextDoor)
      out += sources(of: others, lasting: 4, all: 6, &draws)
      people += others
    }
    out += talk(people.filter { $0.nativeClass.name == "person" }, brief, &draws)
    // Nothing leaves a room that is heard as a box.
    guard !brief.reachesOtherRooms else { return out }
    return out.filter { source in
      guard let track = world.track(of: source) else { return true }
      return [0, duration].allSatisfy { isInBox(track.pose(at: $0) * source.place) }
    }
  }

  /// What things make: at most so many that last, and so many in all.
  private func sources(
    of things: [Entity], lasting: Int, all: Int, _ draws: inout Draws
  ) -> [SoundSource] {
    var out: [SoundSource] = []
    for entity in things {
      guard out.count < lasting else { break }
      let name = entity.nativeClass.name
      if let hum = Self.humming.first(where: { $0.kind == name }),
        draws.draw(.uniform(min: 0, max: 1), "\(entity.name)/on") < hum.share
      {
        out.append(
          SoundSource(
            entity.name + "/" + hum.sound, entity: entity.id, at: middle(of: entity),
            .kind(SoundOrder(hum.sound, duration: duration))))
      }
    }
    for entity in things {
      for event in Self.happening where event.kind == entity.nativeClass.name && out.count < all {
        let path = "\(entity.name)/\(event.sound)"
        let mean = event.perMinute * duration / 60
        guard draws.draw(.uniform(min: 0, max: 1), path + "/happens") < mean else { continue }
        let time = draws.draw(.uniform(min: 0, max: max(0.1, duration - 1)), path + "/time")
        // Who coughs on a sofa does not do it from inside of it.
        let isVoice = event.sound == "cough" || event.sound == "laugh"
        out.append(
          SoundSource(
            path, entity: entity.id, at: isVoice ? mouth(of: entity) : middle(of: entity), start: .at(time),
            .kind(SoundOrder(event.sound))))
      }
    }
    return out
  }

  /// People in the room say something, one after the other.
  private func talk(_ people: [Entity], _ brief: SoundscapeBrief, _ draws: inout Draws) -> [SoundSource] {
    guard let language = draws.choose(brief.languages, "language", name: { $0 }) else { return [] }
    let lines = HouseholdTalk.lines(in: language)
    var sources: [SoundSource] = []
    for (k, person) in people.prefix(4).enumerated() {
      guard let text = draws.choose(lines, "\(person.name)/says", name: { $0 }) else { continue }
      let start: SoundStart =
        sources.last.map {
          .after($0.name, gap: draws.draw(.uniform(min: 0.1, max: 1.2), "\(person.name)/gap"))
        }
        ?? .at(draws.draw(.uniform(min: 0.2, max: max(0.3, duration / 3)), "\(person.name)/begins"))
      sources.append(
        SoundSource(
          "\(person.name)/says", entity: person.id, at: mouth(of: person), start: start,
          .speech(SpeechOrder(text, language: language, speaker: "resident-\(k + 1)")),
          mouth: Vector3(1, 0, 0)))
    }
    return sources
  }

  // MARK: Places

  /// The middle of a thing, in its own frame.
  private func middle(of entity: Entity) -> Vector3 {
    var box = Box3()
    for piece in entity.asset.pieces { box.insert(piece.mesh.bounds) }
    return box.isEmpty ? .zero : box.center * entity.scale
  }

  /// Of whoever stands or sits: a little below the top.
  private func mouth(of person: Entity) -> Vector3 {
    var place = middle(of: person)
    place.z += 0.4 * place.z
    return place
  }

  private func isInside(_ entity: Entity) -> Bool {
    let p = entity.track.pose(at: 0).translation + Vector3(0, 0, 0.05)
    return world.plan?.room(at: p).map(rooms.contains) ?? false
  }

  /// Whether something stands in another room of the storey, no farther than sound comes through a home.
  private func isNextDoor(_ entity: Entity) -> Bool {
    let place = entity.track.pose(at: 0).translation
    guard let plan = world.plan, let room = entity.room ?? plan.room(at: place + Vector3(0, 0, 0.05)),
      plan.rooms.indices.contains(room), !rooms.contains(room)
    else { return false }
    return rooms.contains { plan.rooms[$0].floor == plan.rooms[room].floor }
      && length(place - box.center) < 6 + length(box.size) / 2
  }

  private func isInBox(_ p: Vector3) -> Bool {
    all(p, box.min, >) && all(box.max, p, >)
  }

  private func all(_ a: Vector3, _ b: Vector3, _ holds: (Double, Double) -> Bool) -> Bool {
    (0..<3).allSatisfy { holds(a[$0], b[$0]) }
  }
}

extension HomeGenerator {
  package func soundscape(of world: inout World, for brief: SoundscapeBrief, _ draws: inout Draws) throws
    -> Soundscape?
  {
    guard let sounds = HomeSounds(world, duration: brief.duration ?? 10) else {
      return Soundscape(.outdoors(ground: "grass", height: 0))
    }
    return Soundscape(
      sounds.space(&draws), temperature: draws.draw(.uniform(min: 18, max: 25), "air/temperature"),
      humidity: draws.draw(.uniform(min: 30, max: 60), "air/humidity"),
      sources: sounds.sources(brief, &draws))
  }
}
