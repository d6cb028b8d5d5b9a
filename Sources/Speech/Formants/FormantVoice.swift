import RandomStreams
import VectorMath

/// Makes sound of a plan: larynx and breath through a cascade of formants, noise of the mouth beside it (Klatt 1980).
struct FormantVoice {
  let rate: Double
  let speaker: Speaker
  let style: SpeakingStyle
  let stream: RandomStream

  /// Formants above the third of a tract of 17.5 cm, hertz, with their bandwidths.
  private static let upper: [(frequency: Double, bandwidth: Double)] = [
    (3450, 250), (4500, 320), (5500, 420), (6500, 550), (7500, 700),
  ]
  /// Samples between two tunings of the filters.
  private static let step = 8
  /// What a vowel comes to, root mean square, so that noise can be given relative to it.
  private static let vowelLevel = 0.3

  /// As many samples as the plan is long, in no particular unit.
  func render(_ plan: VocalPlan) -> [Float] {
    let length = plan.length
    var articulation = Articulation(plan, rate: rate)
    var voiceLine = Polyline(articulation.voice)
    var breathLine = Polyline(articulation.breath)
    var pitchLine = Polyline(plan.pitch.map { (Double($0.sample), $0.semitones) }, isSmooth: true)
    var larynx = LarynxSource(
      rate: rate, openQuotient: speaker.openQuotient, jitter: speaker.jitter, shimmer: speaker.shimmer,
      tilt: speaker.tilt + style.tilt, stream: stream.child("larynx"))
    var air = stream.child("breath")
    var cascade = [FormantResonator](repeating: FormantResonator(), count: 3)
    var fixed: [FormantResonator] = Self.upper.compactMap { formant in
      let frequency = formant.frequency * speaker.formantScale
      guard frequency < 0.48 * rate else { return nil }
      var resonator = FormantResonator()
      resonator.tune(frequency: frequency, bandwidth: formant.bandwidth, rate: rate)
      return resonator
    }
    var nasalPole = FormantResonator()
    var nasalZero = FormantResonator()
    let breathiness = DeterministicMath.pow(10, speaker.breathiness / 20)
    let mean = speaker.pitch * style.pitchFactor
    var out = [Double](repeating: 0, count: length)
    var openness = [Bool](repeating: true, count: length)
    var pitch = mean
    for n in 0..<length {
      if n % Self.step == 0 {
        let state = articulation.state(at: n)
        for i in 0..<3 {
          var frequency = state.formants[i] * speaker.formantScale
          if i == 0 { frequency *= style.firstFormantFactor }
          cascade[i].tune(frequency: min(frequency, 0.45 * rate), bandwidth: state.bandwidths[i], rate: rate)
        }
        nasalPole.tune(frequency: 270, bandwidth: 100, rate: rate)
        nasalZero.tune(frequency: 270 + 230 * state.nasality, bandwidth: 100, rate: rate)
        let semitones = pitchLine.value(at: Double(n))
        pitch = mean * DeterministicMath.pow(2, semitones / 12)
      }
      let voicing = voiceLine.value(at: Double(n))
      let breath = breathLine.value(at: Double(n))
      let (pulse, isOpen) = larynx.next(pitch: pitch, at: n)
      openness[n] = isOpen
      let noise = air.uniform() * 2 - 1
      var source: Double
      if style.isVoiced {
        // Breath blows with the open glottis while there is voice.
        let gate = isOpen ? 1 : 0.4
        source = voicing * (pulse + 0.2 * breathiness * noise * gate) + 0.55 * breath * noise
      } else {
        source = 0.16 * (voicing * 0.55 + breath * 1.6) * noise
      }
      for i in 0..<3 { source = cascade[i].resonate(source) }
      for i in fixed.indices { source = fixed[i].resonate(source) }
      source = nasalZero.cancel(nasalPole.resonate(source))
      out[n] = source
    }
    for (index, noise) in articulation.noises.enumerated() {
      add(
        noise.colour, noise.level, noise.range, isVoiced: noise.isVoiced && style.isVoiced, openness,
        stream: stream.child("mouth").child(index), to: &out)
    }
    return out.map { Float($0) }
  }

  /// Noise of one sound, with ramps of a few milliseconds across its edges.
  private func add(
    _ colour: NoiseColour, _ level: Double, _ range: Range<Int>, isVoiced: Bool, _ openness: [Bool],
    stream: RandomStream, to out: inout [Double]
  ) {
    var stream = stream
    let scale = 0.5 + 0.5 * speaker.formantScale
    var filters: [(resonator: FormantResonator, gain: Double)] = []
    for resonance in colour.resonances where resonance.frequency * scale < 0.48 * rate {
      var resonator = FormantResonator()
      resonator.tune(frequency: resonance.frequency * scale, bandwidth: resonance.bandwidth, rate: rate)
      filters.append((resonator, resonance.gain / Self.power(of: resonator)))
    }
    // Short sounds have sharp edges, long ones soft.
    let ramp = range.count < Int(0.02 * rate) ? 0.0015 * rate : min(0.02 * rate, Double(range.count) * 0.35)
    let warmUp = Int(0.006 * rate)
    let total =
      (filters.reduce(0) { $0 + $1.gain * $1.gain * 0 }
      + colour.resonances.reduce(0) { $0 + $1.gain * $1.gain }
      + colour.white * colour.white).squareRoot()
    let gain = Self.vowelLevel * level / max(total, 1e-6) * 3.0.squareRoot()
    let reach = Int(ramp / 2)
    for n in (range.lowerBound - reach - warmUp)..<(range.upperBound + reach) {
      let white = stream.uniform() * 2 - 1
      var value = colour.white * white
      for i in filters.indices { value += filters[i].gain * filters[i].resonator.resonate(white) }
      guard out.indices.contains(n) else { continue }
      let x = Double(n)
      let rise = (x - (Double(range.lowerBound) - ramp / 2)) / ramp
      let fall = ((Double(range.upperBound) + ramp / 2) - x) / ramp
      let envelope = min(1, max(0, min(rise, fall)))
      let gate = isVoiced && !openness[n] ? 0.4 : 1
      out[n] += gain * envelope * gate * value
    }
  }

  /// The root mean square that white noise of unit power leaves a resonator with.
  private static func power(of resonator: FormantResonator) -> Double {
    var resonator = resonator
    var sum = 0.0
    for n in 0..<600 {
      let y = resonator.resonate(n == 0 ? 1 : 0)
      sum += y * y
    }
    return max(sum.squareRoot(), 1e-9)
  }
}
