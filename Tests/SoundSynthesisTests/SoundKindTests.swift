import Diagnostics
import Foundation
import RandomStreams
import SoundSynthesis
import Testing

/// What holds for every kind of sound.
@Suite struct SoundKindTests {
  /// Onset, end, band, numbers, marks and level at 48 kHz.
  @Test(arguments: SoundCatalog.ids) func keepsItsContract(_ id: String) throws {
    let kind = try #require(SoundCatalog.named(id))
    let sound = try SoundProbe.make(kind)
    try check(sound, id)
    let stated = try #require(sound.parameters.last?.value.number)
    let measured = SoundProbe.level(sound, kind.card.measure)
    // Engines have their level at an engine speed; they are tested by it.
    if !kind.card.reference.contains("rpm") {
      #expect((measured - stated).magnitude < 0.5, "\(id): \(measured) dB instead of \(stated)")
    }
    let again = try SoundProbe.make(kind)
    #expect(again == sound, "\(id) does not repeat")
    let other = try SoundProbe.make(kind, seed: 8)
    #expect(other.samples != sound.samples, "\(id) does not vary")
  }

  @Test(arguments: SoundCatalog.ids) func isTheSameSoundAtOtherRates(_ id: String) throws {
    let kind = try #require(SoundCatalog.named(id))
    let sounds = try [16_000.0, 44_100].map { try SoundProbe.make(kind, rate: $0, seconds: 0.3) }
    for sound in sounds { try check(sound, id) }
    #expect(sounds[0].parameters == sounds[1].parameters)
    // Marks are the same instants. Each is rounded to a sample, and sounds may start later where high notes
    // lack.
    for (a, b) in zip(sounds[0].marks, sounds[1].marks) where a.sample > 0 && b.sample > 0 {
      let (t, u) = (
        Double(a.sample) / 16_000 + sounds[0].origin, Double(b.sample) / 44_100 + sounds[1].origin
      )
      #expect(a.name == b.name && (t - u).magnitude < 5e-5, "\(id): \(a.name) at \(t) and \(u) s")
    }
  }

