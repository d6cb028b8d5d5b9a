import RandomStreams

/// Ding-dong: a plunger strikes two bars a major third apart (5:4), over tubes that favour their
/// fundamentals.
struct Doorbell: SoundRecipe {
  static let high = SoundParameter.uniform("high_frequency", 600...720, "Hz", "fundamental of the first bar")
  static let gap = SoundParameter.uniform("gap", 0.45...0.9, "s", "between the strikes", limits: 0.1...3)
  static let decay = SoundParameter.uniform("decay", 1.4...2.6, "s", "of the fundamentals, to -60 dB")

  let card = SoundCard(
    "doorbell", "doorbell", "门铃", .indoor, .init("Doorbell", dcase: "Bell"), .event, level: 72...84,
    .fastMaximum,
    [high, gap, decay])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: 0.1))
    let notes = [("ding", s[Self.high], 0.0, 1.0), ("dong", s[Self.high] * 0.8, s[Self.gap], 0.9)]
    for (i, (name, pitch, time, loud)) in notes.enumerated() {
      // A free bar's partials 1 : 2.76 : 5.40 : 8.93, each a close pair for the bar is not quite square.
      let bar = ModalBank(
        fundamental: pitch, ratios: [1, 1.0012, 2.756, 2.761, 5.404, 8.93], decay: s[Self.decay],
        damping: 1.1,
        gains: [1, 0.25, 0.3, 0.1, 0.16, 0.06]
      ).varied(0.0003, 0.15, s.chance("bar").child(i))
      performance.waveform.add(bar.struck(0.0007, impulse: loud), at: time)
      // The plunger's own knock on the housing.
      let knock = ModalBank(fundamental: 310, ratios: [1, 1.7, 2.9, 4.6], decay: 0.05)
        .varied(0.1, 0.3, s.chance("housing").child(i))
      performance.waveform.add(knock.struck(0.0006, impulse: 0.15), at: time)
      performance.mark(time, name)
      performance.tone(name, pitch, from: time + 0.02, to: i == 0 ? s[Self.gap] - 0.01 : time + 0.8)
    }
    return performance
  }
}
