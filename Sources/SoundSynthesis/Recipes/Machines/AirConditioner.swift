import RandomStreams

/// An air conditioner: steady air through louvres, a cross-flow fan's faint tone, and the compressor's hum.
struct AirConditioner: SoundRecipe {
  static let mains = SoundParameter(
    name: "mains", summary: "frequency of the mains",
    domain: .number(.choice([50, 60]), limits: 50...60, unit: "Hz"))
  static let airflow = SoundParameter.uniform("airflow", 0.5...1, "1", "0 still, 1 strongest")
  static let fan = SoundParameter.uniform("fan_tone", 380...620, "Hz", "blades passing the tongue")

  let card = SoundCard(
    "air_conditioner", "air conditioner", "空调", .both, .init("Air conditioning", urban: "air_conditioner"),
    .continuous(.uniform(min: 4, max: 10)), level: 40...58, .equivalent, [mains, airflow, fan])

  func perform(_ s: SoundScene) -> Performance {
    let count = Waveform.index(s.duration) + 1
    let flow = s[Self.airflow]
    let slow = Noise.drift(s.duration, correlation: 0.9, s.chance("slow"))
    var air = Noise.white(count, s.chance("air")).peaks([(190, 0.6, 1), (620, 0.6, 0.75), (2100, 0.5, 0.28)])
      .softened(3000)
    air.multiply { 1 + 0.04 * slow.value(at: $0) }
    var out = air.normalised()
    out.scale(0.4 + 0.8 * flow)
    let fan = Sinusoid.wave(Curve.samples(count) { s[Self.fan] * (1 + 0.0015 * slow.value(at: $0)) })
    out.add(fan, gain: 0.14 * flow)
    let hum = HarmonicTone([0.4, 1, 0.2, 0.5, 0.1, 0.3, 0.05, 0.2], highest: 60, crest: 0.1)
      .wave([Double](repeating: s[Self.mains], count: count)).normalised()
    out.add(hum, gain: 0.38)
    let compressor = HarmonicTone([1, 0.7, 0.4, 0.25, 0.15], highest: 60, crest: 0.1)
      .wave([Double](repeating: s[Self.mains] * 0.968, count: count)).normalised()
    out.add(compressor, gain: 0.25)
    var performance = Performance(out)
    performance.tone("hum", 2 * s[Self.mains], from: 0.1, to: s.duration - 0.1)
    return performance
  }
}
