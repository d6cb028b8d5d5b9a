import RandomStreams
import VectorMath

/// A helicopter: the main rotor's blades slap 10 to 25 times a second, the tail rotor hums five times faster,
/// turbine and gears whine above.
struct Helicopter: SoundRecipe {
  static let blades = SoundParameter.count("blades", 2...5, "of the main rotor", limits: 2...7)
  static let turns = SoundParameter.uniform(
    "rotor_turns", 4.6...6.6, "Hz", "turns of the main rotor a second", limits: 3...9)
  static let slap = SoundParameter.uniform(
    "slap", 0.3...1, "1", "how hard blades meet each other's vortices", limits: 0...1)
  static let tail = SoundParameter.uniform(
    "tail_ratio", 4.6...6, "1", "turns of the tail rotor over the main's")

  let card = SoundCard(
    "helicopter", "helicopter", "直升机", .outdoor, .init("Helicopter", esc50: "helicopter"),
    .continuous(.uniform(min: 4, max: 10)), level: 112...126, .equivalent, [blades, turns, slap, tail])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let blades = Double(s.count(Self.blades))
    let passing = s[Self.turns] * blades
    let wander = Noise.drift(s.duration, correlation: 1.2, s.chance("rotor"))
    let rates = Curve.samples(count) { passing * (1 + 0.002 * wander.value(at: $0)) }
    var pulses = Waveform(count: count)
    var slaps = Waveform(count: count)
    var beat = [Double](repeating: 0, count: count)
    var chance = s.chance("blades")
    let unequal = (0..<s.count(Self.blades)).map { _ in chance.uniform(0.85, 1) }
    var performance = Performance(Waveform(count: 0))
    var phase = 1.0
    var blade = 0
    for i in 0..<count {
      if phase >= 1 {
        phase -= 1
        let time = Double(i) / Waveform.rate
        let loud = unequal.isEmpty ? 1 : unequal[blade % unequal.count]
        pulses.addBlow(at: time, duration: 0.24 / passing, impulse: loud)
        pulses.addBlow(at: time + 0.24 / passing, duration: 0.3 / passing, impulse: -loud)
        slaps.addBlow(at: time + 0.02 / passing, duration: 0.0022, impulse: loud * chance.uniform(0.6, 1))
        slaps.addBlow(at: time + 0.02 / passing + 0.0022, duration: 0.003, impulse: -0.8 * loud)
        performance.mark(time, "blade")
        blade += 1
      }
      beat[i] = phase
      phase += rates[i] / Waveform.rate
    }
    var out = pulses.normalised()
    out.add(slaps.lowPassed(900).normalised(), gain: 0.9 * s[Self.slap])
    var wash = Noise.white(count, s.chance("wash")).peaks([(260, 0.6, 1), (850, 0.6, 0.7), (2400, 0.7, 0.35)])
      .normalised()
    for i in 0..<count {
      let x = beat[i]
      wash.samples[i] *= 0.35 + 1.3 * (1 - x) * (1 - x)
    }
    out.add(normalised: wash, gain: 0.6)
    let ratio = s[Self.tail]
    let tail = rates.map { $0 / blades * ratio * 2 }
    let hum = HarmonicTone([1, 0.7, 0.5, 0.35, 0.25, 0.2, 0.12, 0.1], highest: 120, crest: 0.21).wave(tail)
    out.add(normalised: hum, gain: 0.35)
    let turbine = Sinusoid.wave(rates.map { $0 / passing * 3900 })
    out.add(turbine, gain: 0.06)
    let gears = Sinusoid.wave(rates.map { $0 / passing * 1710 })
    out.add(gears, gain: 0.05)
    out.cut(count)
    performance.waveform = out
    performance.tone("blade_passing", passing, from: 0.1, to: s.duration - 0.1)
    return performance
  }
}
