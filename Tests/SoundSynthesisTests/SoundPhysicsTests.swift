import Foundation
import RandomStreams
import SoundSynthesis
import Testing

/// Sounds do what the physics behind them does.
@Suite struct SoundPhysicsTests {
  private func sound(
    _ id: String, _ given: [String: SoundValue] = [:], seconds: Double? = nil, drive: Drive? = nil
  ) throws -> SynthesisedSound {
    let kind = try #require(SoundCatalog.named(id))
    return try kind.sound(
      SoundRequest(given: given, duration: seconds, drive: drive), stream: RandomStream(seed: 5),
      sampleRate: 16_000)
  }

  /// The root mean square of frequency over the spectrum (Hz): how bright a sound is.
  private func brightness(_ sound: SynthesisedSound) -> Double {
    let slopes = zip(sound.samples, sound.samples.dropFirst()).reduce(0.0) { sum, pair in
      let step = Double(pair.1) - Double(pair.0)
      return sum + step * step
    }
    let energy = SoundProbe.energy(sound, 0, sound.samples.count)
    return (slopes / energy).squareRoot() * sound.sampleRate / (2 * Double.pi)
  }

  /// A bell's longest partial dies away as its label says.
  @Test func bellsDecay() throws {
    let bell = try sound(
      "bell", ["fundamental": .number(400), "decay": .number(6), "strokes": .number(1)])
    // The pair at 224 and 225 Hz beats once a second: compare a second each.
    let powers = [1, 3].map { (second: Int) -> Double in
      SoundProbe.energy(bell, second * 16_000, (second + 1) * 16_000)
    }
    // Partials but the lowest pair are 60 dB down by then or soon after; 2 s are 20 dB of 60 in 6 s.
    let drop = 10 * log10(powers[0] / powers[1])
    #expect(drop > 20 && drop < 24, "\(drop) dB in 2 s")
  }

  /// Strings are in tune: the loop's fractional delay is exact.
  @Test(arguments: [110.0, 261.63, 440, 880]) func stringsAreInTune(_ pitch: Double) throws {
    let string = try sound("plucked_string", ["fundamental": .number(pitch), "notes": .number(1)])
    let found = SoundProbe.frequency(string.samples[2000..<18_000], rate: 16_000, near: pitch)
    #expect((found / pitch - 1).magnitude < 0.002, "\(found) Hz")
  }

  /// UN Regulation 138: at least 0.8 % a km/h from 5 to 20 km/h, measured.
  @Test func warningSoundRises() throws {
    let pitches = try [5.0, 20].map { speed -> Double in
      let car = try sound(
        "electric_drive", ["partial": .number(220)], drive: Drive(steady: speed / 3.6, duration: 2))
      let tone = try #require(car.tones.first)
      return SoundProbe.frequency(car.samples[4000..<28_000], rate: 16_000, near: tone.frequency)
    }
    #expect(pitches[1] / pitches[0] - 1 > 0.008 * 15 / 1.07, "\(pitches)")
  }

  /// Uneven firing is heard at half the firing frequency, even firing hardly.
  @Test func unevenTwinsGallop() throws {
    let shares = try ["v_twin_45", "twin"].map { layout -> Double in
      let bike = try sound(
        "motorcycle", ["layout": .word(layout), "idle_speed": .number(1100)],
        drive: Drive(steady: 0, duration: 3))
      let firing = try #require(bike.tones.first?.frequency)
      let part = bike.samples[8000..<40_000]
      return SoundProbe.power(part, rate: 16_000, at: firing * 1.5)
        / SoundProbe.power(part, rate: 16_000, at: firing)
    }
    #expect(shares[0] > 20 * shares[1], "\(shares)")
  }

  @Test func surfacesAndStatesAreHeard() throws {
    let steps = try ["carpet", "wood", "tile"].map {
      brightness(try sound("footsteps", ["surface": .word($0), "shoe": .word("hard"), "steps": .number(2)]))
    }
    #expect(steps[0] < steps[1] && steps[1] < steps[2], "\(steps)")
    let roads = try [0.0, 1].map {
      brightness(try sound("tyre_noise", ["wetness": .number($0)], drive: Drive(steady: 14, duration: 1)))
    }
    #expect(roads[1] > 1.3 * roads[0], "\(roads)")
    let thunder = try [400.0, 6000].map { brightness(try sound("thunder", ["distance": .number($0)])) }
    #expect(thunder[1] < 0.7 * thunder[0], "\(thunder)")
  }

  /// The air above the water resonates at c / 4(L + 0.6 r), ever higher.
  @Test func pouringClimbs() throws {
    let glass = try sound(
      "pouring",
      [
        "filling_time": .number(4), "filled": .number(0.8), "vessel_height": .number(0.16),
        "vessel_radius": .number(0.03),
      ])
    for start in [0.4, 1.6, 2.8] {
      let air = 0.16 * (1 - 0.8 * (start + 0.2) / 4)
      let pitch = 343 / (4 * (air + 0.6 * 0.03))
      let part = glass.samples[Int(start * 16_000)..<Int((start + 0.4) * 16_000)]
      func power(around centre: Double) -> Double {
        (-5...5).reduce(0) { $0 + SoundProbe.power(part, rate: 16_000, at: centre * (1 + 0.01 * Double($1))) }
      }
      let (at, below, above) = (power(around: pitch), power(around: pitch * 0.7), power(around: pitch * 1.4))
      #expect(at > 2 * below && at > 2 * above, "\(pitch) Hz: \(below), \(at), \(above)")
    }
  }

  /// A washing drum's falls, a clock's beats and typing keep their rates.
  @Test func patternsKeepTheirRates() throws {
    let clock = try sound("clock_tick", ["beat": .number(0.5)], seconds: 6)
    #expect(clock.marks.count == 12)
    let drum = try sound(
      "washing_machine", ["programme": .word("wash"), "tumble_rate": .number(0.8)], seconds: 10)
    #expect((drum.marks.filter { $0.name == "fall" }.count - 24).magnitude <= 2)
    let keys = try sound("typing", ["keys": .number(60), "interval": .number(0.15)])
    let presses = keys.marks.filter { $0.name.hasPrefix("press") }.map { Double($0.sample) / 16_000 }
    let gaps = zip(presses, presses.dropFirst()).map { $1 - $0 }.sorted()
    #expect(presses.count == 60)
    #expect((gaps[gaps.count / 2] / 0.15 - 1).magnitude < 0.25, "\(gaps[gaps.count / 2])")
  }
}
