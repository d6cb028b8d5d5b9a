import RandomStreams
import VectorMath

/// Crickets, each a carrier near 4 to 5 kHz in chirps of three to five pulses; or cicadas, a buzz of clicks
/// that swells.
struct Insects: SoundRecipe {
  static let kind = SoundParameter.choice("insect", ["cricket", "cicada"], "what sings")
  static let number = SoundParameter.count("number", 1...4, "of animals", limits: 1...20)
  static let carrier = SoundParameter.uniform(
    "carrier", 4000...5200, "Hz", "of the first animal", limits: 2500...8000)
  static let pulses = SoundParameter.uniform(
    "pulse_rate", 24...32, "Hz", "pulses of a cricket's wing a second")

  let card = SoundCard(
    "insects", "insects", "虫鸣声", .outdoor, .init("Insect", esc50: "insects"),
    .continuous(.uniform(min: 3, max: 8)),
    level: 50...70, .equivalent, [kind, number, carrier, pulses])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: s.duration))
    let count = performance.waveform.samples.count
    for animal in 0..<s.count(Self.number) {
      let stream = s.chance("animal").child(animal)
      var chance = stream.child("identity")
      let carrier = s[Self.carrier] * (animal == 0 ? 1 : chance.uniform(0.88, 1.12))
      let loud = animal == 0 ? 1 : chance.uniform(0.2, 0.7)
      let own: Waveform
      if s.word(Self.kind) == "cricket" {
        let (song, chirps) = cricket(s, carrier, chance)
        own = song
        if animal == 0 { for chirp in chirps { performance.mark(chirp, "chirp") } }
      } else {
        own = cicada(s.duration, carrier, stream)
      }
      performance.waveform.add(own, gain: loud)
    }
    if s.word(Self.kind) == "cricket" {
      performance.tone("carrier", s[Self.carrier], from: 0, to: s.duration)
    }
    performance.waveform.cut(count)
    return performance
  }

  /// A song and the times of its chirps.
  private func cricket(_ s: SoundScene, _ carrier: Double, _ stream: RandomStream) -> (Waveform, [Double]) {
    var chance = stream
    let count = Waveform.index(s.duration) + 1
    var chirps: [Double] = []
    var gates = [Double](repeating: 0, count: count)
    let period = chance.uniform(0.32, 0.55)
    let pulse = 1 / s[Self.pulses]
    var time = chance.uniform(0, period) * (chance.bool() ? 0 : 1)
    while time < s.duration - 0.05 {
      chirps.append(time)
      for k in 0..<chance.integer(in: 3...5) {
        let length = pulse * 0.62
        let first = Waveform.index(time + Double(k) * pulse)
        let number = Waveform.index(length)
        let loud = k == 0 ? 0.6 : 1
        for i in 0..<max(0, min(number, count - first)) {
          let x = Double(i) / Double(max(1, number))
          gates[first + i] = loud * Sinusoid.sine(0.5 * x) * (1 - 0.3 * x)
        }
      }
      time += period * (1 + 0.04 * chance.normal())
    }
    var wave = HarmonicTone([1, 0.12, 0.05], highest: carrier * 1.01)
      .wave([Double](repeating: carrier, count: count))
    wave.multiply(by: gates)
    return (wave.normalised(), chirps)
  }

  private func cicada(_ seconds: Double, _ carrier: Double, _ stream: RandomStream) -> Waveform {
    let count = Waveform.index(seconds) + 1
    let swell = Noise.drift(seconds, correlation: 1.2, stream.child("swell"))
    // The tymbal buckles rib by rib some 200 times a second.
    let friction = StickSlip(
      rate: { 190 + 25 * swell.value(at: $0) }, jitter: 0.05, roughness: 0.2, slip: 0.00012)
    let (force, _) = friction.force(seconds, stream.child("ribs")) { 1 + 0.3 * swell.value(at: $0) }
    let tymbal = ModalBank([
      Mode(frequency: carrier, decay: 0.006, gain: 1),
      Mode(frequency: carrier * 1.23, decay: 0.005, gain: 0.8),
      Mode(frequency: carrier * 1.58, decay: 0.004, gain: 0.6),
      Mode(frequency: carrier * 2.1, decay: 0.003, gain: 0.35),
    ])
    var out = tymbal.response(to: force)
    out.multiply { max(0.15, 1 + 0.35 * swell.value(at: $0)) }
    out.cut(count)
    return out.normalised()
  }
}
