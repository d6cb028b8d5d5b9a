import RandomStreams
import VectorMath

/// A throat: a glottal source through formants, for animals and people that do not speak words.
///
/// The source is the derivative of a pulse of flow t²(1 − t) over the open phase (Klatt and Klatt, 1990),
/// softened by a first-order tilt, with jitter, shimmer, subharmonic roughness and breath noise that pulses
/// with the flow.
struct Voice: Sendable {
  /// Hz over time.
  var pitch: Curve
  /// Amplitude of the voicing, 0 to 1.
  var voicing: Curve
  /// Amplitude of breath, relative to voicing.
  var breath: Curve
  var formants: [Formant]
  var openQuotient = 0.6
  /// Hz above which the source falls faster.
  var tilt = 3000.0
  /// Relative deviation of periods and amplitudes.
  var jitter = 0.01
  /// 0 to 1: every other pulse is weaker by this share.
  var roughness = 0.0

  struct Formant: Sendable {
    /// Hz over time.
    var frequency: Curve
    /// Hz.
    var bandwidth: Double
    var gain: Double

    init(_ frequency: Double, _ bandwidth: Double, _ gain: Double = 1) {
      self.init(Curve(constant: frequency), bandwidth, gain)
    }

    init(_ frequency: Curve, _ bandwidth: Double, _ gain: Double = 1) {
      self.frequency = frequency
      self.bandwidth = bandwidth
      self.gain = gain
    }
  }

  func sound(_ seconds: Double, _ stream: RandomStream) -> Waveform {
    let source = source(seconds, stream)
    let bands = formants.map { formant in
      let middle = formant.frequency.value(at: seconds / 2)
      return FilterBank.Band(q: max(0.5, middle / formant.bandwidth), gain: formant.gain) {
        formant.frequency.value(at: $0)
      }
    }
    return FilterBank(bands).response(to: source)
  }

  private func source(_ seconds: Double, _ stream: RandomStream) -> Waveform {
    let count = Waveform.index(seconds) + 1
    let pitches = pitch.samples(count)
    let levels = voicing.samples(count)
    let breaths = breath.samples(count)
    let noise = Noise.white(count, stream.child("breath"))
    var chance = stream.child("pulses")
    var out = Waveform(count: count)
    var phase = 1.0
    var stretch = 1.0
    var strength = 1.0
    var odd = false
    for i in 0..<count {
      if phase >= 1 {
        phase -= phase.rounded(.down)
        stretch = 1 + jitter * chance.normal()
        strength = 1 + 2 * jitter * chance.normal()
        odd.toggle()
        if odd { strength *= 1 - roughness }
      }
      var flow = 0.0
      var value = 0.0
      if phase < openQuotient {
        let t = phase / openQuotient
        flow = t * t * (1 - t) * 6.75
        value = (2 * t - 3 * t * t) * strength
      }
      out.samples[i] = levels[i] * value + breaths[i] * noise.samples[i] * (0.35 + 0.65 * flow) * 0.5
      phase += pitches[i] / Waveform.rate / max(0.3, stretch)
    }
    return out.softened(tilt)
  }
}