  private func check(_ sound: SynthesisedSound, _ id: String) throws {
    let peak = try #require(sound.samples.map(\.magnitude).max())
    #expect(sound.samples.allSatisfy(\.isFinite) && peak > 0, "\(id)")
    let (first, last) = (try #require(sound.samples.first), try #require(sound.samples.last))
    #expect(
      first.magnitude >= peak * 0.000_99 && last.magnitude >= peak * 0.000_99, "\(id): ends \(first), \(last)"
    )
    let above = SoundProbe.shareAboveBand(sound)
    #expect(above < 1e-6, "\(id) at \(sound.sampleRate) Hz: \(10 * log10(above)) dB above the band")
    #expect(sound.marks.allSatisfy { sound.samples.indices.contains($0.sample) }, "\(id)")
    #expect(zip(sound.marks, sound.marks.dropFirst()).allSatisfy { $0.sample <= $1.sample }, "\(id)")
    #expect(
      sound.tones.allSatisfy { $0.range.upperBound <= sound.samples.count && $0.frequency > 0 }, "\(id)")
  }

  /// Every declared tone is found within 1 %.
  @Test(arguments: SoundCatalog.ids) func soundsItsTones(_ id: String) throws {
    let kind = try #require(SoundCatalog.named(id))
    for seed: UInt64 in 1...2 {
      let sound = try SoundProbe.make(kind, rate: 16_000, seed: seed, seconds: 3)
      for tone in sound.tones.prefix(2) where tone.frequency < 7000 {
        let range = tone.range.prefix(32_000)
        // Shorter ones cannot be told from their neighbours.
        guard Double(range.count) / sound.sampleRate * tone.frequency > 25 else { continue }
        let found = SoundProbe.frequency(sound.samples[range], rate: sound.sampleRate, near: tone.frequency)
        #expect(
          (found / tone.frequency - 1).magnitude < 0.01,
          "\(id) \(seed): \(tone.name) \(tone.frequency) Hz, found \(found)")
      }
    }
  }

  /// Blows are where their marks say: more energy in the 3 ms after than before, for at least nine of ten.
  @Test(arguments: [
    ("footsteps", "heel"), ("knock", "knock"), ("door_slam", "slam"), ("drawer", "stop"),
    ("glass_clink", "clink"),
    ("dishes", "impact"), ("ball_bounce", "bounce"), ("typing", "press"), ("clock_tick", "tick"),
    ("doorbell", "ding"),
    ("doorbell", "dong"), ("bell", "strike"), ("alarm_clock", "strike"), ("plucked_string", "pluck"),
    ("piano", "hammer"),
    ("indicator_relay", "tick"), ("seat_belt_chime", "chime"), ("crossing_bell", "strike"),
    ("road_thump", "front_axle"),
    ("bicycle_freewheel", "click"), ("tyre_burst", "burst"), ("collision", "contact"), ("jackhammer", "blow"),
    ("pedestrian_signal", "locator"), ("reversing_beeper", "beep"), ("train", "joint_leading_axle"),
    ("dog_bark", "bark"),
  ]) func marksAreBlows(_ id: String, _ name: String) throws {
    let kind = try #require(SoundCatalog.named(id))
    var given: [String: SoundValue] = [:]
    if id == "alarm_clock" { given["movement"] = .word("twin_bell") }
    if id == "pedestrian_signal" { given["signal"] = .word(name) }
    let sound = try SoundProbe.make(kind, seconds: 2, given: given)
    let marks = sound.marks.filter { $0.name == name }
    #expect(!marks.isEmpty, "\(id) has no \(name)")
    let window = 144
    let right = marks.count { mark in
      let before = SoundProbe.energy(sound, mark.sample - window, mark.sample)
      return SoundProbe.energy(sound, mark.sample, mark.sample + window) > 1.2 * before
    }
    #expect(Double(right) >= 0.9 * Double(marks.count), "\(id): \(right) of \(marks.count) \(name)")
  }

  @Test func refusesWhatCannotBe() throws {
    let kind = try #require(SoundCatalog.named("knock"))
    let stream = RandomStream(seed: 1)
    let wrong = [
      SoundRequest(given: ["hit": .number(3)]), SoundRequest(given: ["hits": .number(1000)]),
      SoundRequest(given: ["hits": .number(.nan)]), SoundRequest(given: ["hits": .word("three")]),
      SoundRequest(contacts: [Contact(time: 1), Contact(time: 0)]),
      SoundRequest(contacts: [Contact(time: .nan)]),
      SoundRequest(contacts: [Contact(time: 0), Contact(time: 1e9)]),
      SoundRequest(contacts: [Contact(time: 0, energy: 2)]),
    ]
    for request in wrong {
      #expect(throws: DioramaError.self, "\(request)") {
        try kind.sound(request, stream: stream, sampleRate: 16_000)
      }
    }
    for rate in [0, -1, .nan, 7999, 44_100.5, 1e9] {
      #expect(throws: DioramaError.self, "\(rate)") { try kind.sound(stream: stream, sampleRate: rate) }
    }
    let rain = try #require(SoundCatalog.named("rain"))
    for seconds in [0, -1, .nan, .infinity, 601] {
      #expect(throws: DioramaError.self) {
        try rain.sound(SoundRequest(duration: seconds), stream: stream, sampleRate: 16_000)
      }
    }
    let engine = try #require(SoundCatalog.named("car_engine"))
    let wild = Drive(speed: Curve([(.nan, 3), (0, 1e300), (0.1, -5), (0.2, .infinity)]), duration: 0.3)
    let sound = try engine.sound(SoundRequest(drive: wild), stream: stream, sampleRate: 16_000)
    let finite = sound.samples.allSatisfy(\.isFinite)
    #expect(finite)
  }

  /// What is given is used, and nothing else changes with it.
  @Test func givenParametersReplaceDrawnOnes() throws {
    let kind = try #require(SoundCatalog.named("car_horn"))
    let drawn = try SoundProbe.make(kind)
    let given = try SoundProbe.make(kind, given: ["level": .number(90), "low_frequency": .number(400)])
    #expect(given.parameters.first?.value == .number(400))
    #expect(given.parameters.dropFirst().dropLast() == drawn.parameters.dropFirst().dropLast())
    #expect((SoundProbe.level(given, kind.card.measure) - 90).magnitude < 0.1)
  }
}
