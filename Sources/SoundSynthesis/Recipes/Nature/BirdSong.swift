import RandomStreams
import VectorMath

/// A songbird: phrases of a repeated syllable, each a fast sweep of a nearly pure tone, with pauses between.
struct BirdSong: SoundRecipe {
  static let pitch = SoundParameter.uniform(
    "centre_frequency", 2400...5200, "Hz", "of the song", limits: 1000...8000)
  static let span = SoundParameter.uniform(
    "span", 0.15...0.6, "1", "of a sweep, relative to its centre", limits: 0...0.9)
  static let rate = SoundParameter.uniform(
    "syllable_rate", 5...12, "Hz", "syllables a second", limits: 1...25)

  let card = SoundCard(
    "bird_song", "bird song", "鸟鸣声", .outdoor,
    .init("Bird vocalization, bird call, bird song", esc50: "chirping_birds"),
    .continuous(.uniform(min: 3, max: 8)), level: 62...82, .fastMaximum, [pitch, span, rate])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: s.duration))
    var chance = s.chance("song")
    let count = performance.waveform.samples.count
    var time = 0.0
    while time < s.duration - 0.15 {
      let shape = Syllable(s[Self.pitch] * chance.uniform(0.8, 1.25), s[Self.span], &chance)
      let gap = 1 / (s[Self.rate] * chance.uniform(0.8, 1.3))
      for k in 0..<chance.integer(in: 2...8) {
        let start = time
        let length = min(gap * chance.uniform(0.55, 0.75), 0.2)
        guard start + length < s.duration else { break }
        performance.waveform.add(
          shape.sound(length, chance.uniform(0.985, 1.015)), at: start,
          gain: k == 0 ? 0.7 : chance.uniform(0.8, 1))
        performance.mark(start, "syllable")
        time += gap
      }
      time += chance.uniform(0.25, 1.1)
    }
    performance.waveform.cut(count)
    return performance
  }
}

/// A syllable of a bird: how its pitch moves.
struct Syllable: Sendable {
  /// Pitch (Hz) at equal steps of its length.
  private let path: [Double]
  /// Vibrato: share and Hz.
  private let trill: Double
  private let trillRate: Double

  init(_ centre: Double, _ span: Double, _ chance: inout RandomStream) {
    let shapes: [[Double]] = [
      [1, -1], [-1, 1], [-0.6, 1, -0.8], [0.8, -1, 0.5], [0.2, 0, -0.1], [1, -0.7, -1],
    ]
    let shape = chance.choose(shapes) ?? [1, -1]
    path = shape.map { min(9000, centre * (1 + 0.5 * span * $0)) }
    trill = chance.bool(probability: 0.3) ? chance.uniform(0.03, 0.08) : 0
    trillRate = chance.uniform(28, 60)
  }

  func sound(_ length: Double, _ factor: Double) -> Waveform {
    let count = Waveform.index(length) + 1
    let curve = Curve(
      path.enumerated().map { ($0.element, $0.offset) }.map {
        (length * Double($0.1) / Double(max(1, path.count - 1)), $0.0)
      })
    let frequencies = Curve.samples(count) { time in
      curve.value(at: time) * factor * (1 + trill * Sinusoid.sine(trillRate * time))
    }
    var wave = HarmonicTone([1, 0.06, 0.02], highest: 9500).wave(frequencies)
    wave.multiply { time in
      let x = min(1, time / length)
      return Sinusoid.sine(0.5 * x) * (1.15 - 0.5 * x)
    }
    return wave
  }
}
