import LocatedYAML
import RandomStreams

/// Few bits a sample.
struct Quantisation: Degradation {
  static let name = "quantisation"
  static let effect = TimeEffect.exact
  static let summary = "Rounded to few bits, with or without dither."

  let bits: Distribution
  let dither: TextDistribution

  init(from fields: FieldReader) {
    bits = fields.read(
      "bits", .distribution(in: 2...16), default: .choice([6, 8, 10, 12]),
      "A sample, with its sign; full scale is ±1.")
    dither = fields.read(
      "dither", .textDistribution(among: ["none", "triangular"]), default: "none",
      "Noise of ± a step before rounding, which makes the error independent of the sound.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let bits = Int(chance.number(bits, "bits").rounded())
    let isDithered = chance.word(dither, "dither") == "triangular"
    let stream = chance.stream("dither")
    let most = Double(1 << (min(max(bits, 2), 16) - 1))
    sound.change { m, samples in
      var noise = stream.child(m)
      for n in samples.indices {
        var steps = Double(samples[n]) * most
        if isDithered { steps += noise.uniform() - noise.uniform() }
        samples[n] = Float(min(max(steps.rounded(.toNearestOrEven), -most), most - 1) / most)
      }
    }
    chance.note("step", 1 / most)
  }
}
