import LocatedYAML
import RandomStreams
import Signals
import VectorMath

/// Noise of a microphone or a room, at a ratio that is said by name: what a definition means differs by many dB.
struct AddedNoise: Degradation {
  static let name = "noise"
  static let effect = TimeEffect.exact
  static let summary = "Steady noise at a ratio to what sounds, another on every microphone."

  /// Amplitude by the power of frequency.
  private static let slopes: [(colour: String, power: Double)] = [
    ("white", 0), ("pink", -0.5), ("brown", -1),
  ]

  let ratio: Distribution
  let definition: TextDistribution
  let colour: TextDistribution

  init(from fields: FieldReader) {
    ratio = fields.read(
      "ratio", .distribution(in: -60...100, unit: "dB"), default: .uniform(min: 0, max: 25),
      "Of what came before to this noise, at the first microphone.")
    definition = fields.read(
      "definition", .textDistribution(among: SignalToNoise.allCases.map(\.rawValue)), default: "rms_active",
      "What the ratio means.")
    colour = fields.read(
      "colour", .textDistribution(among: Self.slopes.map(\.colour)), default: .choice(["white", "pink"]),
      "Its spectrum: falling by 0, 3 or 6 dB an octave above 20 Hz.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let decibels = chance.number(ratio, "ratio", "dB")
    let definition = SignalToNoise(rawValue: chance.word(definition, "definition")) ?? .rmsActive
    let word = chance.word(colour, "colour")
    let slope = Self.slopes.first { $0.colour == word }?.power ?? 0
    let stream = chance.stream("samples")
    let (count, rate) = (sound.count, Double(sound.rate))
    let noises = sound.channels.indices.map { m in
      ShapedNoise.samples(
        count, rate: rate, stream.child(m),
        gain: slope == 0 ? nil : { DeterministicMath.pow(max($0, 20) / 1000, slope) })
    }
    sound.add(noises, ratio: decibels, definition, &chance)
  }
}
