import LocatedYAML
import RandomStreams

/// A constant that faulty electronics add.
struct DirectOffset: Degradation {
  static let name = "offset"
  static let effect = TimeEffect.exact
  static let summary = "A constant added to every sample."

  let value: Distribution

  init(from fields: FieldReader) {
    value = fields.read(
      "value", .distribution(in: -0.5...0.5), default: .uniform(min: -0.02, max: 0.02), "In full scales.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let value = Float(chance.number(value, "value"))
    sound.change { _, samples in
      for n in samples.indices { samples[n] += value }
    }
  }
}
