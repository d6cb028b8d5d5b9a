import RandomStreams

/// A tram: smoother rolling than a train's, motors that sing with the speed, a gong, and flanges in bends.
struct Tram: SoundRecipe {
  static let order = SoundParameter.uniform("motor_order", 60...110, "1", "motor tone in turns of the wheel")
  static let gong = SoundParameter.count("gong_strokes", 0...2, "strokes of the gong", limits: 0...10)
  static let squeal = SoundParameter.uniform(
    "flange_squeal", 0...0.5, "1", "how much flanges squeal", limits: 0...1)

  let card = SoundCard(
    "tram", "tram", "有轨电车", .outdoor, .init("Rail transport"), .driven(.uniform(min: 4, max: 10)),
    level: 78...90, .equivalent,
    at: "40 km/h", [order, gong, squeal])

  func perform(_ s: SoundScene) -> Performance {
    let seconds = s.drive.duration
    let count = Waveform.index(seconds) + 1
    let speed = s.drive.speed
    let turns = Curve.samples(count) { speed.value(at: $0) / (2 * Double.pi * 0.33) }
    var out = Noise.white(count, s.chance("rolling")).peaks([
      (650, 0.7, 1), (210, 0.8, 0.8), (1500, 0.9, 0.5),
    ]).softened(2500)
      .normalised()
    let order = s[Self.order]
    let motor = HarmonicTone([1, 0.5, 0.35, 0.2], highest: 4500).wave(
      turns.map { min(max(5, $0 * order), 4500) }
    ).normalised()
    out.add(motor, gain: 0.35)
    let gear = HarmonicTone([1, 0.3], highest: 6000).wave(turns.map { min(max(5, $0 * order * 1.63), 6000) })
      .normalised()
    out.add(gear, gain: 0.15)
    if s[Self.squeal] > 0.02 {
      out.add(FlangeSqueal.sound(seconds, s.chance("squeal")), gain: 0.9 * s[Self.squeal])
    }
    var performance = Performance(Waveform(count: 0))
    performance.loudness = s.drive.loudness(slope: 27, reference: 40 / 3.6)
    let strokes = s.count(Self.gong)
    if strokes > 0 {
      // Struck while it moves: made as loud as it is at 40 km/h, whatever the speed.
      let bell = ModalBank(
        fundamental: 980, ratios: [1, 1.005, 2.21, 2.24, 3.7, 5.5], decay: 1.6, damping: 0.6,
        gains: [1, 0.7, 0.8, 0.5, 0.5, 0.3])
      for i in 0..<strokes {
        let time = seconds * 0.2 + 0.32 * Double(i)
        guard time < seconds else { break }
        out.add(bell.struck(0.0004).peakNormalised(), at: time, gain: 6)
        performance.mark(time, "gong")
      }
    }
    out.cut(count)
    performance.waveform = out.normalised()
    return performance
  }
}
