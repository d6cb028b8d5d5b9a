import RandomStreams

/// A fan: noise of air that pulses as blades pass, the blades' tone, and the motor's mains hum.
struct Fan: SoundRecipe {
  static let blades = SoundParameter.count("blades", 3...5, "number of blades", limits: 2...9)
  static let turns = SoundParameter.uniform("turns", 12...24, "Hz", "turns a second", limits: 3...60)
  static let mains = SoundParameter(
    name: "mains", summary: "frequency of the mains",
    domain: .number(.choice([50, 60]), limits: 50...60, unit: "Hz"))
  static let wobble = SoundParameter.uniform("wobble", 0...0.25, "1", "blades unlike one another")

  let card = SoundCard(
    "fan", "electric fan", "风扇", .indoor, .init("Mechanical fan"), .continuous(.uniform(min: 3, max: 10)),
    level: 42...58,
    .equivalent, [blades, turns, mains, wobble])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let (turns, blades) = (s[Self.turns], Double(s.count(Self.blades)))
    let drift = Noise.drift(s.duration, correlation: 1, s.chance("speed"))
    let rates = Curve.samples(count) { turns * (1 + 0.002 * drift.value(at: $0)) }
    let phases = Sinusoid.phases(rates)
    var air = Noise.white(count, s.chance("air")).peaks([(240, 0.6, 1), (800, 0.6, 0.7), (2400, 0.7, 0.3)])
      .softened(4000)
    let wobble = s[Self.wobble]
    for i in 0..<count {
      let blade = Sinusoid.sine(phases[i] * blades)
      let turn = Sinusoid.sine(phases[i] + 0.3)
      air.samples[i] *= 1 + 0.28 * blade + wobble * turn
    }
    var out = air.normalised()
    let tone = HarmonicTone([1, 0.5, 0.25, 0.12], highest: turns * blades * 1.1).wave(
      rates.map { $0 * blades })
    out.add(normalised: tone, gain: 0.22)
    let hum = HarmonicTone([0.2, 1, 0, 0.45, 0, 0.2, 0, 0.1], highest: 60)
      .wave([Double](repeating: s[Self.mains], count: count))
    out.add(normalised: hum, gain: 0.16)
    var performance = Performance(out)
    performance.tone("blades", turns * blades, from: 0.1, to: s.duration - 0.1)
    return performance
  }
}
