import RandomStreams

/// A baby: cries of about a second whose pitch arches between 350 and 600 Hz, with gasps between.
struct BabyCry: SoundRecipe {
  static let pitch = SoundParameter.uniform(
    "pitch", 400...560, "Hz", "at the top of an arch", limits: 300...700)
  static let cries = SoundParameter.count("cries", 2...5, "number of cries", limits: 1...60)
  static let distress = SoundParameter.uniform(
    "distress", 0.1...0.8, "1", "roughness of the voice", limits: 0...1)

  let card = SoundCard(
    "baby_cry", "baby crying", "婴儿哭声", .indoor, .init("Baby cry, infant cry", esc50: "crying_baby"), .event,
    level: 80...98,
    .fastMaximum, [pitch, cries, distress])

  func perform(_ s: SoundScene) -> Performance {
    var chance = s.chance("cries")
    var performance = Performance(Waveform(seconds: 0.1))
    var time = 0.0
    for i in 0..<s.count(Self.cries) {
      let length = chance.uniform(0.7, 1.25)
      let top = s[Self.pitch] * chance.uniform(0.93, 1.07)
      let vibrato = chance.uniform(5, 7.5)
      let arch = stride(from: 0.0, through: length, by: 0.01).map { t -> (Double, Double) in
        let x = t / length
        let bow = x < 0.25 ? 0.72 + 0.28 * x / 0.25 : 1 - 0.26 * (x - 0.25) / 0.75 * (x - 0.25) / 0.75
        return (t, top * bow * (1 + 0.014 * Sinusoid.sine(vibrato * t)))
      }
      let rough = s[Self.distress] * chance.uniform(0.3, 1)
      let voice = Voice(
        pitch: Curve(arch),
        voicing: Curve([(0, 0), (0.05, 0.85), (length * 0.3, 1), (length * 0.85, 0.8), (length, 0)]),
        breath: Curve([
          (0, 0.1), (0.06, 0.12 + 0.3 * rough), (length * 0.5, 0.1 + 0.2 * rough), (length * 0.95, 0.12),
          (length, 0),
        ]),
        // A tract of 8 cm.
        formants: [
          .init(Curve([(0, 850), (length * 0.3, 1180), (length, 980)]), 220, 1), .init(1900, 320, 0.65),
          .init(3300, 380, 0.85), .init(5200, 600, 0.4), .init(7600, 1000, 0.2),
        ], openQuotient: 0.55, tilt: 6000, jitter: 0.006 + 0.02 * rough, roughness: 0.35 * rough)
      performance.waveform.add(
        voice.sound(length, s.chance("voice").child(i)), at: time, gain: chance.uniform(0.8, 1))
      performance.mark(time, "cry")
      time += length + chance.uniform(0.04, 0.1)
      let gasp = chance.uniform(0.14, 0.24)
      var air = Noise.white(seconds: gasp, s.chance("gasp").child(i)).peaks([
        (1600, 1.5, 0.7), (3600, 2, 1), (6800, 1.5, 0.5),
      ])
      air.multiply {
        let x = min(1, $0 / gasp); return 4 * x * (1 - x) * (0.4 + 0.6 * x)
      }
      if i + 1 < s.count(Self.cries) {
        performance.waveform.add(air, at: time, gain: 0.05)
        performance.mark(time, "gasp")
      }
      time += gasp + chance.uniform(0.03, 0.08)
    }
    return performance
  }
}
