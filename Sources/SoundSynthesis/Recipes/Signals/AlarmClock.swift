import RandomStreams

/// An alarm clock: four electronic beeps a second with a pause, or a hammer between two bells.
struct AlarmClock: SoundRecipe {
  static let kind = SoundParameter.choice("movement", ["electronic", "twin_bell"], "how it rings")
  static let pitch = SoundParameter.uniform("beep_frequency", 1900...2800, "Hz", "of the beeps")
  static let bell = SoundParameter.uniform(
    "bell_frequency", 1500...2300, "Hz", "lowest partial of the larger bell")
  static let hammer = SoundParameter.uniform("hammer_rate", 10...16, "Hz", "strokes a second")

  let card = SoundCard(
    "alarm_clock", "alarm clock", "闹钟声", .indoor,
    .init("Alarm clock", esc50: "clock_alarm", dcase: "Alarm_bell_ringing"),
    .continuous(.uniform(min: 2, max: 6)),
    level: 70...84, .fastMaximum, [kind, pitch, bell, hammer])

  func perform(_ s: SoundScene) -> Performance {
    s.word(Self.kind) == "electronic" ? beeps(s) : bells(s)
  }

  private func beeps(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    // A piezo disc driven by a square wave.
    let pitch = s[Self.pitch]
    let amplitudes = (1...9).map { h -> Double in h % 2 == 1 ? 1 / Double(h) : 0.02 }
    let wave = HarmonicTone(amplitudes, highest: pitch).wave([Double](repeating: pitch, count: count))
    var performance = Performance(wave.peaks([(pitch, 3, 1), (3 * pitch, 2, 0.8)]))
    var gates: [(Double, Double)] = []
    var time = 0.0
    while time < s.duration {
      for beep in 0..<4 {
        let start = time + 0.125 * Double(beep)
        guard start < s.duration else { break }
        gates.append((start, start + 0.0625))
        performance.mark(start, "beep")
        performance.tone("beep", pitch, from: start + 0.004, to: start + 0.06)
      }
      time += 1
    }
    performance.waveform.gate(gates, edge: 0.002)
    return performance
  }

  private func bells(_ s: SoundScene) -> Performance {
    var chance = s.chance("hammer")
    var performance = Performance(Waveform(seconds: s.duration))
    var forces = [performance.waveform, performance.waveform]
    var (time, index) = (0.0, 0)
    while time < s.duration {
      forces[index % 2].addBlow(at: time, duration: 0.00025, impulse: chance.uniform(0.75, 1))
      performance.mark(time, "strike")
      time += 0.5 / s[Self.hammer] * (1 + 0.06 * chance.normal())
      time = max(time, 0)
      index += 1
    }
    for (i, factor) in [1, 1.12].enumerated() {
      let bell = ModalBank(
        fundamental: s[Self.bell] * factor, ratios: [1, 1.006, 2.28, 2.29, 3.9, 5.7], decay: 0.7,
        damping: 0.6,
        gains: [1, 0.7, 0.9, 0.6, 0.7, 0.4]
      ).varied(0.01, 0.2, s.chance("bell").child(i))
      performance.waveform.add(bell.response(to: forces[i]))
    }
    performance.waveform.cut(forces[0].samples.count)
    return performance
  }
}
