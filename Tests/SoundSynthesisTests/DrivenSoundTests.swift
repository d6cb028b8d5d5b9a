import Foundation
import RandomStreams
import SoundSynthesis
import Testing

/// Sounds that follow a vehicle, steps and impacts.
@Suite struct DrivenSoundTests {
  private let stream = RandomStream(seed: 3)

  private func sound(_ id: String, _ request: SoundRequest, rate: Double = 16_000) throws -> SynthesisedSound
  {
    try #require(SoundCatalog.named(id)).sound(request, stream: stream.child(id), sampleRate: rate)
  }

  private func level(_ sound: SynthesisedSound) -> Double { SoundProbe.level(sound, .equivalent) }

  /// Level over speed has the slope that the label states.
  @Test(arguments: [("tyre_noise", 30.0...35), ("wind_noise", 55...60), ("train", 30...30)])
  func growsWithSpeed(_ id: String, _ slopes: ClosedRange<Double>) throws {
    let given: [String: SoundValue] = id == "train" ? ["flange_squeal": .number(0)] : [:]
    let (slow, fast) = (
      try sound(id, SoundRequest(given: given, drive: Drive(steady: 10, duration: 3)), rate: 48_000),
      try sound(id, SoundRequest(given: given, drive: Drive(steady: 20, duration: 3)), rate: 48_000)
    )
    let slope = (level(fast) - level(slow)) / log10(2)
    let stated = slow.parameters.first { $0.name == "speed_slope" }?.value.number ?? slopes.lowerBound
    #expect(slopes.contains(stated))
    #expect((slope - stated).magnitude < 2, "\(id): \(slope) dB a decade instead of \(stated)")
  }

  /// An engine at rest idles at its idle speed: firing frequency = rpm / 60 · cylinders / 2.
  @Test(arguments: ["car_engine", "truck_engine", "motorcycle"]) func idles(_ id: String) throws {
    let engine = try sound(id, SoundRequest(drive: Drive(steady: 0, duration: 3)))
    let tone = try #require(engine.tones.first)
    let idle = try #require(engine.parameters.first { $0.name == "idle_speed" }?.value.number)
    let cylinders: Double
    switch engine.parameters.first(where: { $0.name == "cylinders" || $0.name == "layout" })?.value {
    case .number(let number): cylinders = number
    case .word("single"): cylinders = 1
    case .word("four"): cylinders = 4
    default: cylinders = 2
    }
    // Some load raises idling by a few per cent.
    let ratio = tone.frequency / (idle / 60 * cylinders / 2)
    #expect(ratio >= 1 && ratio < 1.06, "\(id): \(ratio)")
    // 30 dB a decade from 2000 rpm, and what load adds.
    let stated = try #require(engine.parameters.last?.value.number)
    let difference = level(engine) - stated - 30 * log10(idle * ratio / 2000)
    #expect(difference < -1.5 && difference > -4.5, "\(id): \(difference) dB")
  }

  /// The engine speeds up with the car and drops when a gear changes.
  @Test func followsTheGears() throws {
    let drive = Drive(speed: Curve([(0, 0), (8, 24)]), duration: 8)
    let engine = try sound("car_engine", SoundRequest(drive: drive))
    let changes = engine.marks.filter { $0.name == "gear_change" }.map {
      Double($0.sample) / engine.sampleRate
    }
    #expect(changes.count >= 2)
    #expect(zip(changes, changes.dropFirst()).allSatisfy { $1 - $0 > 0.8 })
    // Higher gears last longer under constant acceleration.
    #expect((changes.dropFirst().first ?? 0) - (changes.first ?? 0) > (changes.first ?? 9) * 0.5)
  }

  @Test func freewheelClicksByDistance() throws {
    let drive = Drive(speed: Curve([(0, 2), (4, 6)]), duration: 4)
    let bike = try sound("bicycle_freewheel", SoundRequest(drive: drive))
    let teeth = try #require(bike.parameters.first { $0.name == "ratchet_teeth" }?.value.number)
    let circumference = try #require(bike.parameters.first { $0.name == "circumference" }?.value.number)
    // 16 m in all; click k comes after k teeth: 2t + t²/2 = s.
    let clicks = bike.marks.filter { $0.name == "click" }
    #expect((Double(clicks.count) - 16 / circumference * teeth).magnitude <= 2)
    for (k, click) in clicks.enumerated() where k % 20 == 10 {
      let distance = Double(k) * circumference / teeth
      let time = -2 + (4 + 2 * distance).squareRoot()
      #expect((Double(click.sample) / bike.sampleRate + bike.origin - time).magnitude < 2e-4)
    }
  }

