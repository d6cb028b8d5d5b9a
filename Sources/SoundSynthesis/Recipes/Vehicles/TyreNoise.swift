import RandomStreams
import VectorMath

/// Tyres on a road: noise with its peak at 800 to 1000 Hz, about 33 dB a decade of speed; a wet road adds a
/// hiss above 2 kHz; the tread pattern hums at speed over pitch.
struct TyreNoise: SoundRecipe {
  static let peak = SoundParameter.uniform("peak_frequency", 750...1050, "Hz", "peak of the spectrum")
  static let slope = SoundParameter.uniform("speed_slope", 30...35, "dB/decade", "growth of level with speed")
  static let wetness = SoundParameter(
    name: "wetness", summary: "water on the road, 0 dry to 1 standing",
    domain: .number(.curve([.init(0, 3), .init(0.05, 0.4), .init(1, 0.4)]), limits: 0...1, unit: "1"))
  static let pitch = SoundParameter.uniform("tread_pitch", 0.025...0.04, "m", "length of a tread block")
  static let roughness = SoundParameter.uniform("roughness", 0...1, "1", "coarseness of the surface")

  let card = SoundCard(
    "tyre_noise", "tyre noise", "轮胎噪声", .outdoor, .init("Traffic noise, roadway noise"),
    .driven(.uniform(min: 3, max: 10)), level: 78...84, .equivalent, at: "50 km/h",
    [peak, slope, wetness, pitch, roughness])

  func perform(_ s: SoundScene) -> Performance {
    let seconds = s.drive.duration
    let count = Waveform.index(seconds) + 1
    let speed = s.drive.speed
    let peak = s[Self.peak]
    // Three wide peaks give the rise of 6 dB and the fall of 9 dB an octave on both sides.
    let peaks = PeakBank([
      (peak, 1.3, 1), (peak * 0.55, 0.9, 0.42 + 0.3 * s[Self.roughness]), (peak * 1.7, 0.9, 0.32),
    ])
    var out = Noise.white(count, s.chance("road"))
    var rumble = Noise.white(count, s.chance("rumble"))
    Waveform.through(
      &out, Cascade(peaks, SofteningFilter(2600)),
      &rumble, Cascade(SteadyFilter(.low, 140, q: 0.707), SteadyFilter(.high, 40, q: 0.707)))
    out = out.normalised()
    out.add(normalised: rumble, gain: 0.35 * s[Self.roughness] + 0.1)
    let pitch = s[Self.pitch]
    let wander = Noise.drift(seconds, correlation: 0.4, s.chance("tread"))
    let hum = Sinusoid.wave(
      Curve.samples(count) { max(1, speed.value(at: $0)) / pitch * (1 + 0.004 * wander.value(at: $0)) })
    out.add(hum, gain: 0.12)
    let wet = s[Self.wetness]
    if wet > 0 {
      var hiss = Noise.white(count, s.chance("hiss")).through(
        Cascade(SteadyFilter(.high, 2200, q: 0.707), SteadyFilter(.low, 9000, q: 0.707))
      ).normalised()
      let splash = Noise.drift(seconds, correlation: 0.05, s.chance("splash"))
      hiss.multiply { max(0, 1 + 0.25 * splash.value(at: $0)) }
      out.add(hiss, gain: 0.9 * wet)
    }
    let surface = Noise.drift(seconds, correlation: 0.25, s.chance("surface"))
    out.multiply { DeterministicMath.exp(0.08 * surface.value(at: $0)) }
    var performance = Performance(out.normalised())
    performance.loudness = s.drive.loudness(slope: s[Self.slope], reference: 50 / 3.6)
    return performance
  }
}

extension Drive {
  /// dB over time that grow by `slope` a decade of speed, 0 at `reference` (m/s), never below −60.
  func loudness(slope: Double, reference: Double) -> Curve {
    let count = Int(min(max(duration, 0), 3600) / 0.02) + 2
    return Curve(
      (0..<count).map { i in
        let time = Double(i) * 0.02
        let ratio = max(speed.value(at: time), 0.01) / reference
        return (time, max(-60, slope * DeterministicMath.log(ratio) / 2.302585092994046))
      })
  }
}
