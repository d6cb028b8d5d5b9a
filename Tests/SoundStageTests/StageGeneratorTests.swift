import Annotations
import Diagnostics
import Foundation
import Geometry
import Listening
import LocatedYAML
import RandomStreams
import SoundStage
import Speech
import Testing
import VectorMath
import WorldModel

@Suite struct StageGeneratorTests {
  private static let voices = RandomStream(seed: 3).child("voices")

  private func stage(
    _ recipe: String, seed: UInt64 = 1, duration: Double? = nil, languages: [String] = ["en"]
  ) throws -> World {
    let text = recipe.isEmpty ? "talk: {talkers: 0}" : recipe
    let description = try YAMLDocument(text: text, file: "stage.yaml").decode(StageDescription.self).value
    let generator = try description.prepare { _ in }
    var draws = Draws(stream: RandomStream(seed: seed), index: 0)
    var world = try generator.world(&draws, duration: duration ?? 0)
    let brief = SoundscapeBrief(duration: duration, languages: languages, voices: Self.voices)
    world.soundscape = try generator.soundscape(of: &world, for: brief, &draws)
    return world
  }

  private func record(_ world: World, seconds: Double? = nil) throws -> RecordingLabel {
    let mounted = Rig.MountedArray(
      name: "ears", array: "mono", rigFromArray: RigidTransform(translation: Vector3(0, 0, 1.2)))
    let recordings = try MicrophoneSensor(rate: 16_000, duration: seconds).record(
      world, by: [mounted], voices: Self.voices, stream: RandomStream(seed: 9))
    let recording = try #require(recordings.first)
    return try #require(recording.labels[RecordingLabel.self])
  }

  private let everything = """
    room: {size: [5, 4, 2.6], reverberation: 0.4}
    talk: {says: [Good morning to you all., Is the kettle on?, Not yet.], talkers: 3, lines: 5, listening: 0.5}
    sounds: [{kind: knock, count: 2}, {kind: glass_break, anomaly: on}]
    background: {kind: fan, ratio: 15}
    """

  @Test(arguments: 1...12)
  func everythingStandsInTheRoom(seed: Int) throws {
    let world = try stage(everything, seed: UInt64(seed), duration: 12)
    guard case .room(let box, _, let time)? = world.soundscape?.space else {
      Issue.record("no room")
      return
    }
    #expect(time == 0.4 && box.size == Vector3(5, 4, 2.6))
    let sources = world.soundscape?.sources ?? []
    #expect(Set(sources.map(\.name)).count == sources.count)
    for source in sources {
      let place = world.track(of: source)?.pose(at: 0) ?? .identity
      #expect(box.contains(place * source.place), "\(source.name)")
    }
    #expect(box.contains(world.rig.track.pose(at: 0).translation + Vector3(0, 0, 1.2)))
    #expect(sources.count { $0.isAnomaly } == 1)
    #expect(Set(sources.filter(\.isBackground).map { "\($0.place)" }).count == 3)
  }

