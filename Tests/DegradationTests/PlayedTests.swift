import Annotations
import Degradation
import RandomStreams
import Signals
import Testing
import VectorMath
import WorldModel

@Suite struct PlayedTests {
  private let rate = 16_000

  /// Short soft pulses at samples that no regular grid has.
  private static let places = [1003, 2950, 4111, 5555, 7777, 9001, 11_213, 13_337]
  private func pulses(_ count: Int = 16_000) -> [Float] {
    var out = [Float](repeating: 0, count: count)
    for (i, place) in Self.places.enumerated() {
      for k in -12...12 {
        let x = Double(k) / 13
        out[place + k] =
          Float(0.5 * (0.5 + 0.5 * DeterministicMath.cos(Double.pi * x))) * (i % 2 == 0 ? 1 : -1)
      }
    }
    return out
  }

  /// Where a pulse is, by the middle of its energy within `reach` samples.
  private func middle(_ x: [Float], near n: Int, reach: Int) -> Double {
    let range = max(0, n - reach)..<min(x.count, n + reach + 1)
    let energy = range.reduce(0.0) { $0 + Double(x[$1]) * Double(x[$1]) }
    return range.reduce(0.0) { $0 + Double($1) * Double(x[$1]) * Double(x[$1]) } / max(energy, 1e-30)
  }

  /// A recording with everything in it that has a time.
  private func spoken(_ channels: [[Float]]) -> Sample.Recording {
    var out = recording(channels, rate: rate)
    guard var label = out.labels[RecordingLabel.self] else { return out }
    label.start = 3
    var event = label.events[0]
    event.emissionStart = 3.1
    event.emissionEnd = 3.9
    event.directions = (0...5).map { k in
      let distance = 6.86 + Double(k)
      return SoundEvent.Direction(
        time: 3.2 + 0.1 * Double(k), azimuth: 10, elevation: 0, distance: distance, radialVelocity: 10,
        position: [distance, 0, 0])
    }
    event.room = SoundEvent.RoomMeasures(
      t30: 0.6, earlyDecayTime: 0.5, c50: 3, directToReverberant: 1, t30ByBand: [0.6, nil], c50ByBand: [3, 4])
    event.speech = SpokenText(
      speaker: "a", sex: "male", language: "en", style: "normal", text: "turn left", transcript: "turn left",
      words: [
        .init(text: "turn", start: 0, end: 5003, sourceStart: 0, sourceEnd: 4),
        .init(text: "left", start: 5003, end: 9998, sourceStart: 5, sourceEnd: 9),
      ],
      syllables: [
        .init(text: "T ER N", start: 0, end: 5003, word: 0, tone: nil, writtenTone: nil, stress: 1)
      ],
      phones: [.init(symbol: "T", start: 0, end: 1001), .init(symbol: "ER", start: 1001, end: 5003)],
      entities: [.init(label: "side", sourceStart: 5, sourceEnd: 9, start: 5003, end: 9998)],
      isBackChannel: false)
    label.events = [event]
    label.microphones.poses = [.init(time: 3.5, translation: [0, 0, 0], rotation: [1, 0, 0, 0])]
    out.labels.set(label)
    return out
  }

  /// Sample n of the clean sound is n / factor of what comes out, to a twentieth of a sample, and lies on its label.
  @Test(arguments: [0.5, 0.9, 1.1, 1.2345678, 2]) func speedMovesEveryInstantToItsPlace(factor: Double) throws
  {
    let clean = pulses()
    let made = try Degraded("[{speed: {factor: \(factor)}}]", [clean, clean.map { -0.5 * $0 }])
    #expect(made.step.effect == "scaled" && made.number("factor") == factor)
    #expect((Double(made.channels[0].count) - 16_000 / factor).magnitude < 1.01)
    #expect(made.label.count == made.channels[0].count && made.chain.distortion == nil)
    for channel in made.channels {
      for place in Self.places {
        let expected = Double(place) / factor
        let found = middle(channel, near: Int(expected.rounded()), reach: Int(200 / factor))
        #expect((found - expected).magnitude < 0.05, "\(place) at \(found), not \(expected)")
      }
    }
    #expect(made.label.events[0].onsets == [2000, 2000].map { Int((Double($0) / factor).rounded()) })
    #expect(made.label.events[0].offsets.allSatisfy { (Double($0) - 16_000 / factor).magnitude <= 0.5 })
  }

