import LocatedYAML
import RandomStreams

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
    let gain = WanderingGain(
      deviation: deviation, correlation: time, count: sound.count, rate: Double(sound.rate),
      chance.stream("wander"))
    sound.change { _, samples in gain.apply(to: &samples) }
    chance.note("least", gain.least, "dB")
    chance.note("greatest", gain.greatest, "dB")
  }
}
