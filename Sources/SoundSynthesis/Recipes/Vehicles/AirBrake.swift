import RandomStreams
import VectorMath

/// Compressed air leaves a lorry's brakes: a valve knocks, then noise escapes and dies away with the
/// pressure.
struct AirBrake: SoundRecipe {
  static let release = SoundParameter.uniform(
    "release", 0.12...0.5, "s", "time constant of the pressure", limits: 0.03...2)
  static let puffs = SoundParameter.count("puffs", 1...2, "number of releases", limits: 1...6)
  static let jet = SoundParameter.uniform(
    "jet_frequency", 2500...5000, "Hz", "peak of the jet's noise at full pressure")

  let card = SoundCard(
    "air_brake", "air brake hiss", "气刹声", .outdoor, .init("Air brake"), .event, level: 88...100, .fastMaximum,
    [release, puffs, jet])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: 0.05))
    var chance = s.chance("puffs")
    let valve = ModalBank(fundamental: 480, ratios: [1, 1.9, 3.2, 5.1], decay: 0.03)
    var time = 0.0
    for i in 0..<s.count(Self.puffs) {
      let tau = s[Self.release] * (i == 0 ? 1 : chance.uniform(0.3, 0.6))
      let length = tau * 7
      // Pressure falls exponentially; the jet's noise with its 6th to 8th power of speed, its pitch with
      // speed.
      let jet = s[Self.jet]
      var air = Noise.white(seconds: length, s.chance("air").child(i))
        .filtered(.band, q: 0.55) { jet * (0.35 + 0.65 * DeterministicMath.exp(-$0 / (2 * tau))) }
      air.multiply { min(1, $0 / 0.004) * DeterministicMath.exp(-$0 / tau) }
      performance.waveform.add(air, at: time)
      performance.waveform.add(valve.struck(0.0008).peakNormalised(), at: time, gain: 0.5)
      performance.mark(time, "release")
      time += tau * chance.uniform(1.5, 3) + 0.15
    }
    return performance
  }
}
