import RandomStreams
import VectorMath

/// A crash: a thump, sheet metal that crumples in hundreds of small blows while its modes sink, glass, and
/// debris.
struct Collision: SoundRecipe {
  static let crush = SoundParameter.uniform(
    "crush_time", 0.09...0.18, "s", "while metal gives way", limits: 0.03...0.5)
  static let energy = SoundParameter.uniform("severity", 0.3...1, "1", "0 a bump, 1 a wreck", limits: 0...1)
  static let glass = SoundParameter.choice("glass", ["whole", "broken"], "what becomes of the glass")

  let card = SoundCard(
    "collision", "vehicle collision", "车辆碰撞声", .outdoor, .init("Smash, crash"), .event, level: 100...120,
    .fastMaximum,
    [crush, energy, glass])

  func perform(_ s: SoundScene) -> Performance {
    let crush = s[Self.crush]
    let severity = s[Self.energy]
    var chance = s.chance("blows")
    var performance = Performance(Waveform(seconds: 0.3))
    performance.mark(0, "contact")
    let thump = ModalBank([
      Mode(frequency: 42, decay: 0.32, gain: 1), Mode(frequency: 67, decay: 0.26, gain: 0.9),
      Mode(frequency: 104, decay: 0.2, gain: 0.7), Mode(frequency: 171, decay: 0.14, gain: 0.5),
    ]).varied(0.08, 0.2, s.chance("body"))
    performance.waveform.add(thump.struck(0.01).peakNormalised(), gain: 0.9)
    let sheet = ModalBank.plate(lowest: 160, highest: 5200, aspect: 1.5, decay: 0.16, damping: 0.35, most: 20)
      .varied(0.05, 0.4, s.chance("sheet"))
    let reference = sheet.struck(0.0004).peak
    let rate = 900 * severity + 300
    let times = Noise.events(crush * 2.2, most: rate, &chance) { time in
      let x = time / crush
      return rate * (x < 1 ? 1 : DeterministicMath.exp(-(x - 1) * 3.5))
    }
    for (i, time) in times.enumerated() {
      // Folding stiffens some parts and slackens others; on the whole modes sink.
      let sunk = (1.15 - 0.4 * min(1.5, time / crush)) * DeterministicMath.exp(0.3 * chance.normal())
      let size = DeterministicMath.pow(chance.uniform(), 2.5)
      let part = ModalBank(Array(sheet.modes.dropFirst(chance.integer(in: 0...8)).prefix(8))).scaled(sunk)
      performance.waveform.add(
        part.varied(0.03, 0.5, s.chance("part").child(i)).struck(
          0.0002 + 0.0008 * chance.uniform(), impulse: 1 / reference),
        at: time, gain: 0.09 + 0.4 * size)
    }
    var grind = Noise.white(seconds: crush * 2, s.chance("grind")).peaks([(700, 0.6, 1), (2600, 0.6, 0.7)])
    grind.multiply { min(1, $0 / 0.006) * DeterministicMath.exp(-$0 / (0.6 * crush)) }
    performance.waveform.add(grind.peakNormalised(), gain: 0.5)
    if s.word(Self.glass) == "broken" {
      performance.mark(crush * 0.4, "glass")
      for _ in 0..<Int(90 * severity + 20) {
        let time = crush * 0.4 + chance.exponential(mean: 0.22)
        guard time < 2 else { continue }
        // Toughened glass breaks into small cubes.
        let shard = GlassBreak.shard(chance.uniform(0.25, 0.6), &chance)
        performance.waveform.add(
          shard.struck(0.0001).peakNormalised(), at: time,
          gain: 0.11 * chance.uniform() * DeterministicMath.exp(-time / 0.5))
      }
    }
    debris(sheet, severity, crush, &chance, &performance)
    return performance
  }

  private func debris(
    _ sheet: ModalBank, _ severity: Double, _ crush: Double, _ chance: inout RandomStream,
    _ performance: inout Performance
  ) {
    for _ in 0..<Int(2 + 5 * severity) {
      var time = crush * 2 + chance.uniform(0.1, 0.7)
      var (gap, loud) = (chance.uniform(0.09, 0.2), chance.uniform(0.05, 0.16))
      let part = ModalBank(Array(sheet.modes.suffix(10))).scaled(chance.uniform(0.8, 1.9))
      performance.mark(time, "debris")
      while loud > 0.012, gap > 0.01 {
        performance.waveform.add(part.struck(0.0003).peakNormalised(), at: time, gain: loud)
        time += gap
        gap *= 0.62
        loud *= 0.6
      }
    }
  }
}
