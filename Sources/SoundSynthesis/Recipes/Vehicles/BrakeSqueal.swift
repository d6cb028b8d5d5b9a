import RandomStreams
import VectorMath

/// A disc brake that squeals: one mode of 1 to 6 kHz grows until friction limits it, swells once a turn of
/// the wheel, and sinks as the wheel stops.
struct BrakeSqueal: SoundRecipe {
  static let pitch = SoundParameter.uniform(
    "squeal_frequency", 1500...5200, "Hz", "mode of the disc", limits: 1000...6000)
  static let growth = SoundParameter.uniform("growth", 0.03...0.15, "s", "time constant of its onset")
  static let length = SoundParameter.uniform(
    "length", 0.7...2.5, "s", "until the wheel stops", limits: 0.3...10)
  static let speed = SoundParameter.uniform(
    "wheel_rate", 1.5...4, "Hz", "turns of the wheel a second at first")

  let card = SoundCard(
    "brake_squeal", "brake squeal", "刹车尖叫声", .outdoor, .init("Squeak"), .event, level: 82...98, .fastMaximum,
    [pitch, growth, length, speed])

  func perform(_ s: SoundScene) -> Performance {
    let length = s[Self.length]
    let count = Waveform.index(length + 0.05) + 1
    let pitch = s[Self.pitch]
    let wander = Noise.drift(length + 0.1, correlation: 0.08, s.chance("pad"))
    func wheel(_ time: Double) -> Double {
      let x = min(1, time / length); return s[Self.speed] * time * (1 - 0.5 * x)
    }
    // Friction heats the disc: the mode sinks by a per cent.
    let frequencies = Curve.samples(count) {
      pitch * (1 - 0.008 * $0 / length + 0.0012 * wander.value(at: $0))
    }
    let tone = HarmonicTone([1, 0.28, 0.2, 0.08, 0.05], highest: pitch * 1.02).wave(frequencies)
    var out = tone
    let second = Sinusoid.wave(frequencies.map { $0 * 1.43 })
    out.add(second, gain: 0.12)
    out.multiply { time in
      let onset = 1 - DeterministicMath.exp(-time / s[Self.growth])
      let left = max(0, 1 - time / length)
      let swell = 1 + 0.35 * Sinusoid.sine(wheel(time)) + 0.12 * wander.value(at: time)
      return onset * onset * min(1, left * 5) * max(0.15, swell)
    }
    var rub = Noise.white(count, s.chance("rub")).peaks([(pitch, 2, 0.7), (1200, 0.6, 1), (400, 0.8, 0.7)])
      .normalised()
    rub.multiply { max(0, 1 - $0 / length) * min(1, $0 / 0.05) }
    out.add(rub, gain: 0.05)
    var performance = Performance(out)
    performance.mark(0, "brake")
    performance.mark(length, "stop")
    performance.tone("squeal", pitch * 0.996, from: 3 * s[Self.growth], to: length * 0.9)
    return performance
  }
}
