import LocatedYAML
import RandomStreams
import Signals
import VectorMath

/// Another pitch at the same pace, alike on all microphones.
struct PitchChange: Degradation {
  static let name = "pitch"
  static let effect = TimeEffect.exact
  static let summary = "Another pitch at the same pace: every instant stays where it is."

  let semitones: Distribution

  init(from fields: FieldReader) {
    semitones = fields.read(
      "semitones", .distribution(in: -12...12), default: .uniform(min: -3, max: 3), "Up, or down.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let semitones = chance.number(semitones, "semitones")
    let factor = DeterministicMath.exp(semitones / 12 * 0.6931471805599453)
    chance.note("factor", factor)
    guard semitones != 0 else { return }
    sound.channels = PitchShift(factor, rate: Double(sound.rate)).shifted(sound.channels)
  }
}
