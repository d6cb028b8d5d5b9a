import RandomStreams
import VectorMath

/// A vacuum cleaner: a universal motor's harmonics of 200 to 400 Hz, the fan's blades, and air; it runs up
/// and down.
struct VacuumCleaner: SoundRecipe {
  static let motor = SoundParameter.uniform("motor_frequency", 230...400, "Hz", "turns of the motor a second")
  static let blades = SoundParameter.count("blades", 7...11, "of the fan")
  static let power = SoundParameter.uniform("airflow", 0.6...1.6, "1", "air's noise relative to the motor's")

  let card = SoundCard(
    "vacuum_cleaner", "vacuum cleaner", "吸尘器", .indoor,
    .init("Vacuum cleaner", esc50: "vacuum_cleaner", dcase: "Vacuum_cleaner"),
    .continuous(.uniform(min: 4, max: 10)),
    level: 66...78, .equivalent, [motor, blades, power])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let motor = s[Self.motor]
    let run = min(0.7, s.duration * 0.2)
    let stop = min(1.1, s.duration * 0.25)
    let load = Noise.drift(s.duration, correlation: 0.5, s.chance("floor"))
    func turns(_ time: Double) -> Double {
      let up = 1 - DeterministicMath.exp(-3.5 * time / run)
      let left = s.duration - time
      let down = left < stop ? DeterministicMath.pow(max(0, left / stop), 0.7) : 1
      return max(0.02, up * down) * (1 + 0.006 * load.value(at: time))
    }
    let frequencies = Curve.samples(count) { motor * turns($0) }
    let blades = s.count(Self.blades)
    var amplitudes = (1...30).map { h -> Double in 0.5 / (1 + 0.5 * Double(h)) }
    for multiple in 1...2 where multiple * blades <= amplitudes.count {
      amplitudes[multiple * blades - 1] += 0.7 / Double(multiple)
    }
    amplitudes[1] += 0.35
    var out = HarmonicTone(amplitudes, highest: motor * 1.03, crest: 0.11).wave(frequencies).normalised()
    let air = Noise.white(count, s.chance("air")).peaks([(380, 0.8, 1), (1500, 0.7, 0.75), (4800, 0.7, 0.45)])
      .normalised()
    var flow = air
    flow.multiply {
      let x = turns($0); return x * x
    }
    out.add(flow, gain: 1.1 * s[Self.power])
    out.multiply {
      let x = turns($0); return min(1, x * x * 1.1)
    }
    var performance = Performance(out)
    performance.mark(0, "on")
    performance.mark(s.duration - stop, "off")
    if s.duration - stop - run * 2 > 0.5 {
      performance.tone("motor", motor, from: run * 2, to: s.duration - stop - 0.05)
    }
    return performance
  }
}
