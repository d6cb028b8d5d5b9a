import RandomStreams
import VectorMath

/// Air around a moving body: noise that grows by 55 to 60 dB a decade of speed, with a corner that rises with
/// it and gusts (Ornstein and Uhlenbeck).
struct WindNoise: SoundRecipe {
  static let slope = SoundParameter.uniform("speed_slope", 55...60, "dB/decade", "growth of level with speed")
  static let gusts = SoundParameter.uniform("gusts", 0.5...3, "dB", "deviation of the level", limits: 0...6)
  static let scale = SoundParameter.uniform(
    "corner_at_100", 350...700, "Hz", "corner of the spectrum at 100 km/h")

  let card = SoundCard(
    "wind_noise", "aerodynamic wind noise", "风噪", .outdoor, .init("Wind noise (microphone)"),
    .driven(.uniform(min: 3, max: 10)), level: 72...82, .equivalent, at: "100 km/h", [slope, gusts, scale])

  func perform(_ s: SoundScene) -> Performance {
    let seconds = s.drive.duration
    let count = Waveform.index(seconds) + 1
    let speed = s.drive.speed
    let corner = s[Self.scale] / 27.78
    let noise = Noise.white(count, s.chance("air"))
    var out = noise.filtered(.low, q: 0.6) { max(60, corner * speed.value(at: $0)) }.softened(2600)
    let low = out.normalised()
    // Whistle of edges: weak, wide, at a Strouhal number of 0.2.
    let edge = noise.filtered(.band, q: 6) { max(120, 0.2 * speed.value(at: $0) / 0.006) }.normalised()
    out = low.highPassed(25)
    out.add(edge, gain: 0.09)
    let gust = Noise.drift(seconds, correlation: 0.7, s.chance("gusts"))
    let deviation = s[Self.gusts]
    out.multiply { DeterministicMath.exp(0.1151 * deviation * gust.value(at: $0)) }
    var performance = Performance(out.normalised())
    performance.loudness = s.drive.loudness(slope: s[Self.slope], reference: 100 / 3.6)
    return performance
  }
}
