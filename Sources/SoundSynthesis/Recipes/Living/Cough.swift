import RandomStreams

/// A cough: the glottis bursts open, air rushes for a tenth of a second, and the voice closes it.
struct Cough: SoundRecipe {
  static let coughs = SoundParameter.count("coughs", 1...3, "number of coughs", limits: 1...20)
  static let tract = SoundParameter.uniform(
    "tract_length", 0.13...0.18, "m", "vocal tract", limits: 0.07...0.2)
  static let voiced = SoundParameter.uniform(
    "voicing", 0.2...0.9, "1", "strength of the voiced end", limits: 0...1)

  let card = SoundCard(
    "cough", "cough", "咳嗽声", .both, .init("Cough", esc50: "coughing"), .event, level: 70...88, .fastMaximum,
    [coughs, tract, voiced])

  func perform(_ s: SoundScene) -> Performance {
    var performance = Performance(Waveform(seconds: 0.05))
    var chance = s.chance("coughs")
    let scale = 0.17 / s[Self.tract]
    var time = 0.0
    for i in 0..<s.count(Self.coughs) {
      let rush = chance.uniform(0.1, 0.17)
      let end = rush + chance.uniform(0.09, 0.17)
      let pitch = 190 * scale * chance.uniform(0.9, 1.25)
      let voice = Voice(
        pitch: Curve([(0, pitch * 1.4), (rush, pitch * 1.5), (end, pitch)]),
        voicing: Curve([
          (0, 0), (rush * 0.75, 0), (rush, 0.55 * s[Self.voiced]), (rush + 0.03, 0.7 * s[Self.voiced]),
          (end, 0),
        ]),
        breath: Curve([
          (0, 0), (0.004, 2.2), (0.03, 1.5), (0.06, 0.75), (rush, 0.5), (rush + 0.02, 0.3), (end, 0),
        ]),
        formants: [
          .init(620 * scale, 180, 0.9), .init(1250 * scale, 220, 1), .init(2500 * scale, 400, 0.7),
          .init(3700 * scale, 600, 0.5), .init(5600 * scale, 1200, 0.35),
        ],
        openQuotient: 0.7, tilt: 7000, jitter: 0.05, roughness: 0.3)
      performance.waveform.add(
        voice.sound(end, s.chance("voice").child(i)), at: time, gain: i == 0 ? 1 : chance.uniform(0.5, 0.9))
      performance.mark(time, "burst")
      time += end + chance.uniform(0.04, 0.22)
    }
    return performance
  }
}
