import RandomStreams
import VectorMath

/// A circular saw: teeth pass at some kilohertz, the motor sings below; cutting wood, it slows, roars and
/// rings.
struct CircularSaw: SoundRecipe {
  static let turns = SoundParameter.uniform(
    "turns", 60...85, "Hz", "turns of the blade a second", limits: 20...120)
  static let teeth = SoundParameter.count("teeth", 20...36, "of the blade", limits: 8...80)
  static let droop = SoundParameter.uniform(
    "droop", 0.06...0.18, "1", "speed lost while cutting", limits: 0...0.5)

  let card = SoundCard(
    "circular_saw", "circular saw", "圆锯", .outdoor, .init("Power tool"),
    .continuous(.uniform(min: 3.5, max: 8)), level: 92...106, .equivalent, [turns, teeth, droop])

  func perform(_ s: SoundScene) -> Performance {
    let duration = s.duration
    let count = Waveform.index(duration) + 1
    let (start, end) = (duration * 0.3, duration * 0.8)
    let wood = Noise.drift(duration, correlation: 0.15, s.chance("wood"))
    func cutting(_ time: Double) -> Double {
      guard time > start, time < end else { return 0 }
      return min(1, (time - start) / 0.15) * min(1, (end - time) / 0.1)
    }
    let (full, droop) = (s[Self.turns], s[Self.droop])
    func rate(_ time: Double) -> Double {
      let up = 1 - DeterministicMath.exp(-time / 0.22)
      let load = cutting(time) * droop * (1 + 0.25 * wood.value(at: time))
      return full * max(0.03, up * (1 - load))
    }
    let turns = Curve.samples(count, rate)
    let teeth = Double(s.count(Self.teeth))
    let whistle = HarmonicTone([1, 0.35, 0.2, 0.1], highest: s[Self.turns] * teeth).wave(
      turns.map { $0 * teeth })
    let motor = HarmonicTone(
      (1...16).map { h -> Double in (h % 3 == 0 ? 1 : 0.3) / (1 + 0.15 * Double(h)) },
      highest: s[Self.turns] * 5, crest: 0.13
    )
    .wave(turns.map { $0 * 4.3 })
    var out = motor.normalised()
    out.add(normalised: whistle, gain: 0.55)
    let air = Noise.white(count, s.chance("air")).bandPassed(2500, q: 0.5).normalised()
    out.add(air, gain: 0.35)
    var quiet = out
    quiet.multiply { time in
      let x = rate(time) / s[Self.turns]; return x * x * 0.5
    }
    // Each tooth tears a chip: noise in bursts, through the ringing blade.
    var chips = Noise.white(count, s.chance("chips"))
    let phases = Sinusoid.phases(turns.map { $0 * teeth })
    for i in 0..<count { chips.samples[i] *= 1 + Sinusoid.sine(phases[i]) }
    var cut = chips.peaks([(1400, 1, 0.8), (2600, 3, 1), (4300, 4, 0.9), (6900, 3, 0.5)]).normalised()
    cut.add(normalised: whistle, gain: 0.9)
    cut.multiply { cutting($0) * max(0.3, 1 + 0.25 * wood.value(at: $0)) }
    quiet.add(cut)
    var performance = Performance(quiet)
    performance.mark(0, "on")
    performance.mark(start, "cut_start")
    performance.mark(end, "cut_end")
    performance.tone(
      "teeth", s[Self.turns] * teeth * (1 - DeterministicMath.exp(-start * 0.85 / 0.22)), from: start * 0.75,
      to: start - 0.02)
    return performance
  }
}
