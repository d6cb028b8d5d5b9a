import LocatedYAML
import RandomStreams
import Signals
import VectorMath

/// A room around everything: the direct sound stays as and where it is, and noise that dies away follows, from all directions
/// alike, so that microphones hear of it together what they would in a diffuse field.
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
    // What fills the room is pressure, whatever a microphone's direction.
    let heard = sound.channels[sound.reference]
    let tails = Self.tails(seconds: time, ratio: ratio, rate: rate, sound, stream)
    sound.change { m, samples in
      let kernel = [Float](repeating: 0, count: first) + tails[m]
      let late = PartitionedConvolution.convolve(heard, kernel)
      for n in 0..<min(samples.count, late.count) { samples[n] += late[n] }
    }
  }

  /// By microphone: noise that falls by 60 dB in `seconds`, with an energy of −`ratio` dB where all directions count alike.
  private static func tails(
    seconds: Double, ratio: Double, rate: Double, _ sound: DegradedSound, _ stream: RandomStream
  ) -> [[Float]] {
    let count = max(1, Int(seconds * rate))
    let fall = DeterministicMath.exp(-6.907755278982137 / (seconds * rate))
    var (envelope, energy) = (1.0, 0.0)
    var tails = sound.diffuseNoise(count, stream)
    for n in 0..<count {
      for m in tails.indices { tails[m][n] *= Float(envelope) }
      let x = Double(tails[sound.reference][n])
      energy += x * x
      envelope *= fall
    }
    let gain = energy > 0 ? (Decibels.power(-ratio) / energy).squareRoot() : 0
    return tails.map { Levels.scaled($0, by: gain) }
  }
}