  /// Every time in the label goes with the sound, to a half sample.
  @Test(arguments: [0.8, 1.1, 1.37]) func labelsGoWithTheSound(factor: Double) throws {
    let clean = spoken([pulses()])
    let before = try #require(clean.labels[RecordingLabel.self])
    let made = try #require(
      try chain("[{speed: {factor: \(factor)}}]").degraded(clean, stream: RandomStream(seed: 2), index: 0))
    let after = try #require(made.labels[RecordingLabel.self])
    let (old, new) = (before.events[0], after.events[0])
    let (said, heard) = (try #require(old.speech), try #require(new.speech))
    func places(_ s: SpokenText) -> [Int] {
      s.words.flatMap { [$0.start, $0.end] } + s.syllables.flatMap { [$0.start, $0.end] }
        + s.phones.flatMap { [$0.start, $0.end] } + s.entities.flatMap { [$0.start, $0.end] }
    }
    #expect(places(said).count == 12)
    for (a, b) in zip(places(said), places(heard)) {
      #expect((Double(b) - Double(a) / factor).magnitude <= 0.5)
    }
    // Neighbours stay neighbours, and the text is the same.
    #expect(heard.words[0].end == heard.words[1].start && heard.phones[0].end == heard.phones[1].start)
    #expect(heard.words.map(\.text) == ["turn", "left"] && heard.words[1].sourceStart == 5)
    for (a, b) in zip(old.directions, new.directions) {
      #expect(((b.time - 3) * factor - (a.time - 3)).magnitude < 1e-12)
      #expect(b.position == a.position && b.azimuth == a.azimuth)
      // Sound still takes as long as its way over its speed, and Doppler's ratio is the same.
      let emitted = (a.time - a.distance / 343 - 3) / factor + 3
      #expect((b.time - b.distance / after.space.soundSpeed - emitted).magnitude < 1e-12)
      #expect((b.radialVelocity / after.space.soundSpeed - a.radialVelocity / 343).magnitude < 1e-12)
    }
    #expect(((new.emissionStart - 3) * factor - 0.1).magnitude < 1e-12)
    #expect(((after.microphones.poses[0].time - 3) * factor - 0.5).magnitude < 1e-12)
    #expect(new.room?.t30 == 0.6 / factor && new.room?.c50 == nil && new.room?.directToReverberant == 1)
    #expect(after.start == 3 && after.rate == before.rate)
  }

  /// What was lost before is lost where the label says afterwards.
  @Test func gapsGoWithTheSound() throws {
    let noise = (0..<32_000).map { Float(($0 * 7919) % 1009) / 2018 + 0.01 }
    let made = try Degraded(
      "[{dropouts: {rate: 300}}, {speed: {factor: 1.25}}, {gain: {decibels: -3}}]", [noise])
    let lost = made.chain.steps[0]
    #expect(lost.kind == "dropouts" && lost.gaps.count > 2)
    for gap in lost.gaps where gap.end - gap.start > 100 {
      // The resampler rings for some forty samples.
      #expect(Levels.peak(Array(made.channels[0][gap.start + 40..<gap.end - 40])) < 1e-3)
      if gap.start > 40 { #expect(made.channels[0][gap.start - 40..<gap.start - 13].contains { $0 > 0.05 }) }
    }
    // Ratios are measured where the sound is by then.
    let noisy = try Degraded("[{speed: {factor: 0.8}}, {noise: {ratio: 10}}]", [pulses()])
    #expect((try #require(noisy.number("measured_ratio")) - 10).magnitude < 0.01)
  }

  /// Tones go up by the factor, and nothing gets longer.
  @Test(arguments: [-5.0, -1, 2, 7]) func pitchMovesTones(semitones: Double) throws {
    let tone = (0..<16_000).map { Float(0.3 * DeterministicMath.sin(2 * .pi * 620 * Double($0) / 16_000)) }
    let made = try Degraded("[{pitch: {semitones: \(semitones)}}]", [tone, tone.map { 0.5 * $0 }])
    let factor = DeterministicMath.pow(2, semitones / 12)
    #expect((try #require(made.number("factor")) - factor).magnitude < 1e-9)
    #expect(made.channels.map(\.count) == [16_000, 16_000] && made.step.effect == "exact")
    let x = made.channels[0]
    let crossings = (3000..<13_000).filter { x[$0] <= 0 && x[$0 + 1] > 0 }
    let span = Double(crossings[crossings.count - 1] - crossings[0]) / Double(crossings.count - 1)
    #expect((16_000 / span / (620 * factor) - 1).magnitude < 0.001)
    // As loud as before, and steadily so.
    let blocks = stride(from: 3000, to: 12_600, by: 400).map { Levels.rms(x, in: $0..<$0 + 400) }
    #expect(blocks.allSatisfy { ($0 / 0.2121 - 1).magnitude < 0.05 })
    // The other microphone hears the same, half as loud.
    #expect(zip(x, made.channels[1]).allSatisfy { (0.5 * $0 - $1).magnitude < 1e-4 })
  }

  /// Short sounds stay where they are, to one sample.
  @Test(arguments: [-5.0, -1, 1, 5]) func pitchKeepsInstants(semitones: Double) throws {
    var bursts = [Float](repeating: 0, count: 16_000)
    for place in Self.places {
      for k in -300...300 {
        let envelope = 0.5 + 0.5 * DeterministicMath.cos(Double.pi * Double(k) / 301)
        bursts[place + k] = Float(0.4 * envelope * DeterministicMath.cos(2 * .pi * 900 * Double(k) / 16_000))
      }
    }
    let made = try Degraded("[{pitch: {semitones: \(semitones)}}]", [bursts])
    #expect(made.label.events == recording([bursts], rate: rate).labels[RecordingLabel.self]?.events)
    for place in Self.places {
      let found = middle(made.channels[0], near: place, reach: 700)
      #expect((found - Double(place)).magnitude <= 1, "\(place) at \(found)")
    }
  }
}
