import LocatedYAML
import RandomStreams
import Signals

/// Louder or softer.
struct GainChange: Degradation {
  static let name = "gain"
  static let effect = TimeEffect.exact
  static let summary = "Louder or softer."

  let decibels: Distribution

  init(from fields: FieldReader) {
    decibels = fields.read(
      "decibels", .distribution(in: -80...80, unit: "dB"), default: .uniform(min: -10, max: 10),
      "By how much."
    )
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let gain = Decibels.amplitude(chance.number(decibels, "decibels", "dB"))
    sound.change { _, samples in samples = Levels.scaled(samples, by: gain) }
  }
}
