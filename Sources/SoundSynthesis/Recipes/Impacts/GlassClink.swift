import RandomStreams

/// Two glasses touch: each rings with the modes of a wine glass, nearly undamped (Q about 1000) and split
/// into pairs that beat, for no glass is quite round.
struct GlassClink: SoundRecipe {
  static let pitch = SoundParameter.uniform("fundamental", 750...1500, "Hz", "of the first glass")
  static let ratio = SoundParameter.uniform(
    "second_glass", 1.04...1.35, "1", "fundamental of the second over the first")
  static let quality = SoundParameter.uniform("quality", 600...1400, "1", "Q of the fundamentals")

  let card = SoundCard(
    "glass_clink", "clinking glasses", "碰杯声", .indoor, .init("Chink, clink", dcase: "Dishes"), .event,
    level: 60...75,
    .fastMaximum, [pitch, ratio, quality])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: 0.1))
    var chance = s.chance("hands")
    let second = chance.bool(probability: 0.35) ? chance.uniform(0.03, 0.08) : 0
    for (i, pitch) in [s[Self.pitch], s[Self.pitch] * s[Self.ratio]].enumerated() {
      // −60 dB after 2.2 Q/f.
      let decay = 2.2 * s[Self.quality] / pitch
      let split = 1 + chance.uniform(0.0012, 0.003)
      let ratios = [1, split, 2.32, 2.32 * split, 4.25, 6.63, 9.38]
      let glass = ModalBank(
        fundamental: pitch, ratios: ratios, decay: decay, damping: 1.15,
        gains: [1, 0.6, 0.8, 0.5, 0.6, 0.4, 0.25]
      ).varied(0, 0.25, s.chance("glass").child(i))
      performance.waveform.add(glass.struck(0.00018, impulse: 1))
      if second > 0 { performance.waveform.add(glass.struck(0.00022, impulse: 0.35), at: second) }
      performance.tone(i == 0 ? "first" : "second", pitch * (1 + split) / 2, from: 0.1, to: 0.7)
    }
    performance.mark(0, "clink")
    if second > 0 { performance.mark(second, "clink") }
    return performance
  }
}
