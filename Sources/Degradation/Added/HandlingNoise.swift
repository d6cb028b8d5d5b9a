import LocatedYAML
import RandomStreams
import Signals
import VectorMath

/// Knocks of fingers and tables against a microphone's body: short, low, now and then; the label says when.
struct HandlingNoise: Degradation {
  static let name = "handling"
  static let effect = TimeEffect.exact
  static let summary = "Knocks against the microphones' body, at times that the label lists."

  let rate: Distribution
  let level: Distribution
  let pitch: Distribution

  init(from fields: FieldReader) {
    rate = fields.read(
      "rate", .distribution(in: 0...600, unit: "1/min"), default: .uniform(min: 4, max: 40),
      "Knocks a minute, on average.")
    level = fields.read(
      "level", .distribution(in: -60...40, unit: "dB"), default: .uniform(min: -12, max: 3),
      "Of their peaks, relative to the recording's.")
    pitch = fields.read(
      "pitch", .distribution(in: 20...1000, unit: "Hz"), default: .uniform(min: 50, max: 180),
      "Around which the body rings.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let perSecond = chance.number(rate, "rate", "1/min") / 60
    let top = Decibels.amplitude(chance.number(level, "level", "dB")) * sound.peak
    let pitch = chance.number(pitch, "pitch", "Hz")
    var stream = chance.stream("knocks")
    let (count, rate) = (sound.count, Double(sound.rate))
    guard perSecond > 0, top > 0 else { return }
    var time = stream.exponential(mean: 1 / perSecond)
    while time * rate < Double(count) {
      let start = Int(time * rate)
      let frequency = pitch * stream.uniform(0.8, 1.25)
      let decay = stream.uniform(0.012, 0.04)
      let strength = top * stream.uniform(0.4, 1)
      let length = min(Int(7 * decay * rate), count - start)
      let knock = (0..<length).map { n in
        let t = Double(n) / rate
        let ring = DeterministicMath.sin(2 * Double.pi * frequency * t)
        return Float(strength * DeterministicMath.exp(-t / decay) * ring)
      }
      sound.change { _, samples in
        for n in knock.indices { samples[start + n] += knock[n] }
      }
      sound.marks.append(start)
      time += stream.exponential(mean: 1 / perSecond)
    }
  }
}
