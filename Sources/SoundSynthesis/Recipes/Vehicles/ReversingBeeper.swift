import RandomStreams
import VectorMath

/// A reversing vehicle warns: a tone of 1 to 1.3 kHz half a second on and off, or a burst of wide noise.
struct ReversingBeeper: SoundRecipe {
  static let kind = SoundParameter.choice("signal", ["tone", "broadband"], "what it emits")
  static let pitch = SoundParameter.uniform("frequency", 1000...1300, "Hz", "of the tone", limits: 800...3000)
  static let on = SoundParameter.uniform("on_time", 0.4...0.55, "s", "of each beep", limits: 0.1...1)

  let card = SoundCard(
    "reversing_beeper", "reversing beeper", "倒车蜂鸣", .outdoor, .init("Reversing beeps"),
    .continuous(.uniform(min: 3, max: 8)),
    level: 92...104, .fastMaximum, [kind, pitch, on])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let pitch = s[Self.pitch]
    var performance: Performance
    let isTone = s.word(Self.kind) == "tone"
    if isTone {
      let amplitudes = (1...15).map { h -> Double in (h % 2 == 1 ? 1 : 0.08) / Double(h) }
      let wave = HarmonicTone(amplitudes, highest: pitch).wave([Double](repeating: pitch, count: count))
      performance = Performance(wave.peaks([(pitch, 1.5, 1), (2900, 1.5, 0.9)]))
    } else {
      performance = Performance(
        Noise.white(count, s.chance("noise")).peaks([(800, 0.7, 0.8), (2200, 0.7, 1), (4800, 0.8, 0.6)]))
    }
    var gates: [(Double, Double)] = []
    var time = 0.0
    while time < s.duration {
      let end = min(s.duration, time + s[Self.on])
      gates.append((time, end))
      performance.mark(time, "beep")
      if isTone { performance.tone("beep", pitch, from: time + 0.02, to: end - 0.02) }
      time += 2 * s[Self.on]
    }
    performance.waveform.gate(gates, edge: isTone ? 0.006 : 0.02)
    return performance
  }
}
