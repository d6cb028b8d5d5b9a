import RandomStreams

/// Breath in and out: noise through a narrow throat, brighter in than out.
struct Breathing: SoundRecipe {
  static let breaths = SoundParameter.count("breaths", 1...3, "number of breaths", limits: 1...60)
  static let period = SoundParameter.uniform("period", 1.6...4, "s", "in and out", limits: 0.6...8)
  static let tract = SoundParameter.uniform(
    "tract_length", 0.135...0.175, "m", "vocal tract", limits: 0.07...0.2)

  let card = SoundCard(
    "breathing", "breathing", "呼吸声", .indoor, .init("Breathing", esc50: "breathing"), .event, level: 34...50,
    .fastMaximum,
    [breaths, period, tract])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("breaths")
    let scale = 0.17 / s[Self.tract]
    var performance = Performance(Waveform(seconds: 0.1))
    var time = 0.0
    for i in 0..<s.count(Self.breaths) {
      let period = s[Self.period] * chance.uniform(0.92, 1.08)
      for (part, name) in ["inhale", "exhale"].enumerated() {
        let isIn = part == 0
        let length = period * (isIn ? 0.36 : 0.46)
        var air = Noise.white(seconds: length, s.chance(name).child(i))
        air =
          isIn
          ? air.peaks([
            (1050 * scale, 1.2, 0.6), (2100 * scale, 1.6, 1), (3900 * scale, 1.6, 0.55), (6500, 1, 0.25),
          ])
          : air.peaks([(560 * scale, 1.2, 1), (1300 * scale, 1.5, 0.7), (2500 * scale, 1.6, 0.3)])
        let flutter = Noise.drift(length, correlation: 0.06, s.chance("flutter").child(2 * i + part))
        air.multiply { time in
          let x = min(1, time / length)
          let bow = isIn ? 5.2 * x * (1 - x) * (0.35 + 0.65 * x) : 6.75 * x * (1 - x) * (1 - x)
          return max(0, bow * (1 + 0.12 * flutter.value(at: time)))
        }
        performance.waveform.add(air, at: time, gain: isIn ? 1 : 0.85)
        performance.mark(time, name)
        time += isIn ? period * 0.42 : period * 0.58
      }
    }
    return performance
  }
}
