import RandomStreams
import VectorMath

/// Locked or sliding tyres: tread blocks stick and slip 600 to 1200 times a second, each tyre at its own
/// rate, sinking as the car slows.
struct TyreSkid: SoundRecipe {
  static let pitch = SoundParameter.uniform("slip_rate", 750...1200, "Hz", "at the start", limits: 400...2000)
  static let fall = SoundParameter.uniform("glide", 0.6...0.85, "1", "last rate over first", limits: 0.3...1)
  static let length = SoundParameter.uniform("length", 0.7...2.5, "s", "of the slide", limits: 0.2...10)
  static let tyres = SoundParameter.count("tyres", 2...4, "that slide", limits: 1...6)

  let card = SoundCard(
    "tyre_skid", "skidding tyres", "轮胎打滑声", .outdoor, .init("Tire squeal"), .event, level: 92...105,
    .fastMaximum,
    [pitch, fall, length, tyres])

  func perform(_ s: SoundScene) -> Performance {
    let length = s[Self.length]
    let count = Waveform.index(length) + 1
    var performance = Performance(Waveform(count: count))
    for tyre in 0..<s.count(Self.tyres) {
      var chance = s.chance("tyre").child(tyre)
      let pitch = s[Self.pitch] * chance.uniform(0.88, 1.12)
      let slow = Noise.drift(length, correlation: 0.15, s.chance("load").child(tyre))
      let quick = Noise.drift(length, correlation: 0.02, s.chance("blocks").child(tyre))
      let frequencies = Curve.samples(count) { time in
        let glide = DeterministicMath.pow(s[Self.fall], time / length)
        return pitch * glide * (1 + 0.02 * slow.value(at: time) + 0.012 * quick.value(at: time))
      }
      // A saw that the rubber rounds: strong first partials, then the carcass's resonances.
      let amplitudes = (1...14).map { h -> Double in 1 / DeterministicMath.pow(Double(h), 1.15) }
      var squeal = HarmonicTone(amplitudes, highest: pitch * 1.15, crest: 0.2).wave(frequencies)
      let noise = Noise.white(count, s.chance("rubber").child(tyre)).lowPassed(300)
      for i in 0..<count { squeal.samples[i] *= 1 + 1.6 * noise.samples[i] }
      let start = chance.uniform(0, 0.12) * (tyre == 0 ? 0 : 1)
      squeal.multiply { time in
        guard time > start else { return 0 }
        let end = min(1, max(0, (length - time) / 0.12))
        return min(1, (time - start) / 0.03) * end * max(0.2, 1 + 0.3 * slow.value(at: time))
      }
      performance.waveform.add(squeal.peaks([(900, 0.7, 1), (2100, 1, 0.6), (4200, 1, 0.3)]).normalised())
    }
    var hiss = Noise.white(count, s.chance("hiss")).peaks([(1800, 0.5, 1), (5200, 0.6, 0.6)]).normalised()
    hiss.multiply { min(1, $0 / 0.02) * min(1, max(0, (length - $0) / 0.15)) }
    performance.waveform.add(hiss, gain: 0.3)
    performance.mark(0, "slide")
    performance.mark(length, "stop")
    return performance
  }
}
