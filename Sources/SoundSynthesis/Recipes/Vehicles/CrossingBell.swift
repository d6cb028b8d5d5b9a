import RandomStreams

/// The bell of a level crossing: a small thick gong, struck two to three times a second.
struct CrossingBell: SoundRecipe {
  static let pitch = SoundParameter.uniform("fundamental", 620...980, "Hz", "lowest partial")
  static let rate = SoundParameter.uniform("rate", 100...200, "1/min", "strokes a minute", limits: 40...300)
  static let decay = SoundParameter.uniform("decay", 0.7...1.6, "s", "of the lowest partial, to -60 dB")

  let card = SoundCard(
    "crossing_bell", "level crossing bell", "铁路道口铃", .outdoor, .init("Bell", dcase: "Bell"),
    .continuous(.uniform(min: 4, max: 10)), level: 85...100, .fastMaximum, [pitch, rate, decay])

  func perform(_ s: SoundScene) -> Performance {
    var force = Waveform(seconds: s.duration)
    var chance = s.chance("hammer")
    var performance = Performance(Waveform(count: 0))
    var time = 0.0
    while time < s.duration - 0.02 {
      force.addBlow(at: time, duration: 0.0004, impulse: chance.uniform(0.85, 1))
      performance.mark(time, "strike")
      time += 60 / s[Self.rate] * (1 + 0.008 * chance.normal())
    }
    let gong = ModalBank(
      fundamental: s[Self.pitch], ratios: [1, 1.008, 1.52, 2.42, 2.44, 3.6, 4.9, 6.4], decay: s[Self.decay],
      damping: 0.7,
      gains: [1, 0.6, 0.35, 0.9, 0.6, 0.7, 0.5, 0.35]
    ).varied(0.002, 0.2, s.chance("gong"))
    performance.waveform = gong.response(to: force)
    performance.waveform.cut(force.samples.count)
    return performance
  }
}
