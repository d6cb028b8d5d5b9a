package import RandomStreams
import Signals
import VectorMath

/// A closed car around microphones: what its body lets in, and the short reverberation of its cabin.
package struct CarBody: Sendable, Hashable {
  /// Seconds to −60 dB, in all bands.
  package var reverberation: Double
  /// Energy of what is reflected inside to what comes straight: seats are near, but panes and doors all radiate.
  package var reflected: Double

  package init(reverberation: Double = 0.06, reflected: Double = 3) {
    self.reverberation = reverberation
    self.reflected = reflected
  }

  /// dB that the body takes at a frequency in hertz: 15 at 125 Hz, 5 more an octave, 45 at most, where seals leak.
  package static func loss(at frequency: Double) -> Double {
    let octaves = DeterministicMath.log(max(frequency, 1) / 125) / 0.6931471805599453
    return min(max(15 + 5 * octaves, 0), 45)
  }

  /// Pressure that gets in, by octave band.
  package static let transmission = BandValues(
    bands: OctaveBands.standardCentres.map { Decibels.amplitude(-loss(at: $0)) })

  /// What microphones inside hear of an impulse that has come through: it, and a diffuse field that decays, of energy 1
  /// together, so that levels inside are those outside less the body's loss.
  ///
  /// - Parameter stream: of this car: it answers to all sounds alike.
  package func responses(
    _ microphones: [Microphone], rate: Double, soundSpeed: Double, stream: RandomStream
  ) -> [[Float]] {
    let count = max(2, Int(1.2 * reverberation * rate))
    let field = DiffuseField(microphones, rate: rate, soundSpeed: soundSpeed).noise(count, stream)
    let straight = 1 / (1 + reflected)
    // −60 dB: e to the power of −3 ln 10 for amplitudes.
    let decay = 6.907755278982137 / (max(reverberation, 1e-4) * rate)
    return field.map { noise in
      // The first reflection has half a metre more to go.
      let first = min(count - 1, Int(0.5 / soundSpeed * rate))
      var out = (0..<count).map { n in
        n < first ? 0 : noise[n] * Float(DeterministicMath.exp(-decay * Double(n)))
      }
      let energy = out.reduce(0.0) { $0 + Double($1) * Double($1) }
      let gain = energy > 0 ? ((1 - straight) / energy).squareRoot() : 0
      for n in out.indices { out[n] *= Float(gain) }
      out[0] += Float(straight.squareRoot())
      return out
    }
  }
}

extension MicrophoneArray {
  /// Whether it hangs in a closed car: outdoors it hears through the body.
  package var isInCar: Bool { name == MicrophoneArray.cabin.name }
}
