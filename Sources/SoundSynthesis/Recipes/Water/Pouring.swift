import RandomStreams
import VectorMath

/// A glass or a bottle is filled: bubbles excite the air above the water, whose pitch c / 4(L + 0.6 r) climbs
/// as it shortens.
struct Pouring: SoundRecipe {
  static let time = SoundParameter.uniform("filling_time", 2...6, "s", "until it is full", limits: 0.5...30)
  static let height = SoundParameter.uniform("vessel_height", 0.1...0.24, "m", "inside", limits: 0.04...0.5)
  static let radius = SoundParameter.uniform(
    "vessel_radius", 0.025...0.045, "m", "inside", limits: 0.01...0.15)
  static let fill = SoundParameter.uniform(
    "filled", 0.75...0.92, "1", "share that is filled in the end", limits: 0.2...0.95)

  let card = SoundCard(
    "pouring", "pouring water", "倒水声", .indoor, .init("Pour", esc50: "pouring_water"), .event, level: 48...60,
    .fastMaximum,
    [time, height, radius, fill])

  func perform(_ s: SoundScene) -> Performance {
    let length = s[Self.time]
    let count = Waveform.index(length) + 1
    var chance = s.chance("bubbles")
    let times = Noise.events(length, most: 420, &chance) { 150 + 200 * $0 / length }
    let bubbles = Bubbles(smallest: 0.0008, largest: 0.004, rise: 0.1)
      .stream(times, seconds: length, s.chance("sizes")).normalised()
    var source = bubbles
    // The jet itself excites the air column below the bubbles' pitches.
    source.add(Noise.pink(count, s.chance("jet")).highPassed(200).normalised(), gain: 0.8)
    let (height, radius, fill) = (s[Self.height], s[Self.radius], s[Self.fill])
    func pitch(_ time: Double) -> Double {
      let air = height * (1 - fill * min(1, time / length))
      return 343 / (4 * (air + 0.6 * radius))
    }
    let flow = Noise.drift(length, correlation: 0.2, s.chance("flow"))
    var out = source
    out.scale(0.15)
    // Quarter-wave resonances 1 : 3 : 5.
    for (factor, gain) in [(1.0, 2.6), (3.0, 1.1), (5.0, 0.6)] {
      out.add(source.filtered(.band, q: 16) { pitch($0) * factor }, gain: gain)
    }
    out.multiply { time in
      let up = min(1, time / 0.08)
      let down = min(1, max(0, (length - time) / 0.25))
      return up * down * max(0.3, 1 + 0.2 * flow.value(at: time))
    }
    var performance = Performance(out)
    performance.mark(0, "start")
    return performance
  }
}