  @Test func axlesKnockAtJoints() throws {
    let given: [String: SoundValue] = [
      "joint_distance": .number(20), "axle_distance": .number(2), "bogie_distance": .number(15),
    ]
    let train = try sound("train", SoundRequest(given: given, drive: Drive(steady: 20, duration: 3)))
    let leading = train.marks.filter { $0.name == "joint_leading_axle" }.map {
      Double($0.sample) / train.sampleRate
    }
    let trailing = train.marks.filter { $0.name == "joint_trailing_axle" }.map {
      Double($0.sample) / train.sampleRate
    }
    #expect(trailing.count >= 5 && leading.count >= 5)
    // 2 m later at 20 m/s.
    for time in trailing.dropLast() {
      #expect(leading.contains { (time - $0 - 0.1).magnitude < 2e-3 }, "\(time)")
    }
  }

  @Test func stepsAndBouncesFollowContacts() throws {
    let contacts = [0.4, 1.0, 1.7, 2.2].map { Contact(time: $0, energy: 0.9) }
    for (id, name) in [
      ("footsteps", "heel"), ("knock", "knock"), ("ball_bounce", "bounce"), ("road_thump", "axle"),
    ] {
      let made = try sound(id, SoundRequest(contacts: contacts), rate: 48_000)
      let times = made.marks.filter { $0.name == name }.map { Double($0.sample) / made.sampleRate }
      #expect(times.count == 4, "\(id)")
      for (time, contact) in zip(times, contacts) {
        #expect((time - (contact.time - 0.4)).magnitude < 1e-3, "\(id)")
      }
    }
    // A ball's intervals shrink by its restitution.
    let ball = try sound("ball_bounce", SoundRequest(given: ["restitution": .number(0.8)]))
    let bounces = ball.marks.map { Double($0.sample) }
    let gaps = zip(bounces, bounces.dropFirst()).map { $1 - $0 }
    for (a, b) in zip(gaps, gaps.dropFirst()).prefix(6) { #expect((b / a - 0.8).magnitude < 0.01) }
  }

  /// Sirens keep to their tables and limits; a wail's pitch is followed from window to window.
  @Test func sirensHaveTheirPitches() throws {
    let wail = try sound(
      "siren",
      SoundRequest(
        given: [
          "pattern": .word("wail"), "lowest_frequency": .number(600), "highest_frequency": .number(1500),
          "wail_period": .number(5),
        ],
        duration: 5))
    var pitches: [Double] = []
    for start in stride(from: 1600, to: wail.samples.count - 1600, by: 800) {
      let part = wail.samples[start..<(start + 800)]
      // It starts at the lowest frequency, and moves by less than 5 % from window to window.
      pitches.append(SoundProbe.frequency(part, rate: 16_000, near: pitches.last ?? 650))
    }
    let (low, high) = (try #require(pitches.min()), try #require(pitches.max()))
    #expect(low > 585 && low < 720 && high > 1420 && high < 1515, "\(low) to \(high) Hz")
    for (pattern, first, second) in [("hi_lo_germany", 440.0, 585.0), ("hi_lo_japan", 960, 770)] {
      let siren = try sound("siren", SoundRequest(given: ["pattern": .word(pattern)], duration: 3))
      #expect(siren.tones.prefix(2).map(\.frequency) == [first, second])
    }
  }

  @Test func curvesAreLinearBetweenPoints() {
    let curve = Curve([(2, 4), (0, 0), (.nan, 9), (2, 6), (3, .infinity)])
    #expect(curve.times == [0, 2] && curve.values == [0, 6])
    #expect(curve.value(at: 1) == 3 && curve.value(at: -1) == 0 && curve.value(at: 9) == 6)
    #expect(Curve([]).value(at: 5) == 0)
    let drive = Drive(speed: Curve([(0, 0), (10, 20)]), duration: 10)
    #expect((drive.acceleration(at: 5) - 2).magnitude < 1e-9)
  }
}
