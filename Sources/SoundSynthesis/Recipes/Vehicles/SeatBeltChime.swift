import RandomStreams
import VectorMath

/// The reminder to fasten seat belts: a bell-like electronic tone, once or twice a second.
struct SeatBeltChime: SoundRecipe {
  static let pitch = SoundParameter.uniform("frequency", 620...1050, "Hz", "of the chime", limits: 300...3000)
  static let rate = SoundParameter.uniform("rate", 0.9...1.8, "Hz", "chimes a second", limits: 0.3...5)
  static let decay = SoundParameter.uniform("decay", 0.5...1.1, "s", "of a chime, to -60 dB", limits: 0.1...3)

  let card = SoundCard(
    "seat_belt_chime", "seat belt chime", "安全带提示音", .indoor, .init("Chime"),
    .continuous(.uniform(min: 2, max: 6)),
    level: 52...64, .fastMaximum, [pitch, rate, decay])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: s.duration))
    let count = performance.waveform.samples.count
    let length = s[Self.decay] * 1.1
    let pitch = s[Self.pitch]
    let number = Waveform.index(length) + 1
    var chime = HarmonicTone([1, 0.12, 0.3, 0.04, 0.1], highest: pitch).wave(
      [Double](repeating: pitch, count: number))
    chime.multiply { min(1, $0 / 0.003) * DeterministicMath.exp(-6.9 * $0 / s[Self.decay]) }
    chime.fade(seconds: 0.002)
    var time = 0.0
    while time < s.duration {
      performance.waveform.add(chime, at: time)
      performance.mark(time, "chime")
      time += 1 / s[Self.rate]
    }
    performance.tone("chime", pitch, from: 0.02, to: min(s.duration, 1 / s[Self.rate]) - 0.01)
    performance.waveform.cut(count)
    return performance
  }
}
