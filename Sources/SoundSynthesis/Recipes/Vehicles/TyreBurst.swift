import RandomStreams
import VectorMath

/// A tyre bursts: a shock like an N, air that rushes out, then rubber flaps once a turn of the wheel.
struct TyreBurst: SoundRecipe {
  static let shock = SoundParameter.uniform("shock_length", 0.0025...0.006, "s", "of the N-shaped wave")
  static let wheel = SoundParameter.uniform(
    "wheel_rate", 6...14, "Hz", "turns of the wheel a second", limits: 1...25)
  static let slow = SoundParameter.uniform("slowing", 1.2...3, "s", "time constant of the wheel's slowing")

  let card = SoundCard(
    "tyre_burst", "tyre burst", "爆胎声", .outdoor, .init("Burst, pop"), .event, level: 108...124, .fastMaximum,
    [shock, wheel, slow])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: 0.1))
    let length = s[Self.shock]
    let count = Waveform.index(length) + 1
    var wave = Waveform(count: count + 8)
    for i in 0..<count {
      // A rise within two samples, a straight fall, a return.
      let x = Double(i) / Double(count)
      wave.samples[i + 2] = (1 - 2 * x) * min(1, Double(i) / 2) * min(1, Double(count - i) / 3)
    }
    performance.waveform.add(wave)
    performance.mark(0, "burst")
    var air = Noise.white(seconds: 0.7, s.chance("air")).filtered(.band, q: 0.5) {
      900 + 1600 * DeterministicMath.exp(-$0 / 0.12)
    }
    air.multiply { min(1, $0 / 0.001) * DeterministicMath.exp(-$0 / 0.09) }
    performance.waveform.add(air.peakNormalised(), gain: 0.45)
    let carcass = ModalBank(fundamental: 95, ratios: [1, 1.6, 2.4, 3.7, 5.5, 8.5], decay: 0.05, damping: 0.4)
      .varied(0.08, 0.3, s.chance("carcass"))
    performance.waveform.add(carcass.struck(0.003).peakNormalised(), gain: 0.6)
    var chance = s.chance("flaps")
    var time = 0.12
    while time < s[Self.slow] * 1.6 {
      let rate = s[Self.wheel] * DeterministicMath.exp(-time / s[Self.slow])
      let loud = 0.12 * rate / s[Self.wheel] * chance.uniform(0.6, 1)
      performance.waveform.add(carcass.struck(0.0024).peakNormalised(), at: time, gain: loud)
      var slap = Noise.white(seconds: 0.02, s.chance("slap").child(Int(time * 1000))).bandPassed(1300, q: 0.7)
      slap.multiply { DeterministicMath.exp(-$0 / 0.005) }
      performance.waveform.add(slap.peakNormalised(), at: time, gain: 0.5 * loud)
      performance.mark(time, "flap")
      time += 1 / max(rate, 0.5)
    }
    return performance
  }
}
