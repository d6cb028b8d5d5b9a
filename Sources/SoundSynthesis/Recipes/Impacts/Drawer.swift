import RandomStreams
import VectorMath

/// A drawer or cupboard: runners roll and rub with the speed of the hand, then it meets its stop and what is
/// inside shakes.
struct Drawer: SoundRecipe {
  static let length = SoundParameter.uniform("slide", 0.35...0.9, "s", "from start to stop")
  static let cutlery = SoundParameter.choice("content", ["empty", "cutlery", "papers"], "what lies inside")
  static let box = SoundParameter.uniform("box_frequency", 130...230, "Hz", "lowest mode of the box")

  let card = SoundCard(
    "drawer", "drawer closing", "抽屉声", .indoor, .init("Drawer open or close", dcase: "Domestic sounds"),
    .event,
    level: 62...76, .fastMaximum, [length, cutlery, box])

  func perform(_ s: SoundScene) -> Performance {
    let length = s[Self.length]
    // A hand's speed on a straight path of least jerk, cut short by the stop.
    func speed(_ time: Double) -> Double {
      let x = min(1, time / (length * 1.25))
      return 16 * x * x * (1 - x) * (1 - x)
    }
    var slide = Noise.white(seconds: length, s.chance("slide")).filtered(.band, q: 0.7) {
      500 + 1500 * speed($0)
    }
    let rolling = Noise.drift(length, correlation: 0.012, s.chance("balls"))
    slide.multiply { speed($0) * max(0.1, 1 + 0.5 * rolling.value(at: $0)) }
    let rumble = Noise.white(seconds: length, s.chance("rumble")).bandPassed(s[Self.box] * 1.4, q: 2.5)
    var rough = rumble
    rough.multiply { speed($0) }
    var performance = Performance(Waveform(seconds: length + 0.1))
    performance.waveform.add(slide.peakNormalised(), gain: 0.28)
    performance.waveform.add(rough.peakNormalised(), gain: 0.25)
    performance.mark(0, "slide")
    let wood = ModalBank.plate(
      lowest: s[Self.box], highest: 2400, aspect: 1.7, decay: 0.13, damping: 0.5
    ).varied(0.06, 0.3, s.chance("box"))
    performance.waveform.add(wood.struck(0.0012, impulse: 1).peakNormalised(), at: length)
    performance.mark(length, "stop")
    var chance = s.chance("content")
    let content = s.word(Self.cutlery)
    guard content != "empty" else { return performance }
    for _ in 0..<(content == "cutlery" ? 9 : 3) {
      let time = length + chance.exponential(mean: 0.035)
      let pitch = chance.uniform(1900, 4200)
      let spoon = ModalBank(fundamental: pitch, ratios: [1, 2.76, 5.4], decay: 0.16)
      let blow = content == "cutlery" ? spoon.struck(0.0002, impulse: 1) : wood.struck(0.003, impulse: 1)
      performance.waveform.add(blow.peakNormalised(), at: time, gain: chance.uniform(0.05, 0.25))
    }
    return performance
  }
}
