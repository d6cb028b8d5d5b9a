import RandomStreams

/// The turn indicator in a car's cabin: its relay closes (tick) and opens (tock) 60 to 120 times a minute.
struct IndicatorRelay: SoundRecipe {
  static let rate = SoundParameter.uniform("rate", 60...120, "1/min", "flashes a minute")
  static let duty = SoundParameter.uniform("duty", 0.42...0.55, "1", "share of the time that the lamp is on")
  static let pitch = SoundParameter.uniform("relay_frequency", 1900...3100, "Hz", "lowest mode of the relay")

  let card = SoundCard(
    "indicator_relay", "turn indicator relay", "转向灯继电器", .indoor, .init("Clicking"),
    .continuous(.uniform(min: 2, max: 6)), level: 42...54, .fastMaximum, [rate, duty, pitch])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: s.duration))
    let count = performance.waveform.samples.count
    var chance = s.chance("relay")
    let relay = ModalBank(
      fundamental: s[Self.pitch], ratios: [1, 1.33, 1.75, 2.4, 3.3], decay: 0.009, damping: 0.4
    )
    .varied(0.05, 0.3, s.chance("modes"))
    let panel = ModalBank(fundamental: 420, ratios: [1, 1.6, 2.4, 3.5], decay: 0.025, damping: 0.4)
    let period = 60 / s[Self.rate]
    var time = 0.0
    while time < s.duration - 0.03 {
      for (offset, name, pitch, loud) in [
        (0.0, "tick", 1.0, 1.0), (period * s[Self.duty], "tock", 0.78, 0.8),
      ] {
        let start = time + offset
        guard start < s.duration - 0.03 else { continue }
        let own = relay.scaled(pitch)
        // Contacts bounce once or twice within 3 ms.
        performance.waveform.add(own.struck(0.0002, impulse: loud), at: start)
        performance.waveform.add(
          own.struck(0.0002, impulse: 0.45 * loud), at: start + chance.uniform(0.0014, 0.0019))
        performance.waveform.add(panel.struck(0.0009, impulse: 0.9 * loud), at: start)
        performance.mark(start, name)
      }
      time += period
    }
    performance.waveform.cut(count)
    return performance
  }
}
