import Assets
package import Diagnostics
import Geometry
import LocatedYAML
package import RandomStreams
import Speech
import VectorMath
package import WorldModel

/// Makes stages: the carrier of the microphones stands in a room, people and things around it.
package struct StageGenerator: WorldGenerator {
  private let description: StageDescription
  private let text: StageText

  init(_ description: StageDescription, text: StageText) {
    self.description = description
    self.text = text
  }

  /// What stands nearer to a wall than this would stand in it, metres.
  private static let margin = 0.35
  /// Microphones keep away from walls, metres.
  private static let clearance = 0.8

  package func world(_ draws: inout Draws, duration: Double) throws -> World {
    var world = World()
    var place = Vector3.zero
    if description.ground == nil {
      let size = self.size(&draws)
      for axis in 0..<2 {
        let low = min(Self.clearance, size[axis] / 2)
        place[axis] = draws.draw(.uniform(min: low, max: size[axis] - low), "microphones/\(axis)")
      }
      world.interiors = [Box3(min: .zero, max: size)]
    }
    let turn = draws.draw(.uniform(min: -180, max: 180), "microphones/turn") * .pi / 180
    world.rig = Rig(
      track: Track(
        still: RigidTransform(rotation: Quaternion(axis: Vector3(0, 0, 1), angle: turn), translation: place)))
    return world
  }

  private func size(_ draws: inout Draws) -> Vector3 {
    Vector3(
      draws.draw(description.room.size[0], "room/length"),
      draws.draw(description.room.size[1], "room/width"), draws.draw(description.room.size[2], "room/height"))
  }

  package func soundscape(of world: inout World, for brief: SoundscapeBrief, _ draws: inout Draws) throws
    -> Soundscape?
  {
    let room = description.room
    let box = world.interiors.first
    let space: AcousticSpace
    if let box {
      let time = room.reverberation.map { draws.draw($0, "room/reverberation") }
      space = .room(box, walls: room.walls, reverberation: time)
    } else {
      space = .outdoors(ground: description.ground ?? "asphalt", height: 0)
    }
    var scape = Soundscape(
      space, temperature: draws.draw(room.temperature, "air/temperature"),
      humidity: draws.draw(room.humidity, "air/humidity"))
    scape.sources += try talk(&world, box, brief, &draws)
    scape.sources += things(world, box, &draws)
    if let background = description.background {
      scape.sources += noise(background, world, box, &draws)
      scape.background = BackgroundLevel(
        definition: background.definition, decibels: draws.draw(background.ratio, "background/ratio"))
    }
    return scape
  }

  // MARK: Talk

  /// - Parameter wanted: the languages that are to be spoken.
  /// - Throws: `.badInput` where what is said is not in one of them, or nobody here speaks it.
  package func check(languages wanted: [String]) throws(DioramaError) {
    guard text.isDialogue || description.talk.talkers.bounds.upperBound >= 1 else { return }
    let spoken = text.languages(among: wanted).compactMap(SpeechLanguage.init(rawValue:))
    let missing = wanted.filter { language in
      !spoken.contains { $0.rawValue == language }
        && (spoken.isEmpty || SpeechLanguage(rawValue: language)?.hasReader != true)
    }
    guard missing.isEmpty else {
      let names = missing.joined(separator: " or ")
      let message =
        "there is nothing to say in \(names): the text is in \(text.known.joined(separator: " and "))"
      let remedy =
        "Give sentences in \(names): world.talk.says, or world.talk.text=FILE with a sentence a line; or choose language: \(text.known.joined(separator: " or "))."
      throw description.talk.template?.error(message, remedy: remedy)
        ?? DioramaError(.badInput, message, remedy: remedy)
    }
    if let foreign = spoken.first(where: { !$0.hasReader }), !EspeakSynthesizer.isInstalled {
      throw EspeakSynthesizer.absence(foreign)
    }
  }

  private func talk(
    _ world: inout World, _ box: Box3?, _ brief: SoundscapeBrief, _ draws: inout Draws
  ) throws -> [SoundSource] {
    let talk = description.talk
    let talkers = text.isDialogue ? 2 : draws.count(talk.talkers, "talkers", in: 0...12)
    let languages = text.languages(among: brief.languages)
    guard talkers > 0 else { return [] }
    guard let language = draws.choose(languages, "language", name: { $0 }) else {
      throw DioramaError(
        .badInput, "the text is not in \(brief.languages.joined(separator: " or "))",
        remedy: "Choose a template that has the language.")
    }
    let people = people(talkers, &world, box, brief, &draws)
    let count = draws.count(talk.lines, "lines", in: 1...200)
    let lines = try text.lines(count, talkers: talkers, in: language, draws.stream("text"))
    let timing = TurnTaking(overlapShare: talk.overlap)
    var chance = draws.stream("timing")
    var sources: [SoundSource] = []
    for (k, line) in lines.enumerated() {
      let person = people[line.talker]
      let name = "line_\(k + 1)"
      let style = draws.draw(talk.style, "style")
      var start = SoundStart.at(0.3)
      if k > 0 {
        let isSame = lines[k - 1].talker == line.talker
        start = .after(
          "line_\(k)", gap: timing.space(sameSpeaker: isSame, longest: 2, chance: &chance))
      }
      let order = SpeechOrder(
        line.text, language: language, words: line.words, entities: line.entities, speaker: person.speaker,
        style: style)
      sources.append(
        SoundSource(
          name, entity: person.entity, at: person.mouth, start: start, .speech(order),
          mouth: Vector3(1, 0, 0)))
      if talkers > 1, chance.bool(probability: talk.listening),
        let spoken = SpeechLanguage(rawValue: language),
        let word = chance.choose(spoken.backChannels)
      {
        let listener = people[(line.talker + 1) % talkers]
        let small = SpeechOrder(word, language: language, speaker: listener.speaker, isBackChannel: true)
        sources.append(
          SoundSource(
            name + "/listener", entity: listener.entity, at: listener.mouth,
            start: .during(name, share: chance.uniform(0.35, 0.8)), .speech(small), mouth: Vector3(1, 0, 0)))
      }
    }
    return sources
  }

  private struct Person {
    var entity: UInt32
    var speaker: String
    /// In the person's frame.
    var mouth: Vector3
  }

  /// People who look at the microphones, each with a voice of the same sex.
  private func people(
    _ count: Int, _ world: inout World, _ box: Box3?, _ brief: SoundscapeBrief, _ draws: inout Draws
  ) -> [Person] {
    var chance = draws.stream("voices")
    var voices = chance.permutation(description.talk.speakers)
    if voices.count < count { voices += Array(repeating: 0, count: count - voices.count) }
    let centre = world.rig.track.pose(at: 0).translation
    return (0..<count).map { k in
      let path = "talker/\(k + 1)"
      let speaker = "speaker-" + String(100_000 + voices[k]).dropFirst()
      let isWoman = Speaker(id: speaker, among: brief.voices).isFemale
      var variant = draws.stream(path + "/figure").bits(at: 0) >> 16
      while Pedestrian(variant: variant).body.isFemale != isWoman { variant += 1 }
      let person = Pedestrian(variant: variant)
      let place = place(
        around: centre, box, distance: draws.draw(description.talk.distance, path + "/distance"),
        draws.stream(path + "/place"))
      let towards = centre - place
      let heading = DeterministicMath.atan2(towards.y, towards.x)
      let entity = UInt32(world.entities.count + 1)
      world.entities.append(
        Entity(
          id: entity, name: "person_\(entity)", asset: person.makeAsset(),
          track: Track(
            still: RigidTransform(
              rotation: Quaternion(axis: Vector3(0, 0, 1), angle: heading),
              translation: Vector3(place.x, place.y, 0))),
          attributes: [("speaker", speaker)]))
      return Person(
        entity: entity, speaker: speaker, mouth: Vector3(0.1, 0, 0.925 * person.body.stature))
    }
  }

  // MARK: Things

  private func things(_ world: World, _ box: Box3?, _ draws: inout Draws) -> [SoundSource] {
    let centre = world.rig.track.pose(at: 0).translation
    var sources: [SoundSource] = []
    for (i, sound) in description.sounds.enumerated() {
      let count = draws.count(sound.count, "sound/\(i)/count", in: 0...64)
      for k in 0..<count {
        let path = "sound/\(i)/\(k)"
        var place = place(
          around: centre, box, distance: draws.draw(sound.distance, path + "/distance"),
          draws.stream(path + "/place"))
        place.z = height(draws.draw(sound.height, path + "/height"), box)
        let order = SoundOrder(
          draws.draw(sound.kind, path + "/kind"),
          duration: sound.duration.map { draws.draw($0, path + "/duration") })
        sources.append(
          SoundSource(
            "sound_\(i + 1)_\(k + 1)", at: place, start: .at(draws.draw(sound.start, path + "/start")),
            .kind(order), isAnomaly: sound.isAnomaly))
      }
    }
    return sources
  }

  /// The same kind from several sides, with chances of their own.
  private func noise(
    _ background: StageBackground, _ world: World, _ box: Box3?, _ draws: inout Draws
  ) -> [SoundSource] {
    let centre = world.rig.track.pose(at: 0).translation
    let kind = draws.draw(background.kind, "background/kind")
    return (0..<background.sources).map { k in
      let stream = draws.stream("background/\(k)")
      // Far enough to end at a wall.
      var place = place(around: centre, box, distance: box == nil ? 30 : 200, tries: 1, stream)
      place.z = height(1 + 0.3 * Double(k), box)
      return SoundSource(
        "background_\(k + 1)", at: place,
        .kind(SoundOrder(kind)), isBackground: true)
    }
  }

  private func height(_ wanted: Double, _ box: Box3?) -> Double {
    guard let box else { return wanted }
    return min(max(wanted, 0.05), box.max.z - 0.05)
  }

  /// A place on the floor at a distance, in a direction that chance decides; nearer where the room ends before.
  private func place(
    around centre: Vector3, _ box: Box3?, distance: Double, tries: Int = 24, _ stream: RandomStream
  ) -> Vector3 {
    var best = centre
    var nearest = Double.infinity
    var chance = stream
    for _ in 0..<tries {
      let angle = chance.uniform(-Double.pi, Double.pi)
      let (s, c) = DeterministicMath.sincos(angle)
      var place = centre + distance * Vector3(c, s, 0)
      if let box {
        place.x = min(max(place.x, box.min.x + Self.margin), box.max.x - Self.margin)
        place.y = min(max(place.y, box.min.y + Self.margin), box.max.y - Self.margin)
      }
      let fault = (length(place - centre) - distance).magnitude
      // A step aside where a corner would put it onto the microphones.
      if fault < nearest, length(place - centre) > 0.2 { (best, nearest) = (place, fault) }
      if fault < 0.05 { break }
    }
    return best
  }
}
