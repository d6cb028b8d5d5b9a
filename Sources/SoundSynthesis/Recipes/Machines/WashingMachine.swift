import RandomStreams
import VectorMath

/// A washing machine: tumbling, laundry falls and water sloshes with each turn of the drum; spinning, drum
/// and motor hum and shake.
struct WashingMachine: SoundRecipe {
  static let programme = SoundParameter.choice("programme", ["wash", "spin"], "what it does")
  static let tumble = SoundParameter.uniform(
    "tumble_rate", 0.7...0.95, "Hz", "turns of the drum a second while washing")
  static let spin = SoundParameter.uniform(
    "spin_rate", 12...22, "Hz", "turns of the drum a second while spinning")
  static let imbalance = SoundParameter.uniform("imbalance", 0.1...0.6, "1", "of the laundry")

  let card = SoundCard(
    "washing_machine", "washing machine", "洗衣机", .indoor, .init(esc50: "washing_machine"),
    .continuous(.uniform(min: 4, max: 10)), level: 55...72, .equivalent, [programme, tumble, spin, imbalance])

  func perform(_ s: SoundScene) -> Performance { s.word(Self.programme) == "wash" ? wash(s) : spinning(s) }

  private func wash(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let rate = s[Self.tumble]
    var performance = Performance(Waveform(count: count))
    var chance = s.chance("laundry")
    var force = Waveform(count: count)
    var splash: [Double] = []
    var time = 0.0
    while time < s.duration {
      // Paddles lift three times a turn; what they lift falls.
      force.addBlow(
        at: time + 0.03, duration: 0.014 * chance.uniform(0.7, 1.5), impulse: chance.uniform(0.4, 1))
      performance.mark(time + 0.03, "fall")
      for _ in 0..<chance.integer(in: 10...25) { splash.append(time + 0.03 + chance.exponential(mean: 0.08)) }
      time += 1 / (3 * rate) * chance.uniform(0.9, 1.1)
    }
    let drum = ModalBank(fundamental: 62, ratios: [1, 1.7, 2.6, 4.1, 6.3], decay: 0.16, damping: 0.4)
      .varied(0.06, 0.3, s.chance("drum"))
    performance.waveform.add(drum.response(to: force).normalised())
    let water = Bubbles(smallest: 0.0012, largest: 0.006, rise: 0.1).stream(
      splash.filter { $0 < s.duration }, seconds: s.duration, s.chance("water"))
    performance.waveform.add(normalised: water, gain: 0.45)
    let swish = Noise.white(count, s.chance("swish")).bandPassed(1100, q: 0.6)
    var moving = swish
    moving.multiply { 0.4 + 0.6 * max(0, Sinusoid.sine($0 * rate * 3 + 0.1)) }
    performance.waveform.add(normalised: moving, gain: 0.4)
    let motor = HarmonicTone([1, 0.6, 0.5, 0.3, 0.25, 0.15], highest: 100)
      .wave(Curve.samples(count) { 96 + 3 * Sinusoid.sine($0 * rate) })
    performance.waveform.add(normalised: motor, gain: 0.3)
    performance.waveform.cut(count)
    return performance
  }

  private func spinning(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let rate = s[Self.spin]
    let imbalance = s[Self.imbalance]
    let drift = Noise.drift(s.duration, correlation: 0.8, s.chance("load"))
    let turns = Curve.samples(count) { rate * (1 + 0.002 * drift.value(at: $0)) }
    // Drum and suspension, and a belt drive ten times as fast with slots that whine.
    let shake = HarmonicTone([0.6, 1, 0.7, 0.5, 0.35, 0.25, 0.2, 0.12], highest: rate * 1.1, crest: 0.2).wave(
      turns)
    let motor = HarmonicTone(
      [0.7, 0.5, 1, 0.25, 0.3, 0.7, 0.15, 0.1, 0.2, 0.1, 0.1, 0.45], highest: rate * 12
    )
    .wave(turns.map { $0 * 10.4 })
    var air = Noise.white(count, s.chance("air")).peaks([(260, 0.8, 1), (900, 0.6, 0.6), (2600, 0.7, 0.25)])
    let phases = Sinusoid.phases(turns)
    for i in 0..<count { air.samples[i] *= 1 + 0.5 * imbalance * Sinusoid.sine(phases[i]) }
    var out = air.normalised()
    out.add(normalised: shake, gain: 0.3 + imbalance)
    out.add(normalised: motor, gain: 0.65)
    var performance = Performance(out)
    performance.tone("motor", rate * 10.4, from: 0.1, to: s.duration - 0.1)
    return performance
  }
}
