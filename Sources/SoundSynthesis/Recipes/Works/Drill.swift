import RandomStreams
import VectorMath

/// A drill: a universal motor behind gears, running up as the trigger is pulled; into masonry it hammers too.
struct Drill: SoundRecipe {
  static let motor = SoundParameter.uniform(
    "motor_frequency", 260...420, "Hz", "turns of the motor a second", limits: 100...600)
  static let gear = SoundParameter.uniform("gear_teeth", 5...8, "1", "teeth of the pinion")
  static let mode = SoundParameter.choice("mode", ["drill", "hammer"], "with or without blows")

  let card = SoundCard(
    "drill", "power drill", "电钻", .both, .init("Drill", urban: "drilling"),
    .continuous(.uniform(min: 2, max: 6)),
    level: 84...98, .equivalent, [motor, gear, mode])

  func perform(_ s: SoundScene) -> Performance {
    let duration = s.duration
    let count = Waveform.index(duration) + 1
    let motor = s[Self.motor]
    let load = Noise.drift(duration, correlation: 0.25, s.chance("load"))
    func rate(_ time: Double) -> Double {
      let up = 1 - DeterministicMath.exp(-time / 0.1)
      let left = duration - time
      let down = left < 0.35 ? max(0.05, left / 0.35) : 1
      return motor * max(0.04, up * down) * (0.9 + 0.03 * load.value(at: time))
    }
    let turns = Curve.samples(count, rate)
    let whine = HarmonicTone(
      [0.6, 1, 0.5, 0.5, 0.3, 0.3, 0.2, 0.2, 0.15, 0.1], highest: motor * 1.05, crest: 0.13
    ).wave(turns)
    let gears = s[Self.gear].rounded()
    let mesh = HarmonicTone([1, 0.5, 0.3], highest: motor * gears * 1.05).wave(turns.map { $0 * gears })
    var out = whine.normalised()
    out.add(normalised: mesh, gain: 0.7)
    var grind = Noise.white(count, s.chance("grind")).peaks([(1700, 0.8, 1), (4200, 0.7, 0.8)]).normalised()
    grind.multiply { max(0.2, 1 + 0.4 * load.value(at: $0)) }
    out.add(grind, gain: 0.55)
    out.multiply { time in
      let x = rate(time) / motor; return x * x
    }
    var performance = Performance(out)
    if s.word(Self.mode) == "hammer" {
      var force = Waveform(count: count)
      var chance = s.chance("blows")
      var time = 0.12
      while time < duration - 0.3 {
        force.addBlow(at: time, duration: 0.0004, impulse: chance.uniform(0.6, 1))
        if performance.marks.count < 10_000 { performance.mark(time, "blow") }
        time += 6.5 / rate(time)
      }
      let stone = ModalBank(fundamental: 190, ratios: [1, 2.1, 4.3, 7.9, 13, 19], decay: 0.03, damping: 0.25)
        .varied(0.06, 0.3, s.chance("stone"))
      performance.waveform.add(stone.response(to: force).normalised(), gain: 0.9)
    }
    performance.waveform.cut(count)
    return performance
  }
}
