import RandomStreams

/// A telephone that rings: two gongs struck 20 times a second, or two electronic tones that alternate; in the
/// cadence of a country.
struct PhoneRing: SoundRecipe {
  static let ringer = SoundParameter.choice("ringer", ["gongs", "electronic"], "what rings")
  static let cadence = SoundParameter.choice(
    "cadence", ["china", "north_america", "united_kingdom"], "on and off times")
  static let pitch = SoundParameter.uniform("fundamental", 850...1250, "Hz", "of the lower gong or tone")
  static let cycles = SoundParameter.count("cycles", 1...2, "cadences", limits: 1...10)

  let card = SoundCard(
    "phone_ring", "telephone ringing", "电话铃声", .indoor,
    .init("Telephone bell ringing", dcase: "Telephone"), .event, level: 68...82, .fastMaximum,
    [ringer, cadence, pitch, cycles])

  /// Seconds on, off, on, off …
  static func cadence(_ name: String) -> [Double] {
    switch name {
    case "china": [1, 4]
    case "north_america": [2, 4]
    default: [0.4, 0.2, 0.4, 2]
    }
  }

  func perform(_ s: SoundScene) -> Performance {
    var gates: [(Double, Double)] = []
    var time = 0.0
    for _ in 0..<s.count(Self.cycles) {
      for (i, length) in Self.cadence(s.word(Self.cadence)).enumerated() {
        if i % 2 == 0 { gates.append((time, time + length)) }
        time += length
      }
    }
    let end = gates.last?.1 ?? 0
    let pitch = s[Self.pitch]
    var performance = Performance(Waveform(seconds: end))
    for gate in gates { performance.mark(gate.0, "ring") }
    if s.word(Self.ringer) == "gongs" {
      var forces = [performance.waveform, performance.waveform]
      var chance = s.chance("clapper")
      for gate in gates {
        var (time, index) = (gate.0, 0)
        while time < gate.1 {
          forces[index % 2].addBlow(at: time, duration: 0.0003, impulse: chance.uniform(0.8, 1))
          time += 0.025 * (1 + 0.01 * chance.uniform(-1, 1))
          index += 1
        }
      }
      for (i, factor) in [1, 1.25].enumerated() {
        let gong = ModalBank(
          fundamental: pitch * factor, ratios: [1, 1.004, 2.35, 2.36, 4.1, 6.1], decay: 0.9, damping: 0.6,
          gains: [1, 0.7, 0.9, 0.6, 0.6, 0.3]
        ).varied(0.006, 0.2, s.chance("gong").child(i))
        performance.waveform.add(gong.response(to: forces[i]))
      }
    } else {
      let count = performance.waveform.samples.count
      let tones = Curve.samples(count) { time in
        let step = time * 25
        return (step - step.rounded(.down)) < 0.5 ? pitch : pitch * 1.25
      }
      let amplitudes = (1...9).map { h -> Double in (h % 2 == 1 ? 1 : 0.1) / Double(h) }
      performance.waveform = HarmonicTone(amplitudes, highest: pitch * 1.25).wave(tones).highPassed(500)
      performance.waveform.gate(gates, edge: 0.004)
    }
    return performance
  }
}
