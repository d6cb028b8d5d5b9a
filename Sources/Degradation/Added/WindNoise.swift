import LocatedYAML
import RandomStreams
import Signals

/// Wind on microphones: gusts that come over all of them, turbulence at each by itself.
struct WindNoise: Degradation {
  static let name = "wind"
  static let effect = TimeEffect.exact
  static let summary = "Wind: low noise on every microphone by itself, in gusts that all share."

  let ratio: Distribution
  let corner: Distribution
  let gusts: Distribution
  let gustTime: Distribution

  init(from fields: FieldReader) {
    ratio = fields.read(
      "ratio", .distribution(in: -60...100, unit: "dB"), default: .uniform(min: -5, max: 20),
      "Of what came before to the wind, at the first microphone (rms_active).")
    corner = fields.read(
      "corner", .distribution(in: 20...2000, unit: "Hz"), default: .uniform(min: 60, max: 250),
      "Above it the spectrum falls by 12 dB an octave.")
    gusts = fields.read(
      "gusts", .distribution(in: 0...20, unit: "dB"), default: .uniform(min: 2, max: 7),
      "Standard deviation of the level.")
    gustTime = fields.read(
      "gust_time", .distribution(in: 0.05...20, unit: "s"), default: .uniform(min: 0.3, max: 1.5),
      "How long a gust lasts.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let decibels = chance.number(ratio, "ratio", "dB")
    let corner = chance.number(corner, "corner", "Hz")
    let depth = chance.number(gusts, "gusts", "dB")
    let time = chance.number(gustTime, "gust_time", "s")
    let (count, rate) = (sound.count, Double(sound.rate))
    let gust = WanderingGain(
      deviation: depth, correlation: time, count: count, rate: rate, chance.stream("gusts"))
    let stream = chance.stream("samples")
    let noises = sound.channels.indices.map { m in
      var noise = ShapedNoise.samples(count, rate: rate, stream.child(m)) { f in
        let x = f / corner
        return f < 5 ? 0 : 1 / (1 + x * x)
      }
      gust.apply(to: &noise)
      return noise
    }
    sound.add(noises, ratio: decibels, .rmsActive, &chance)
  }
}
