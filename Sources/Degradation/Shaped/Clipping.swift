import LocatedYAML
import RandomStreams
import Signals

/// An input that is too loud for its device.
struct Clipping: Degradation {
  static let name = "clipping"
  static let effect = TimeEffect.exact
  static let summary = "Peaks are cut off or pressed together, at a level below the highest."

  let level: Distribution
  let shape: TextDistribution

  init(from fields: FieldReader) {
    level = fields.read(
      "level", .distribution(in: -60...0, unit: "dB"), default: .uniform(min: -15, max: -2),
      "Where it saturates, relative to the recording's peak.")
    shape = fields.read(
      "shape", .textDistribution(among: ["hard", "soft"]), default: .choice(["hard", "soft"]),
      "Cut off, or bent as x / √(1 + (x/limit)²).")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let limit = Decibels.amplitude(chance.number(level, "level", "dB")) * sound.peak
    let isHard = chance.word(shape, "shape") == "hard"
    guard limit > 0 else { return }
    let most = Float(limit)
    var beyond = 0
    sound.change { _, samples in
      for n in samples.indices {
        let x = samples[n]
        if x.magnitude > most { beyond += 1 }
        if isHard {
          samples[n] = min(max(x, -most), most)
        } else {
          let share = Double(x) / limit
          samples[n] = Float(Double(x) / (1 + share * share).squareRoot())
        }
      }
    }
    chance.note("limit", limit)
    chance.note("share_beyond", Double(beyond) / Double(max(1, sound.count * sound.channels.count)))
  }
}
