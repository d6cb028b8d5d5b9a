import RandomStreams
import VectorMath

/// A keyboard: each key clicks twice on its way down and once when it comes up; intervals are log-normal.
struct Typing: SoundRecipe {
  static let keys = SoundParameter.count("keys", 8...40, "number of key presses", limits: 1...2000)
  static let interval = SoundParameter.logNormal(
    "interval", median: 0.16, sigma: 0.25, in: 0.06...0.6, "s", "median from key to key")
  static let brightness = SoundParameter.uniform("brightness", 0.7...1.4, "1", "of the clicks, 1 medium")
  static let travel = SoundParameter.uniform("travel", 0.008...0.022, "s", "from actuation to the bottom")

  let card = SoundCard(
    "typing", "keyboard typing", "键盘敲击声", .indoor, .init("Computer keyboard", esc50: "keyboard_typing"),
    .event,
    level: 44...58, .fastMaximum, [keys, interval, brightness, travel])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("hands")
    let bright = s[Self.brightness]
    let cap = ModalBank(
      fundamental: 1750 * bright, ratios: [1, 1.37, 1.9, 2.6, 3.4, 4.6], decay: 0.011, damping: 0.4
    ).varied(0.06, 0.4, s.chance("cap"))
    let board = ModalBank(fundamental: 230, ratios: [1, 1.5, 2.2, 3.1, 4.4], decay: 0.035, damping: 0.5)
      .varied(0.06, 0.3, s.chance("board"))
    var performance = Performance(Waveform(seconds: 0.1))
    var time = 0.0
    for _ in 0..<s.count(Self.keys) {
      let isSpace = chance.bool(probability: 0.16)
      let own = cap.scaled(isSpace ? 0.68 : chance.uniform(0.9, 1.12)).varied(
        0.03, 0.4, s.chance("key").child(chance.integer(in: 0..<30)))
      let force = chance.uniform(0.6, 1) * (isSpace ? 1.25 : 1)
      performance.waveform.add(own.struck(0.0003, impulse: 0.35 * force), at: time)
      let bottom = time + s[Self.travel] * chance.uniform(0.8, 1.2)
      performance.waveform.add(own.struck(0.0004, impulse: force), at: bottom)
      performance.waveform.add(board.struck(0.0014, impulse: 1.1 * force), at: bottom)
      let release = bottom + chance.uniform(0.05, 0.1)
      performance.waveform.add(own.scaled(1.15).struck(0.0003, impulse: 0.3 * force), at: release)
      performance.mark(time, isSpace ? "press_space" : "press")
      performance.mark(release, "release")
      // Words come in bursts.
      let pause = isSpace && chance.bool(probability: 0.3) ? chance.uniform(0.2, 0.6) : 0
      time += max(0.04, s[Self.interval] * DeterministicMath.exp(0.35 * chance.normal())) + pause
    }
    return performance
  }
}
