import RandomStreams
import VectorMath

/// Wind in leaves: noise whose strength and brightness follow gusts, and single leaves that tick.
struct WindInTrees: SoundRecipe {
  static let speed = SoundParameter.uniform(
    "wind_speed", 3...14, "m/s", "mean speed of the wind", limits: 1...30)
  static let leaf = SoundParameter.uniform("leaf_frequency", 2600...4600, "Hz", "centre of the rustle")
  static let gustiness = SoundParameter.uniform(
    "gustiness", 0.15...0.4, "1", "deviation of the speed over its mean", limits: 0...0.6)

  let card = SoundCard(
    "wind_in_trees", "wind in trees", "风吹树叶声", .outdoor, .init("Rustling leaves", esc50: "wind"),
    .continuous(.uniform(min: 4, max: 10)), level: 45...64, .equivalent, [speed, leaf, gustiness])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let slow = Noise.drift(s.duration, correlation: 2.2, s.chance("gusts"))
    let quick = Noise.drift(s.duration, correlation: 0.25, s.chance("eddies"))
    let mean = s[Self.speed]
    func wind(_ time: Double) -> Double {
      max(0.15, 1 + s[Self.gustiness] * (slow.value(at: time) + 0.35 * quick.value(at: time)))
    }
    var rustle = Noise.white(count, s.chance("leaves"))
      .filtered(.band, q: 0.7) { s[Self.leaf] * DeterministicMath.pow(wind($0), 0.35) }
    rustle.multiply {
      let v = wind($0); return v * v * v.squareRoot()
    }
    var low = Noise.white(count, s.chance("air")).filtered(.low, q: 0.7) { 90 + 28 * mean * wind($0) }
    low.multiply {
      let v = wind($0); return v * v
    }
    var out = rustle.normalised()
    out.add(normalised: low, gain: 0.3 + 0.04 * mean)
    var force = Waveform(count: count)
    var chance = s.chance("ticks")
    for time in Noise.events(s.duration, most: 160, &chance, rate: { 30 * wind($0) * wind($0) }) {
      force.addBlow(at: time, duration: 0.0003 * chance.uniform(0.7, 2), impulse: chance.exponential())
    }
    let ticks = ModalBank(fundamental: 2300, ratios: [1, 1.5, 2.2, 3.1], decay: 0.005, damping: 0.3).response(
      to: force)
    out.add(normalised: ticks, gain: 0.22)
    out.cut(count)
    return Performance(out)
  }
}