  @Test func talkersLookAtTheMicrophonesAndHaveVoicesOfTheirSex() throws {
    let world = try stage(everything, seed: 4, duration: 12)
    let ear = world.rig.track.pose(at: 0).translation
    let talkers = world.entities.filter { $0.nativeClass.name == "person" }
    #expect(talkers.count == 3)
    for person in talkers {
      let pose = person.track.pose(at: 0)
      let towards = normalized(Vector3(ear.x - pose.translation.x, ear.y - pose.translation.y, 0))
      #expect(dot(pose.rotation * Vector3(1, 0, 0), towards) > 0.999)
    }
    let label = try record(world, seconds: 12)
    let speakers = Dictionary(
      grouping: label.events.filter { $0.speech != nil }, by: { $0.entity ?? 0 })
    for (_, events) in speakers { #expect(Set(events.compactMap { $0.speech?.speaker }).count == 1) }
  }

  @Test func turnsFollowEachOther() throws {
    let world = try stage(everything, seed: 2)
    let label = try record(world)
    let lines = label.events.filter { $0.speech?.isBackChannel == false }
    #expect(lines.count == 5)
    for (a, b) in zip(lines, lines.dropFirst()) {
      let shorter = min(a.emissionEnd - a.emissionStart, b.emissionEnd - b.emissionStart)
      #expect(b.emissionStart >= a.emissionEnd - 0.4 * shorter - 1e-3)
      #expect(b.emissionStart < a.emissionEnd + 5)
    }
    for small in label.events where small.speech?.isBackChannel == true {
      let turn = lines.first { small.source.hasPrefix($0.source + "/") }
      #expect(
        turn.map { $0.emissionStart < small.emissionStart && small.emissionStart < $0.emissionEnd } ?? false)
      #expect(small.entity != turn?.entity)
    }
    // As long as the talk, and what fades away after it; the background as well.
    let last = try #require(label.events.filter { !$0.isBackground }.map(\.emissionEnd).max())
    #expect(label.duration > last && label.duration < last + 0.6)
    #expect(label.events.filter(\.isBackground).allSatisfy { $0.offsets[0] == label.count })
  }

  @Test(arguments: ["en", "zh"])
  func templatesAreSpokenWithTheirEntities(language: String) throws {
    let recipe = """
      talk: {template: \(Self.templates)/smart-home.yaml}
      """
    var found = 0
    for seed in 1...4 {
      let label = try record(try stage(recipe, seed: UInt64(seed), languages: [language]))
      let speech = try #require(label.events.first?.speech)
      #expect(speech.language == language)
      let scalars = Array(speech.text.unicodeScalars)
      for entity in speech.entities {
        found += 1
        #expect(entity.sourceStart < entity.sourceEnd && entity.sourceEnd <= scalars.count)
        // The words that read the entity are those said in its time.
        let words = speech.words.filter {
          $0.sourceStart < entity.sourceEnd && entity.sourceStart < $0.sourceEnd
        }
        #expect((words.first?.start ?? .max) <= entity.start && entity.end <= (words.last?.end ?? 0))
      }
    }
    #expect(found > 0)
  }

  private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("templates").path

  @Test func dialoguesHaveTwoPeople() throws {
    let world = try stage("talk: {dialogue: dialogue-hotel, lines: 4}", languages: ["zh"])
    let orders = (world.soundscape?.sources ?? []).compactMap { source -> SpeechOrder? in
      if case .speech(let order) = source.content, !order.isBackChannel { order } else { nil }
    }
    #expect(orders.count == 4 && Set(orders.map(\.speaker)).count == 2)
    #expect(orders.allSatisfy { $0.language == "zh" })
  }

  // MARK: Other languages

  private func file(_ text: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("sentences-\(UUID()).txt")
    try Data(text.utf8).write(to: file)
    return file
  }

  private func generator(_ recipe: String) throws -> StageGenerator {
    let description = try YAMLDocument(text: recipe, file: "stage.yaml").decode(StageDescription.self).value
    return try #require(try description.prepare { _ in } as? StageGenerator)
  }

  /// A file takes a template's place, so that `--set` can name one; its lines are said, the empty ones are none.
  @Test func linesOfAFileAreSaid() throws {
    let sentences = try file("\u{FEFF}Guten Morgen.\r\n\n  Das Licht ist aus. \r\nBis bald.\n")
    defer { try? FileManager.default.removeItem(at: sentences) }
    let recipe = "talk: {template: \(Self.templates)/smart-home.yaml, text: \(sentences.path), lines: 3}"
    let orders = (try stage(recipe, languages: ["de"]).soundscape?.sources ?? []).compactMap { source in
      if case .speech(let order) = source.content { order } else { nil as SpeechOrder? }
    }
    #expect(Set(orders.map(\.text)) == ["Guten Morgen.", "Das Licht ist aus.", "Bis bald."])
    #expect(orders.count == 3 && orders.allSatisfy { $0.language == "de" })
  }

