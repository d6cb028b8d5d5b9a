import RandomStreams
import VectorMath

/// A dog: rough voiced bursts whose pitch rises and falls, with formants that fall as the mouth closes.
struct DogBark: SoundRecipe {
  static let size = SoundParameter.uniform("size", 0.6...1.6, "1", "of the dog, 1 medium")
  static let barks = SoundParameter.count("barks", 1...5, "number of barks", limits: 1...50)
  static let interval = SoundParameter.uniform(
    "interval", 0.32...0.7, "s", "from bark to bark", limits: 0.25...5)
  static let roughness = SoundParameter.uniform(
    "roughness", 0.2...0.6, "1", "irregularity of the voice", limits: 0...0.9)

  let card = SoundCard(
    "dog_bark", "dog barking", "狗叫声", .both, .init("Bark", esc50: "dog", urban: "dog_bark", dcase: "Dog"),
    .event,
    level: 85...100, .fastMaximum, [size, barks, interval, roughness])

  func perform(_ s: SoundScene) -> Performance {
    let size = s[Self.size]
    var chance = s.chance("barks")
    var performance = Performance(Waveform(seconds: 0.1))
    var time = 0.0
    for i in 0..<s.count(Self.barks) {
      let length = chance.uniform(0.13, 0.2) * (0.75 + 0.25 * size)
      let top = 520 / DeterministicMath.pow(size, 0.8) * chance.uniform(0.92, 1.08)
      let bark = Voice(
        pitch: Curve([
          (0, top * 0.55), (length * 0.25, top), (length * 0.5, top * 0.93), (length, top * 0.42),
        ]),
        voicing: Curve([(0, 0), (0.012, 0.9), (length * 0.35, 1), (length * 0.7, 0.5), (length, 0)]),
        breath: Curve([(0, 0.15), (0.01, 0.5), (length * 0.4, 0.22), (length * 0.8, 0.12), (length, 0)]),
        formants: [
          .init(Curve([(0, 620 / size), (length * 0.3, 950 / size), (length, 480 / size)]), 200 / size, 1),
          .init(
            Curve([(0, 1400 / size), (length * 0.3, 1750 / size), (length, 1150 / size)]), 320 / size, 0.75),
          .init(2900 / size, 500, 0.4), .init(4300 / size.squareRoot(), 800, 0.22),
        ],
        openQuotient: 0.5, tilt: 4500, jitter: 0.03, roughness: s[Self.roughness] * chance.uniform(0.5, 1))
      let loud = i == 0 ? 1 : chance.uniform(0.6, 1)
      performance.waveform.add(bark.sound(length, s.chance("voice").child(i)), at: time, gain: loud)
      performance.mark(time, "bark")
      time += s[Self.interval] * chance.uniform(0.85, 1.2)
    }
    return performance
  }
}
