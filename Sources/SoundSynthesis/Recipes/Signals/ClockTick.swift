import RandomStreams

/// A mechanical clock: each beat of the escapement is a drop, a lock and a bank, small metal blows within 15
/// ms, and tick and tock differ.
struct ClockTick: SoundRecipe {
  static let period = SoundParameter(
    name: "beat", summary: "from beat to beat",
    domain: .number(.choice([0.25, 0.5, 1]), limits: 0.1...2, unit: "s"))
  static let pitch = SoundParameter.uniform(
    "wheel_frequency", 2200...3600, "Hz", "lowest mode of the movement")
  static let box = SoundParameter.uniform("case_frequency", 350...800, "Hz", "lowest mode of the case")

  let card = SoundCard(
    "clock_tick", "clock ticking", "钟表滴答声", .indoor, .init("Tick-tock", esc50: "clock_tick"),
    .continuous(.uniform(min: 3, max: 8)), level: 30...44, .fastMaximum, [period, pitch, box])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("beats")
    var force = Waveform(seconds: s.duration)
    var caseForce = force
    var performance = Performance(Waveform(count: 0))
    var (time, index) = (0.0, 0)
    while time < s.duration {
      let isTick = index % 2 == 0
      let loud = isTick ? 1.0 : 0.8
      let drop = isTick ? 0.0052 : 0.0068
      force.addBlow(at: time, duration: 0.00018, impulse: 0.4 * loud)
      force.addBlow(at: time + drop, duration: 0.00016, impulse: loud * chance.uniform(0.9, 1))
      force.addBlow(at: time + drop * 2.1, duration: 0.0002, impulse: 0.5 * loud * chance.uniform(0.7, 1))
      caseForce.addBlow(at: time + drop, duration: 0.0007, impulse: loud * (isTick ? 1 : 1.25))
      performance.mark(time, isTick ? "tick" : "tock")
      time += s[Self.period] * (1 + 0.003 * chance.uniform(-1, 1)) + (isTick ? 0.004 : -0.004)
      index += 1
    }
    let wheels = ModalBank(
      fundamental: s[Self.pitch], ratios: [1, 1.38, 1.83, 2.6, 3.3], decay: 0.016, damping: 0.4
    )
    .varied(0.05, 0.4, s.chance("wheels"))
    let box = ModalBank(fundamental: s[Self.box], ratios: [1, 1.6, 2.3, 3.5], decay: 0.03, damping: 0.4)
      .varied(0.06, 0.3, s.chance("case"))
    performance.waveform = wheels.response(to: force)
    performance.waveform.add(box.response(to: caseForce), gain: 0.8)
    performance.waveform.cut(force.samples.count)
    return performance
  }
}
