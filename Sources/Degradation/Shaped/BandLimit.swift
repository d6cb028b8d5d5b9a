import LocatedYAML
import RandomStreams
import Signals
import VectorMath

/// What a line or a small loudspeaker lets through: 300 to 3400 Hz for telephones, 50 to 7000 Hz for wide band.
///
/// The filter has no phase, so nothing is late; it rings a little before sharp onsets as well as after.
struct BandLimit: Degradation {
  static let name = "band"
  static let effect = TimeEffect.exact
  static let summary = "Only a band of frequencies, by a filter without delay."

  let low: Distribution
  let high: Distribution

  init(from fields: FieldReader) {
    low = fields.read(
      "low", .distribution(in: 0...20_000, unit: "Hz"), default: 300, "Half of the amplitude is left here.")
    high = fields.read(
      "high", .distribution(in: 50...48_000, unit: "Hz"), default: 3400, "And here.")
  }

  func apply(to sound: inout DegradedSound, _ chance: inout StepChance) throws {
    let low = chance.number(low, "low", "Hz")
    let high = max(chance.number(high, "high", "Hz"), low)
    let rate = Double(sound.rate)
    let fft = RealFFT(count: sound.count + Int(0.1 * rate))
    sound.change { _, samples in
      var spectrum = fft.forward(samples)
      spectrum.scale(rate: rate) { Self.gain($0, low, high) }
      samples = Array(fft.inverse(spectrum).prefix(samples.count))
    }
  }

  /// Raised cosines over a third of an octave around both ends.
  static func gain(_ frequency: Double, _ low: Double, _ high: Double) -> Double {
    let rise = low > 0 ? flank(frequency / low) : 1
    return rise * (1 - flank(frequency / high))
  }

  /// From 0 to 1 as the ratio goes from 2^(−1/6) to 2^(1/6).
  private static func flank(_ ratio: Double) -> Double {
    guard ratio > 0 else { return 0 }
    let octaves = DeterministicMath.log(ratio) / 0.6931471805599453
    if octaves.magnitude >= 1 / 6.0 { return octaves > 0 ? 1 : 0 }
    return 0.5 + 0.5 * DeterministicMath.sin(3 * Double.pi * octaves)
  }
}
