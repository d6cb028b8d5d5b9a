import RandomStreams

/// A bell by Risset's table of eleven partials, each with its own decay; two pairs beat.
struct Bell: SoundRecipe {
  static let pitch = SoundParameter.uniform(
    "fundamental", 200...700, "Hz", "the frequency that the table's ratios multiply")
  static let decay = SoundParameter.uniform(
    "decay", 4...10, "s", "of the longest partial, to -60 dB", limits: 0.3...20)
  static let strokes = SoundParameter.count("strokes", 1...4, "number of strokes", limits: 1...24)
  static let interval = SoundParameter.uniform(
    "interval", 1.2...2.4, "s", "from stroke to stroke", limits: 0.2...10)

  let card = SoundCard(
    "bell", "bell", "钟声", .outdoor, .init("Church bell", esc50: "church_bells", dcase: "Bell"), .event,
    level: 80...105,
    .fastMaximum, [pitch, decay, strokes, interval])

  func perform(_ s: SoundScene) -> Performance {
    let pitch = s[Self.pitch]
    // Risset's table: ratio, shift in Hz, amplitude, duration.
    let table: [(Double, Double, Double, Double)] = [
      (0.56, 0, 1, 1), (0.56, 1, 0.67, 0.9), (0.92, 0, 1, 0.65), (0.92, 1.7, 1.8, 0.55),
      (1.19, 0, 2.67, 0.325),
      (1.7, 0, 1.67, 0.35), (2, 0, 1.46, 0.25), (2.74, 0, 1.33, 0.2), (3, 0, 1.33, 0.15), (3.76, 0, 1, 0.1),
      (4.07, 0, 1.33, 0.075),
    ]
    let bell = ModalBank(
      table.map { row in
        Mode(frequency: pitch * row.0 + row.1, decay: s[Self.decay] * row.3, gain: row.2)
      })
    var performance = Performance(Waveform(seconds: 0.1))
    var chance = s.chance("clapper")
    var force = Waveform(seconds: Double(s.count(Self.strokes)) * s[Self.interval])
    for i in 0..<s.count(Self.strokes) {
      let time = Double(i) * s[Self.interval]
      force.addBlow(at: time, duration: 0.0004, impulse: chance.uniform(0.8, 1))
      performance.mark(time, "strike")
    }
    performance.waveform = bell.response(to: force)
    let last = Double(s.count(Self.strokes) - 1) * s[Self.interval]
    performance.tone(
      "partial_0.56", pitch * 0.56 + 0.4, from: last + 0.2, to: last + 0.2 + s[Self.decay] * 0.4)
    performance.tone("partial_1.19", pitch * 1.19, from: last + 0.05, to: last + 0.05 + s[Self.decay] * 0.15)
    return performance
  }
}
