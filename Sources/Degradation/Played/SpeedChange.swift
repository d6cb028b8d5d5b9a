import LocatedYAML
import RandomStreams
import Signals

/// Played faster or slower, as a tape or a clock that goes wrong: pitch and tempo change together.
///
/// A sample n of the sound is at n / factor of what comes out, exactly, on all microphones; labels go with it.
struct SpeedChange: Degradation {
  static let name = "speed"
  static let effect = TimeEffect.scaled
  static let summary = "Played faster or slower, pitch and all; labels are in the time of what comes out."

  let factor: Distribution

  init(from fields: FieldReader) {
    factor = fields.read(
      "factor", .distribution(in: 0.5...2), default: .choice([0.9, 1, 1.1]),
      "How many times as fast; 0.9, 1 and 1.1 are what recognisers are trained with.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let factor = chance.number(factor, "factor")
    guard factor != 1 else { return }
    let resampler = Resampler(playing: factor)
    sound.change { _, samples in samples = resampler.resample(samples) }
    sound.factor *= factor
    chance.note("samples", Double(sound.count))
  }
}