  @Test(.enabled(if: EspeakSynthesizer.isInstalled, "espeak-ng is not installed"))
  func germanHasWordsAndTimes() throws {
    let label = try record(
      try stage("talk: {says: [Die Lampe in der Küche ist aus.]}", languages: ["de"]))
    let event = try #require(label.events.first)
    let speech = try #require(event.speech)
    #expect(speech.language == "de" && speech.transcript == "die lampe in der küche ist aus")
    #expect(speech.words.count == 7 && speech.words.first?.start == 0)
    for (a, b) in zip(speech.words, speech.words.dropFirst()) { #expect(a.start < a.end && a.end <= b.start) }
    let scalars = Array(speech.text.unicodeScalars)
    for word in speech.words {
      let written = String(String.UnicodeScalarView(scalars[word.sourceStart..<word.sourceEnd]))
      #expect(word.text == written.lowercased())
    }
  }

  @Test func whatCannotBeSaidIsNamed() throws {
    func message(_ recipe: String, _ languages: [String]) throws -> DioramaError? {
      let generator = try generator(recipe)
      do { try generator.check(languages: languages) } catch { return error }
      return nil
    }
    let template = "talk: {template: \(Self.templates)/smart-home.yaml}"
    for (recipe, languages) in [
      (template, ["de"]), (template, ["en", "de"]), ("talk: {dialogue: dialogue-hotel}", ["fr"]),
    ] {
      let error = try #require(try message(recipe, languages))
      #expect(error.reason == .badInput && error.remedy?.contains("world.talk.text") == true, "\(error)")
    }
    #expect(try message(template, ["en", "zh"]) == nil)
    #expect(try message("talk: {talkers: 0}", ["de"]) == nil)
    let own = try message("talk: {says: [Guten Tag.]}", ["de"])
    if EspeakSynthesizer.isInstalled {
      #expect(own == nil)
    } else {
      #expect(own?.reason == .badInput && own?.remedy?.contains("apt-get install espeak-ng") == true)
    }
  }

  @Test func filesWithoutSentencesAreNamed() throws {
    let empty = try file(" \n\n")
    let long = try file("Ja.\n" + String(repeating: "ja ", count: 1000))
    defer { for file in [empty, long] { try? FileManager.default.removeItem(at: file) } }
    for (path, reason, place) in [
      ("/no/such/file.txt", ExitReason.noInput, 1), (empty.path, .badInput, 1), (long.path, .badInput, 2),
    ] {
      let error = #expect(throws: DioramaError.self) { try generator("talk: {text: \(path)}") }
      #expect(error?.reason == reason && error?.location?.line == place, "\(path)")
    }
  }

  @Test func openGroundInPlaceOfARoom() throws {
    let world = try stage("{ground: grass, sounds: [{kind: dog_bark}], talk: {talkers: 0}}", duration: 8)
    #expect(world.soundscape?.space == .outdoors(ground: "grass", height: 0))
    #expect(try record(world, seconds: 8).events.map(\.kind) == ["dog_bark"])
  }

  @Test(arguments: [
    ("talk: {talkers: 1}", "says what"), ("talk: {says: [a], dialogue: dialogue-hotel}", "2 of"),
    ("{talk: {talkers: 0}, sounds: [{kind: kazoo}]}", "kazoo"),
    ("{talk: {talkers: 0}, room: {walls: [jelly, plaster, plaster, plaster, plaster, plaster]}}", "jelly"),
  ])
  func mistakesAreNamed(recipe: String, message: String) throws {
    do {
      _ = try stage(recipe)
      Issue.record("\(recipe) was taken")
    } catch let error as DioramaError {
      #expect("\(error)".contains(message), "\(error)")
    }
  }

  @Test func sameSeedSameStage() throws {
    let (a, b) = (try stage(everything, seed: 5), try stage(everything, seed: 5))
    #expect(try record(a) == record(b))
    #expect(try record(a) != record(try stage(everything, seed: 6)))
  }
}
