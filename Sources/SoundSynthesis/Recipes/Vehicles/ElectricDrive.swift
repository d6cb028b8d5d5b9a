import RandomStreams
import VectorMath

/// An electric car: the artificial sound that UN Regulation 138 asks for up to 20 km/h, whose partials rise
/// by at least 0.8 % a km/h, and the whine of motor, gears and inverter at every speed.
struct ElectricDrive: SoundRecipe {
  static let base = SoundParameter.uniform(
    "partial", 180...320, "Hz", "lowest partial of the warning sound at rest")
  static let shift = SoundParameter.uniform("shift", 0.8...1.4, "%/(km/h)", "rise of its partials with speed")
  static let gear = SoundParameter.uniform(
    "gear_order", 24...34, "1", "gear mesh orders of the wheel's turns times ten")
  static let inverter = SoundParameter.uniform("inverter_frequency", 7000...10000, "Hz", "switching")

  let card = SoundCard(
    "electric_drive", "electric vehicle", "电动汽车", .outdoor, .init(), .driven(.uniform(min: 3, max: 10)),
    level: 58...66, .equivalent, at: "the whole drive", [base, shift, gear, inverter])

  func perform(_ s: SoundScene) -> Performance {
    let drive = s.drive
    let count = Waveform.index(drive.duration) + 1
    let kilometres = Curve.samples(count) { drive.speed.value(at: $0) * 3.6 }
    let (base, rise) = (s[Self.base], s[Self.shift] / 100)
    var warning = Waveform(count: count)
    var chance = s.chance("partials")
    // All partials rise alike, so each runs by its ratio through the turns of one.
    let turnsOfOne = Sinusoid.phases(kilometres.map { base * (1 + rise * min($0, 40)) })
    for (i, ratio) in [1, 1.5, 2.02, 2.98, 4.01, 6.0].enumerated() {
      let start = chance.uniform()
      let beat = chance.uniform(0.4, 1.3)
      let phase = chance.uniform()
      var partial = Waveform(samples: Sinusoid.cosines(turnsOfOne, times: ratio, after: start - 0.25))
      partial.multiply { 1 + 0.3 * Sinusoid.sine(beat * $0 + phase) }
      warning.add(partial, gain: 1 / (1 + 0.55 * Double(i)))
    }
    let breath = Noise.white(count, s.chance("breath")).bandPassed(1600, q: 1.2).normalised()
    warning = warning.normalised()
    warning.add(breath, gain: 0.4)
    // Full up to 20 km/h, gone by 30.
    warning.multiply { time in
      let v = drive.speed.value(at: time) * 3.6
      return max(0.004, min(1, (30 - v) / 10))
    }
    let turns = kilometres.map { $0 / 3.6 / (2 * Double.pi * 0.33) }
    let order = s[Self.gear]
    let mesh = HarmonicTone([1, 0.4, 0.15], highest: 3000).wave(
      turns.map { min(max(4, $0 * order * 3), 3000) })
    let motor = HarmonicTone([0.6, 0.2, 0.5, 0.1, 0.1, 0.6], highest: 1500).wave(
      turns.map { min(max(2, $0 * 9.2 * 4), 1500) })
    var whine = mesh.normalised()
    whine.add(normalised: motor, gain: 0.7)
    let switching = s[Self.inverter]
    for side in [-1.0, 1] {
      let wave = Sinusoid.wave(turns.map { switching + side * $0 * 27.6 })
      whine.add(wave, gain: 0.05)
    }
    whine.multiply { time in
      let effort = min(1, drive.acceleration(at: time).magnitude / 2)
      return (0.3 + 0.7 * effort) * min(1, drive.speed.value(at: time) / 3)
    }
    warning.add(whine, gain: 0.35)
    var performance = Performance(warning)
    let v0 = drive.speed.value(at: 0) * 3.6
    if drive.speed.values.allSatisfy({ $0 * 3.6 == v0 }), v0 < 25 {
      performance.tone("partial", s[Self.base] * (1 + rise * v0), from: 0.1, to: drive.duration - 0.1)
    }
    return performance
  }
}
