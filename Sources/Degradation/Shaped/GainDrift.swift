import LocatedYAML
import RandomStreams
import Signals

/// A gain that wanders: automatic levels, a head that turns, a fading radio.
struct GainDrift: Degradation {
  static let name = "gain_drift"
  static let effect = TimeEffect.exact
  static let summary = "A gain that wanders slowly, the same on all microphones."

  let deviation: Distribution
  let time: Distribution

  init(from fields: FieldReader) {
    deviation = fields.read(
      "deviation", .distribution(in: 0...20, unit: "dB"), default: .uniform(min: 1, max: 4),
      "Standard deviation of the gain.")
    time = fields.read(
      "time", .distribution(in: 0.1...60, unit: "s"), default: .uniform(min: 0.5, max: 4),
      "After which it has forgotten where it was.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let deviation = chance.number(deviation, "deviation", "dB")
    let time = chance.number(time, "time", "s")
    let (count, rate) = (sound.count, Double(sound.rate))
    let wander = RandomWander(seconds: Double(count) / rate, correlation: time, chance.stream("wander"))
    // Every 32 samples, and lines between.
    let levels = (0...count / 32 + 1).map {
      Decibels.amplitude(deviation * wander.value(at: Double($0) * 32 / rate))
    }
    sound.change { _, samples in
      for n in samples.indices {
        let (a, b) = (levels[n / 32], levels[n / 32 + 1])
        samples[n] *= Float(a + (b - a) * Double(n % 32) / 32)
      }
    }
    chance.note("least", Decibels.ofAmplitude(levels.min() ?? 1), "dB")
    chance.note("greatest", Decibels.ofAmplitude(levels.max() ?? 1), "dB")
  }
}
