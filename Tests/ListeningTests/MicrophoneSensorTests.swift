import Acoustics
import Annotations
import Diagnostics
import Geometry
import Listening
import RandomStreams
import Signals
import Testing
import VectorMath
import WorldModel

@Suite struct MicrophoneSensorTests {
  private let voices = RandomStream(seed: 5).child("voices")
  private let stream = RandomStream(seed: 5).child("recording")

  private func record(
    _ sources: [SoundSource], in space: AcousticSpace = .outdoors(ground: "grass", height: 0),
    array: String = "ambisonic", rate: Int = 24_000, seconds: Double = 1,
    background: BackgroundLevel? = nil, carrier: Track = Track(still: .identity), entities: [Entity] = []
  ) throws -> (recording: Sample.Recording, label: RecordingLabel) {
    var world = World(entities: entities, rig: Rig(track: carrier))
    world.soundscape = Soundscape(space, sources: sources, background: background)
    let mounted = Rig.MountedArray(
      name: "ears", array: array, rigFromArray: RigidTransform(translation: Vector3(0, 0, 1.5)))
    let sensor = MicrophoneSensor(rate: rate, duration: seconds, keepsStems: true)
    let recording = try #require(
      try sensor.record(world, by: [mounted], voices: voices, stream: stream).first)
    return (recording, try #require(recording.labels[RecordingLabel.self]))
  }

  private func knock(_ name: String = "knock", at place: Vector3, start: SoundStart = .at(0.1)) -> SoundSource
  {
    SoundSource(name, at: place, start: start, .kind(SoundOrder("knock")))
  }

  private let room = AcousticSpace.room(
    Box3(min: Vector3(-2, -3, 0), max: Vector3(4, 2, 3)),
    walls: ["plaster", "plaster", "plaster", "glass_large", "parquet", "plaster"], reverberation: 0.5)

  // MARK: Times

  @Test(arguments: [Vector3(6, 2, 1), Vector3(-3, 5, 0.4), Vector3(0.7, -20, 2)])
  func soundBeginsAtItsOnset(place: Vector3) throws {
    let (recording, label) = try record([knock(at: place)], array: "stereo_ab")
    let event = try #require(label.events.first)
    for (m, channel) in recording.channels.enumerated() {
      let ear = Vector3(0, m == 0 ? 0.2 : -0.2, 1.5)
      let expected = (0.1 * 24_000).rounded() + length(place - ear) / 343.2 * 24_000
      // Where the sound begins in its own time, to within the rounding.
      #expect((Double(event.onsets[m]) - expected).magnitude < 24_000 * 0.02)
      let peak = Levels.peak(channel)
      // Filters without phase ring a little before.
      let before = channel[..<max(0, event.onsets[m] - 24)]
      #expect(Levels.peak(Array(before)) < 1e-2 * peak)
      #expect(Levels.peak(Array(channel[event.onsets[m]..<event.onsets[m] + 48])) > 3e-2 * peak)
    }
  }

  @Test(arguments: [Vector3(3, 9, 1), Vector3(-2, -4, 2), Vector3(7, 0, 1.5)])
  func onsetsDifferAsTheChannelsDo(place: Vector3) throws {
    let noise = SoundSource(
      "fan", at: place, start: .at(0.1), .kind(SoundOrder("vacuum_cleaner", duration: 0.8)))
    let (recording, label) = try record([noise], array: "stereo_ab", rate: 48_000)
    let event = try #require(label.events.first)
    let (left, right) = (recording.channels[0], recording.channels[1])
    // Where the channels fit each other best, from samples alone.
    let best = (-70...70).max { correlation(left, right, $0) < correlation(left, right, $1) }
    #expect((event.onsets[1] - event.onsets[0] - (best ?? 999)).magnitude <= 1)
  }

  private func correlation(_ a: [Float], _ b: [Float], _ lag: Int) -> Float {
    (10_000..<30_000).reduce(0) { $0 + a[$1] * b[$1 + lag] }
  }

