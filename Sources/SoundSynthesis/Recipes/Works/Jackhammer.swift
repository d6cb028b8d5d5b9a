import RandomStreams
import VectorMath

/// A pneumatic hammer: 20 to 30 blows a second on a steel bit, the ground's thump, and a puff of air for
/// each.
struct Jackhammer: SoundRecipe {
  static let rate = SoundParameter.uniform("blow_rate", 20...30, "Hz", "blows a second", limits: 10...50)
  static let bit = SoundParameter.uniform("bit_frequency", 1500...2600, "Hz", "lowest mode of the bit")
  static let ground = SoundParameter.uniform(
    "ground_hardness", 0.3...1, "1", "0 soil, 1 concrete", limits: 0...1)

  let card = SoundCard(
    "jackhammer", "jackhammer", "风镐", .outdoor, .init("Jackhammer", urban: "jackhammer"),
    .continuous(.uniform(min: 2, max: 6)), level: 100...112, .equivalent, [rate, bit, ground])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    var chance = s.chance("blows")
    var force = Waveform(count: count)
    var soft = Waveform(count: count)
    var puffs = [Double](repeating: 0, count: count)
    var performance = Performance(Waveform(count: count))
    let wander = Noise.drift(s.duration, correlation: 0.4, s.chance("pressure"))
    var time = 0.0
    while time < s.duration - 0.02 {
      let loud = chance.uniform(0.65, 1)
      force.addBlow(at: time, duration: 0.00028, impulse: loud)
      soft.addBlow(at: time, duration: 0.0035 - 0.0022 * s[Self.ground], impulse: loud)
      performance.mark(time, "blow")
      let exhaust = Waveform.index(time + 0.3 / s[Self.rate])
      for i in exhaust..<min(count, exhaust + 1000) {
        puffs[i] += DeterministicMath.exp(-Double(i - exhaust) / 330) * min(1, Double(i - exhaust) / 60)
      }
      time += 1 / (s[Self.rate] * (1 + 0.02 * wander.value(at: time)))
    }
    let bit = ModalBank(
      fundamental: s[Self.bit], ratios: [1, 1.41, 1.93, 2.76, 3.5, 4.6], decay: 0.09, damping: 0.5,
      gains: [1, 0.8, 0.9, 0.8, 0.5, 0.4]
    ).varied(0.04, 0.3, s.chance("bit"))
    let ground = ModalBank(fundamental: 58, ratios: [1, 1.8, 3.1, 5.2, 8.4, 13], decay: 0.05, damping: 0.35)
      .varied(0.06, 0.3, s.chance("ground"))
    performance.waveform.add(bit.response(to: force).normalised(), gain: 0.8)
    performance.waveform.add(ground.response(to: soft).normalised(), gain: 0.9)
    var air = Noise.white(count, s.chance("air")).peaks([(650, 0.6, 1), (2300, 0.6, 0.8)])
    air.multiply(by: puffs)
    performance.waveform.add(normalised: air, gain: 0.75)
    performance.waveform.cut(count)
    return performance
  }
}
