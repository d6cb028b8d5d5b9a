import LocatedYAML
import RandomStreams
import Signals
import VectorMath

/// A room around everything: the direct sound stays as and where it is, and noise that dies away follows.
struct Reverberation: Degradation {
  static let name = "reverberation"
  static let effect = TimeEffect.exact
  static let summary = "A diffuse tail after the direct sound, which stays where it is."

  let time: Distribution
  let ratio: Distribution
  let delay: Distribution

  init(from fields: FieldReader) {
    time = fields.read(
      "time", .distribution(in: 0.05...10, unit: "s"), default: .uniform(min: 0.2, max: 1.2),
      "In which the tail falls by 60 dB.")
    ratio = fields.read(
      "ratio", .distribution(in: -20...60, unit: "dB"), default: .uniform(min: 0, max: 15),
      "Energy of the direct sound to that of the tail.")
    delay = fields.read(
      "delay", .distribution(in: 0.5...200, unit: "ms"), default: .uniform(min: 2, max: 20),
      "Between the direct sound and the tail.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let time = chance.number(time, "time", "s")
    let ratio = chance.number(ratio, "ratio", "dB")
    let delay = chance.number(delay, "delay", "ms")
    let stream = chance.stream("tail")
    let rate = Double(sound.rate)
    let first = max(1, Int((delay / 1000 * rate).rounded()))
    sound.change { m, samples in
      let tail = Self.tail(seconds: time, ratio: ratio, rate: rate, stream.child(m))
      let kernel = [Float](repeating: 0, count: first) + tail
      let late = PartitionedConvolution.convolve(samples, kernel)
      for n in 0..<min(samples.count, late.count) { samples[n] += late[n] }
    }
  }

  /// Noise that falls by 60 dB in `seconds`, with an energy of −`ratio` dB.
  static func tail(seconds: Double, ratio: Double, rate: Double, _ stream: RandomStream) -> [Float] {
    var stream = stream
    let count = max(1, Int(seconds * rate))
    let fall = DeterministicMath.exp(-6.907755278982137 / (seconds * rate))
    var (envelope, energy) = (1.0, 0.0)
    var tail = [Double](repeating: 0, count: count)
    for n in tail.indices {
      tail[n] = envelope * stream.normal()
      energy += tail[n] * tail[n]
      envelope *= fall
    }
    let gain = energy > 0 ? (Decibels.power(-ratio) / energy).squareRoot() : 0
    return tail.map { Float($0 * gain) }
  }
}