  @Test func theSameSoundArrivesLaterByTheTimeThatItIsMovedLater() throws {
    let early = try record([knock(at: Vector3(5, 0, 1), start: .at(0.1))])
    let late = try record([knock(at: Vector3(5, 0, 1), start: .at(0.1 + 1000.0 / 24_000))])
    #expect(
      late.label.events[0].onsets.map { $0 - 1000 } == early.label.events[0].onsets)
    let a = early.recording.channels[0]
    let b = late.recording.channels[0]
    #expect((0..<a.count - 1000).allSatisfy { (a[$0] - b[$0 + 1000]).magnitude < 3e-7 })
  }

  // MARK: Cars and air

  /// In a closed car it is as loud as outside less what the body takes, octave by octave; what is labelled is the same.
  @Test func seatsHearThroughTheBody() throws {
    let noise = SoundSource(
      "fan", at: Vector3(12, 20, 1), start: .at(0.1), .kind(SoundOrder("vacuum_cleaner", duration: 1.4)))
    let outside = try record([noise], array: "mono", seconds: 2)
    let inside = try record([noise], array: "cabin", seconds: 2)
    #expect(inside.label.space.enclosure == "car" && outside.label.space.enclosure == nil)
    #expect(
      inside.label.events[0].onsets.allSatisfy { abs($0 - outside.label.events[0].onsets[0]) < 50 })
    for (frequency, loss) in [(500.0, 25.0), (1000, 30), (4000, 40)] {
      let (low, high) = (frequency / 1.3, frequency * 1.3)
      let band = FilterCascade(
        (0..<3).flatMap { _ in [.highPass(low, rate: 24_000), .lowPass(high, rate: 24_000)] })
      func energy(_ x: [Float], _ pascals: Double) -> Double {
        Levels.energy(band.filtered(x), in: 8000..<36_000) * pascals * pascals
      }
      let open = energy(outside.recording.channels[0], outside.label.pascals)
      let seats = inside.recording.channels.reduce(0) { $0 + energy($1, inside.label.pascals) } / 4
      #expect(
        abs(Decibels.ofPower(open / seats) - loss) < 2,
        "\(frequency) Hz: \(Decibels.ofPower(open / seats)) dB")
    }
  }

  /// Unsteady air makes sound waver and changes no label.
  @Test func unsteadyAirChangesNoLabel() throws {
    let noise = SoundSource(
      "fan", at: Vector3(60, 20, 1), start: .at(0.1), .kind(SoundOrder("vacuum_cleaner", duration: 0.8)))
    var world = World(entities: [], rig: Rig(track: Track(still: .identity)))
    world.soundscape = Soundscape(.outdoors(ground: "grass", height: 0), sources: [noise])
    let mounted = Rig.MountedArray(
      name: "ears", array: "mono", rigFromArray: RigidTransform(translation: Vector3(0, 0, 1.5)))
    func made(_ strength: Double) throws -> (Sample.Recording, RecordingLabel) {
      let sensor = MicrophoneSensor(rate: 24_000, duration: 1, turbulence: strength)
      let recording = try #require(
        try sensor.record(world, by: [mounted], voices: voices, stream: stream).first)
      return (recording, try #require(recording.labels[RecordingLabel.self]))
    }
    let (calm, windy, again) = (try made(0), try made(1e-5), try made(1e-5))
    #expect(windy.1.space.turbulence == 1e-5 && calm.1.space.turbulence == nil)
    #expect(windy.1.events[0].onsets == calm.1.events[0].onsets)
    #expect(windy.1.events[0].directions == calm.1.events[0].directions)
    #expect(windy.0.channels == again.0.channels && windy.0.channels != calm.0.channels)
  }

  // MARK: Places

  /// The direction of the active intensity of an ambisonic recording, from samples alone.
  private func azimuth(_ channels: [[Float]], in range: Range<Int>) -> Double {
    // ACN: W, Y, Z, X.
    var (x, y) = (0.0, 0.0)
    for n in range {
      x += Double(channels[0][n]) * Double(channels[3][n])
      y += Double(channels[0][n]) * Double(channels[1][n])
    }
    return DeterministicMath.atan2(y, x) * 180 / .pi
  }

  @Test(arguments: [0.0, 35, 110, -75, -160])
  func directionsAreThoseOfTheSound(degrees: Double) throws {
    let angle = degrees * .pi / 180
    let place = Vector3(8 * DeterministicMath.cos(angle), 8 * DeterministicMath.sin(angle), 1.5)
    let source = SoundSource(
      "fan", at: place, .kind(SoundOrder("vacuum_cleaner", duration: 1)))
    let (recording, label) = try record([source])
    let direction = try #require(label.events.first?.directions.first)
    #expect((direction.azimuth - degrees).magnitude < 1e-6)
    #expect((direction.distance - 8).magnitude < 1e-9)
    #expect(direction.elevation.magnitude < 1e-6)
    let heard = azimuth(recording.channels, in: label.events[0].onsets[0]..<label.events[0].offsets[0])
    #expect((heard - degrees).magnitude < 1, "heard from \(heard)°")
  }

  @Test func aTurnedCarrierHearsFromItsOwnFront() throws {
    // The carrier looks along y; what is in the world's y is ahead of it.
    let turn = Quaternion(axis: Vector3(0, 0, 1), angle: .pi / 2)
    let (_, label) = try record(
      [knock(at: Vector3(0, 7, 1.5))], carrier: Track(still: RigidTransform(rotation: turn)))
    let direction = try #require(label.events.first?.directions.first)
    #expect(direction.azimuth.magnitude < 1e-6)
  }

  @Test func radialVelocityIsTheChangeOfDistance() throws {
    let track = Track(keys: [
      .init(time: -2, worldFromObject: RigidTransform(translation: Vector3(-60, 6, 0))),
      .init(time: 4, worldFromObject: RigidTransform(translation: Vector3(60, 6, 0))),
    ])
    let kind = try #require(Ontology.named("car"))
    let body = Asset(name: "car", nativeClass: kind, pieces: [], materials: [])
    let car = Entity(id: 7, name: "car", asset: body, track: track)
    let source = SoundSource(
      "car/engine", entity: 7, at: Vector3(1, 0, 0.5), start: .at(-0.5),
      .kind(SoundOrder("car_engine", duration: 3, isDriven: true)))
    let (_, label) = try record([source], seconds: 2, entities: [car])
    let event = try #require(label.events.first)
    #expect(event.entity == 7)
    #expect(event.onsets[0] == 0 && event.offsets[0] == label.count)
    #expect(event.directions.count == 21)
    for (a, b) in zip(event.directions, event.directions.dropFirst(2)) {
      let slope = (b.distance - a.distance) / 0.2
      let middle = event.directions.first { ($0.time - (a.time + 0.1)).magnitude < 1e-6 }
      // What is heard changes faster or more slowly than what happens: 1 / (1 + v/c).
      let heard = try #require(middle).radialVelocity
      #expect((slope - heard / (1 + heard / 343.2)).magnitude < 0.4, "\(slope) against \(heard)")
    }
    // It was nearer when it emitted what is heard now: at 20 m/s, by the way of the sound.
    let now = try #require(event.directions.last)
    let there = track.pose(at: 2).translation + Vector3(1, 0, 0.5)
    let delay = now.distance / 343.2
    #expect((now.position[0] - (there.x - 20 * delay)).magnitude < 0.01)
  }

  // MARK: Mixing

  @Test func stemsSumToTheRecording() throws {
    let (recording, label) = try record(
      [knock("a", at: Vector3(1, 1, 1)), knock("b", at: Vector3(-1, -1, 2), start: .at(0.2))], in: room)
    #expect(recording.stems.map(\.event) == label.events.map(\.id))
    for (c, channel) in recording.channels.enumerated() {
      for n in channel.indices {
        #expect(channel[n] == recording.stems[0].channels[c][n] + recording.stems[1].channels[c][n])
      }
      // Multiples of 2⁻²³, so that files keep them.
      #expect(channel.allSatisfy { ($0 * 8_388_608).rounded() == $0 * 8_388_608 && $0.magnitude < 1 })
    }
  }

  @Test(arguments: ["rms_active", "lufs"])
  func theBackgroundHasTheRatioThatWasAsked(definition: String) throws {
    let speech = SoundSource(
      "talker", at: Vector3(1, 0.5, 1.5), start: .at(0.2),
      .speech(SpeechOrder("Turn left at the next crossing.", language: "en", speaker: "p1")))
    let noise = SoundSource(
      "fan", at: Vector3(-1, 1, 1), .kind(SoundOrder("fan", duration: 2.5)), isBackground: true)
    let (recording, label) = try record(
      [speech, noise], in: room, array: "mono", seconds: 2.5,
      background: BackgroundLevel(definition: definition, decibels: 12))
    let voice = try #require(label.events.first { $0.speech != nil })
    let ratio = SignalToNoise(rawValue: definition)?.decibels(
      signal: recording.stems[0].channels[0], noise: recording.stems[1].channels[0],
      active: voice.onsets[0]..<voice.offsets[0], rate: 24_000)
    #expect((try #require(ratio) - 12).magnitude < 0.05)
    #expect(label.background?.decibels == 12)
    if definition == "rms_active" { #expect((try #require(voice.signalToNoise) - 12).magnitude < 0.05) }
  }

  @Test func pascalsBringBackThePressure() throws {
    let (recording, label) = try record([knock(at: Vector3(2, 0, 1.5))])
    let event = label.events[0]
    let pascals = recording.channels[0].map { Float(Double($0) * label.pascals) }
    let level = Levels.soundPressureLevel(pascals, in: event.onsets[0]..<event.offsets[0])
    #expect((try #require(event.level) - level).magnitude < 0.01)
  }

  // MARK: Speech

  @Test(arguments: [("en", "Open the second window, please."), ("zh", "请打开左边的窗户。")])
  func wordsLieWhereTheySound(language: String, text: String) throws {
    let source = SoundSource(
      "talker", at: Vector3(1, 0, 1.5), start: .at(0.3),
      .speech(SpeechOrder(text, language: language, speaker: "p2")), mouth: Vector3(-1, 0, 0))
    let (recording, label) = try record([source], in: room, array: "mono", seconds: 4)
    let event = try #require(label.events.first)
    let speech = try #require(event.speech)
    let length = event.offsets[0] - event.onsets[0]
    #expect(speech.words.first?.start == 0)
    #expect(speech.words.last?.end == length)
    #expect(zip(speech.words, speech.words.dropFirst()).allSatisfy { $0.end <= $1.start })
    let scalars = Array(text.unicodeScalars)
    for word in speech.words {
      #expect(word.start < word.end)
      #expect(word.sourceStart < word.sourceEnd && word.sourceEnd <= scalars.count)
    }
    #expect(speech.phones.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= length })
    // 1 m away: the first word comes after (0.3 s + 1 m / c), and before it there is nothing.
    let expected = Int(((0.3 + 1 / 343.2) * 24_000).rounded())
    #expect(event.onsets[0] == expected)
    #expect(Levels.peak(Array(recording.channels[0][..<(expected - 24)])) < 2e-5)
    #expect(event.room?.t30 != nil)
  }

  // MARK: The rest

  @Test func theSameTwiceAndForEveryArray() throws {
    let a = try record([knock(at: Vector3(2, 1, 1))], in: room)
    let b = try record([knock(at: Vector3(2, 1, 1))], in: room)
    #expect(a.recording.channels == b.recording.channels)
    #expect(a.label == b.label)
    let mono = try record([knock(at: Vector3(2, 1, 1))], in: room, array: "mono")
    #expect(mono.label.events[0].parameters == a.label.events[0].parameters)
    #expect(mono.label.events[0].onsets == [a.label.events[0].onsets[0]])
  }

  @Test func whatIsNotHeardIsNoEvent() throws {
    let (recording, label) = try record([knock(at: Vector3(0, 400, 0), start: .at(0))], seconds: 0.5)
    #expect(label.events.isEmpty)
    #expect(recording.channels.allSatisfy { Levels.peak($0) < 1e-6 })
    #expect(label.captions.map(\.text) == ["Nothing stands out.", "没有特别的声音。"])
  }

  @Test func captionsSayWhatIsHeard() throws {
    let (_, label) = try record([knock(at: Vector3(0, 3, 1.5))], in: .outdoors(ground: "asphalt", height: 0))
    #expect(label.captions.first { $0.language == "en" }?.text.hasSuffix("is heard on the left.") ?? false)
    #expect(label.captions.first { $0.language == "zh" }?.text.hasPrefix("左侧传来") ?? false)
  }

  @Test func mistakesAreNamed() throws {
    for source in [
      SoundSource("a", .kind(SoundOrder("kazoo"))),
      SoundSource("a", .kind(SoundOrder("knock", numbers: ["colour": 3]))),
      SoundSource("a", .speech(SpeechOrder("Mingalaba", language: "my", speaker: "p"))),
      SoundSource("a", at: Vector3(50, 0, 1), .kind(SoundOrder("knock"))),
    ] {
      #expect(throws: DioramaError.self) { try record([source], in: room) }
    }
    #expect(throws: DioramaError.self) {
      try record([], in: .room(Box3(min: .zero, max: Vector3(1, 1, 1)), walls: ["jelly"], reverberation: nil))
    }
  }
}
